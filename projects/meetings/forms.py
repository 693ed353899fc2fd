"""What is asked of a meeting, and of what it leads to."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from forankring.ui.fields import LinesField, RadioField
from forankring.ui.forms import DanishForm, FormHelper, Row
from projects.meetings.agenda import LONGEST, SHORTEST, timed_steps
from projects.models import Decision, Meeting, MeetingKind, NextStep

ONE_ROLE = _("Skriv én rolle, ikke et navn.")


class MeetingForm(DanishForm, forms.ModelForm):
    kind = RadioField(
        label=_("Hvilket møde er det?"),
        choices=MeetingKind.choices,
        error_messages={"required": _("Vælg, hvilket møde det er.")},
    )
    present = LinesField(
        label=_("Hvem er med?"),
        required=False,
        max_items=40,
        max_length=120,
        help_text=_("Skriv en rolle på hver linje, ikke et navn. For eksempel: Forvaltningschef."),
    )

    class Meta:
        model = Meeting
        fields = ("kind", "held_on", "place", "present")
        labels: ClassVar = {"held_on": _("Hvilken dag er mødet?"), "place": _("Hvor mødes I?")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.is_begun:
            # Its steps have begun to be counted.
            del self.fields["kind"]
        if not self.instance.pk:
            self.initial.setdefault("held_on", timezone.localdate())
        first = ["kind"] if "kind" in self.fields else []
        self.helper = FormHelper(*first, Row("held_on", "place"), "present")


class PresentForm(DanishForm, forms.ModelForm):
    """Who was there after all, who sent apologies, and what was laid before the meeting."""

    present = LinesField(
        label=_("Hvem var med?"),
        required=False,
        max_items=40,
        max_length=120,
        help_text=_("Skriv en rolle på hver linje, ikke et navn."),
    )

    apologies = LinesField(
        label=_("Hvem har meldt afbud?"),
        required=False,
        max_items=40,
        max_length=120,
        help_text=_("Skriv en rolle på hver linje."),
    )
    annexes = LinesField(
        label=_("Hvilke bilag hører til?"),
        required=False,
        max_items=20,
        max_length=160,
        help_text=_("Skriv ét bilag på hver linje. For eksempel: Udkast til aftale med skolen."),
    )

    class Meta:
        model = Meeting
        fields = ("present", "apologies", "annexes")


class MinutesForm(DanishForm, forms.Form):
    """How long each step of a meeting may take."""

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        # A form of its own for each kind of meeting; Django copies these, and never writes in them.
        self.base_fields = {  # type: ignore[misc]
            f"step{timed.number}": forms.IntegerField(
                label=f"{timed.number}. {timed.step.title}",
                initial=timed.minutes,
                min_value=SHORTEST,
                max_value=LONGEST,
                help_text=_now("Vi foreslår %d minutter.") % timed.step.minutes,
                error_messages={"required": _("Skriv, hvor mange minutter trinnet må tage.")},
            )
            for timed in timed_steps(meeting.kind, meeting.minutes)
        }
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.suffix = _("minutter")  # type: ignore[attr-defined]

    @property
    def minutes(self) -> list[int]:
        return list(self.cleaned_data.values())


class MeetingDecisionForm(DanishForm, forms.ModelForm):
    """A decision taken at the meeting; its day is the meeting's."""

    prefix = "beslutning"

    class Meta:
        model = Decision
        fields = ("text", "body")
        labels: ClassVar = {"text": _("Hvad blev besluttet?"), "body": _("Hvem besluttede det?")}
        help_texts: ClassVar = {"body": _("Skriv et organ eller en rolle, ikke et navn.")}


class NextStepForm(DanishForm, forms.ModelForm):
    prefix = "skridt"

    class Meta:
        model = NextStep
        fields = ("text", "owner", "due_on")
        labels: ClassVar = {
            "text": _("Hvad skal der ske?"),
            "owner": _("Hvem gør det?"),
            "due_on": _("Hvornår er det gjort?"),
        }
        help_texts: ClassVar = {"owner": ONE_ROLE}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper("text", Row("owner", "due_on"))
