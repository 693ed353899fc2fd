"""Phase 4 tells what is missing and what to look at, in words that say what to do."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.models import ActionStatus, AnchoringDecision
from projects.phases.facts import InterfacePartFacts, RoleShiftFacts
from projects.phases.plan import checks
from projects.phases.plan.cooperation import checks as cooperation
from projects.phases.plan.steps import PHASE, RESPONSIBLE
from projects.phases.steps import Status
from tests.phases.plan.records import (
    ACTION,
    AGREED,
    INTERFACE,
    LINE,
    OUTLINE,
    QUESTION,
    SCHOOL,
    TASK,
    TODAY,
    candidacy,
    facts,
    told,
)

# The steps about operation, in their order.
OPERATION = ["model", "ansvar", "lokaler", "ledelse", "kompetencer", "tiltag", "oekonomi", "snitflader", "spoergsmaal"]
EMPTY = {
    name: [] for name in ("tasks", "commitments", "actions", "budget_lines", "interfaces", "questions", "candidacies")
}


def test_a_whole_plan_lacks_nothing_in_the_steps_about_operation() -> None:
    steps = [step for step in PHASE.steps if step.slug in OPERATION]

    assert [step.slug for step in steps] == OPERATION
    assert [item.text for step in steps for item in step.missing(facts())] == []
    assert {step.status(facts()) for step in steps} == {Status.DONE}


def test_an_empty_plan_has_begun_nothing_and_lacks_something_in_every_step_but_the_questions() -> None:
    empty = facts(outline=dict.fromkeys(OUTLINE), **(EMPTY | {"tasks": [TASK]}))
    steps = [step for step in PHASE.steps if step.slug in OPERATION]

    assert {step.status(empty) for step in steps} == {Status.NOT_BEGUN}
    assert [step.slug for step in steps if list(step.missing(empty))] == OPERATION[:-1]


def test_every_sentence_leads_to_an_address_that_exists() -> None:
    lacking = facts(outline=dict.fromkeys(OUTLINE), **(EMPTY | {"tasks": [TASK]}))
    late = facts(actions=[ACTION._replace(deadline=date(2026, 11, 13))], candidacies=[candidacy(ability=2)])

    for item in [*PHASE.missing(lacking), *PHASE.findings(late)]:
        assert item.url("lektiecafeen").startswith("/projekter/lektiecafeen/fase-4/")


@pytest.mark.parametrize("field", OUTLINE)
def test_each_text_about_operation_is_asked_for(field: str) -> None:
    lacking = facts(outline={field: None})

    missing = [item for step in PHASE.steps if step.slug in OPERATION for item in step.missing(lacking)]
    assert [item.field for item in missing] == [field]


def test_the_model_is_asked_for_only_when_something_is_anchored() -> None:
    undecided = facts(decision=AnchoringDecision.UNDECIDED, outline={"anchoring_model": "", "model_reason": ""})

    assert told(checks.model_missing, undecided) == []


def test_nobody_agreed_at_all_is_one_thing_to_do() -> None:
    two = [TASK, TASK._replace(id=8, number=4)]

    assert told(checks.responsible_missing, facts(tasks=two, commitments=[])) == [
        ("Aftal, hvem der overtager opgaverne.", None, "")
    ]


def test_an_agreement_without_a_date_asks_for_it() -> None:
    undated = facts(commitments=[AGREED._replace(takes_over_on=None)])

    assert told(checks.responsible_missing, undated) == [
        ("Skriv, hvornår Pilebroskolen overtager O3 Rekruttere frivillige.", TASK.id, "takes_over_on")
    ]


def test_the_step_is_not_filled_in_while_one_task_has_no_agreement() -> None:
    second = TASK._replace(id=8, number=4, title="Lave mad", is_critical=False)
    proposed = AGREED._replace(task_id=8, state="proposed")

    for commitments in ([AGREED], [AGREED, proposed]):
        lacking = facts(tasks=[TASK, second], commitments=commitments)
        assert told(checks.responsible_missing, lacking) == [
            ("Aftal, hvem der er ansvarlig for O4 Lave mad.", 8, "responsible")
        ]
        assert RESPONSIBLE.status(lacking) is Status.IN_PROGRESS


def test_a_critical_task_without_an_agreement_is_told_once() -> None:
    second = TASK._replace(id=8, number=4, title="Lave mad", is_critical=True)
    lacking = facts(tasks=[TASK, second], commitments=[AGREED, AGREED._replace(task_id=8, state="proposed")])

    assert told(checks.responsible_missing, lacking) == []
    assert RESPONSIBLE.status(lacking) is Status.NEEDS_ANSWER


def test_a_task_that_stops_is_handed_to_nobody() -> None:
    stopping = facts(tasks=[TASK._replace(operation_level="stop")], commitments=[AGREED._replace(state="possible")])

    assert told(checks.responsible_missing, stopping) == []


def test_a_plan_without_actions_wants_some() -> None:
    assert [each[0] for each in told(checks.actions_missing, facts(actions=[]))] == [
        "Skriv, hvad I vil gøre, før projektet slutter."
    ]


@given(st.dates(), st.dates(), st.sampled_from(ActionStatus))
def test_overdue_is_open_and_past_its_deadline(deadline: date, today: date, status: ActionStatus) -> None:
    action = ACTION._replace(deadline=deadline, status=status)

    assert action.is_overdue(today) == (deadline < today and status not in {"done", "dropped"})
    assert not action._replace(deadline=None).is_overdue(today)


@pytest.mark.parametrize(("field", "empty"), [("amount", None), ("certainty", ""), ("source", "")])
def test_a_budget_line_wants_its_amount_its_certainty_and_its_source(field: str, empty: None) -> None:
    assert [
        each[1:] for each in told(checks.budget_missing, facts(budget_lines=[LINE._replace(**{field: empty})]))
    ] == [(LINE.id, field)]


def test_an_amount_of_nothing_is_an_answer() -> None:
    assert told(checks.budget_missing, facts(budget_lines=[LINE._replace(amount=0)])) == []


def test_missing_money_has_no_source_yet() -> None:
    assert told(checks.budget_missing, facts(budget_lines=[LINE._replace(certainty="missing", source="")])) == []


def test_no_budget_and_no_interfaces_are_asked_for() -> None:
    assert [each[1] for each in told(checks.budget_missing, facts(budget_lines=[]))] == [None]
    assert [each[1] for each in told(cooperation.interfaces_missing, facts(interfaces=[]))] == [None]


def test_an_interface_wants_somebody_to_act() -> None:
    silent = facts(interfaces=[INTERFACE._replace(response="")])
    named = InterfacePartFacts(1, INTERFACE.id, SCHOOL.id, "")

    assert told(cooperation.interfaces_missing, silent) == [
        ("Skriv, hvem der gør hvad, når det sker: ”Når en frivillig er syg”.", INTERFACE.id, "part_1_does")
    ]
    assert len(told(cooperation.interfaces_missing, replace(silent, interface_parts=[named]))) == 1
    acting = named._replace(does="Finder en afløser")
    assert told(cooperation.interfaces_missing, replace(silent, interface_parts=[acting])) == []


def test_a_role_shift_wants_somebody_what_changes_and_a_place_to_learn_it() -> None:
    bare = RoleShiftFacts(1, 81, "enthusiast", None, "", "")
    whole = bare._replace(project_actor_id=SCHOOL.id, changes="Fordeler opgaverne")
    learned = ACTION._replace(role_shift_id=81)

    assert [each[2] for each in told(cooperation.shifts_missing, facts(role_shifts=[bare]))] == ["role", "changes", ""]
    assert told(cooperation.shifts_missing, facts(role_shifts=[whole], actions=[learned])) == []
    dropped = facts(role_shifts=[whole], actions=[learned._replace(status="dropped")])
    assert [each[0] for each in told(cooperation.shifts_missing, dropped)] == [
        "Lav et tiltag, hvor det nye læres: Fra ildsjæl til tovholder."
    ]


@pytest.mark.parametrize(("field", "empty"), [("settled_by", ""), ("deadline", None)])
def test_an_open_question_wants_somebody_and_a_date(field: str, empty: None) -> None:
    asked = QUESTION._replace(**{field: empty})

    assert [each[1:] for each in told(checks.questions_missing, facts(questions=[asked]))] == [(QUESTION.id, field)]
    assert told(checks.questions_missing, facts(questions=[asked._replace(answer="Skolen gør.")])) == []


def test_no_questions_is_no_lack() -> None:
    assert told(checks.questions_missing, facts(questions=[])) == []


def test_a_question_whose_deadline_has_passed_is_told_until_it_has_an_answer() -> None:
    late = QUESTION._replace(deadline=TODAY - timedelta(days=1))

    assert told(checks.questions_missing, facts(questions=[late])) == [
        (
            "Fristen for ”Hvem dækker sommerferien?” er gået. Skriv svaret, eller aftal en ny frist.",
            QUESTION.id,
            "answer",
        )
    ]
    assert told(checks.questions_missing, facts(questions=[late._replace(deadline=TODAY)])) == []
    assert told(checks.questions_missing, facts(questions=[late._replace(answer="Skolen gør.")])) == []
