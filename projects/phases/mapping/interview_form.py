"""The actor interview: eight questions to ask the actor, and how far the contact is afterwards."""

from datetime import date
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forankring.ui.fields import LONGEST_ID, RadioField
from forankring.ui.forms import FormHelper, Section
from projects.models import ActorInterview, ContactStatus
from projects.models.interview import NOTES
from projects.phases.guidance import GuidedForm
from projects.phases.mapping.interview_notes import QUESTIONS

FURTHEST_YEARS: Final = 2


class InterviewForm(GuidedForm, forms.ModelForm):
    """Only the actor and the day are needed: what was not talked about stays empty."""

    asks = "samtale"
    judging = frozenset(NOTES)

    contact_status = RadioField(
        label=_("Hvor langt er I bagefter?"),
        help_text=_("Svaret flytter også med over på aktørens kort."),
        choices=ContactStatus.choices,
        required=False,
    )

    class Meta:
        model = ActorInterview
        fields = ("project_actor", "held_on", "our_role", "their_role", *NOTES, "contact_status")
        labels: ClassVar = {
            "project_actor": _("Hvilken aktør?"),
            "held_on": _("Hvornår taler I sammen?"),
            "our_role": _("Hvem fra jer?"),
            "their_role": _("Hvem hos aktøren?"),
            **{question.field: question.words for question in QUESTIONS},
        }
        help_texts: ClassVar = {
            "held_on": _("En dato, der ikke er kommet endnu, er en plan."),
            "our_role": _("Skriv titlen, ikke navnet. For eksempel: projektleder."),
            "their_role": _("Skriv titlen, ikke navnet. For eksempel: SFO-leder."),
        }
        error_messages: ClassVar = {
            "project_actor": {"required": _("Vælg den aktør, I taler med.")},
            "held_on": {"required": _("Skriv, hvilken dag I taler sammen.")},
        }
        widgets: ClassVar = {name: forms.Textarea({"rows": 3}) for name in NOTES}

    def __init__(self, data: Any = None, *, instance: ActorInterview) -> None:
        if instance.pk is None:
            instance.held_on = timezone.localdate()
            self.not_stored = frozenset({"held_on", "project_actor"})
            self._told: Any = None
        else:
            self._told = _about_contact(instance)
        super().__init__(data, instance=instance)
        actors = self.fields["project_actor"]
        assert isinstance(actors, forms.ModelChoiceField)
        kept = [instance.project_actor_id] if instance.pk else []
        actors.queryset = instance.project.project_actors.offered(kept).named().in_order()
        self.helper = FormHelper(
            Section(_("Hvem og hvornår?"), "project_actor", "held_on", "our_role", "their_role"),
            Section(
                _("Otte spørgsmål"),
                *NOTES,
                help_text=_(
                    "Skriv det, aktøren sagde, med dens egne ord. Spring over, hvad I ikke nåede. "
                    "Kun %s og de medarbejdere, der udfylder planen, kan se det."
                )
                % instance.project.programme.deciding_body,
            ),
            Section(_("Bagefter"), "contact_status"),
        )

    @property
    def tells_of_contact(self) -> bool:
        """Whether what was saved says something else of the contact than the row did: mended notes do not."""
        return _about_contact(self.instance) != self._told

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if day.year > timezone.localdate().year + FURTHEST_YEARS:
            raise ValidationError(_("Skriv en dato inden for de næste to år."))
        return day


def _about_contact(row: ActorInterview) -> tuple[Any, ...]:
    return row.project_actor_id, row.held_on, row.contact_status, row.is_held(timezone.localdate())


def chosen_before(row: ActorInterview, asked: str) -> None:
    """The actor whose card the person came from. Anything that is no such number is left alone."""
    if asked.isascii() and asked.isdigit() and len(asked) <= LONGEST_ID:
        found = row.project.project_actors.filter(pk=int(asked)).first()
        if found:
            row.project_actor = found
