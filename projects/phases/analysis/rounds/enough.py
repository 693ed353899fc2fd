"""Whether what would be shown about a subject lets each hide among the others (docs/method.md, Når svarene vises).

One rule for all: the press that shows the answers, the words beside it, and what is then shown of each concept.
"""

from collections.abc import Collection
from typing import Any, Final, NamedTuple

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy

from actors.spread import FEWEST, are_enough
from projects.models import AssessmentRound, Rating

RULE: Final = lazy(
    "Ud over mødelederen skal tre med en bruger have svaret om det samme begreb, eller fem i alt med gæsterne."
)
# Whoever speaks for the actor is not of the group.
_OF_THE_GROUP: Final = Q(participant__represents__isnull=True) | ~Q(
    participant__represents=F("subject__candidacy__project_actor")
)


class Threshold(NamedTuple):
    """How many must have answered before anything of it is told. Those who `led` know more than the others, and are
    not counted. Of a round that is `unled` nobody knows who did: one of those who are signed in is taken to have.

    A round that shows names promises nothing: it shows the first answer (`is_open`), and when it is closed three of
    `anybody` are kept as numbers.
    """

    led: Collection[int] = ()
    is_open: bool = False
    anybody: bool = False
    unled: bool = False

    def lets_through(self, people: Collection[int | None]) -> bool:
        """Whether these are enough: the users of those in the group who answered, None for a guest."""
        if self.is_open or self.anybody:
            return len(people) >= (FEWEST if self.anybody else 1)
        others = [user for user in people if user not in self.led]
        guests = others.count(None)
        return are_enough(max(0, len(others) - guests - self.unled), guests)


def threshold_of(round_: AssessmentRound, *leaders: int | None) -> Threshold:
    """Whoever opened the round has led it, and the `leaders`: whoever shows the answers, or has."""
    led = frozenset(pk for pk in (round_.opened_by_id, *leaders) if pk is not None)
    return Threshold(led, is_open=round_.shows_names, unled=round_.opened_by_id is None)


class Answered(NamedTuple):
    """How many of the group have answered anything about a subject, and whether enough of them about the same concept.

    "Ved ikke" is an answer: it depends on how many there are, never on what they are.
    """

    people: int = 0
    is_enough: bool = False


NOBODY: Final = Answered()


def answered_in(round_: AssessmentRound, *, shown_by: Any) -> dict[int, Answered]:
    """By subject, for those with an answer: enough to be told something about if that person shows it. One query."""
    threshold = threshold_of(round_, shown_by and shown_by.pk)
    rows = Rating.objects.filter(_OF_THE_GROUP, subject__round=round_)
    found: dict[int, dict[str, dict[int, int | None]]] = {}
    for subject, concept, participant, user in rows.values_list(
        "subject", "concept", "participant", "participant__user"
    ):
        found.setdefault(subject, {}).setdefault(concept, {})[participant] = user
    return {
        subject: Answered(
            people=len(set().union(*by_concept.values())),
            is_enough=any(threshold.lets_through(list(users.values())) for users in by_concept.values()),
        )
        for subject, by_concept in found.items()
    }


def call_off_what_too_few_answer(round_: AssessmentRound) -> None:
    """Hide again what is announced when an answer has gone and too few are left, so that it is not shown for nothing.

    For whoever takes an answer out of the group in a running round.
    """
    for subject in round_.subjects.filter(revealed_at__gt=timezone.now()).select_related("revealed_by"):
        told = answered_in(round_, shown_by=subject.revealed_by).get(subject.pk, NOBODY)
        if not told.is_enough:
            round_.subjects.filter(pk=subject.pk).update(revealed_at=None, revealed_by=None)
