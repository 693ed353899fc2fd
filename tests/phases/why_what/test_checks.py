"""Phase 1 tells what is missing, in words that say what to do."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from projects.models import AnchoringDecision, PlanOutline, Project, WhyWhat
from projects.phases.facts import ProjectFacts, TaskFacts
from projects.phases.steps import Missing, Status
from projects.phases.why_what import checks
from projects.phases.why_what.steps import DECISION, GOAL, PHASE, TASKS, WHAT, WHY

FULL: dict[str, Any] = {
    "problem": "Mange børn mangler ro til lektier.",
    "target_group": "Elever i 4.-9. klasse",
    "effect": "Færre konflikter om lektier",
    "effect_evidence": "document",
    "consequence": "46 børn mister en fast voksen.",
    "spread": "Naboområdet har spurgt.",
    "beneficiaries": ["beboere"],
    "goal": "Åbent to gange om ugen",
    "goal_date": date(2027, 8, 31),
    "anchored_objects": ["activity"],
    "core_elements": ["faste dage"],
    "scope_operation_frequency": "to gange om ugen",
    "decision": AnchoringDecision.ANCHOR,
    "decision_reason": "Behovet er der stadig.",
}
TASK = TaskFacts(1, 7, 3, "Rekruttere frivillige", "FRI", True, "keep")


def facts(tasks: list[TaskFacts] | None = None, **answers: Any) -> ProjectFacts:
    project = Project(pk=1, slug="lektiecafeen")
    return ProjectFacts(
        id=1,
        slug="lektiecafeen",
        end=None,
        today=date(2026, 11, 21),
        why_what=WhyWhat(project=project, **answers),
        outline=PlanOutline(project=project),
        tasks=[TASK] if tasks is None else tasks,
    )


CASES = [
    (checks.why_missing, "problem"),
    (checks.why_missing, "target_group"),
    (checks.why_missing, "effect"),
    (checks.why_missing, "effect_evidence"),
    (checks.why_missing, "consequence"),
    (checks.why_missing, "spread"),
    (checks.why_missing, "beneficiaries"),
    (checks.goal_missing, "goal"),
    (checks.goal_missing, "goal_date"),
    (checks.what_missing, "anchored_objects"),
    (checks.what_missing, "core_elements"),
    (checks.what_missing, "scope_operation_frequency"),
    (checks.decision_missing, "decision"),
    (checks.decision_missing, "decision_reason"),
]


@pytest.mark.parametrize(("check", "field"), CASES, ids=[field for _check, field in CASES])
def test_an_unanswered_question_is_told_with_a_link_to_it(check: Callable[..., Any], field: str) -> None:
    answers = {name: value for name, value in FULL.items() if name != field}

    missing: list[Missing] = list(check(facts(**answers)))

    assert [item.field for item in missing] == [field]
    assert missing[0].url("lektiecafeen").endswith(f"#id_{field}")


def test_nothing_is_missing_when_all_is_answered() -> None:
    assert list(PHASE.missing(facts(**FULL))) == []
    assert {step.status(facts(**FULL)) for step in PHASE.steps} == {Status.DONE}


def test_steps_nobody_has_touched_are_not_begun() -> None:
    assert {step.status(facts(tasks=[])) for step in PHASE.steps} == {Status.NOT_BEGUN}


def test_a_half_answered_step_is_in_progress() -> None:
    assert WHY.status(facts(problem="Støj")) is Status.IN_PROGRESS
    assert GOAL.status(facts(problem="Støj")) is Status.NOT_BEGUN
    assert WHAT.status(facts(core_elements=["mad"])) is Status.IN_PROGRESS


def test_an_undecided_project_asks_for_an_answer() -> None:
    undecided = facts(**FULL | {"decision": AnchoringDecision.UNDECIDED})

    assert DECISION.status(undecided) is Status.NEEDS_ANSWER
    assert [item.step for item in PHASE.findings(undecided)] == ["beslutning"]


def test_a_project_without_tasks_is_asked_for_them_unless_it_ends() -> None:
    assert [item.step for item in checks.tasks_missing(facts(tasks=[], **FULL))] == ["opgaver"]
    assert list(checks.tasks_missing(facts(tasks=[], **FULL | {"decision": AnchoringDecision.END}))) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"task_type": ""}, "task_type"),
        ({"is_critical": None}, "is_critical"),
        ({"operation_level": ""}, "operation_level"),
    ],
)
def test_a_task_with_a_blank_is_told_with_a_link_to_its_row(change: dict[str, Any], field: str) -> None:
    missing = list(checks.tasks_missing(facts(tasks=[TASK._replace(**change)], **FULL)))

    assert [(item.row, item.field) for item in missing] == [(TASK.id, field)]


def test_the_task_step_counts_its_tasks() -> None:
    assert TASKS.summary(facts()) == "1 opgave"
    assert TASKS.summary(facts(tasks=[TASK, TASK])) == "2 opgaver"
    assert TASKS.summary(facts(tasks=[])) == ""
