"""The question page of an action (docs/method.md, Fase 4)."""

from collections.abc import Container
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.concepts import Answer, Concept, is_weak, words
from forankring.ui.fields import ChoicesField, HoursField, KroneField, RowsField
from forankring.ui.forms import FormHelper, Row, Section
from forankring.ui.numbers import Period
from projects.models import Action, ActionGap, ActionStatus, Candidacy
from projects.phases.facts import latest_answers
from projects.phases.guidance import GuidedForm
from projects.phases.plan.dependencies import circle_through, circle_words
from projects.phases.plan.forms import limit_to


class ActionForm(GuidedForm, forms.ModelForm):
    """One action. Actors, tasks and gaps are the project's own."""

    asks = "tiltag"

    gaps = ChoicesField(
        label=_("Hvad skal blive bedre hos aktøren?"),
        help_text=_("Her står det, I har vurderet til 1 eller 2, eller ikke ved endnu. Det kommer fra fase 3."),
        required=False,
    )
    hours = HoursField(
        label=_("Hvor mange timer tager det i alt?"), required=False, decimal_places=1, period=Period.TOTAL
    )
    cost = KroneField(label=_("Hvor mange kroner koster det i alt?"), required=False, period=Period.TOTAL)
    status = forms.ChoiceField(
        label=_("Hvor langt er I?"),
        help_text=_("Er fristen overskredet, viser siden selv, at tiltaget er forsinket."),
        choices=ActionStatus.choices,
        widget=forms.RadioSelect,
        required=False,
    )

    class Meta:
        model = Action
        fields = (
            "title",
            "gaps",
            "theme",
            "capacity_form",
            "actors",
            "tasks",
            "responsible",
            "contributors",
            "start",
            "deadline",
            "depends_on",
            "milestone",
            "success_criterion",
            "hours",
            "cost",
            "funding_source",
            "risk",
            "plan_b",
            "status",
            "done_on",
            "status_note",
        )
        labels: ClassVar = {
            "title": _("Hvad vil I gøre?"),
            "theme": _("Hvilket tema hører det til?"),
            "capacity_form": _("Hvilken slags støtte er det?"),
            "actors": _("Hvem bliver styrket?"),
            "tasks": _("Til hvilke opgaver?"),
            "responsible": _("Hvem er ansvarlig?"),
            "contributors": _("Hvem hjælper til?"),
            "start": _("Hvornår går I i gang?"),
            "deadline": _("Hvornår skal det være gjort?"),
            "depends_on": _("Hvilke tiltag skal være gjort først?"),
            "milestone": _("Hvad skal være på plads undervejs?"),
            "success_criterion": _("Hvordan kan I se, at det er gjort?"),
            "funding_source": _("Hvem betaler?"),
            "risk": _("Hvad kan gå galt?"),
            "plan_b": _("Hvad gør I så?"),
            "done_on": _("Hvornår blev det gjort?"),
            "status_note": _("Hvad er der sket siden sidst?"),
        }
        help_texts: ClassVar = {
            "title": _("Begynd med et udsagnsord, for eksempel: Uddanne fem tovholdere."),
            "responsible": _("Skriv præcis én rolle, for eksempel kasserer i foreningen. Skriv ikke et navn."),
            "contributors": _("Skriv roller, ikke navne."),
            "success_criterion": _("Skriv noget, I kan tælle eller se."),
            "done_on": _("Kun når det er gennemført. Skriver I intet, er det i dag."),
            "status_note": _("Skriv det vigtigste i én sætning."),
        }
        field_classes: ClassVar = {"actors": RowsField, "tasks": RowsField, "depends_on": RowsField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        project = self.instance.project
        limit_to(self, "actors", project.project_actors.offered_to(self.instance).named().in_order())
        chosen = self.instance.tasks.values_list("pk", flat=True) if self.instance.pk else []
        limit_to(self, "tasks", project.tasks.offered(chosen).in_order())
        self._offer_other_actions()
        self.initial["gaps"] = self._closed = (
            [gap_code(gap.candidacy_id, gap.concept) for gap in self.instance.gaps.order_by("pk")]
            if self.instance.pk
            else []
        )
        gaps = self.fields["gaps"]
        assert isinstance(gaps, ChoicesField)
        gaps.choices = gap_choices(project.pk, self._closed)
        if not gaps.choices:
            del self.fields["gaps"]
        self.helper = _layout(self.fields)

    def _offer_other_actions(self) -> None:
        """Read once: for what is offered, and for whether anything is."""
        others = self.instance.project.actions.exclude(pk=self.instance.pk).in_order()
        choices = [(action.pk, str(action)) for action in others]
        field = self.fields["depends_on"]
        assert isinstance(field, RowsField)
        field.queryset, field.choices = others.all(), choices
        if not choices:
            del self.fields["depends_on"]

    def clean_status(self) -> str:
        return self.cleaned_data["status"] or self.instance.status or ActionStatus.NOT_STARTED

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        start, deadline = data.get("start"), data.get("deadline")
        if start and deadline and deadline < start:
            self.add_error("deadline", _("Sæt en frist, der ligger efter starten."))
        needed = [action.pk for action in data.get("depends_on") or ()]
        if circle := circle_through(self.instance, needed):
            self.add_error("depends_on", circle_words(circle))
        if "done_on" not in self.errors:
            self._settle_the_day(data)
        return data

    def _settle_the_day(self, data: dict[str, Any]) -> None:
        """Only a done action has a day: the one given, or today. One done on a day nobody wrote down stays so."""
        action, today, day = self.instance, timezone.localdate(), data.get("done_on")
        if data.get("status") != ActionStatus.DONE:
            if day and day != self.initial.get("done_on"):
                self.add_error("done_on", _("Vælg ”Gennemført” ovenfor, eller lad dagen stå tom."))
            data["done_on"] = action.done_written_at = None
            return
        if day and day > today:
            self.add_error("done_on", _("Skriv en dag, der er gået, eller i dag. Er det ikke gjort endnu, så vent."))
            return
        was_done = self.initial.get("status") == ActionStatus.DONE
        data["done_on"] = day or (None if was_done and not self.initial.get("done_on") else today)
        if not was_done or data["done_on"] != self.initial.get("done_on"):
            action.done_written_at = timezone.now()

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]
        if "gaps" not in self.fields:
            return
        chosen = self.cleaned_data["gaps"]
        for gap in self.instance.gaps.all() if self._closed else ():
            if gap_code(gap.candidacy_id, gap.concept) not in chosen:
                gap.delete()
        new = [code.split("-") for code in chosen if code not in self._closed]
        ActionGap.objects.bulk_create(
            ActionGap(action=self.instance, candidacy_id=int(pk), concept=concept) for pk, concept in new
        )


def gap_code(candidacy_id: int, concept: str) -> str:
    """What a gap is called in a form: "12-ability"."""
    return f"{candidacy_id}-{concept}"


def gap_choices(project_id: int, closed: list[str]) -> list[tuple[str, str]]:
    """The gaps of the project's candidacies: a concept that is weak or not known, and what is `closed` already."""
    answers = latest_answers([project_id])
    candidacies = (
        Candidacy.objects.of_project(project_id)
        .in_order()
        .select_related(
            "project_actor__actor__housing_organisation",
            "project_actor__actor__housing_department__organisation",
            "project_actor__actor__municipality",
        )
    )
    return [
        (gap_code(each.pk, concept), f"{each}: {str(concept.label).lower()} ({words(answer)})")
        for each in candidacies
        for concept in Concept
        if _is_gap(answer := answers[each.pk].get(concept)) or gap_code(each.pk, concept) in closed
    ]


def _is_gap(answer: Answer) -> bool:
    return answer is not None and (is_weak(answer) or not isinstance(answer, int))


def _layout(asked: Container[str]) -> FormHelper:
    def those(*names: str) -> list[str]:
        return [name for name in names if name in asked]

    return FormHelper(
        "title",
        Section(_("Hvad er det godt for?"), *those("gaps", "theme", "capacity_form")),
        Section(_("Hvem?"), *those("actors", "tasks", "responsible", "contributors")),
        Section(_("Hvornår?"), Row("start", "deadline"), *those("depends_on"), "milestone", "success_criterion"),
        Section(_("Hvad koster det?"), Row("hours", "cost"), "funding_source"),
        Section(_("Hvis det går galt"), "risk", "plan_b"),
        Section(_("Status"), "status", "done_on", "status_note"),
    )
