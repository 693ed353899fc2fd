"""Opening a round, and giving more time (docs/method.md, Vurderingsrunder)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.concepts import Concept
from forankring.ui.fields import ChoicesField, DateField, RadioField, RowsField
from projects.models import AssessmentRound, Candidacy, Project
from projects.phases.analysis.rounds.state import end_of, last_day
from projects.phases.guidance import GuidedForm

NOW, BY_A_DAY = "nu", "frist"
YES, NO = "ja", "nej"
LONGEST: Final = timedelta(days=366)  # nobody waits longer for an answer


class _TimedForm(GuidedForm, forms.Form):
    """How long people may answer."""

    asks = "runde"

    ends = RadioField(
        label=_("Hvor længe kan I svare?"),
        choices=[
            (NOW, _("Nu: til mødelederen viser svarene")),
            (BY_A_DAY, _("Til og med en dag")),
        ],
        error_messages={"required": _("Vælg, hvor længe I kan svare.")},
    )
    deadline_on = DateField(
        label=_("Sidste dag at svare"),
        help_text=_("Kun når du har valgt ”Til og med en dag”. For eksempel 1. maj 2027."),
        required=False,
    )

    def clean_deadline_on(self) -> date | None:
        day: date | None = self.cleaned_data["deadline_on"]
        if self.cleaned_data.get("ends") != BY_A_DAY:
            if day and "deadline_on" in self.changed_data and "ends" in self.cleaned_data:
                raise ValidationError(_("Vælg ”Til og med en dag”, eller slet dagen her."))
            return None
        today = timezone.localdate()
        if day is None:
            raise ValidationError(_("Skriv den sidste dag, I kan svare, for eksempel 1. maj 2027."))
        if day < today:
            raise ValidationError(_("Skriv en dag, der ikke er gået."))
        if day > today + LONGEST:
            raise ValidationError(_("Skriv en dag inden for det næste år."))
        return day

    @property
    def deadline(self) -> datetime | None:
        """Only of a valid form."""
        day = self.cleaned_data["deadline_on"]
        return end_of(day) if day else None


class DeadlineForm(_TimedForm):
    """More time, or less."""

    def __init__(self, data: Any = None, *, running: AssessmentRound) -> None:
        day = last_day(running.deadline)
        super().__init__(data, initial={"ends": BY_A_DAY if day else NOW, "deadline_on": day})


class OpenRoundForm(_TimedForm):
    """Which actors in which roles, which concepts, how long, and whether names are shown afterwards."""

    subjects = RowsField(
        label=_("Hvem handler runden om?"),
        queryset=Candidacy.objects.none(),
        error_messages={"required": _("Vælg mindst én aktør i en rolle.")},
    )
    concepts = ChoicesField(
        label=_("Hvad spørger I om?"),
        choices=Concept.choices,
        error_messages={"required": _("Vælg mindst ét af de fire begreber.")},
    )
    shows_names = RadioField(
        label=_("Skal I kunne se, hvem der svarede hvad?"),
        choices=[(NO, _("Nej, kun hvordan svarene fordeler sig")), (YES, _("Ja, med navn eller rolle"))],
        help_text=_("Det vælger I nu, før nogen svarer. Det kan ikke ændres bagefter."),
        error_messages={"required": _("Vælg, om navnene skal vises bagefter.")},
    )
    field_order = ("subjects", "concepts", "ends", "deadline_on", "shows_names")

    def __init__(self, data: Any = None, *, project: Project, like: AssessmentRound | None = None) -> None:
        offered = offered_in(project)
        chosen = set(like.subjects.values_list("candidacy", flat=True)) if like else None
        initial = {
            "subjects": [each.pk for each in offered if chosen is None or each.pk in chosen],
            "concepts": like.concepts if like else Concept.values,
            "ends": NOW,
            "shows_names": NO,
        }
        super().__init__(data, initial=initial)
        field = self.fields["subjects"]
        assert isinstance(field, RowsField)
        field.queryset = offered

    @property
    def chosen(self) -> Iterable[Candidacy]:
        """In the order of the actors. Only of a valid form."""
        return list(self.cleaned_data["subjects"].in_order())


def offered_in(project: Project) -> Any:
    """What a round can be about: every role of an actor that is in use."""
    rows = Candidacy.objects.of_project(project.pk).filter(project_actor__actor__is_active=True)
    return rows.named().in_order()
