"""What one person is asked about one candidacy, alone: a step of the scale, what it builds on, and a line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actors.concepts import UNKNOWN, Answer, Concept
from forankring.ui.fields import RadioField
from forankring.ui.widgets import TextareaInput
from projects.models import Evidence, Rating
from projects.phases.analysis.extremes import AsksForReasons
from projects.phases.analysis.forms import ANSWERS, DONT_KNOW
from projects.phases.analysis.guidance import QUESTIONS, VOICE_QUESTIONS
from projects.phases.analysis.rounds.answers import Said
from projects.phases.guidance import GuidedForm

READ_BY: Final = _("Gruppen læser det, du skriver, ordret ved siden af dit trin.")
SHORT: Final = _("En linje er nok.")
SAFE: Final = _("Ville du være tryg ved, at aktøren læste den?")
PARTS: Final = ("answer", "evidence", "reason")
LONGEST_REASON: Final = Rating._meta.get_field("reason").max_length
_ALL: Final = frozenset(f"{concept.value}_{part}" for concept in Concept for part in PARTS)


@dataclass(frozen=True, slots=True)
class ConceptPart:
    """A concept's part of the page."""

    concept: Concept
    questions: Iterable[str | Promise]
    fields: list[BoundField]


def _fields_of(concept: Concept) -> dict[str, forms.Field]:
    hints = {DONT_KNOW: _("Helt i orden. Så ved vi, hvad vi skal spørge om.")}
    return {
        f"{concept.value}_answer": RadioField(
            label=_("Hvilket trin passer bedst?"), choices=ANSWERS, hints=hints, required=False
        ),
        f"{concept.value}_evidence": RadioField(
            label=_("Hvad bygger du det på?"), choices=Evidence.choices, required=False
        ),
        f"{concept.value}_reason": forms.CharField(
            label=_("Hvorfor?"),
            help_text=READ_BY,
            required=False,
            max_length=LONGEST_REASON,
            widget=TextareaInput({"rows": 2}),
        ),
    }


class AnswerForm(AsksForReasons, GuidedForm, forms.Form):
    """The concepts of one candidacy. Nothing is chosen until the person has chosen it.

    `represents` is asked first, of those who may say that they speak for the actor; None is for whoever came by the
    actor's own link and so does.
    """

    asks = "svar"
    stores_at_once = True
    unguided = _ALL | {"represents"}
    judging = frozenset(f"{concept.value}_reason" for concept in Concept)

    represents = forms.BooleanField(
        label=_("Jeg repræsenterer denne aktør"),
        help_text=_(
            "Så er dit svar aktørens egen stemme. Gruppen ser det for sig, under aktørens navn. Det tæller ikke med i"
            " gruppens."
        ),
        required=False,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        concepts: Iterable[Concept],
        said: Mapping[Concept, Said],
        represents: bool | None = None,
    ) -> None:
        self.concepts = list(concepts)
        self.said = said
        initial: dict[str, Any] = {"represents": bool(represents)}
        for concept, each in said.items():
            values = (_code(each.answer), each.evidence, each.reason)
            initial |= {f"{concept.value}_{part}": value for part, value in zip(PARTS, values, strict=True)}
        super().__init__(data, initial=initial)
        for concept in set(Concept) - set(self.concepts):
            for part in PARTS:
                del self.fields[f"{concept.value}_{part}"]
        # What helps at the first concept need not be read four times on a telephone; who reads the words must be.
        for place, concept in enumerate(self.concepts):
            if place == 0:
                words = [SHORT, READ_BY] if represents is None else [SHORT, READ_BY, SAFE]
                self.fields[f"{concept.value}_reason"].help_text = " ".join(str(each) for each in words)
            else:
                self.fields[f"{concept.value}_answer"].hints = {}
        if represents is None:
            del self.fields["represents"]

    @classmethod
    def key_of(cls, name: str) -> str:
        """The same question about every concept has one key."""
        return f"{cls.asks}.{name.rpartition('_')[2]}"

    @property
    def parts(self) -> Iterator[ConceptPart]:
        for concept in self.concepts:
            questions = QUESTIONS[concept] if "represents" in self.fields else VOICE_QUESTIONS[concept]
            yield ConceptPart(concept, questions, [self[f"{concept.value}_{part}"] for part in PARTS])

    @property
    def speaks_for_it(self) -> bool:
        """Whether the person represents the actor. Of any bound form."""
        return self.is_bound and bool(self.cleaned_data.get("represents"))

    @property
    def given(self) -> dict[Concept, Said]:
        """Every step that was chosen, with what could be read beside it; none of a form to which nothing was sent.

        What is refused (a CPR number) holds nothing else back: beside it stands what the person said before.
        """
        if not self.is_bound:
            return {}
        refused = self.errors  # reads what was sent
        read = {concept: self._read(concept) for concept in self.concepts if f"{concept.value}_answer" not in refused}
        return {concept: said for concept, said in read.items() if said.answer is not None}

    def has_stored(self, name: str) -> bool:
        """A line without a step, or one that is refused, is not."""
        concept = name.rpartition("_")[0]
        return self.is_stored and concept in self.given and name not in self.errors

    @property
    def rest_is_stored(self) -> bool:  # type: ignore[override]
        return self.is_stored and bool(self.errors) and bool(self.given)

    @property
    def refused(self) -> dict[Concept, list[str]]:
        """What cannot be stored as it stands, by concept, and what to do about it."""
        found: dict[Concept, list[str]] = {}
        for concept in self.concepts:
            words = [str(each) for part in PARTS for each in self.errors.get(f"{concept.value}_{part}", [])]
            if words:
                found[concept] = words
        return found

    def asked_about(self, *, misses_text: bool) -> list[Concept]:
        """The concepts whose reason something is asked about: that there is none, or what it says."""
        asked = {
            name
            for name, cautions in self.cautions.items()
            if any(each.misses_text is misses_text for each in cautions)
        }
        return [concept for concept in self.concepts if f"{concept.value}_reason" in asked]

    def _read(self, concept: Concept) -> Said:
        before = self.said.get(concept, Said())
        code = self.cleaned_data.get(f"{concept.value}_answer", "")
        answer: Answer = UNKNOWN if code == DONT_KNOW else int(code) if code else None
        evidence = self.cleaned_data.get(f"{concept.value}_evidence", before.evidence)
        return Said(answer, evidence, self.cleaned_data.get(f"{concept.value}_reason", before.reason))

    def clean(self) -> dict[str, Any]:
        """A line without a step would be lost: a reason belongs to an answer."""
        for concept in self.concepts:
            code, reason = f"{concept.value}_answer", f"{concept.value}_reason"
            if self.cleaned_data.get(reason) and code not in self.errors and not self.cleaned_data.get(code):
                self.add_error(code, _("Vælg et trin eller ”Ved ikke”, så din begrundelse kan gemmes."))
        return self.cleaned_data


for _concept in Concept:
    AnswerForm.base_fields |= _fields_of(_concept)


def _code(answer: Answer) -> str:
    return DONT_KNOW if answer is UNKNOWN else str(answer or "")
