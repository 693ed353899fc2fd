"""Phase 3's questions (docs/method.md, Fase 3): an actor in a role, how ready it is, and whether it is chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.concepts import SCALE, UNKNOWN, Answer, Concept
from actors.concepts import words as say
from forankring.ui.dates import write_date
from forankring.ui.fields import DateField, RadioField, RowsField
from forankring.ui.widgets import TextareaInput
from projects.models import Candidacy, Choice, Evidence
from projects.phases.analysis.assessments import Assessment, Card, Held
from projects.phases.analysis.extremes import AsksForReasons
from projects.phases.analysis.guidance import QUESTIONS
from projects.phases.guidance import GuidedForm
from projects.phases.mapping.interview_notes import Heard


class CandidacyForm(GuidedForm, forms.ModelForm):
    """What is to be assessed: an actor of the project in a role, for some of its tasks."""

    asks = "vurdering"

    class Meta:
        model = Candidacy
        fields = ("project_actor", "title", "tasks")
        labels: ClassVar = {
            "project_actor": _("Hvilken aktør?"),
            "title": _("I hvilken rolle?"),
            "tasks": _("Hvilke opgaver handler det om?"),
        }
        help_texts: ClassVar = {
            "title": _(
                "Skriv en titel. For eksempel: tovholder, driftsansvarlig eller modtager af metoden. "
                "En aktør kan være klar til at lægge lokaler til, men ikke til at lede."
            ),
            "tasks": _("Sæt kryds ved opgaverne i rollen."),
        }
        error_messages: ClassVar = {
            "project_actor": {"required": _("Vælg den aktør, I vil vurdere.")},
        }
        field_classes: ClassVar = {"tasks": RowsField}

    def __init__(self, data: Any = None, *, instance: Candidacy) -> None:
        super().__init__(data, instance=instance)
        actors, tasks = self.fields["project_actor"], self.fields["tasks"]
        assert isinstance(actors, forms.ModelChoiceField)
        assert isinstance(tasks, forms.ModelMultipleChoiceField)
        kept = [instance.project_actor_id] if instance.pk else []
        actors.queryset = instance.project.project_actors.offered(kept).named().in_order()
        chosen = instance.tasks.values_list("pk", flat=True) if instance.pk else []
        tasks.queryset = instance.project.tasks.offered(chosen).in_order()

    def clean(self) -> dict[str, Any] | None:
        """What people are asked about stays what they were asked about."""
        changed = next((name for name in ("project_actor", "title") if name in self.changed_data), "")
        if changed and self.instance.pk and self.instance.is_in_running_round:
            words = _("Der er en vurderingsrunde i gang om den her rolle. Luk eller afbryd runden, før du retter her.")
            self.add_error(changed, words)
        return super().clean()


DONT_KNOW: Final = "unknown"
ANSWERS: Final = [*((str(score), f"{score} – {words}") for score, words in SCALE.items()), (DONT_KNOW, _("Ved ikke"))]
PARTS: Final = ("answer", "evidence", "reason", "requirement")


@dataclass(frozen=True, slots=True)
class ConceptFields:
    """A concept's part of the page."""

    concept: Concept
    questions: Iterable[Any]
    fields: list[BoundField]
    before: Held | None
    heard: Sequence[Heard] = ()

    @property
    def before_words(self) -> str:
        """What was held last: "3 af 5 – delvist"."""
        return say(self.before.assessment.answer) if self.before else ""


def _text(label: Any, help_text: Any = "") -> forms.CharField:
    widget = TextareaInput({"rows": 3})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=2000, widget=widget)


def _questions_about(concept: Concept) -> dict[str, forms.Field]:
    """The fields of one concept."""
    hints = {DONT_KNOW: _("Helt i orden. Så ved vi, hvad vi skal spørge om.")}
    return {
        f"{concept.value}_answer": RadioField(
            label=_("Hvilket trin passer bedst?"), choices=ANSWERS, hints=hints, required=False
        ),
        f"{concept.value}_evidence": RadioField(
            label=_("Hvad bygger I det på?"), choices=Evidence.choices, required=False
        ),
        f"{concept.value}_reason": _text(_("Hvorfor?"), _("Ville du være tryg ved, at aktøren læste dette?")),
        f"{concept.value}_requirement": _text(_("Hvad skal der til?")),
    }


class AssessForm(AsksForReasons, GuidedForm, forms.Form):
    """The four concepts of one candidacy. Nothing is chosen until somebody has chosen it."""

    asks = "vurder"
    # What is asked of all four is explained once, at the first.
    unguided = frozenset(f"{concept.value}_{part}" for concept in [*Concept][1:] for part in PARTS)
    judging = frozenset(f"{concept.value}_{part}" for concept in Concept for part in ("reason", "requirement"))
    not_stored = frozenset({"held_on"})
    held_on = DateField(label=_("Dato for vurderingen"))

    def __init__(
        self,
        data: Any = None,
        *,
        latest: Mapping[Concept, Held],
        heard: Mapping[Concept, Sequence[Heard]] = MappingProxyType({}),
    ) -> None:
        self.latest, self.heard = latest, heard
        initial: dict[str, Any] = {"held_on": timezone.localdate()}
        for concept in Concept:
            held = self._held(concept)
            values = (_code(held.answer), held.evidence, held.reason, held.requirement)
            names = (f"{concept.value}_{part}" for part in PARTS)
            initial |= dict(zip(names, values, strict=True))
        super().__init__(data, initial=initial)

    @classmethod
    def key_of(cls, name: str) -> str:
        part = name.rpartition("_")[2]
        return f"vurder.{part}" if part in PARTS else f"vurder.{name}"

    @property
    def concepts(self) -> Iterator[ConceptFields]:
        for concept in Concept:
            fields = [self[f"{concept.value}_{part}"] for part in PARTS]
            before, heard = self.latest.get(concept), self.heard.get(concept, ())
            yield ConceptFields(concept, QUESTIONS[concept], fields, before, heard)

    @property
    def changed(self) -> dict[Concept, Assessment]:
        """What the person wrote about the concepts they changed. Only of a valid form."""
        written = {concept: self._written(concept) for concept in Concept}
        return {concept: words for concept, words in written.items() if words != self._held(concept)}

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if day > timezone.localdate():
            raise ValidationError(_("Skriv en dato, der ikke ligger ude i fremtiden."))
        newest = max((held.held_on for held in self.latest.values()), default=day)
        if day < newest:
            words = _("Der er en nyere vurdering fra %s. Skriv den dato eller en senere.")
            raise ValidationError(words % write_date(newest))
        return day

    def _held(self, concept: Concept) -> Assessment:
        held = self.latest.get(concept)
        return held.assessment if held else Assessment()

    def _written(self, concept: Concept) -> Assessment:
        code, evidence, reason, requirement = (self.cleaned_data.get(f"{concept.value}_{part}", "") for part in PARTS)
        answer: Answer = UNKNOWN if code == DONT_KNOW else int(code) if code else None
        return Assessment(answer, evidence, reason, requirement)


for _concept in Concept:
    AssessForm.base_fields |= _questions_about(_concept)


def _code(answer: Answer) -> str:
    return DONT_KNOW if answer is UNKNOWN else str(answer or "")


UNDECIDED: Final = "undecided"


class ChoiceForm(GuidedForm, forms.Form):
    """Whether one candidacy is chosen, and why."""

    asks = "valg"
    unguided = frozenset({"choice", "choice_reason"})
    judging = frozenset({"choice_reason"})
    choice = RadioField(label=_("Hvad vælger I?"), choices=Choice.choices, required=False)
    choice_reason = _text(_("Hvorfor?"))

    def __init__(self, data: Any = None, *, card: Card) -> None:
        self.card, self.candidacy = card, card.candidacy
        candidacy = self.candidacy
        initial = {"choice": candidacy.choice, "choice_reason": candidacy.choice_reason}
        super().__init__(data, prefix=f"k{candidacy.pk}", initial=initial)
        if candidacy.choice:
            # What was decided can be undone; before that there is nothing to undo.
            self.fields["choice"].choices = [*Choice.choices, (UNDECIDED, _("Endnu ikke besluttet"))]  # type: ignore[attr-defined]

    @property
    def written(self) -> tuple[str, str]:
        """The choice, "" for none, and the reason. Only of a valid form."""
        choice = self.cleaned_data.get("choice", "")
        return "" if choice == UNDECIDED else choice, self.cleaned_data.get("choice_reason", "")

    @property
    def is_changed(self) -> bool:
        return self.written != (self.candidacy.choice, self.candidacy.choice_reason)
