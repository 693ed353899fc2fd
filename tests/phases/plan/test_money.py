"""The budget's sums, whatever the lines."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.documents.records import PlanBudgetLine
from projects.models import BudgetLine, Certainty
from projects.phases.plan import money

lines = st.lists(
    st.builds(
        BudgetLine,
        title=st.just("Udgift"),
        amount=st.none() | st.integers(0, 999_999_999),
        certainty=st.sampled_from(["", *Certainty.values]),
        task_id=st.none() | st.integers(1, 5),
        expires_on=st.none() | st.dates(),
    )
)


def line(**values: Any) -> BudgetLine:
    return BudgetLine(title="Udgift", **values)


def test_an_unknown_amount_counts_nothing() -> None:
    assert money.total([line(amount=28_000), line(amount=None)]) == 28_000


def test_the_surest_money_comes_first_and_unsaid_money_last() -> None:
    sums = money.by_certainty(
        [line(amount=1), line(amount=2, certainty="expected"), line(amount=4, certainty="granted")]
    )

    assert list(sums.items()) == [(Certainty.GRANTED, 4), (Certainty.EXPECTED, 2), (None, 1)]


def test_a_task_costs_the_sum_of_its_lines() -> None:
    sums = money.per([line(amount=7, task_id=2), line(amount=5, task_id=1), line(amount=3, task_id=2)], key=_task)

    assert list(sums.items()) == [(2, 10), (1, 5)]


def test_the_plans_own_records_can_be_added_up_too() -> None:
    records = [
        PlanBudgetLine(title="Forplejning", amount=28_000, certainty=Certainty.APPLIED),
        PlanBudgetLine(title="IT"),
    ]

    assert money.total(records) == 28_000
    assert money.by_certainty(records) == {Certainty.APPLIED: 28_000, None: 0}


def test_money_that_runs_out_first_is_told_first() -> None:
    late, soon = line(expires_on=date(2029, 1, 1)), line(expires_on=date(2028, 6, 30))

    assert money.expiring([late, line(), soon]) == [soon, late]


@given(lines)
def test_every_way_to_split_the_budget_adds_up_to_the_total(lines: list[BudgetLine]) -> None:
    assert sum(money.by_certainty(lines).values()) == money.total(lines)
    assert sum(money.per(lines, key=_task).values()) == money.total(lines)


@given(lines, st.randoms())
def test_the_order_of_the_lines_changes_no_sum(lines: list[BudgetLine], random: Any) -> None:
    shuffled = random.sample(lines, len(lines))

    assert money.total(shuffled) == money.total(lines)
    assert money.by_certainty(shuffled) == money.by_certainty(lines)
    assert money.per(shuffled, key=_task) == money.per(lines, key=_task)


@given(lines, st.sampled_from(Certainty))
def test_a_new_line_adds_its_amount_to_its_certainty_only(lines: list[BudgetLine], certainty: Certainty) -> None:
    before = money.by_certainty(lines)
    after = money.by_certainty([*lines, line(amount=1_000, certainty=certainty)])

    assert after.pop(certainty) == before.pop(certainty, 0) + 1_000
    assert after == before


@given(lines)
def test_the_running_out_are_those_with_a_date_in_its_order(lines: list[BudgetLine]) -> None:
    dates = [each.expires_on for each in money.expiring(lines)]

    assert dates == sorted(each.expires_on for each in lines if each.expires_on)


def _task(line: BudgetLine) -> int | None:
    return line.task_id


@pytest.mark.parametrize("certainty", Certainty)
def test_a_certainty_is_known_by_its_code_as_well(certainty: Certainty) -> None:
    assert money.by_certainty([line(amount=5, certainty=certainty.value)]) == {certainty: 5}
