"""What the plan's rows say of responsibility, money and what is not answered."""

from datetime import date

import pytest

from actors.concepts import Concept
from projects.documents.lookup import Lookup
from projects.documents.pictures import measures_of, shares_of
from projects.documents.questions import value_blocks
from projects.documents.records import (
    PlanActor,
    PlanBudgetLine,
    PlanCandidacy,
    PlanCommitment,
    PlanScore,
    PlanTask,
    Why,
)
from projects.documents.tables import duties, money
from projects.models import Certainty, CommitmentRole, CommitmentState
from tests.documents import plans

DAY = date(2027, 5, 4)


@pytest.mark.parametrize(("state", "shown"), [(CommitmentState.AGREED, DAY), (CommitmentState.PROPOSED, None)])
def test_only_an_agreed_date_is_a_date_of_taking_over(state: CommitmentState, shown: date | None) -> None:
    offer = PlanCommitment(task="O1", actor="A1", role=CommitmentRole.RESPONSIBLE, state=state, takes_over_on=DAY)
    tasks, actors = (PlanTask(code="O1", title="Holde åbent"),), (PlanActor(code="A1", name="Skolen"),)
    plan = plans.empty().model_copy(update={"tasks": tasks, "actors": actors, "commitments": (offer,)})
    (duty,) = duties(Lookup(plan))
    assert duty.from_date == shown


def test_money_of_no_task_comes_last_and_the_picture_ends_with_one_full_stop() -> None:
    lines = (
        PlanBudgetLine(title="Forplejning", amount=1_000, certainty=Certainty.GRANTED),
        PlanBudgetLine(title="Løn", task="O1", amount=57_000),
    )
    tasks = (PlanTask(code="O1", title="Holde åbent"),)
    added = money(Lookup(plans.empty().model_copy(update={"tasks": tasks, "budget": lines})))
    assert [(one.label, one.amount) for one in added.by_task] == [("O1 Holde åbent", 57_000), ("Uden opgave", 1_000)]
    assert added.total == 58_000
    picture = shares_of(added)
    assert picture
    assert picture.title.endswith("kr.")
    assert not picture.title.endswith("..")


@pytest.mark.parametrize(("lowest", "hatched"), [(2, True), (3, True), (4, False)])
def test_the_bars_hatch_the_weakest_until_it_is_ready(lowest: int, hatched: bool) -> None:
    values = {Concept.UNDERSTANDING: 5, Concept.MEANING: 5, Concept.ABILITY: lowest, Concept.WILL: 5}
    scores = tuple(PlanScore.model_validate({"concept": key, "score": value}) for key, value in values.items())
    candidacy = PlanCandidacy(actor="A1", title="Vært", scores=scores)
    assert [measure.is_weak for measure in measures_of(candidacy)] == [False, False, hatched, False]


def test_neighbours_without_an_answer_share_one_line() -> None:
    assert [block.missing for block in value_blocks(Why())] == [
        "Problem · Målgruppe · Virkning · Hvis projektet stopper · Udbredelse"
        " · Hvem har nytte af, at den fortsætter · Forankringsmål"
    ]
    shown = [block.question.label if block.question else block.missing for block in value_blocks(Why(effect="Ro"))]
    assert shown[:2] == ["Problem · Målgruppe", "Virkning"]
    assert len(shown) == 3
