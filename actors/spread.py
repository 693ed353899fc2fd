"""How a group's answers about one concept lie: median and spread, as pure functions (docs/method.md, Fase 3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from actors.concepts import SCALE, UNKNOWN, Answer

# Under so many who are signed in nothing is shown: each could be worked out from the others.
FEWEST: Final = 3
# Anybody can invent a guest, so that without three who are signed in there must be more in all.
FEWEST_IN_ALL: Final = 5
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


def are_enough(signed_in: int, guests: int) -> bool:
    """Whether each can hide among the others. Whoever leads, and who speaks for the actor, is not counted."""
    return signed_in >= FEWEST or signed_in + guests >= FEWEST_IN_ALL


@dataclass(frozen=True, slots=True)
class Spread:
    """What may be said of a group's answers about one concept.

    `counts`, `median` and `spread` are empty where too few gave a score. Where too few answered at all, `numeric`
    counts every answer and `unknown` is 0: not even how many did not know is told.
    """

    numeric: int = 0
    unknown: int = 0
    counts: tuple[int, ...] = ()
    median: Decimal | None = None
    spread: int | None = None

    @property
    def is_shown(self) -> bool:
        return self.median is not None

    @property
    def is_split(self) -> bool:
        """Whether it is told how many of those who answered did not know."""
        return self.is_shown or self.unknown > 0

    @property
    def wants_talk(self) -> bool:
        """The group sees it differently."""
        return self.spread is not None and self.spread >= TALK_AT

    @property
    def answered(self) -> int:
        """How many answered, those who do not know too."""
        return self.numeric + self.unknown


def gather(answers: Iterable[Answer], *, shows: bool | None = None, splits: bool | None = None) -> Spread:
    """The answers of the group as one; a concept that somebody left out does not count.

    `shows`: enough gave a score; `splits`: enough answered, those who do not know too. Where it is not said, there must
    be three.
    """
    given = list(answers)
    scores = [answer for answer in given if isinstance(answer, int)]
    unknown = sum(answer is UNKNOWN for answer in given)
    splits = len(scores) + unknown >= FEWEST if splits is None else splits
    shows = len(scores) >= FEWEST if shows is None else shows and bool(scores)
    if not splits:
        return Spread(len(scores) + unknown)  # not even how many of them did not know
    if not shows:
        return Spread(len(scores), unknown)
    return Spread(len(scores), unknown, counts_of(scores), median_of(scores), spread_of(scores))


def by_disagreement(spread: Spread) -> tuple[int, int, int]:
    """A key for sorting: the greatest spread first, then where most do not know; what cannot be shown comes last."""
    return (0 if spread.is_shown else 1, -(spread.spread or 0), -spread.unknown)


def steps_apart(own: int, group: int | Decimal) -> Decimal:
    """How much higher (or, below zero, lower) an actor sees itself than the group does."""
    return own - Decimal(group)
