"""What the group sees of a round: each concept with its distribution, the actor's own voice and what is agreed on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Max
from django.utils import timezone
from django.utils.crypto import salted_hmac

from actors.concepts import UNKNOWN, Concept, is_weak, words
from actors.spread import by_disagreement
from projects.models import AssessmentRound, RoundSubject
from projects.phases.analysis.assessments import Assessment, Held
from projects.phases.analysis.rounds.company import company_of
from projects.phases.analysis.rounds.distribution import Distribution, revealed_answers
from projects.phases.analysis.rounds.earlier import held_before
from projects.phases.analysis.rounds.enough import NOBODY, Answered, answered_in
from projects.phases.analysis.rounds.results import results_of
from projects.phases.analysis.rounds.state import is_announced, is_revealed, shown_in
from projects.phases.analysis.rounds.talk_words import PointWords


class Agreed(NamedTuple):
    """What the group agreed on about a concept in the round, and what it held before."""

    now: Assessment | None = None
    before: Held | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One concept of one subject, ready to be talked about."""

    subject: RoundSubject
    distribution: Distribution
    agreed: Agreed

    @property
    def concept(self) -> Concept:
        return self.distribution.concept

    @property
    def wants_talk(self) -> bool:
        return self.distribution.spread.wants_talk

    @property
    def is_shown(self) -> bool:
        return self.distribution.spread.is_shown

    @property
    def is_settled(self) -> bool:
        """The group has written down what it holds."""
        return bool(self.agreed.now and self.agreed.now.answer is not None)

    @property
    def is_gap(self) -> bool:
        """What the group agreed on is low enough to want an action."""
        return bool(self.agreed.now and is_weak(self.agreed.now.answer))

    @property
    def now_words(self) -> str:
        return words(self.agreed.now.answer) if self.agreed.now else ""

    @property
    def before_words(self) -> str:
        return words(self.agreed.before.assessment.answer) if self.agreed.before else ""

    @property
    def said(self) -> PointWords:
        """The same in words and as a picture."""
        return PointWords(self.distribution, self.agreed.now, shows_names=self.subject.round.shows_names)


@dataclass(frozen=True, slots=True)
class Shown:
    """A subject with its points, or one that is hidden still (no points) and how many have answered."""

    subject: RoundSubject
    points: Sequence[Point]
    answered: Answered = NOBODY
    is_revealed: bool = True
    is_announced: bool = False

    @property
    def is_ready(self) -> bool:
        """Hidden, and enough have answered for it to be shown."""
        return self.answered.is_enough and not self.is_revealed and not self.is_announced

    @property
    def settled(self) -> int:
        return sum(point.is_settled for point in self.points)


def shown_of(round_: AssessmentRound, subjects: Sequence[RoundSubject], *, seen_by: Any) -> list[Shown]:
    """The subjects of a running round as somebody who may show them sees them. Five queries.

    A hidden one tells only how many have answered, and whether they are enough.
    """
    now = timezone.now()
    answers = revealed_answers(round_, subjects)
    agreed = agreed_in(round_, [subject for subject in subjects if subject.pk in answers])
    counts = answered_in(round_, shown_by=seen_by)
    return [
        _shown(subject, answers.get(subject.pk, {}), agreed, counts.get(subject.pk, NOBODY), now=now)
        for subject in subjects
    ]


def kept_of(round_: AssessmentRound, subjects: Sequence[RoundSubject]) -> list[Shown]:
    """The subjects of a closed round with what was kept. Two queries."""
    results = results_of(round_)
    agreed = agreed_in(round_, subjects)
    return [_shown(subject, results.get(subject.pk, {}), agreed) for subject in subjects]


def _shown(
    subject: RoundSubject,
    found: Mapping[Concept, Distribution],
    agreed: dict[tuple[int, Concept], Agreed],
    answered: Answered = NOBODY,
    now: datetime | None = None,
) -> Shown:
    points = [
        Point(subject, found[concept], agreed.get((subject.candidacy_id, concept), Agreed()))
        for concept in Concept
        if concept in found
    ]
    if now is None:  # the round is closed: there is nothing hidden any more
        return Shown(subject, points)
    return Shown(subject, points, answered, is_revealed(subject, now), is_announced(subject, now))


def mark_of(round_: AssessmentRound, *, seen_by: Any) -> str:
    """Another one whenever there is something new to see of the round. Four queries, none about what was answered."""
    agreed = round_.scores.aggregate(last=Max("pk"))["last"]
    answered = sorted(answered_in(round_, shown_by=seen_by).items())
    told = repr((shown_in(round_, timezone.now()), agreed, answered, company_of(round_)))
    return salted_hmac("forankring.round.reveal", told).hexdigest()[:16]


def agreed_in(round_: AssessmentRound, subjects: Iterable[RoundSubject]) -> dict[tuple[int, Concept], Agreed]:
    """By candidacy and concept: the round's own latest word, and the latest word from before it. Three queries.

    A round is read as it stood: what was said outside it after it was opened is no business of its page. While it runs,
    the earlier word is not told where a guest or somebody who speaks for the actor is in it: they may see the screen.
    """
    asked = list(subjects)
    found = {key: Agreed(before=held) for key, held in held_before(round_, asked).items()}
    for row in round_.scores.filter(candidacy__in=[subject.candidacy_id for subject in asked]).order_by("pk"):
        key = (row.candidacy_id, Concept(row.concept))
        said = Assessment(UNKNOWN if row.is_unknown else row.score, row.evidence, row.reason, row.requirement)
        found[key] = found.get(key, Agreed())._replace(now=said)
    return found


def talk_list(shown: Iterable[Shown]) -> list[Point]:
    """Every revealed point, the most disagreed on first; those that are equal in the order of the round."""
    points = [point for one in shown for point in one.points]
    return sorted(points, key=lambda point: by_disagreement(point.distribution.spread))
