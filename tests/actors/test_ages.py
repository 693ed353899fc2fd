"""When an assessment is over six months old: months of the calendar, not days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.ages import is_outdated


@pytest.mark.parametrize(
    ("held_on", "last_good_day"),
    [
        (date(2026, 5, 26), date(2026, 11, 26)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 1), date(2027, 6, 1)),
    ],
)
def test_it_holds_to_the_same_day_six_months_later(held_on: date, last_good_day: date) -> None:
    assert not is_outdated(held_on, last_good_day)
    assert is_outdated(held_on, last_good_day + timedelta(days=1))


@given(held_on=st.dates(), today=st.dates())
def test_any_two_days_can_be_compared(held_on: date, today: date) -> None:
    if (today - held_on).days <= 180:
        assert not is_outdated(held_on, today)
    if (today - held_on).days > 184:
        assert is_outdated(held_on, today)
