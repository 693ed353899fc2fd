"""What is proposed for a gap, and when it should be done."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.concepts import Concept
from projects.models import Action
from projects.phases.plan.proposals import PROPOSALS, deadline_for, months_before, title_for

END = date(2027, 6, 30)
days = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def test_every_concept_has_a_proposal() -> None:
    assert set(PROPOSALS) == set(Concept)


@pytest.mark.parametrize("concept", Concept)
def test_the_title_names_the_actor_and_has_room(concept: Concept) -> None:
    assert "Pilebroskolen" in title_for(concept, "Pilebroskolen")
    assert len(title_for(concept, "x" * 500)) == Action._meta.get_field("title").max_length


def test_understanding_and_meaning_are_there_before_the_trial_begins() -> None:
    for concept in (Concept.UNDERSTANDING, Concept.MEANING):
        assert deadline_for(concept, end=END, today=date(2025, 1, 1)) == date(2026, 6, 30)


def test_ability_and_will_hold_when_the_trial_is_over() -> None:
    for concept in (Concept.ABILITY, Concept.WILL):
        assert deadline_for(concept, end=END, today=date(2026, 11, 21)) == date(2027, 3, 30)


def test_too_late_for_that_is_halfway_to_the_end() -> None:
    assert deadline_for(Concept.MEANING, end=END, today=date(2027, 6, 10)) == date(2027, 6, 20)


@pytest.mark.parametrize("end", [None, date(2026, 11, 20), date(2026, 11, 21)])
def test_without_an_end_to_count_from_people_set_the_date(end: date | None) -> None:
    assert deadline_for(Concept.WILL, end=end, today=date(2026, 11, 21)) is None


@given(st.sampled_from(Concept), days, days)
def test_a_proposed_deadline_is_neither_past_nor_after_the_end(concept: Concept, end: date, today: date) -> None:
    deadline = deadline_for(concept, end=end, today=today)

    assert (deadline is None) == (end <= today)
    if deadline:
        assert today <= deadline < end


def test_months_are_counted_to_the_same_day_or_the_last() -> None:
    assert months_before(date(2027, 3, 31), 1) == date(2027, 2, 28)
    assert months_before(date(2028, 3, 31), 1) == date(2028, 2, 29)
    assert months_before(date(2027, 1, 15), 1) == date(2026, 12, 15)
    assert months_before(date(2027, 12, 31), 12) == date(2026, 12, 31)


@given(days, st.integers(0, 60))
def test_so_many_months_before_is_about_so_many_months(day: date, months: int) -> None:
    earlier = months_before(day, months)

    assert (day.year - earlier.year) * 12 + day.month - earlier.month == months
    assert earlier.day <= day.day
    assert earlier.day == day.day or (earlier + timedelta(days=1)).day == 1
