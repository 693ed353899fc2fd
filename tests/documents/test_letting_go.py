"""How the plan tells that the project lets go: risks, hours, the ten points, follow-up, cost and decisions."""

from datetime import date
from decimal import Decimal

import pytest

from projects.documents.document import PlanDocument
from projects.documents.lookup import Lookup
from projects.documents.records import (
    PlanBudgetLine,
    PlanDecision,
    PlanFollowUp,
    PlanHandover,
    PlanProjectCost,
    PlanRisk,
    PlanStaffHours,
    PlanTick,
    Why,
)
from projects.documents.render import plan_html
from projects.documents.tables import decision_rows, follow_up_rows, money, month_rows, point_rows, risk_rows
from projects.models import (
    AnchoringDecision,
    Certainty,
    Consequence,
    FollowUpResult,
    HandoverPoint,
    HandoverState,
    Likelihood,
)
from tests.documents import plans


def plan(**changes: object) -> PlanDocument:
    frame = plans.empty().frame.model_copy(update={"end": date(2027, 6, 30)})
    return plans.empty().model_copy(update={"frame": frame, **changes})


@pytest.mark.parametrize(
    "words",
    [
        "Styregruppen skriver i fase 4, hvad der kan gå galt, og hvem der holder øje.",
        "Styregruppen skriver i fase 4, hvordan projektets timer går ned til nul.",
        "Styregruppen skriver datoen for overdragelsen i fase 4.",
        "Styregruppen skriver i fase 4, hvilke roller der skriver under.",
        "Styregruppen aftaler i fase 4, hvem der følger op efter 3 og 12 måneder.",
        "Styregruppen har ikke besluttet, om projektet skal forankres.",
    ],
)
def test_an_empty_section_says_what_is_missing_and_who_supplies_it(words: str) -> None:
    assert words in plan_html(plan())


def test_the_heaviest_risk_comes_first() -> None:
    light = PlanRisk(code="R1", title="Regn", likelihood=Likelihood.LIKELY, consequence=Consequence.MINOR)
    heavy = PlanRisk(code="R2", title="Ny leder", likelihood=Likelihood.POSSIBLE, consequence=Consequence.SERIOUS)
    unjudged = PlanRisk(code="R3", title="Andet")

    rows = risk_rows(Lookup(plan(risks=(unjudged, light, heavy))))

    assert [(row.risk.code, row.severity, row.is_high) for row in rows] == [
        ("R2", "Høj", True),
        ("R1", "Mellem", False),
        ("R3", "Ikke vurderet", False),
    ]
    assert rows[0].judged == "mulig, alvorlig"


def test_risks_do_not_leave_the_deciding_body() -> None:
    risky = plan(risks=(PlanRisk(code="R1", title="Ny leder"),))

    assert "Ny leder" in plan_html(risky)
    assert "Ny leder" not in plan_html(risky.for_sharing())


def test_a_month_adds_the_roles_and_tells_them_apart() -> None:
    may = date(2027, 5, 1)
    hours = (
        PlanStaffHours(month=may, role="Projektleder", hours=Decimal(8), hands_over="O1 til skolen"),
        PlanStaffHours(month=may, role="Medarbejder", hours=Decimal("4.5"), rise_reason="Oplæring"),
        PlanStaffHours(month=date(2027, 6, 1), role="Projektleder", hours=Decimal(0)),
        PlanStaffHours(month=date(2027, 7, 1)),
    )

    first, second, third = month_rows(Lookup(plan(staff_hours=hours)))

    assert (first.month, first.hours) == ("maj 2027", "12,5\N{NO-BREAK SPACE}timer")
    assert first.roles == "Projektleder (8\N{NO-BREAK SPACE}timer), Medarbejder (4,5\N{NO-BREAK SPACE}timer)"
    assert first.hands_over == ["O1 til skolen", "Timerne stiger: Oplæring"]
    assert (second.hours, second.roles) == ("0\N{NO-BREAK SPACE}timer", "Projektleder")
    assert third.hours == "ikke udfyldt"


def test_a_point_tells_what_a_person_said_and_what_the_plan_shows() -> None:
    tick = PlanTick(
        point=HandoverPoint.MONEY,
        state=HandoverState.DONE,
        said_by="Kasserer",
        ticked_on=date(2027, 6, 1),
        note="Alt er betalt.",
    )
    rows = point_rows(Lookup(plan(handover=PlanHandover(ticks=(tick,)))))

    assert len(rows) == 10
    assert rows[2].said == "Opfyldt. Alt er betalt."
    assert rows[2].by == "Kasserer, 1. juni 2027"
    assert rows[2].seen == "Der er intet driftsbudget."
    assert [row.is_lacking for row in rows] == [number != 3 for number in range(1, 11)]
    assert rows[1].seen == "–"


@pytest.mark.parametrize(
    ("lines", "seen"),
    [
        ([PlanBudgetLine(title="Mad", amount=1, certainty=Certainty.GRANTED)], "Alle linjer i budgettet er bevilget."),
        (
            [PlanBudgetLine(title="Mad", amount=1, certainty=Certainty.GRANTED, expires_on=date(2028, 6, 29))],
            "Noget af det bevilgede udløber inden 12 måneder efter projektet.",
        ),
        ([PlanBudgetLine(title="Mad", certainty=Certainty.GRANTED)], "1 linje i budgettet er ikke bevilget."),
    ],
)
def test_the_plan_shows_whether_operation_is_paid_for_a_year(lines: list[PlanBudgetLine], seen: str) -> None:
    assert point_rows(Lookup(plan(budget=tuple(lines))))[2].seen == seen


def test_an_approved_handover_with_signatures_is_told() -> None:
    done = PlanHandover(handed_over_on=date(2027, 6, 9), signatures=("Skoleleder",), approved_on=date(2027, 6, 10))
    html = plan_html(plan(handover=done))

    assert "Projektet overdrages 9. juni 2027." in html
    assert "Overdragelsen er godkendt 10. juni 2027." in html
    assert '<th scope="row">Skoleleder</th>' in html


def test_a_follow_up_looks_at_the_goal_and_tells_how_it_went() -> None:
    rows = follow_up_rows(
        Lookup(
            plan(
                why=Why(goal="Der er åbent."),
                follow_ups=(
                    PlanFollowUp(due_on=date(2026, 11, 21)),
                    PlanFollowUp(due_on=date(2027, 9, 30), looks_at="Antal børn", responsible="Konsulent"),
                    PlanFollowUp(due_on=date(2025, 1, 1), result=FollowUpResult.PARTLY, note="18 børn"),
                ),
            )
        )
    )

    assert [(row.looks_at, row.result, row.is_due) for row in rows] == [
        ("Der er åbent.", "skal holdes nu", True),
        ("Antal børn", "ikke holdt endnu", False),
        ("Der er åbent.", "Kører det stadig? delvist. 18 børn", False),
    ]


def test_the_log_begins_with_the_decision_of_phase_1_in_its_place() -> None:
    why = Why(decision=AnchoringDecision.ANCHOR, decided_on=date(2026, 2, 5))
    log = (
        PlanDecision(text="Uden dato"),
        PlanDecision(text="Tidligere", decided_on=date(2025, 1, 1), body="Følgegruppen"),
    )

    rows = decision_rows(Lookup(plan(why=why, decisions=log)))

    assert [(row.day, row.text, row.body) for row in rows] == [
        ("1. januar 2025", "Tidligere", "Følgegruppen"),
        ("5. februar 2026", "Om projektet: forankres.", "Styregruppen"),
        ("uden dato", "Uden dato", "ikke skrevet"),
    ]


def test_todays_cost_stands_beside_operations() -> None:
    lines = (PlanBudgetLine(title="Mad", amount=28_000, certainty=Certainty.APPLIED, expires_on=date(2027, 12, 31)),)
    costs = (PlanProjectCost(title="Løn", amount=330_000), PlanProjectCost(title="Andet"))
    both = plan(budget=lines, project_costs=costs)

    assert money(Lookup(both)).today == 330_000
    assert [(one.line.title, one.is_soon) for one in money(Lookup(both)).expiring] == [("Mad", True)]
    html = plan_html(both)
    assert "Projektet koster 330.000\N{NO-BREAK SPACE}kr. i dag." in html
    assert "Hvad det koster om året. Projektet i dag: 330.000\N{NO-BREAK SPACE}kr" in html
    assert "under et år" in html
