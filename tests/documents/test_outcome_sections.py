"""What a project of another outcome wrote stands in its plan; what it is not asked for is not told to be missing."""

from datetime import date
from decimal import Decimal

import pytest

from projects.documents.contents import sections_of
from projects.documents.document import PlanDocument
from projects.documents.records import (
    Outline,
    PlanAction,
    PlanActor,
    PlanBid,
    PlanBudgetLine,
    PlanCommitment,
    PlanDate,
    PlanFinding,
    PlanLevel,
    PlanNotice,
    PlanOutcome,
    PlanProjectCost,
    PlanQuestion,
    PlanTask,
    PlanWindDown,
    Why,
)
from projects.documents.render import plan_html
from projects.documents.summary import summarise
from projects.lifecycle.due import State
from projects.models import (
    AnchoringDecision,
    AnchoringModel,
    BidStatus,
    Certainty,
    CommitmentRole,
    CommitmentState,
    HoursUnit,
    OperationLevel,
)
from tests.documents import plans

METHOD, MONEY, END = AnchoringDecision.METHOD, AnchoringDecision.NEW_FUNDING, AnchoringDecision.END


def plan(decision: AnchoringDecision, **changes: object) -> PlanDocument:
    return plans.empty().model_copy(update={"why": Why(decision=decision), **changes})


def section(of: PlanDocument, anchor: str) -> str:
    """The section's own part of the plan's page; "" when the plan is without it."""
    return plan_html(of).partition(f'<section id="{anchor}"')[2].partition("</section>")[0]


@pytest.mark.parametrize(
    ("decision", "anchor", "changes", "words"),
    [
        (MONEY, "driftsbudget", {"project_costs": (PlanProjectCost(title="Løn", amount=400_000),)}, "400.000"),
        (MONEY, "driftsbudget", {"outline": Outline(free_of_charge="Lokalet er gratis.")}, "Lokalet er gratis."),
        (METHOD, "laering", {"outcome_answers": PlanOutcome(learned="Faste dage virker.")}, "Faste dage virker."),
        (METHOD, "laering", {"outcome_answers": PlanOutcome(shared_how="Vi holder et møde.")}, "Vi holder et møde."),
        (METHOD, "afvikling", {"outcome_answers": PlanOutcome(papers_kept_by="Kommunens arkiv")}, "Kommunens arkiv"),
        (METHOD, "afvikling", {"outcome_answers": PlanOutcome(papers_kept_until=date(2032, 6, 30))}, "30. juni 2032"),
        (METHOD, "afvikling", {"outcome_answers": PlanOutcome(data_deleted_how="Alt slettes.")}, "Alt slettes."),
    ],
)
def test_what_is_written_is_shown(
    decision: AnchoringDecision, anchor: str, changes: dict[str, object], words: str
) -> None:
    assert anchor not in [one.anchor for one in sections_of(plan(decision))]
    shown = section(plan(decision, **changes), anchor)

    assert words in shown
    assert "lægger driftsbudgettet" not in shown
    assert "hvad der stopper, hvilke aftaler" not in shown


def test_a_project_that_lets_its_method_live_is_not_told_what_it_was_not_asked() -> None:
    told = PlanOutcome(learned="Faste dage virker.")
    assert "Mangler" not in section(plan(METHOD, outcome_answers=told), "laering")
    assert "Papirer" not in section(plan(METHOD, wind_down=(PlanWindDown(title="Lejemål"),)), "afvikling")

    assert "Mangler" in section(plan(END, outcome_answers=told), "laering")
    assert "hvad der stopper, hvilke aftaler" in section(plan(END), "afvikling")


def test_what_was_learned_of_another_outcome_waits() -> None:
    written = plan(AnchoringDecision.ANCHOR, outcome_answers=PlanOutcome(learned="Faste dage virker."))
    assert not section(written, "laering")


def test_the_shared_edition_never_claims_that_nothing_was_found() -> None:
    claim, words = "ikke fundet noget at se på", "Her står kun det, der kan deles."
    found = PlanFinding(rule="x", text="Svag vilje", title="Vilje", why="Det holder ikke.", weight="Alvorligt")
    sound, weak = plan(AnchoringDecision.ANCHOR), plan(AnchoringDecision.ANCHOR, internal_findings=(found,))

    assert claim in section(sound, "sundhedstjek")
    assert "Svag vilje" in section(weak, "sundhedstjek")
    for shared in (sound.for_sharing(), weak.for_sharing()):
        assert words in section(shared, "sundhedstjek")
        assert claim not in section(shared, "sundhedstjek")


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 af 1 punkt i afviklingen er gjort."), (2, "2 af 2 punkter i afviklingen er gjort.")],
)
def test_what_is_wound_down_is_counted_in_plain_danish(count: int, words: str) -> None:
    items = tuple(PlanWindDown(title=f"Lejemål {number}", is_done=True) for number in range(count))
    assert words in summarise(plan(END, wind_down=items)).ready


FOUND = PlanFinding(rule="x", text="Ingen følger op.", title="Opfølgning", why="Det går i stå.", weight="Alvorligt")
ACCEPTED = FOUND.model_copy(update={"reason": "Det gør kommunen.", "accepted_on": date(2026, 5, 1)})
CLAIMS = ("ingen åbne beslutninger", "ingen huller")
# Everything that the summary's own lines ask of each outcome.
WRITTEN: dict[str, object] = {
    "tasks": (PlanTask(code="O1", title="Lede", is_critical=False),),
    "actors": (PlanActor(code="A1", name="Skolen"),),
    "commitments": (
        PlanCommitment(task="O1", actor="A1", role=CommitmentRole.RESPONSIBLE, state=CommitmentState.AGREED),
        PlanCommitment(task="O1", actor="A1", role=CommitmentRole.CARRIES_OUT, state=CommitmentState.AGREED),
    ),
    "actions": (PlanAction(code="P1", title="Holde et møde"),),
    "budget": (PlanBudgetLine(title="Leje", amount=1000, certainty=Certainty.GRANTED),),
    "outline": Outline(anchoring_model=AnchoringModel.ONE_ACTOR),
    "outcome_answers": PlanOutcome(
        learned="Faste dage virker.",
        papers_kept_by="Arkivet",
        method_taker="Skolen",
        method_agreed="Aftalt 1. maj.",
        method_described="I en drejebog.",
        method_taught="Ved sidemandsoplæring.",
        refused_plan="Vi lukker.",
        meanwhile="Alt kører.",
    ),
    "wind_down": (PlanWindDown(title="Lejemål", responsible="Sekretariatet"),),
    "notices": (PlanNotice(audience="Beboerne"),),
    "bids": (PlanBid(funder="Fonden", applicant="Sekretariatet", status=BidStatus.SENT),),
}
DECISIONS = [one for one in AnchoringDecision if one is not AnchoringDecision.UNDECIDED]


def closed(decision: AnchoringDecision, **changes: object) -> PlanDocument:
    """A plan of that outcome with nothing open, but for the changes."""
    why = Why(decision=decision, goal="Der er åbent.", decided_on=date(2026, 5, 1))
    return plans.empty().model_copy(update={"why": why, **WRITTEN, **changes})


@pytest.mark.parametrize("decision", DECISIONS)
def test_a_plan_with_nothing_open_says_so_in_the_edition_that_knows_it(decision: AnchoringDecision) -> None:
    page = section(closed(decision, findings=(ACCEPTED,)), "resume")
    assert all(claim in page for claim in CLAIMS)
    shared = section(closed(decision, findings=(ACCEPTED,)).for_sharing(), "resume")
    assert not any(claim in shared for claim in CLAIMS)


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize(
    "opened",
    [
        {"findings": (FOUND,)},
        {"internal_findings": (FOUND,)},
        {"findings": (ACCEPTED, FOUND)},
        {"unanswered": 1},
        {"questions": (PlanQuestion(question="Hvem har nøglen?", settled_by="Skolen", deadline=date(2027, 5, 1)),)},
        {"dates": (PlanDate(title="Midtvejsevaluering", day=date(2026, 1, 1), state=State.LATE),)},
        {"levels": (PlanLevel(name="Strategi", asks="Hvorfor?", status="I gang", sentence="Skriv strategien."),)},
    ],
)
def test_whatever_is_open_the_summary_claims_nothing(decision: AnchoringDecision, opened: dict[str, object]) -> None:
    open_plan = closed(decision, **opened)
    summary = summarise(open_plan)

    assert summary.missing
    assert not summary.is_closed
    assert not any(claim in section(open_plan, "resume") for claim in CLAIMS)
    assert not any(claim in section(open_plan.for_sharing(), "resume") for claim in CLAIMS)


def test_what_is_open_is_counted_with_the_serious_ones() -> None:
    light = FOUND.model_copy(update={"weight": "Værd at se på"})
    told = summarise(closed(METHOD, findings=(FOUND, light, ACCEPTED), unanswered=2)).missing
    assert told == ["2 forhold er åbne, 1 er alvorligt.", "2 svar mangler i planen."]


@pytest.mark.parametrize("unit", HoursUnit)
def test_a_stopped_task_is_not_in_operation(unit: HoursUnit) -> None:
    stopped = PlanTask(
        code="O2",
        title="Holde ferielektiecafé",
        description="Tre uger om sommeren.",
        hours_operation=Decimal(40),
        hours_unit=unit,
        operation_level=OperationLevel.STOP,
    )
    lives = PlanTask(code="O1", title="Lede", hours_operation=Decimal(3), operation_level=OperationLevel.KEEP)

    shown = section(plan(AnchoringDecision.PARTLY, tasks=(lives, stopped)), "opgaver-og-ansvar")

    assert "3 " in shown
    assert "40 " not in shown
    assert "Tre uger om sommeren." not in shown
    assert "Stoppes, når projektet slutter: O2 Holde ferielektiecafé." in shown
    alone = section(plan(AnchoringDecision.PARTLY, tasks=(stopped,)), "opgaver-og-ansvar")
    assert "40 " not in alone
    assert "Stoppes, når projektet slutter: O2 Holde ferielektiecafé." in alone


def test_nothing_is_said_of_agreements_where_nobody_is_named() -> None:
    task = PlanTask(code="O1", title="Lede")
    words = "Aktører uden et ord i parentes har en aftale om opgaven."
    alone = plan(AnchoringDecision.ANCHOR, tasks=(task,))
    assert words not in section(alone, "opgaver-og-ansvar")

    carried = PlanCommitment(task="O1", actor="A1", role=CommitmentRole.RESPONSIBLE, state=CommitmentState.AGREED)
    named = alone.model_copy(update={"actors": (PlanActor(code="A1", name="Skolen"),), "commitments": (carried,)})
    assert words in section(named, "opgaver-og-ansvar")
