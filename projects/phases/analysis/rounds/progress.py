"""How far the answering is: who has not begun, who is at it and who is done, and never more. Three queries.

Nothing here depends on what was answered, and nothing tells how many answers one person has given.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, Final

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from actors.models import Membership, Role
from projects.access import RIGHTS, Permission
from projects.models import AssessmentRound, Participant, RoundSubject

RATERS = [role for role in Role if Permission.RATE in RIGHTS[role]]
# A page that is open asks every few seconds. That is written down this often; whoever was not seen for a while is away.
NOTED_EVERY: Final = timedelta(seconds=30)
AWAY_AFTER: Final = timedelta(minutes=2)
# How long somebody has been away is told in steps: enough to see who has left, and not when they did what.
AWAY_STEPS: Final = {
    60: _("har ikke haft siden åben i over en time"),
    30: _("har ikke haft siden åben i over 30 minutter"),
    10: _("har ikke haft siden åben i over 10 minutter"),
    5: _("har ikke haft siden åben i over 5 minutter"),
}


class Stage(Enum):
    """How far one person is. The value is what the leader reads."""

    NOT_BEGUN = _("er ikke begyndt")
    BEGUN = _("er i gang")
    DONE = _("er færdig")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can answer; no participant when a member has not taken a seat."""

    name: str
    stage: Stage
    participant: Participant | None = None
    is_here: bool = False
    away: Any = ""  # for how long, in words; "" while they are here, or have just been

    @property
    def is_done(self) -> bool:
        return self.stage is Stage.DONE

    @property
    def is_guest(self) -> bool:
        return self.participant is not None and self.participant.user_id is None

    @property
    def is_own_voice(self) -> bool:
        """Somebody who answers about their own organisation alone, through its link."""
        return self.participant is not None and hasattr(self.participant, "link")

    @property
    def is_waited_for(self) -> bool:
        """Somebody who has begun, or who has a page open, unless the leader said not to wait."""
        expected = self.participant is not None and self.participant.is_waited_for
        return expected and not self.is_done and (self.is_here or self.stage is Stage.BEGUN)


@dataclass(frozen=True, slots=True)
class Progress:
    """Everybody who can answer."""

    people: Sequence[Person]

    @property
    def joined(self) -> int:
        """How many have come."""
        return sum(person.participant is not None for person in self.people)

    @property
    def done(self) -> int:
        return len(self.finished)

    @property
    def counted(self) -> int:
        """Those who are done and those who are waited for."""
        return len(self.finished) + len(self.missing)

    @property
    def missing(self) -> list[Person]:
        """Those who are waited for."""
        return [person for person in self.people if person.is_waited_for]

    @property
    def finished(self) -> list[Person]:
        return [person for person in self.people if person.is_done]

    @property
    def others(self) -> list[Person]:
        """Those who can answer and are not waited for."""
        return [person for person in self.people if not person.is_done and not person.is_waited_for]

    @property
    def given_by(self) -> int:
        """How many have answered anything."""
        return sum(person.stage is not Stage.NOT_BEGUN for person in self.people)

    @property
    def mark(self) -> str:
        """Another one whenever something here is another."""
        told = [
            (each.name, each.stage.name, each.is_waited_for, each.participant and each.participant.pk, str(each.away))
            for each in self.people
        ]
        return salted_hmac("forankring.round.progress", repr(told)).hexdigest()[:16]


def progress_of(round_: AssessmentRound, about: Collection[int] | None = None) -> Progress:
    """How far everybody is with all of the round, or with the subjects it is asked `about`."""
    subjects = RoundSubject.objects.filter(round=round_)
    if about is not None:
        subjects = subjects.filter(pk__in=about)
    actors = dict(subjects.values_list("pk", "candidacy__project_actor"))
    now = timezone.now()

    def asked_of(participant: Participant) -> int:
        if hasattr(participant, "link"):
            return sum(actor == participant.represents_id for actor in actors.values())
        return len(actors)

    come = Participant.objects.filter(round=round_, is_out=False).select_related("user", "link").order_by("pk")
    given = Count("ratings", filter=Q(ratings__subject__in=list(actors)))
    seated = [each for each in come.annotate(given=given, given_at_all=Count("ratings")) if asked_of(each)]
    by_user = {each.user_id: each for each in seated if each.user_id}
    members = Membership.objects.filter(programme=round_.project.programme_id, role__in=RATERS, user__is_active=True)
    users = [each.user for each in members.with_people()]

    def person(name: str, participant: Participant | None) -> Person:
        if participant is None:
            return Person(name, Stage.NOT_BEGUN)
        asked = asked_of(participant) * len(round_.concepts)
        return Person(name, _stage(participant, asked), participant, is_here(participant, now), away(participant, now))

    people = [person(str(user), by_user.pop(user.pk, None)) for user in users]
    # Guests, and members who have left the helhedsplan since they answered: nobody waits for one who had not.
    guests = [each for each in seated if each.user_id is None]
    gone = [each for each in by_user.values() if _stage(each, 1) is not Stage.NOT_BEGUN]
    people += [person(str(each.user or each), each) for each in [*guests, *gone]]
    return Progress(people)


def _stage(participant: Participant, asked: int) -> Stage:
    given: int = participant.given  # type: ignore[attr-defined]
    if given >= asked:
        return Stage.DONE
    return Stage.BEGUN if participant.given_at_all else Stage.NOT_BEGUN  # type: ignore[attr-defined]


def is_here(participant: Participant, now: datetime) -> bool:
    """Whether the participant has had a page of the round open within the last minutes."""
    return now - participant.seen_at < AWAY_AFTER


def away(participant: Participant, now: datetime) -> Any:
    """How long ago the participant had a page of the round open, in words; "" when that is some minutes."""
    minutes = (now - participant.seen_at) // timedelta(minutes=1)
    return next((words for step, words in AWAY_STEPS.items() if minutes >= step), "")


def note_that_they_are_here(participant: Participant, now: datetime) -> None:
    """Once in a while, when a page of theirs is open. One query, and mostly none."""
    if participant.pk is not None and now - participant.seen_at > NOTED_EVERY:
        Participant.objects.filter(pk=participant.pk).update(seen_at=now)
