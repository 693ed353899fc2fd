"""The proposed series of hours: even, never rising, and nothing in the month in which the project ends."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from actors.calendar import add_months
from projects.phases.plan.letting_go.phase_out import LONGEST, first_month, months_between, propose_phase_out

DAYS = st.dates(date(2000, 1, 1), date(2150, 12, 31))


@given(first=DAYS, end=DAYS, hours=st.integers(1, 2_000))
def test_hours_never_rise_and_are_none_in_the_month_of_the_end(first: date, end: date, hours: int) -> None:
    months = propose_phase_out(first, end, hours)

    assert all(later.hours <= earlier.hours for earlier, later in pairwise(months))
    assert all(0 <= each.hours <= hours for each in months)
    if end.replace(day=1) >= first.replace(day=1):
        assert months[-1] == (end.replace(day=1), 0)
    else:
        assert months == []


@given(first=DAYS, end=DAYS, hours=st.integers(1, 2_000))
def test_every_month_is_there_once_by_its_first_day(first: date, end: date, hours: int) -> None:
    months = [each.month for each in propose_phase_out(first, end, hours)]

    assert all(later == add_months(earlier, 1) for earlier, later in pairwise(months))
    assert all(month.day == 1 for month in months)
    assert len(months) == max(0, min(LONGEST, months_between(first, end) + 1))


@given(end=DAYS, hours=st.integers(1, 2_000), count=st.integers(2, LONGEST))
def test_it_begins_with_the_hours_of_today(end: date, hours: int, count: int) -> None:
    first = add_months(end.replace(day=1), 1 - count)

    assert propose_phase_out(first, end, hours)[0] == (first, hours)


def test_seven_months_go_down_in_even_steps() -> None:
    months = propose_phase_out(date(2026, 12, 9), date(2027, 6, 30), 60)

    assert [each.hours for each in months] == [60, 50, 40, 30, 20, 10, 0]


def test_letting_go_begins_with_the_trial_or_now_if_that_has_begun() -> None:
    end = date(2027, 6, 30)

    assert first_month(today=date(2025, 1, 15), start=None, end=end) == date(2026, 6, 1)
    assert first_month(today=date(2026, 11, 21), start=None, end=end) == date(2026, 11, 1)
