"""The steering calendar: dates proposed from the period, and dates that were moved."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from actors.calendar import (
    AFTER_THE_END,
    SHARED,
    Calendar,
    DateKind,
    add_months,
    calendar_of,
    calendar_within,
    propose,
)

START, END = date(2023, 7, 1), date(2027, 6, 30)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
periods = st.tuples(days, days).map(sorted).filter(lambda pair: pair[0] < pair[1])
moves = st.dictionaries(st.sampled_from(DateKind), days)
# What must never be proposed in another order.
ORDER = (
    DateKind.REVIEW,
    DateKind.MIDTERM,
    DateKind.PLAN,
    DateKind.TRIAL_START,
    DateKind.TRIAL_END,
    DateKind.HANDOVER,
    DateKind.FOLLOW_UP_3,
    DateKind.FOLLOW_UP_12,
)


def test_a_helhedsplan_of_four_years_gets_the_dates_of_the_method() -> None:
    assert propose(START, END) == {
        DateKind.STARTUP: date(2024, 7, 1),
        DateKind.OPERATION: date(2025, 7, 1),
        DateKind.REVIEW: date(2024, 7, 1),
        DateKind.MIDTERM: date(2025, 6, 30),
        DateKind.PLAN: date(2025, 12, 30),
        DateKind.ANCHORING: date(2026, 7, 1),
        DateKind.TRIAL_START: date(2026, 6, 30),
        DateKind.TRIAL_END: date(2027, 3, 30),
        DateKind.FINAL: date(2027, 3, 30),
        DateKind.HANDOVER: date(2027, 4, 30),
        DateKind.FOLLOW_UP_3: date(2027, 9, 30),
        DateKind.FOLLOW_UP_12: date(2028, 6, 30),
    }


def test_half_the_period_gives_half_the_distances_but_the_same_follow_ups() -> None:
    proposed = propose(date(2025, 7, 1), END)

    assert (END - proposed[DateKind.MIDTERM]).days == 365
    assert (END - proposed[DateKind.TRIAL_START]).days == 182
    assert proposed[DateKind.REVIEW] == date(2025, 12, 30)
    assert proposed[DateKind.FOLLOW_UP_3] == date(2027, 9, 30)


@given(periods)
def test_the_order_is_kept_and_everything_but_the_follow_ups_is_inside(period: list[date]) -> None:
    start, end = period
    proposed = propose(start, end)

    assert list(proposed) == list(DateKind)
    in_order = [proposed[kind] for kind in ORDER]
    assert in_order == sorted(in_order)
    assert proposed[DateKind.STARTUP] <= proposed[DateKind.OPERATION] <= proposed[DateKind.ANCHORING]
    assert proposed[DateKind.MIDTERM] <= proposed[DateKind.FINAL] <= proposed[DateKind.HANDOVER]
    for kind, day in proposed.items():
        assert (day > end) if kind in AFTER_THE_END else (start <= day <= end)


@example([date(2096, 3, 3), date(2100, 3, 1)])
@given(periods)
def test_shorter_is_never_further_from_the_end(period: list[date]) -> None:
    start, end = period
    longer = propose(start - timedelta(days=200), end)
    shorter = propose(start, end)

    for kind in (DateKind.MIDTERM, DateKind.PLAN, DateKind.TRIAL_START, DateKind.TRIAL_END, DateKind.HANDOVER):
        assert end - shorter[kind] <= end - longer[kind]


@given(days)
def test_an_end_alone_gives_what_is_counted_from_it(end: date) -> None:
    proposed = propose(None, end)

    assert set(proposed) == set(DateKind) - {
        DateKind.STARTUP, DateKind.OPERATION, DateKind.ANCHORING, DateKind.REVIEW,
    }  # fmt: skip
    assert proposed[DateKind.MIDTERM] == add_months(end, -24)
    assert calendar_of(None, end).stages == []


@given(days)
def test_a_start_alone_gives_the_review(start: date) -> None:
    assert propose(start, None) == {DateKind.REVIEW: add_months(start, 12)}


def test_no_period_gives_nothing_and_a_start_after_the_end_is_no_start() -> None:
    assert propose(None, None) == {}
    assert propose(END, START) == propose(None, START)


@given(periods, moves)
def test_moved_dates_are_kept_and_the_others_are_as_proposed(period: list[date], moved: dict[DateKind, date]) -> None:
    calendar = calendar_of(*period, moved=moved)
    proposed = propose(*period)

    for entry in calendar:
        assert entry.day == moved.get(entry.kind, proposed[entry.kind])
        assert entry.proposed == proposed[entry.kind]
        assert entry.is_moved == (entry.kind in moved)


@given(periods, moves)
def test_the_stages_cover_the_period_without_overlap(period: list[date], moved: dict[DateKind, date]) -> None:
    begins = [moved[kind] for kind in (DateKind.STARTUP, DateKind.OPERATION, DateKind.ANCHORING) if kind in moved]
    assume(not begins)
    start, end = period
    stages = calendar_of(start, end, moved=moved).stages

    # Less than four days have no room for all four.
    numbers = [stage.number for stage in stages]
    assert numbers == ([1, 2, 3, 4] if (end - start).days >= 3 else sorted(numbers))
    assert stages[0].start == start
    assert stages[-1].end == end
    for one, other in pairwise(stages):
        assert other.start == one.end + timedelta(days=1)


@given(periods, days)
def test_a_day_of_the_period_is_in_one_stage(period: list[date], day: date) -> None:
    calendar = calendar_of(*period)

    found = [stage for stage in calendar.stages if stage.start <= day <= stage.end]
    assert len(found) == (1 if period[0] <= day <= period[1] else 0)
    assert calendar.stage_on(day) == (found[0] if found else None)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2028, 3, 31), -1, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(9999, 11, 30), 12, date.max),
        (date(1, 2, 1), -12, date.min),
    ],
)
def test_months_are_counted_as_people_do(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@given(days, st.integers(0, 400), st.integers(0, 400))
def test_more_months_are_never_earlier(day: date, few: int, more: int) -> None:
    assert add_months(day, few) <= add_months(day, few + more)


def test_a_period_that_ends_on_a_leap_day() -> None:
    proposed = propose(date(2024, 3, 1), date(2028, 2, 29))

    assert proposed[DateKind.MIDTERM] == date(2026, 2, 28)
    assert proposed[DateKind.FOLLOW_UP_12] == date(2029, 2, 28)


def test_the_end_of_time_is_no_error() -> None:
    assert propose(date(9990, 1, 1), date.max)[DateKind.FOLLOW_UP_12] == date.max
    assert calendar_of(date.min, date(1, 1, 2)).stages[0].start == date.min


def shared(**moved: date) -> Calendar:
    return calendar_of(START, END, moved={DateKind[name].value: day for name, day in moved.items()})


def test_a_project_in_the_same_period_has_the_dates_of_its_helhedsplan_also_the_moved_ones() -> None:
    calendar = calendar_within(shared(PLAN=date(2026, 2, 1)), START, END, {DateKind.TRIAL_START: date(2026, 9, 1)})

    assert calendar.day(DateKind.PLAN) == date(2026, 2, 1)
    assert not calendar[DateKind.PLAN].is_moved
    assert calendar.day(DateKind.TRIAL_START) == date(2026, 9, 1)
    assert calendar[DateKind.TRIAL_START].proposed == date(2026, 6, 30)


@given(periods)
def test_a_project_with_a_period_of_its_own_is_counted_from_its_own_end(period: list[date]) -> None:
    assume(tuple(period) != (START, END))
    ours = shared(PLAN=date(2026, 2, 1), MIDTERM=date(2025, 9, 1))
    calendar = calendar_within(ours, *period, {})
    proposed = propose(*period)

    for entry in calendar:
        expected = ours.day(entry.kind) if entry.kind in SHARED else proposed[entry.kind]
        assert entry.day == expected


def test_a_moved_date_must_stay_between_its_neighbours() -> None:
    calendar = shared()

    before, after = calendar.neighbours(DateKind.OPERATION)
    assert before
    assert after
    assert (before.kind, after.kind) == (DateKind.STARTUP, DateKind.ANCHORING)
    assert calendar.neighbours(DateKind.PLAN) == (None, None)


def test_a_date_that_the_period_no_longer_holds_is_told() -> None:
    calendar = shared(PLAN=date(2029, 1, 1), FOLLOW_UP_3=date(2027, 1, 1), MIDTERM=date(2025, 9, 1))

    assert [kind for kind in DateKind if calendar.is_outside(kind)] == [DateKind.PLAN, DateKind.FOLLOW_UP_3]
