"""Taking guests' seats out, so that they do not count. Nobody is told what a seat held."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from forankring.ui.fields import ChoicesField
from forankring.ui.forms import DanishForm
from projects.models import AssessmentRound, Event, Participant, Rating
from projects.phases.analysis.rounds.enough import call_off_what_too_few_answer
from projects.phases.analysis.rounds.progress import away
from projects.phases.analysis.rounds.services import RoundIsOverError, wait_for_answers
from projects.phases.analysis.rounds.state import about_round, hidden_at


class AllShownError(Exception):
    """The group has seen every answer, so there is nothing left that could be taken out."""


def guests_of(round_: AssessmentRound) -> list[Participant]:
    """Those without an account who still count, in the order they came.

    Not whoever speaks for an actor through its link: that is made anew (rounds/actor_voice.py), and the old one dies.
    """
    return list(_guests(round_).order_by("pk"))


def _guests(round_: AssessmentRound) -> QuerySet[Participant]:
    return round_.participants.filter(user__isnull=True, link__isnull=True, is_out=False)


class SeatsForm(DanishForm, forms.Form):
    """Which seats are taken out. `asked` is ticked beforehand. Beside each stands how long its page has been closed."""

    seats = ChoicesField(
        label=lazy("Hvilke pladser tæller ikke med?"),
        choices=[],
        error_messages={
            "required": lazy("Vælg mindst én plads."),
            "invalid_choice": lazy("En af pladserne er her ikke mere. Vælg igen."),
        },
    )

    def __init__(self, data: Any = None, *, guests: Collection[Participant], asked: str = "") -> None:
        super().__init__(data, initial={"seats": [asked]})
        field, now = self.fields["seats"], timezone.now()
        assert isinstance(field, ChoicesField)
        field.choices = [(str(each.pk), str(each)) for each in guests]
        field.hints = {str(each.pk): away(each, now) for each in guests}

    @property
    def chosen(self) -> set[int]:
        """Only of a valid form."""
        return {int(pk) for pk in self.cleaned_data["seats"]}


@transaction.atomic
def take_out(*, by: Any, round_: AssessmentRound, seats: Collection[int]) -> int:
    """Delete what the seats hold of what is not shown yet, and the seats; says how many. What the group has seen stays.

    Raises:
        RoundIsOverError: the round is closed, or broken off.
        AllShownError: the answers are shown.
    """
    running = AssessmentRound.objects.select_for_update().running().filter(pk=round_.pk).first()
    if running is None:
        raise RoundIsOverError
    hidden = running.subjects.filter(hidden_at(timezone.now()))
    if not hidden.exists():
        raise AllShownError
    wait_for_answers(running)
    found = list(_guests(running).filter(pk__in=seats).values_list("pk", flat=True))
    Rating.objects.filter(participant__in=found, subject__in=hidden).delete()
    seen = Participant.objects.filter(pk__in=found, ratings__isnull=False).values_list("pk", flat=True)
    Participant.objects.filter(pk__in=list(seen)).update(is_out=True)
    Participant.objects.filter(pk__in=found, is_out=False).delete()
    if found:
        call_off_what_too_few_answer(running)
        text = ngettext(
            "tog en gæsts plads ud af vurderingsrunden",
            "tog %(count)d gæsters pladser ud af vurderingsrunden",
            len(found),
        )
        Event.objects.record(
            by=by, project=round_.project, text=text % {"count": len(found)}, about=about_round(running)
        )
    return len(found)


def said_out(count: int) -> str:
    """What the leader is told afterwards."""
    words = ngettext("Pladsen tæller ikke med mere.", "%(count)d pladser tæller ikke med mere.", count)
    return words % {"count": count} if count else _("Pladserne var allerede taget ud.")
