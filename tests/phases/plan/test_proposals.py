"""What is proposed for a gap, and when it should be done."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.concepts import Concept
from projects.action_templates import DEFAULTS, ActionDefault
from projects.models import Action, ActionTemplate, RoleShiftKind
from projects.phases.plan.proposals import (
    Proposal,
    deadline_before_end,
    gap_proposal,
    gap_proposals,
    months_before,
    proposals_for_shift,
)

END = date(2027, 6, 30)
days = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def of(concept: Concept) -> Proposal:
    """What we propose ourselves for a gap."""
    default = next(each for each in DEFAULTS if each.concept == concept)
    return Proposal(*default[3:])


def test_every_concept_and_every_role_shift_has_a_proposal() -> None:
    assert {each.concept for each in DEFAULTS} == {"", *Concept.values}
    assert {each.role_shift for each in DEFAULTS} == {"", *RoleShiftKind.values}


@pytest.mark.parametrize("concept", Concept)
def test_a_weak_concept_has_several_proposals_to_choose_between(concept: Concept) -> None:
    here = [each for each in DEFAULTS if each.concept == concept]

    assert len(here) >= 4
    assert len({each.code for each in here}) == len({each.title for each in here}) == len(here)


@pytest.mark.parametrize("default", DEFAULTS, ids=lambda default: default.code)
def test_the_title_names_the_actor_and_has_room(default: ActionDefault) -> None:
    proposal = Proposal(*default[3:])

    assert "Pilebroskolen" in proposal.title_for("Pilebroskolen")
    assert len(proposal.title_for("x" * 500)) == Action._meta.get_field("title").max_length


@pytest.mark.django_db
class TestTemplates:
    def test_all_concepts_are_read_at_once_and_each_proposal_knows_its_template(
        self, django_assert_num_queries: Any
    ) -> None:
        with django_assert_num_queries(1):
            proposals = gap_proposals()

        assert {code for each in proposals.values() for code in (one.code for one in each)} == {
            each.code for each in DEFAULTS if each.concept
        }
        assert gap_proposal(Concept.WILL, "gab-vilje-moede") == proposals[Concept.WILL][1]
        assert gap_proposal(Concept.WILL, "gab-evne") is None

    def test_what_the_administrators_wrote_is_proposed(self) -> None:
        ActionTemplate.objects.filter(concept=Concept.ABILITY).update(title="Give {aktør} en makker")

        assert gap_proposal(Concept.ABILITY).title_for("skolen") == "Give skolen en makker"

    def test_one_out_of_use_is_not_proposed_and_without_any_ours_is(self) -> None:
        ActionTemplate.objects.filter(concept=Concept.ABILITY).update(title="Noget andet", is_active=False)

        assert gap_proposal(Concept.ABILITY) == of(Concept.ABILITY)

    def test_a_shift_can_have_several_courses_in_the_administrators_order(self) -> None:
        ActionTemplate.objects.create(code="foerst", role_shift="elected", title="Først", position=0)

        assert [each.title for each in proposals_for_shift("elected")] == [
            "Først",
            "Uddanne frivilligledere hos {aktør}",
        ]


def test_understanding_and_meaning_are_there_before_the_trial_begins() -> None:
    for concept in (Concept.UNDERSTANDING, Concept.MEANING):
        assert deadline_before_end(of(concept), end=END, today=date(2025, 1, 1)) == date(2026, 6, 30)


def test_ability_and_will_hold_when_the_trial_is_over() -> None:
    for concept in (Concept.ABILITY, Concept.WILL):
        assert deadline_before_end(of(concept), end=END, today=date(2026, 11, 21)) == date(2027, 3, 30)


def test_too_late_for_that_is_halfway_to_the_end() -> None:
    assert deadline_before_end(of(Concept.MEANING), end=END, today=date(2027, 6, 10)) == date(2027, 6, 20)


@pytest.mark.parametrize("end", [None, date(2026, 11, 20), date(2026, 11, 21)])
def test_without_an_end_to_count_from_people_set_the_date(end: date | None) -> None:
    assert deadline_before_end(of(Concept.WILL), end=end, today=date(2026, 11, 21)) is None


@given(st.sampled_from(Concept), days, days)
def test_a_proposed_deadline_is_neither_past_nor_after_the_end(concept: Concept, end: date, today: date) -> None:
    deadline = deadline_before_end(of(concept), end=end, today=today)

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
