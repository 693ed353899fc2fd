"""How a group's answers about one concept lie: median and spread, as pure functions (docs/method.md, Fase 3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from actors.concepts import SCALE, UNKNOWN, Answer

# Under three scores nothing is shown: each could be worked out from the others.
FEWEST: Final = 3
# So many steps between the highest and the lowest score, and the group sees it differently.
TALK_AT: Final = 2


def median_of(scores: Sequence[int]) -> Decimal:
    """The score in the middle; with an even number halfway between the two in the middle: 3.5.

    Raises:
        ValueError: there are no scores.
    """
    if not scores:
        raise ValueError("no scores")
    ordered = sorted(scores)
    upper = len(ordered) // 2
    lower = (len(ordered) - 1) // 2
    return Decimal(ordered[lower] + ordered[upper]) / 2


def spread_of(scores: Sequence[int]) -> int:
    """The highest minus the lowest.

    Raises:
        ValueError: there are no scores.
    """
    if not scores:
        raise ValueError("no scores")
    return max(scores) - min(scores)


def counts_of(scores: Iterable[int]) -> tuple[int, ...]:
    """How many chose each step, from the lowest to the highest."""
    given = list(scores)
    return tuple(given.count(step) for step in SCALE)


@dataclass(frozen=True, slots=True)
class Spread:
    """What may be said of a group's answers about one concept.

    `counts`, `median` and `spread` are empty while fewer than three gave a score. With fewer than three answers
    `numeric` counts them all, those who do not know too.
    """

    numeric: int = 0
    unknown: int = 0
    counts: tuple[int, ...] = ()
    median: Decimal | None = None
    spread: int | None = None

    @property
    def is_shown(self) -> bool:
        return self.numeric >= FEWEST

    @property
    def wants_talk(self) -> bool:
        """The group sees it differently."""
        return self.spread is not None and self.spread >= TALK_AT

    @property
    def answered(self) -> int:
        """How many answered, those who do not know too."""
        return self.numeric + self.unknown


def gather(answers: Iterable[Answer]) -> Spread:
    """The answers of the group as one; a concept that somebody left out does not count."""
    given = list(answers)
    scores = [answer for answer in given if isinstance(answer, int)]
    unknown = sum(answer is UNKNOWN for answer in given)
    if len(scores) + unknown < FEWEST:
        return Spread(len(scores) + unknown)  # not even how many of them did not know
    if len(scores) < FEWEST:
        return Spread(len(scores), unknown)
    return Spread(len(scores), unknown, counts_of(scores), median_of(scores), spread_of(scores))


def by_disagreement(spread: Spread) -> tuple[int, int, int]:
    """A key for sorting: the greatest spread first, then where most do not know; what cannot be shown comes last."""
    return (0 if spread.is_shown else 1, -(spread.spread or 0), -spread.unknown)


def steps_apart(own: int, group: int | Decimal) -> Decimal:
    """How much higher (or, below zero, lower) an actor sees itself than the group does."""
    return own - Decimal(group)
