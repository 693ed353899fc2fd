"""What operation costs and who pays, as pure functions over budget lines (docs/method.md, Fase 4).

A line is anything with an `amount` in kroner a year (None: not known yet). Rows, facts and the plan's records all are.
"""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Protocol, TypeVar

from projects.models import Certainty


class Line(Protocol):
    @property
    def amount(self) -> int | None: ...


class PaidLine(Line, Protocol):
    @property
    def certainty(self) -> str | None: ...


class ExpiringLine(Line, Protocol):
    @property
    def expires_on(self) -> date | None: ...


L = TypeVar("L", bound=Line)
E = TypeVar("E", bound=ExpiringLine)
K = TypeVar("K", bound=Hashable)


def total(lines: Iterable[Line]) -> int:
    """Kroner a year. A line without an amount counts nothing."""
    return sum(line.amount or 0 for line in lines)


def by_certainty(lines: Iterable[PaidLine]) -> dict[Certainty | None, int]:
    """Kroner a year for each certainty that a line has, surest first; None, last, is money nobody has said it of."""
    sums = per(lines, lambda line: Certainty(line.certainty) if line.certainty else None)
    order: list[Certainty | None] = [*Certainty, None]
    return {certainty: sums[certainty] for certainty in order if certainty in sums}


def per(lines: Iterable[L], key: Callable[[L], K]) -> dict[K, int]:
    """Kroner a year for each key, in the order the keys are first met. A task's cost is the sum of its lines."""
    sums: dict[K, int] = {}
    for line in lines:
        sums[key(line)] = sums.get(key(line), 0) + (line.amount or 0)
    return sums


def expiring(lines: Iterable[E]) -> list[E]:
    """The lines whose money ends on a known day, soonest first."""
    return sorted((line for line in lines if line.expires_on), key=lambda line: line.expires_on or date.max)
