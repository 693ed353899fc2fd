"""Phase 4 tells what is missing and what to look at, in words that say what to do."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.models import ActionStatus, AnchoringDecision
from projects.phases.plan import checks
from projects.phases.plan.steps import PHASE
from projects.phases.steps import Status
from tests.phases.plan.records import (
    ACTION,
    AGREED,
    END,
    INTERFACE,
    LIBRARY,
    LINE,
    OUTLINE,
    QUESTION,
    TASK,
    TODAY,
    candidacy,
    facts,
    told,
)

NOTHING_HANDED_OVER = [AnchoringDecision.END, AnchoringDecision.NEW_FUNDING]
EMPTY = {
    name: [] for name in ("tasks", "commitments", "actions", "budget_lines", "interfaces", "questions", "candidacies")
}


def test_a_whole_plan_lacks_nothing() -> None:
    assert list(PHASE.missing(facts())) == []
    assert list(PHASE.findings(facts())) == []
    assert {step.status(facts()) for step in PHASE.steps} == {Status.DONE}


def test_an_empty_plan_has_begun_nothing_and_lacks_something_in_every_step_but_the_questions() -> None:
    empty = facts(outline=dict.fromkeys(OUTLINE, ""), **(EMPTY | {"tasks": [TASK]}))

    assert {step.status(empty) for step in PHASE.steps} == {Status.NOT_BEGUN}
    assert [step.slug for step in PHASE.steps if list(step.missing(empty))] == [
        "model",
        "ansvar",
        "tiltag",
        "oekonomi",
        "snitflader",
    ]


@pytest.mark.parametrize("decision", NOTHING_HANDED_OVER)
def test_nothing_is_missing_when_nothing_is_handed_over(decision: str) -> None:
    empty = facts(decision=decision, outline=dict.fromkeys(OUTLINE, ""), **EMPTY)

    assert list(PHASE.missing(empty)) == []
    assert list(PHASE.findings(empty)) == []


def test_every_sentence_leads_to_an_address_that_exists() -> None:
    lacking = facts(outline=dict.fromkeys(OUTLINE, ""), **(EMPTY | {"tasks": [TASK]}))
    late = facts(actions=[ACTION._replace(deadline=date(2026, 11, 13))], candidacies=[candidacy(ability=2)])

    for item in [*PHASE.missing(lacking), *PHASE.findings(late)]:
        assert item.url("lektiecafeen").startswith("/projekter/lektiecafeen/fase-4/")


@pytest.mark.parametrize("field", OUTLINE)
def test_each_text_of_the_model_is_asked_for(field: str) -> None:
    assert [each[2] for each in told(checks.model_missing, facts(outline={field: ""}))] == [field]


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


def test_a_critical_task_wants_the_agreement_of_those_in_view() -> None:
    in_view = [AGREED._replace(state="proposed"), AGREED._replace(project_actor_id=LIBRARY.id, state="possible")]

    assert told(checks.responsible_findings, facts(commitments=in_view)) == [
        (
            "Træf aftale med Pilebroskolen eller Biblioteket om ansvaret for O3 Rekruttere frivillige. "
            "Opgaven er kritisk.",
            TASK.id,
            "responsible",
        )
    ]


def test_a_task_without_anybody_in_view_is_told_in_phase_2_only() -> None:
    assert told(checks.responsible_findings, facts(commitments=[])) == []


@pytest.mark.parametrize("is_critical", [False, None])
def test_a_task_that_is_not_critical_needs_no_agreement(is_critical: bool | None) -> None:
    task = TASK._replace(is_critical=is_critical)

    assert told(checks.responsible_findings, facts(tasks=[task], commitments=[AGREED._replace(state="possible")])) == []


def test_a_task_that_stops_is_handed_to_nobody() -> None:
    stopping = facts(tasks=[TASK._replace(operation_level="stop")], commitments=[AGREED._replace(state="possible")])

    assert told(checks.responsible_missing, stopping) == []
    assert told(checks.responsible_findings, stopping) == []


@pytest.mark.parametrize(("field", "empty"), [("responsible", ""), ("deadline", None)])
def test_an_open_action_wants_a_responsible_and_a_deadline(field: str, empty: None) -> None:
    lacking = ACTION._replace(**{field: empty})

    assert [each[1:] for each in told(checks.actions_missing, facts(actions=[lacking]))] == [(ACTION.id, field)]


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.DROPPED])
def test_a_closed_action_wants_nothing(status: str) -> None:
    closed = ACTION._replace(status=status, responsible="", deadline=date(2026, 1, 1))

    assert told(checks.actions_missing, facts(actions=[closed])) == []
    assert told(checks.actions_findings, facts(actions=[closed])) == []


def test_a_plan_without_actions_wants_some() -> None:
    assert [each[0] for each in told(checks.actions_missing, facts(actions=[]))] == [
        "Skriv, hvad I vil gøre, før projektet slutter."
    ]


def test_an_overdue_action_is_told_with_its_date() -> None:
    late = ACTION._replace(deadline=date(2026, 11, 13))

    assert told(checks.actions_findings, facts(actions=[late])) == [
        (
            "P4 Uddanne tovholdere er forsinket. Fristen var 13. november 2026. "
            "Gør det færdigt, eller aftal en ny frist.",
            ACTION.id,
            "status",
        )
    ]


def test_the_longest_overdue_comes_first() -> None:
    late, later = (ACTION._replace(id=days, deadline=TODAY - timedelta(days=days)) for days in (3, 30))

    assert [each[1] for each in told(checks.overdue_actions, facts(actions=[late, later]))] == [30, 3]


@given(st.dates(), st.dates(), st.sampled_from(ActionStatus))
def test_overdue_is_open_and_past_its_deadline(deadline: date, today: date, status: ActionStatus) -> None:
    action = ACTION._replace(deadline=deadline, status=status)

    assert action.is_overdue(today) == (deadline < today and status not in {"done", "dropped"})
    assert not action._replace(deadline=None).is_overdue(today)


def test_a_deadline_after_the_end_is_told_until_the_note_says_why() -> None:
    after = ACTION._replace(deadline=END + timedelta(days=1))

    assert [each[1:] for each in told(checks.actions_findings, facts(actions=[after]))] == [(ACTION.id, "deadline")]
    assert told(checks.actions_findings, facts(actions=[after._replace(status_note="Opfølgning")])) == []


@pytest.mark.parametrize("end", [END, None])
def test_a_deadline_on_the_last_day_or_without_one_is_in_time(end: date | None) -> None:
    assert told(checks.actions_findings, facts(end=end, actions=[ACTION._replace(deadline=END)])) == []


def test_a_chosen_actor_with_weak_concepts_wants_an_action() -> None:
    weak = facts(candidacies=[candidacy(ability=2, will=1, meaning=4)])

    assert [each[0] for each in told(checks.actions_findings, weak)] == [
        "Pilebroskolen er valgt som tovholder, men mangler evne og vilje. Lav et tiltag."
    ]


@pytest.mark.parametrize(
    "candidacy",
    [
        candidacy(ability=3),
        candidacy(choice="reserve", ability=1),
        candidacy(choice="", ability=1),
        candidacy(ability=2, closed=frozenset({"ability"})),
    ],
    ids=["strong enough", "a reserve", "not chosen", "with an action"],
)
def test_other_actors_want_no_action(candidacy: object) -> None:
    assert told(checks.actions_findings, facts(candidacies=[candidacy])) == []


@pytest.mark.parametrize(("field", "empty"), [("amount", None), ("certainty", ""), ("source", "")])
def test_a_budget_line_wants_its_amount_its_certainty_and_its_source(field: str, empty: None) -> None:
    assert [
        each[1:] for each in told(checks.budget_missing, facts(budget_lines=[LINE._replace(**{field: empty})]))
    ] == [(LINE.id, field)]


def test_an_amount_of_nothing_is_an_answer() -> None:
    assert told(checks.budget_missing, facts(budget_lines=[LINE._replace(amount=0)])) == []


def test_missing_money_is_to_be_found_and_has_no_source_yet() -> None:
    missing = facts(budget_lines=[LINE._replace(certainty="missing", source="")])

    assert told(checks.budget_missing, missing) == []
    assert told(checks.budget_findings, missing) == [
        ("Find penge til ”Forplejning”, eller beslut, at I klarer jer uden.", LINE.id, "source")
    ]


def test_no_budget_and_no_interfaces_are_asked_for() -> None:
    assert [each[1] for each in told(checks.budget_missing, facts(budget_lines=[]))] == [None]
    assert [each[1] for each in told(checks.interfaces_missing, facts(interfaces=[]))] == [None]


def test_an_interface_wants_somebody_to_act() -> None:
    silent = facts(interfaces=[INTERFACE._replace(response="")])

    assert told(checks.interfaces_missing, silent) == [
        ("Skriv, hvem der gør hvad, når det sker: ”Når en frivillig er syg”.", INTERFACE.id, "response")
    ]


@pytest.mark.parametrize(("field", "empty"), [("settled_by", ""), ("deadline", None)])
def test_an_open_question_wants_somebody_and_a_date(field: str, empty: None) -> None:
    asked = QUESTION._replace(**{field: empty})

    assert [each[1:] for each in told(checks.questions_missing, facts(questions=[asked]))] == [(QUESTION.id, field)]
    assert told(checks.questions_missing, facts(questions=[asked._replace(answer="Skolen gør.")])) == []


def test_no_questions_is_no_lack() -> None:
    assert told(checks.questions_missing, facts(questions=[])) == []
