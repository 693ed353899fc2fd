"""The steering calendar of a period: when each thing ought to happen, as pure functions (docs/method.md, Kalenderen).

Dates are proposed from the period and may be moved one by one. Nothing here asks the database or the clock.
"""

import calendar as months_of_the_world
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

FULL_PERIOD: Final = 48  # months; a shorter period gets its dates closer together


class DateKind(TextChoices):
    """A date of the calendar, in the order they come. The value is also its address."""

    STARTUP = "igangsaetning", _("Igangsætning begynder")
    OPERATION = "drift", _("Drift begynder")
    REVIEW = "eftersyn", _("1-års eftersyn")
    MIDTERM = "midtvejsevaluering", _("Midtvejsevaluering")
    PLAN = "forankringsplan", _("Forankringsplan for hvert projekt")
    ANCHORING = "forankring", _("Forankring begynder")
    TRIAL_START = "proevedrift", _("Prøvedrift begynder")
    TRIAL_END = "proevedrift-slut", _("Prøvedrift slutter")
    FINAL = "slutevaluering", _("Slutevaluering")
    HANDOVER = "overdragelse", _("Overdragelse begynder")
    FOLLOW_UP_3 = "opfoelgning-3", _("Opfølgning efter 3 måneder")
    FOLLOW_UP_12 = "opfoelgning-12", _("Opfølgning efter 12 måneder")


# The helhedsplan's, not a project's. A person says that they have been held.
SHARED: Final = frozenset({DateKind.REVIEW, DateKind.MIDTERM, DateKind.FINAL})
AFTER_THE_END: Final = frozenset({DateKind.FOLLOW_UP_3, DateKind.FOLLOW_UP_12})

# Months before the last day in a full period.
_BEFORE_END: Final = {
    DateKind.MIDTERM: 24,
    DateKind.PLAN: 18,
    DateKind.TRIAL_START: 12,
    DateKind.TRIAL_END: 3,
    DateKind.FINAL: 3,
    DateKind.HANDOVER: 2,
}
_AFTER_END: Final = {DateKind.FOLLOW_UP_3: 3, DateKind.FOLLOW_UP_12: 12}
# The four stages are the quarters of the period.
_QUARTERS: Final = {DateKind.STARTUP: 1, DateKind.OPERATION: 2, DateKind.ANCHORING: 3}
# Dates that must not pass each other when one is moved.
_ORDERS: Final = (
    (DateKind.STARTUP, DateKind.OPERATION, DateKind.ANCHORING),
    (DateKind.REVIEW, DateKind.MIDTERM, DateKind.FINAL),
    (DateKind.TRIAL_START, DateKind.TRIAL_END, DateKind.HANDOVER),
    (DateKind.FOLLOW_UP_3, DateKind.FOLLOW_UP_12),
)


def add_months(day: date, months: int) -> date:
    """The same day that many months later (or earlier), the month's last day when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, months_of_the_world.monthrange(year, month + 1)[1]))


def propose(start: date | None, end: date | None) -> dict[DateKind, date]:
    """The proposed date of each kind. Without a first or a last day: those that the other one gives.

    `end` is the period's last day. Less than 48 months bring everything inside the period closer in proportion; the
    follow-ups stay 3 and 12 months after it. A first day that does not come before the last tells nothing.
    """
    if start and end and start >= end:
        start = None
    found: dict[DateKind, date] = {}
    if start and end:
        found |= _inside(start, end)
    elif end:
        found |= {kind: add_months(end, -months) for kind, months in _BEFORE_END.items()}
    elif start:
        found[DateKind.REVIEW] = add_months(start, 12)
    if end:
        found |= {kind: add_months(end, months) for kind, months in _AFTER_END.items()}
    return {kind: found[kind] for kind in DateKind if kind in found}


def _inside(start: date, end: date) -> dict[DateKind, date]:
    days = (end - start).days + 1

    def part(months: int) -> timedelta:
        return timedelta(days=days * months // FULL_PERIOD)

    found = {kind: start + part(quarter * FULL_PERIOD // 4) for kind, quarter in _QUARTERS.items()}
    months = _whole_months(start, end)
    if months % 4 == 0 and months:
        found = {kind: add_months(start, months * quarter // 4) for kind, quarter in _QUARTERS.items()}
    if _is_full(start, end):
        found |= {kind: add_months(end, -months) for kind, months in _BEFORE_END.items()}
        found[DateKind.REVIEW] = add_months(start, 12)
    else:
        # Never further from the end than in a full period: calendar months are a day or two shorter than their share.
        found |= {kind: max(end - part(months), add_months(end, -months)) for kind, months in _BEFORE_END.items()}
        found[DateKind.REVIEW] = start + part(12)
    return {kind: min(max(day, start), end) for kind, day in found.items()}


def _whole_months(start: date, end: date) -> int:
    """The period's length when it is a number of whole months, else 0."""
    months = (day_after(end).year - start.year) * 12 + day_after(end).month - start.month
    return months if add_months(start, months) == day_after(end) else 0


def _is_full(start: date, end: date) -> bool:
    return add_months(start, FULL_PERIOD) <= day_after(end)


def day_after(day: date) -> date:
    """Time ends in 9999."""
    return day + timedelta(days=1) if day < date.max else day


def leaves_a_gap(end: date | None, day: date | None) -> bool:
    """Whether somebody who takes over that day leaves days without anybody: the first day after the last is in time."""
    return bool(end and day and day > day_after(end))


class Stage(NamedTuple):
    """One of the four stages; `end` is its last day."""

    number: int
    name: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Entry:
    """A date of the calendar. `day` is the one that counts; `held_on` is when a person says it took place."""

    kind: DateKind
    proposed: date | None
    moved_to: date | None = None
    held_on: date | None = None

    @property
    def day(self) -> date | None:
        return self.moved_to or self.proposed

    @property
    def is_moved(self) -> bool:
        return self.moved_to is not None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A period with all its dates."""

    start: date | None
    end: date | None
    entries: Mapping[DateKind, Entry] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def __getitem__(self, kind: DateKind) -> Entry:
        return self.entries[kind]

    def day(self, kind: DateKind) -> date | None:
        return self.entries[kind].day

    @property
    def stages(self) -> list[Stage]:
        """The four stages in order; none while the period is not known, and not one that was moved away."""
        if not self.start or not self.end or self.start >= self.end:
            return []
        begins = [self.start, *(self.day(kind) or self.start for kind in _QUARTERS)]
        begins = [min(max(day, self.start), self.end) for day in begins]
        ends = [day - timedelta(days=1) if day > date.min else day for day in begins[1:]] + [self.end]
        names = (_("Projektdesign"), _("Igangsætning"), _("Drift"), _("Forankring"))
        stages = zip(names, begins, ends, strict=True)
        found = [Stage(number, str(name), start, end) for number, (name, start, end) in enumerate(stages, start=1)]
        return [stage for stage in found if stage.start <= stage.end]

    def stage_on(self, day: date) -> Stage | None:
        return next((stage for stage in self.stages if stage.start <= day <= stage.end), None)

    def is_outside(self, kind: DateKind) -> bool:
        """Whether a moved date no longer fits the period, as when the period was changed afterwards."""
        day = self.day(kind)
        if day is None:
            return False
        if kind in AFTER_THE_END:
            return bool(self.end and day <= self.end)
        return bool((self.start and day < self.start) or (self.end and day > self.end))

    def before_its_turn(self, kind: DateKind) -> Entry | None:
        """The entry that ought to come before this one and has a later day, as when one of them was moved."""
        before, _after = self.neighbours(kind)
        entry = self.entries[kind]
        return before if before and before.day and entry.day and entry.day < before.day else None

    def neighbours(self, kind: DateKind) -> tuple[Entry | None, Entry | None]:
        """The entries that this one must not come before, and not after. Only those with a date."""
        order = next((each for each in _ORDERS if kind in each), (kind,))
        place = order.index(kind)
        before = [self.entries[each] for each in order[:place] if self.day(each)]
        after = [self.entries[each] for each in order[place + 1 :] if self.day(each)]
        return (before[-1] if before else None), (after[0] if after else None)


def calendar_of(
    start: date | None,
    end: date | None,
    *,
    moved: Mapping[str, date] | None = None,
    held: Mapping[str, date] | None = None,
) -> Calendar:
    """The calendar of a period, with the dates that were moved and the days on which something was held."""
    proposed, moved, held = propose(start, end), moved or {}, held or {}
    entries = {kind: Entry(kind, proposed.get(kind), moved.get(kind), held.get(kind)) for kind in DateKind}
    return Calendar(start, end, entries)


def calendar_within(shared: Calendar, start: date | None, end: date | None, moved: Mapping[str, date]) -> Calendar:
    """The calendar of a project in a helhedsplan.

    In the helhedsplan's own period its dates are the proposals, also those that were moved there. In a period of its
    own the project's are. What the helhedsplan holds for all its projects is always the helhedsplan's.
    """
    proposed = propose(start, end)
    if (start, end) == (shared.start, shared.end):
        proposed = {entry.kind: entry.day for entry in shared if entry.day}
    entries = {
        kind: shared[kind] if kind in SHARED else Entry(kind, proposed.get(kind), moved.get(kind)) for kind in DateKind
    }
    return Calendar(start, end, entries)
