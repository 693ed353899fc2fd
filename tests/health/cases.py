"""For every rule of the health check: projects that raise it, and projects like them that do not."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from actors.calendar import Calendar, calendar_of
from actors.concepts import Concept
from projects.models import AnchoringDecision, HandoverPoint, OutcomeAnswers, Project, WhyWhat
from projects.phases.facts import (
    BidFacts,
    CandidacyFacts,
    DependencyFacts,
    FollowUpFacts,
    HandoverFacts,
    InformedFacts,
    InterfacePartFacts,
    NextStepFacts,
    NoticeFacts,
    PlannedMeetingFacts,
    ProjectFacts,
    RiskFacts,
    StaffHoursFacts,
    TaskFacts,
    TickFacts,
    WindDownFacts,
)
from tests.phases.plan.records import ACTION, AGREED, END, LIBRARY, LINE, QUESTION, SCHOOL, TASK, TODAY, facts
from tests.phases.plan.records import candidacy as candidacy_of_school

GONE = [SCHOOL._replace(is_active=False), LIBRARY]
RESERVE = AGREED._replace(project_actor_id=LIBRARY.id, role="R", takes_over_on=None)
POSSIBLE = AGREED._replace(state="possible")
PROPOSED = AGREED._replace(state="proposed")
FOLLOW_UP = FollowUpFacts(1, 71, END + timedelta(days=90), "Beboerkonsulent", "")
OTHER = TASK._replace(id=8, number=4, title="Lave mad", is_critical=False)
STOPPED = TASK._replace(operation_level="stop")
DOES_IT = AGREED._replace(role="U")
LATE = END + timedelta(days=400)
MET = [InterfacePartFacts(1, 41, SCHOOL.id, "Ringer"), InterfacePartFacts(1, 41, LIBRARY.id, "Åbner")]
TWO_ANCHORS: dict[str, Any] = {
    "tasks": [TASK, OTHER],
    "commitments": [AGREED, RESERVE, AGREED._replace(task_id=OTHER.id, project_actor_id=LIBRARY.id)],
    "budget_lines": [LINE, LINE._replace(id=32, task_id=OTHER.id)],
}


def candidacy(choice: str = "chosen", **changes: Any) -> CandidacyFacts:
    """The school as coordinator: assessed today by what was seen, strong enough in everything."""
    strong = candidacy_of_school(choice, **{concept.value: 4 for concept in Concept})
    seen = replace(
        strong,
        choice_reason="Har børnene.",
        held_on=dict.fromkeys(Concept, TODAY),
        evidence=dict.fromkeys(Concept, "observed"),
    )
    return replace(seen, **changes)


def project(answers: Mapping[str, Any] | None = None, **changes: Any) -> ProjectFacts:
    """A project in good health, but for what a case changes. `answers` are phase 1's."""
    sound: dict[str, Any] = {
        "start": date(2023, 7, 1),
        "commitments": [AGREED, RESERVE],
        "candidacies": [candidacy()],
        "follow_ups": [FOLLOW_UP],
        "interface_parts": MET,
    }
    why_what = WhyWhat(project=Project(pk=1), **({"decision": AnchoringDecision.ANCHOR} | dict(answers or {})))
    return replace(facts(**(sound | changes)), why_what=why_what)


def with_tasks(count: int, actor: Any = SCHOOL, **changes: Any) -> ProjectFacts:
    """So many tasks, all of them the same actor's, each with granted money."""
    tasks = [TASK._replace(id=100 + n, number=n, is_critical=False) for n in range(1, count + 1)]
    return project(
        tasks=tasks,
        actors=[actor, LIBRARY],
        commitments=[AGREED._replace(task_id=task.id, project_actor_id=actor.id) for task in tasks],
        budget_lines=[LINE._replace(id=task.id, task_id=task.id) for task in tasks],
        **changes,
    )


def certificate_task(**changes: Any) -> TaskFacts:
    return OTHER._replace(task_type="ADM", legal_requirements=["child_certificate"], **changes)


def of_one_house(*names: str) -> list[Any]:
    return [actor._replace(organisation=name) for actor, name in zip((SCHOOL, LIBRARY), names, strict=True)]


def waiting(**changes: Any) -> ProjectFacts:
    """An action that waits for the project's other one."""
    action = ACTION._replace(**({"id": 22, "number": 5, "deadline": END} | changes))
    return project(actions=[ACTION, action], dependencies=[DependencyFacts(1, action.id, ACTION.id)])


def moved(**days: date) -> Calendar:
    """The calendar of the cases' project with some dates moved."""
    return calendar_of(date(2023, 7, 1), END, moved=days)


def held(day: date) -> Calendar:
    """The calendar of the cases' project with its midterm evaluation held on a day outside the period."""
    kind = "midtvejsevaluering"
    return calendar_of(date(2023, 7, 1), END, moved={kind: day}, held={kind: day})


def ending(decision: str = "end", **changes: Any) -> ProjectFacts:
    """A project that hands nothing over."""
    return project({"decision": decision}, **changes)


def hours(*amounts: int, year: int = 2027) -> list[StaffHoursFacts]:
    """A role's hours, month by month from January."""
    return [
        HOURS._replace(id=80 + month, month=date(year, month, 1), hours=Decimal(each))
        for month, each in enumerate(amounts, start=1)
    ]


WIND_DOWN = WindDownFacts(1, 91, "Mailkonto", "access", END, "Projektleder", False)
NOTICE = NoticeFacts(1, 92, "Forældrene", "Projektleder", END, False)
WORKSHOP = PlannedMeetingFacts(1, 93, "analysis", END)
BID = BidFacts(1, 96, "En fond", 10_000, END, "Projektleder", "idea")
HOURS = StaffHoursFacts(1, 80, date(2027, 1, 1), "Projektleder", Decimal(40), "")
RISK = RiskFacts(1, 81, 1, "Skolen skifter leder", "likely", "serious", "En aftale på skrift", "Biblioteket", "Formand")
APPROVED = HandoverFacts(1, END, datetime(2027, 6, 9, 12, tzinfo=UTC))
TICKS = [TickFacts(1, point.value, "done", "", TODAY, "Projektleder") for point in HandoverPoint]
A_YEAR_AFTER = date(2028, 6, 30)
YESTERDAY = TODAY - timedelta(days=1)
CHILDREN = {"target_age_from": 10, "target_age_to": 16}
Case = Callable[[], ProjectFacts]

RAISED: dict[str, list[Case]] = {
    "undecided": [lambda: project({"decision": AnchoringDecision.UNDECIDED})],
    "task-untouched": [lambda: project(tasks=[TASK, OTHER])],
    "no-responsible": [lambda: project(commitments=[RESERVE])],
    "several-proposed": [
        lambda: project(commitments=[PROPOSED, PROPOSED._replace(project_actor_id=LIBRARY.id), RESERVE])
    ],
    "responsible-out-of-use": [lambda: project(actors=GONE)],
    "no-child-certificates": [
        lambda: project(CHILDREN),
        lambda: project({"target_age_to": 14}),
        lambda: project(CHILDREN, tasks=[TASK, certificate_task(operation_level="stop")]),
    ],
    "no-reserve": [
        lambda: project(commitments=[AGREED]),
        lambda: project(commitments=[AGREED, RESERVE._replace(state="possible")]),
    ],
    "many-responsibilities": [lambda: with_tasks(4)],
    "all-volunteers": [lambda: project(actors=[SCHOOL._replace(run_by_volunteers="yes"), LIBRARY])],
    "one-organisation": [lambda: project(actors=of_one_house("Pilebro", "Pilebro"), **TWO_ANCHORS)],
    "weak-without-action": [lambda: project(candidacies=[candidacy(answers={Concept.ABILITY: 2, Concept.WILL: 1})])],
    "not-assessed-since-done": [
        lambda: project(candidacies=[candidacy(to_reassess={Concept.ABILITY: ACTION.id})]),
        lambda: project(candidacies=[candidacy("reserve", to_reassess={Concept.WILL: ACTION.id})]),
    ],
    "chosen-on-assumption": [lambda: project(candidacies=[candidacy(evidence=dict.fromkeys(Concept, "assumption"))])],
    "assessment-outdated": [
        lambda: project(candidacies=[candidacy(held_on=dict.fromkeys(Concept, date(2026, 5, 20)))])
    ],
    "action-overdue": [lambda: project(actions=[ACTION._replace(deadline=YESTERDAY)])],
    "no-agreement": [lambda: project(commitments=[PROPOSED, RESERVE])],
    "money-missing": [lambda: project(budget_lines=[LINE, LINE._replace(id=32, certainty="missing")])],
    "action-no-responsible": [lambda: project(actions=[ACTION._replace(responsible="")])],
    "action-no-deadline": [lambda: project(actions=[ACTION._replace(deadline=None)])],
    "deadline-after-end": [lambda: project(actions=[ACTION._replace(deadline=END + timedelta(days=1))])],
    "no-granted-money": [
        lambda: project(budget_lines=[LINE._replace(certainty="applied")]),
        lambda: project(budget_lines=[LINE._replace(task_id=None)]),
    ],
    "money-runs-out": [lambda: project(budget_lines=[LINE._replace(expires_on=A_YEAR_AFTER - timedelta(days=1))])],
    "no-interface": [
        lambda: project(interface_parts=[], **TWO_ANCHORS),
        lambda: project(interface_parts=MET[:1], **TWO_ANCHORS),
    ],
    "no-follow-up": [
        lambda: project(follow_ups=[]),
        lambda: project(follow_ups=[FOLLOW_UP._replace(due_on=END)]),
        lambda: project(follow_ups=[], actions=[]),
        lambda: project(follow_ups=[], tasks=[STOPPED]),
        lambda: project(follow_ups=[], actions=[ACTION._replace(deadline=END + timedelta(days=90))]),
    ],
    "begins-too-soon": [
        lambda: waiting(start=ACTION.deadline - timedelta(days=1)),
        lambda: waiting(deadline=ACTION.deadline - timedelta(days=1)),
    ],
    "approved-too-soon": [
        lambda: project(handovers=[APPROVED]),
        lambda: project(handovers=[APPROVED], handover_ticks=TICKS[1:]),
    ],
    "hours-do-not-end": [
        lambda: project(staff_hours=hours(40, 20)),
    ],
    "takes-over-too-late": [
        lambda: project(commitments=[AGREED._replace(takes_over_on=END + timedelta(days=2)), RESERVE]),
        lambda: project(commitments=[AGREED._replace(takes_over_on=date(2030, 5, 1)), RESERVE]),
        lambda: project(commitments=[AGREED, RESERVE, DOES_IT._replace(takes_over_on=date(2028, 1, 1))]),
        lambda: project(tasks=[TASK._replace(is_critical=False)], commitments=[AGREED._replace(takes_over_on=LATE)]),
    ],
    "dates-do-not-fit": [
        lambda: project(calendars=[moved(proevedrift=date(2027, 5, 1))]),
        lambda: project(calendars=[moved(proevedrift=LATE)]),
        lambda: project(calendars=[moved(**{"opfoelgning-3": END})]),
        lambda: project(handovers=[HandoverFacts(1, LATE, None)]),
        lambda: project(follow_ups=[FOLLOW_UP, FOLLOW_UP._replace(id=72, due_on=END)]),
        lambda: project(questions=[QUESTION._replace(deadline=LATE)]),
        lambda: project(staff_hours=[*hours(40), HOURS._replace(id=90, month=date(2027, 8, 1)), *hours(0, year=2028)]),
        lambda: project(staff_hours=[HOURS._replace(month=date(2023, 6, 1)), *hours(0, year=2028)]),
        lambda: project(start=END),
        lambda: project(programme_end=END - timedelta(days=1)),
        lambda: project(calendars=[moved(midtvejsevaluering=LATE)], programme_end=END),
        lambda: project({"goal_date": date(2023, 6, 30)}),
        lambda: project({"decided_on": END + timedelta(days=1)}),
        lambda: project(commitments=[AGREED._replace(takes_over_on=date(2023, 6, 30)), RESERVE]),
        lambda: project(actions=[ACTION._replace(deadline=None, start=LATE)]),
        lambda: project(actions=[ACTION._replace(deadline=date(2023, 6, 30))]),
        lambda: project(budget_lines=[LINE, LINE._replace(id=32, expires_on=END)]),
        lambda: project(outline={"competence_deadline": END + timedelta(days=2)}),
        lambda: project(
            outline={"competence_deadline": date(2027, 6, 2)},
            handovers=[HandoverFacts(1, date(2027, 6, 1), None)],
        ),
        lambda: project(handovers=[HandoverFacts(1, date(2023, 6, 30), None)]),
        lambda: ending(wind_down=[WIND_DOWN._replace(on=END + timedelta(days=2))]),
        lambda: ending(wind_down=[WIND_DOWN._replace(on=date(2023, 6, 30))]),
        lambda: ending(notices=[NOTICE._replace(on=END + timedelta(days=1))]),
        lambda: ending(notices=[NOTICE._replace(on=date(2023, 6, 30))]),
        lambda: ending(outcome_answers=[OutcomeAnswers(papers_kept_until=END)]),
        lambda: ending("new_funding", bids=[BID._replace(deadline=END + timedelta(days=1))]),
    ],
    "work-does-not-fit": [
        lambda: ending("new_funding", outcome_answers=[OutcomeAnswers(decide_by=END + timedelta(days=1))]),
        lambda: project(planned_meetings=[WORKSHOP._replace(held_on=END + timedelta(days=1))]),
        lambda: project(next_steps=[NextStepFacts(1, 98, "Ringe til skolen", END + timedelta(days=1))]),
    ],
    "hours-rise": [lambda: project(staff_hours=hours(20, 40, 0))],
    "heavy-without-plan-b": [lambda: project(risks=[RISK._replace(plan_b="")])],
}

QUIET: dict[str, list[Case]] = {
    "undecided": [project, lambda: project({"decision": ""})],
    "task-untouched": [project, lambda: project(tasks=[TASK, OTHER], actors=[], commitments=[], candidacies=[])],
    "no-responsible": [
        lambda: project(commitments=[PROPOSED, RESERVE]),
        lambda: project(commitments=[POSSIBLE, RESERVE]),
        lambda: project(commitments=[]),
    ],
    "several-proposed": [
        lambda: project(commitments=[PROPOSED, AGREED._replace(project_actor_id=LIBRARY.id), RESERVE]),
        lambda: project(commitments=[each._replace(state="possible") for each in (AGREED, RESERVE)]),
    ],
    "responsible-out-of-use": [lambda: project(actors=[SCHOOL, LIBRARY._replace(is_active=False)])],
    "no-child-certificates": [
        project,
        lambda: project({"target_age_from": 15, "target_age_to": 18}),
        lambda: project(CHILDREN, tasks=[TASK, certificate_task()]),
        lambda: project(CHILDREN, tasks=[STOPPED]),
    ],
    "no-reserve": [
        lambda: project(commitments=[AGREED, RESERVE._replace(state="proposed")]),
        lambda: project(tasks=[TASK._replace(is_critical=None)], commitments=[AGREED]),
    ],
    "many-responsibilities": [lambda: with_tasks(3)],
    "all-volunteers": [
        project,
        lambda: project(actors=[SCHOOL._replace(run_by_volunteers="unknown"), LIBRARY]),
        lambda: project(tasks=[TASK, OTHER], actors=[SCHOOL._replace(run_by_volunteers="yes"), LIBRARY]),
    ],
    "one-organisation": [
        lambda: project(actors=of_one_house("Pilebro", "Enghøj"), **TWO_ANCHORS),
        lambda: project(actors=of_one_house("", ""), **TWO_ANCHORS),
        lambda: project(actors=of_one_house("Pilebro", "Pilebro")),
    ],
    "weak-without-action": [
        project,
        lambda: project(candidacies=[candidacy("reserve", answers={Concept.ABILITY: 1})]),
        lambda: project(candidacies=[candidacy(answers={Concept.ABILITY: 1})], actors=GONE),
        lambda: project(candidacies=[candidacy(answers={Concept.ABILITY: 1}, gaps_with_action=frozenset({"ability"}))]),
    ],
    "not-assessed-since-done": [
        project,
        lambda: project(candidacies=[candidacy(to_reassess={Concept.ABILITY: ACTION.id})], actors=GONE),
    ],
    "chosen-on-assumption": [
        project,
        lambda: project(candidacies=[candidacy("reserve", evidence={Concept.WILL: "assumption"})]),
        lambda: project(
            candidacies=[candidacy(evidence={Concept.WILL: "assumption", Concept.ABILITY: "conversation"})]
        ),
        lambda: project(candidacies=[candidacy(evidence={})]),
        lambda: project(candidacies=[candidacy(evidence=dict.fromkeys(Concept, "assumption"))], actors=GONE),
    ],
    "assessment-outdated": [
        lambda: project(candidacies=[candidacy(held_on=dict.fromkeys(Concept, date(2026, 5, 21)))]),
        lambda: project(candidacies=[candidacy("not_now", held_on=dict.fromkeys(Concept, date(2025, 1, 1)))]),
        lambda: project(candidacies=[candidacy(held_on=dict.fromkeys(Concept, date(2025, 1, 1)))], actors=GONE),
    ],
    "action-overdue": [
        lambda: project(actions=[ACTION._replace(deadline=TODAY)]),
        lambda: project(actions=[ACTION._replace(deadline=YESTERDAY, status="done")]),
    ],
    "no-agreement": [
        project,
        lambda: project(tasks=[TASK._replace(is_critical=False)], commitments=[PROPOSED]),
        lambda: project(commitments=[RESERVE]),
        lambda: project(commitments=[POSSIBLE, RESERVE]),
        lambda: project(commitments=[PROPOSED, RESERVE], actors=GONE),
    ],
    "money-missing": [project],
    "action-no-responsible": [lambda: project(actions=[ACTION._replace(responsible="", status="dropped")])],
    "action-no-deadline": [lambda: project(actions=[ACTION._replace(deadline=None, status="done")])],
    "deadline-after-end": [
        lambda: project(actions=[ACTION._replace(deadline=END)]),
        lambda: project(end=None, actions=[ACTION._replace(deadline=END)]),
        lambda: project(actions=[ACTION._replace(deadline=END + timedelta(days=1), status="done")]),
    ],
    "no-granted-money": [project, lambda: project(commitments=[PROPOSED, RESERVE], budget_lines=[])],
    "money-runs-out": [
        lambda: project(budget_lines=[LINE._replace(expires_on=A_YEAR_AFTER)]),
        lambda: project(end=None, budget_lines=[LINE._replace(expires_on=TODAY)]),
    ],
    "no-interface": [
        lambda: project(**TWO_ANCHORS),
        lambda: project(interface_parts=MET[:1], informed=[InformedFacts(1, 41, LIBRARY.id)], **TWO_ANCHORS),
        lambda: project(interface_parts=[]),
    ],
    "no-follow-up": [
        project,
        lambda: project(follow_ups=[], actions=[], tasks=[STOPPED]),
        lambda: project(end=None),
    ],
    "begins-too-soon": [
        lambda: waiting(start=ACTION.deadline),
        lambda: waiting(start=TODAY, status="done"),
        lambda: waiting(start=None, deadline=None),
    ],
    "approved-too-soon": [
        lambda: project(handovers=[APPROVED], handover_ticks=TICKS),
        lambda: project(handovers=[APPROVED._replace(approved_at=None)]),
    ],
    "takes-over-too-late": [
        project,
        lambda: project(commitments=[AGREED._replace(takes_over_on=END + timedelta(days=1)), RESERVE]),
        lambda: project(commitments=[AGREED._replace(takes_over_on=None), RESERVE]),
        lambda: project(commitments=[AGREED._replace(takes_over_on=LATE)], tasks=[STOPPED]),
        lambda: project(commitments=[AGREED, PROPOSED._replace(takes_over_on=LATE, project_actor_id=LIBRARY.id)]),
        lambda: project(commitments=[AGREED._replace(takes_over_on=LATE)], end=None),
    ],
    "dates-do-not-fit": [
        project,
        lambda: project(calendars=[moved(proevedrift=date(2027, 1, 1))]),
        lambda: project(handovers=[HandoverFacts(1, END + timedelta(days=1), None)]),
        lambda: project(follow_ups=[FOLLOW_UP, FOLLOW_UP._replace(id=72, due_on=END, result="yes")]),
        lambda: project(questions=[QUESTION._replace(deadline=LATE, answer="Skolen")]),
        lambda: project(staff_hours=[HOURS._replace(month=date(2028, 1, 1), hours=Decimal(0))]),
        lambda: project(staff_hours=[HOURS._replace(month=date(2023, 7, 1)), *hours(0)]),
        lambda: project(programme_end=END),
        lambda: project({"goal_date": LATE, "decided_on": END}),
        lambda: project(outline={"competence_deadline": END + timedelta(days=1)}),
        lambda: project(calendars=[held(date(2023, 1, 1))], programme_start=date(2023, 7, 1)),
        lambda: ending(wind_down=[WIND_DOWN], notices=[NOTICE]),
        lambda: ending(wind_down=[WIND_DOWN._replace(on=LATE, is_done=True)]),
        lambda: ending(notices=[NOTICE._replace(on=LATE, is_told=True)]),
        lambda: ending(outcome_answers=[OutcomeAnswers(papers_kept_until=LATE)]),
        lambda: ending("new_funding", bids=[BID, BID._replace(id=97, deadline=LATE, status="sent")]),
        lambda: project(wind_down=[WIND_DOWN._replace(on=LATE)], bids=[BID._replace(deadline=LATE)]),
    ],
    "work-does-not-fit": [
        project,
        lambda: ending("new_funding", outcome_answers=[OutcomeAnswers(decide_by=END)]),
        lambda: project(outcome_answers=[OutcomeAnswers(decide_by=LATE)]),
        lambda: project(planned_meetings=[WORKSHOP, WORKSHOP._replace(id=94, kind="board", held_on=LATE)]),
        lambda: project(next_steps=[NextStepFacts(1, 98, "Ringe til skolen", END)]),
    ],
    "hours-do-not-end": [
        lambda: project(staff_hours=hours(40, 20, 0)),
        lambda: project(staff_hours=[HOURS._replace(hours=None)]),
    ],
    "hours-rise": [
        lambda: project(staff_hours=hours(40, 40, 0)),
        lambda: project(staff_hours=[each._replace(rise_reason="Prøvedrift") for each in hours(20, 40, 0)]),
    ],
    "heavy-without-plan-b": [
        lambda: project(risks=[RISK]),
        lambda: project(risks=[RISK._replace(plan_b="", likelihood="unlikely")]),
    ],
}
