"""How far the answering is: how many have answered and who is missing, never what. Three queries."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.crypto import salted_hmac

from actors.models import Membership, Role
from projects.access import RIGHTS, Permission
from projects.models import AssessmentRound, Participant, RoundSubject

RATERS = [role for role in Role if Permission.RATE in RIGHTS[role]]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is asked. `given` of `asked` answers; no participant when a member has not come yet."""

    name: str
    given: int
    asked: int
    participant: Participant | None = None

    @property
    def is_done(self) -> bool:
        return self.given >= self.asked > 0

    @property
    def is_guest(self) -> bool:
        return self.participant is not None and self.participant.user_id is None

    @property
    def may_be_sent_away(self) -> bool:
        """A guest who left before answering anything."""
        return self.is_guest and not self.given


@dataclass(frozen=True, slots=True)
class Progress:
    """Everybody who is asked, and how many have answered about each subject."""

    people: Sequence[Person]
    answered_about: dict[int, int]

    @property
    def joined(self) -> int:
        """How many have come."""
        return sum(person.participant is not None for person in self.people)

    @property
    def done(self) -> int:
        return sum(person.is_done for person in self.people)

    @property
    def missing(self) -> list[Person]:
        return [person for person in self.people if not person.is_done]

    @property
    def finished(self) -> list[Person]:
        return [person for person in self.people if person.is_done]

    @property
    def given_by(self) -> int:
        """How many have answered anything."""
        return sum(person.given > 0 for person in self.people)

    @property
    def mark(self) -> str:
        """Another one whenever something here is another."""
        told = [(each.name, each.given, each.asked, each.participant and each.participant.pk) for each in self.people]
        return salted_hmac("forankring.round.progress", repr((told, self.answered_about))).hexdigest()[:16]


def progress_of(round_: AssessmentRound) -> Progress:
    subjects = RoundSubject.objects.filter(round=round_)
    rows = subjects.values_list("pk", "candidacy__project_actor").annotate(Count("ratings__participant", distinct=True))
    actors = {subject: actor for subject, actor, _answered in rows}
    answered_about = {subject: answered for subject, _actor, answered in rows}

    def person(name: str, participant: Participant) -> Person:
        asked = len(actors)
        if hasattr(participant, "link"):
            asked = sum(actor == participant.represents_id for actor in actors.values())
        given: int = participant.given  # type: ignore[attr-defined]
        return Person(name, given, asked * len(round_.concepts), participant)

    come = Participant.objects.filter(round=round_, is_out=False).select_related("user", "link").order_by("pk")
    participants = list(come.annotate(given=Count("ratings")))
    seated = {each.user_id: each for each in participants if each.user_id}
    members = Membership.objects.filter(programme=round_.project.programme_id, role__in=RATERS, user__is_active=True)
    users = [each.user for each in members.with_people()]
    asked = len(actors) * len(round_.concepts)
    people = [
        person(str(user), seated.pop(user.pk)) if user.pk in seated else Person(str(user), 0, asked) for user in users
    ]
    # Guests, and members who have left the helhedsplan since they answered: nobody waits for one who had not.
    others = [each for each in participants if each.user_id is None or (each.user_id in seated and each.given)]
    people += [person(str(each.user or each), each) for each in others]
    return Progress(people, answered_about)
