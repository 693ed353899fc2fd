"""How the hours of the project's staff go down to none (docs/method.md, Udfasning). Pure."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple, Protocol, TypeVar

from actors.calendar import DateKind, add_months, propose

LONGEST: Final = 60  # months; who starts earlier has not begun to let go


class Month(NamedTuple):
    """A month, by its first day, and the hours in it."""

    month: date
    hours: int


class HasHours(Protocol):
    """A row or a record of somebody's hours in a month. None: not known yet."""

    @property
    def month(self) -> date: ...
    @property
    def role(self) -> str: ...
    @property
    def hours(self) -> Decimal | None: ...


H = TypeVar("H", bound=HasHours)


def propose_phase_out(first: date, end: date, hours: int) -> list[Month]:
    """Whole hours for each month from `first` to the month of `end`, going evenly down to none in the last one.

    None in the last month, for then the others have tried it alone while somebody still is there to ask. No month at
    all when the project ends before `first`; only the last `LONGEST` when there is longer to go.
    """
    last = end.replace(day=1)
    count = months_between(first, last) + 1
    first = add_months(last, 1 - LONGEST) if count > LONGEST else first.replace(day=1)
    count = min(count, LONGEST)
    steps = max(count - 1, 1)
    return [Month(add_months(first, place), hours * (count - 1 - place) // steps) for place in range(count)]


def months_between(first: date, last: date) -> int:
    """How many months from the one day's month to the other's; negative when it comes before."""
    return (last.year - first.year) * 12 + last.month - first.month


def first_month(*, today: date, start: date | None, end: date) -> date:
    """When letting go begins: this month, or the month in which operation is first tried if that is still to come."""
    trial = propose(start, end)[DateKind.TRIAL_START]
    return max(today, trial).replace(day=1)


def by_month(rows: Iterable[H]) -> dict[date, list[H]]:
    """The rows of each month, the months in order."""
    found: defaultdict[date, list[H]] = defaultdict(list)
    for row in rows:
        found[row.month].append(row)
    return dict(sorted(found.items()))


def total_hours(rows: Iterable[HasHours]) -> Decimal:
    """All roles' hours together. What is not known counts nothing."""
    return sum((row.hours or Decimal(0) for row in rows), Decimal(0))
