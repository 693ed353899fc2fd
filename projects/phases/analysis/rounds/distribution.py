"""What may be shown of the answers about one concept of a subject that is revealed. Pure but for the way in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils import timezone

from actors.concepts import SCALE, Answer, Concept, words
from actors.spread import Spread, gather
from projects.models import AssessmentRound, Evidence, Participant, Rating, RoundSubject
from projects.phases.analysis.rounds.answers import said_in
from projects.phases.analysis.rounds.enough import Threshold, threshold_of
from projects.phases.analysis.rounds.state import is_revealed

NOT_SAID: Final = ""
# What a score can build on, in the order they are counted; last those who did not say.
KINDS: Final = (*Evidence.values, NOT_SAID)


class Line(NamedTuple):
    """What somebody wrote, or answered where names are shown. `name` is empty where they are not."""

    answer: Answer
    evidence: str
    reason: str
    name: str = ""

    @property
    def words(self) -> str:
        return words(self.answer)

    @property
    def evidence_words(self) -> str:
        return str(Evidence(self.evidence).label) if self.evidence else ""


@dataclass(frozen=True, slots=True)
class Distribution:
    """How the group answered about one concept, and what those who speak for the actor answered.

    `evidence` counts the scores by what they build on (KINDS); it and `lines` are empty where too few of the group gave
    a score. `members` and `guests` are how many of the group answered; None where that was not kept.
    """

    concept: Concept
    spread: Spread
    evidence: tuple[int, ...] = ()
    lines: tuple[Line, ...] = ()
    voice: tuple[Line, ...] = ()
    members: int | None = None
    guests: int | None = None


def distribute(
    concept: Concept, subject: RoundSubject, ratings: Iterable[Rating], *, names: bool, threshold: Threshold
) -> Distribution:
    """From the answers about one concept of the subject. Whoever represents the actor is not counted."""
    every = list(ratings)
    own = [rating for rating in every if speaks_for(rating.participant, subject)]
    group = [rating for rating in every if not speaks_for(rating.participant, subject)]
    scores = [rating for rating in group if rating.score is not None]
    spread = gather(
        (said_in(rating).answer for rating in group),
        shows=threshold.lets_through(_users(scores)),
        splits=threshold.lets_through(_users(group)),
    )
    guests = sum(rating.participant.user_id is None for rating in group)
    members = len(group) - guests
    voice = tuple(_line(rating) for rating in own)
    if not spread.is_shown:
        return Distribution(concept, spread, voice=voice, members=members, guests=guests)
    numbers = [rating.evidence for rating in scores]
    counts, lines = tuple(numbers.count(kind) for kind in KINDS), tuple(_lines(group, names=names))
    return Distribution(concept, spread, counts, lines, voice, members, guests)


def _users(ratings: Iterable[Rating]) -> list[int | None]:
    return [rating.participant.user_id for rating in ratings]


def speaks_for(participant: Participant, subject: RoundSubject) -> bool:
    """Whether what the participant answers about the subject is the actor's own voice."""
    return participant.represents_id is not None and participant.represents_id == subject.candidacy.project_actor_id


def revealed_answers(
    round_: AssessmentRound, subjects: Collection[RoundSubject]
) -> dict[int, dict[Concept, Distribution]]:
    """By subject and concept, for the subjects that are revealed; the others are not read. One query."""
    now = timezone.now()
    revealed = {subject.pk: subject for subject in subjects if is_revealed(subject, now)}
    rows = Rating.objects.filter(subject__in=revealed, subject__revealed_at__lte=now)
    thresholds = {subject.pk: threshold_of(round_, subject.revealed_by_id) for subject in revealed.values()}
    return distributions(round_, list(revealed.values()), rows.select_related("participant__user"), thresholds)


def distributions(
    round_: AssessmentRound,
    subjects: Sequence[RoundSubject],
    ratings: Iterable[Rating],
    thresholds: Mapping[int, Threshold],
) -> dict[int, dict[Concept, Distribution]]:
    """Every concept the round asks about, of each of the subjects given. Pure."""
    found: dict[tuple[int, Concept], list[Rating]] = {}
    for rating in ratings:
        found.setdefault((rating.subject_id, Concept(rating.concept)), []).append(rating)
    return {
        subject.pk: {
            concept: distribute(
                concept,
                subject,
                found.get((subject.pk, concept), []),
                names=round_.shows_names,
                threshold=thresholds[subject.pk],
            )
            for concept in concepts_of(round_)
        }
        for subject in subjects
    }


def concepts_of(round_: AssessmentRound) -> list[Concept]:
    """What the round asks about, in the order the concepts are asked."""
    return [concept for concept in Concept if concept.value in round_.concepts]


def _lines(group: Sequence[Rating], *, names: bool) -> list[Line]:
    """The lowest first; not in the order they were given, so that nothing ties one line to another."""
    shown = [_line(rating, name=_name(rating.participant) if names else "") for rating in group]
    told = [line for line in shown if line.reason or line.name]
    return sorted(told, key=lambda line: (_place(line.answer), line.name, line.reason))


def _place(answer: Answer) -> int:
    return answer if isinstance(answer, int) else len(SCALE) + 1  # what is not known comes last


def _line(rating: Rating, name: str = "") -> Line:
    return Line(*said_in(rating), name)


def _name(participant: Participant) -> str:
    """A member by name, a guest by role."""
    return str(participant.user or participant)
