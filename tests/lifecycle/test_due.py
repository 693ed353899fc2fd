"""What ought to be done by now: derived from the rows, told with a plain sentence and a way to do it."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.utils import timezone

from actors.calendar import SHARED, Calendar, DateKind, calendar_of
from projects.lifecycle.due import Due, State, all_dates, due_in_project, upcoming
from projects.lifecycle.goal import goal_in_time
from projects.models import (
    ActionStatus,
    AnchoringDecision,
    CapacityForm,
    FollowUpResult,
    HandoverPoint,
    HandoverState,
    PlanOutline,
    WhyWhat,
)
from projects.phases.facts import ActionFacts, ProjectFacts, TaskFacts
from projects.phases.facts.letting_go import FollowUpFacts, HandoverFacts, TickFacts

START, END, TODAY = date(2023, 7, 1), date(2027, 6, 30), date(2026, 11, 21)


def facts(**values: Any) -> ProjectFacts:
    decision = values.pop("decision", "")
    empty = ProjectFacts(1, "lektiecafeen", END, TODAY, WhyWhat(decision=decision), PlanOutline())
    return replace(empty, **values)


def trial(status: str, number: int = 1) -> ActionFacts:
    return ActionFacts(1, number, number, "Prøve driften", "", None, "", status, "", CapacityForm.TRIAL)


def due(kind: DateKind, today: date = TODAY, **values: Any) -> Due:
    held, moved = values.pop("held", {}), values.pop("moved", {})
    calendar = calendar_of(START, END, moved=moved, held=held)
    return next(one for one in due_in_project(calendar, facts(**values), today) if one.kind is kind)


def test_a_plan_that_lacks_answers_is_late_and_says_where() -> None:
    found = due(DateKind.PLAN)

    assert found.state is State.LATE
    assert found.sentence == "Fase 1, 2, 3 og 4 mangler svar."
    assert found.step == "hvorfor"


def test_before_its_day_a_plan_is_something_to_come() -> None:
    found = due(DateKind.PLAN, date(2025, 5, 30))

    assert found.state is State.LATER
    assert found.sentence.endswith("Om 7 måneder.")


@pytest.mark.parametrize(
    ("today", "held", "state", "sentence"),
    [
        (date(2025, 6, 1), {}, State.LATER, "Om 29 dage."),
        (date(2025, 6, 30), {}, State.NOW, ""),
        (date(2025, 7, 1), {}, State.LATE, "Skulle være holdt 30. juni 2025."),
        (TODAY, {DateKind.MIDTERM: date(2025, 6, 15)}, State.DONE, "Holdt 15. juni 2025."),
    ],
)
def test_an_evaluation_is_held_when_a_person_says_so(
    today: date, held: dict[DateKind, date], state: State, sentence: str
) -> None:
    found = due(DateKind.MIDTERM, today, held=held)

    assert (found.state, found.sentence) == (state, sentence)


@pytest.mark.parametrize(
    ("actions", "state", "sentence"),
    [
        ([], State.LATE, "Planen har intet tiltag, der er prøvedrift."),
        ([trial(ActionStatus.DROPPED)], State.LATE, "Planen har intet tiltag, der er prøvedrift."),
        ([trial(ActionStatus.NOT_STARTED)], State.LATE, "Prøvedriften står i planen som P1."),
        ([trial(ActionStatus.IN_PROGRESS)], State.NOW, "Prøvedriften er i gang: P1."),
        (
            [trial(ActionStatus.DONE), trial(ActionStatus.IN_PROGRESS, 2)],
            State.DONE,
            "Driften er prøvet uden projektmedarbejderne.",
        ),
        (
            [trial(ActionStatus.NOT_STARTED), trial(ActionStatus.IN_PROGRESS, 2)],
            State.NOW,
            "Prøvedriften er i gang: P1 og P2.",
        ),
        ([trial(ActionStatus.DONE)], State.DONE, "Driften er prøvet uden projektmedarbejderne."),
    ],
)
def test_a_trial_is_the_actions_of_that_kind(actions: list[ActionFacts], state: State, sentence: str) -> None:
    found = due(DateKind.TRIAL_START, actions=actions)

    assert (found.state, found.sentence) == (state, sentence)


def test_a_trial_is_moved_when_either_of_its_days_is() -> None:
    assert not due(DateKind.TRIAL_START).is_moved
    assert due(DateKind.TRIAL_START, moved={DateKind.TRIAL_END: date(2027, 4, 29)}).is_moved


def test_a_trial_is_also_done_when_the_handover_check_says_so() -> None:
    tick = TickFacts(1, HandoverPoint.TRIAL, HandoverState.DONE, "", TODAY, "")
    assert due(DateKind.TRIAL_START, handover_ticks=[tick]).state is State.DONE


def test_a_trial_that_is_not_relevant_is_settled_without_being_told_to_be_held() -> None:
    tick = TickFacts(1, HandoverPoint.TRIAL, HandoverState.NOT_RELEVANT, "Driften kører allerede.", TODAY, "")
    found = due(DateKind.TRIAL_START, handover_ticks=[tick])
    assert (found.state, found.sentence) == (State.DONE, "Prøvedrift er ikke relevant.")

    held = due(DateKind.TRIAL_START, handover_ticks=[tick], actions=[trial(ActionStatus.DONE)])
    assert held.sentence == "Driften er prøvet uden projektmedarbejderne."

    unexplained = due(DateKind.TRIAL_START, handover_ticks=[tick._replace(reason="")])
    assert unexplained.state is State.LATE


def test_a_trial_under_way_is_late_when_its_last_day_has_gone() -> None:
    found = due(DateKind.TRIAL_START, date(2027, 4, 1), actions=[trial(ActionStatus.IN_PROGRESS)])
    assert found.state is State.LATE


def test_a_handover_counts_the_agreements_and_is_done_when_it_is_approved() -> None:
    task = TaskFacts(1, 1, 1, "Lede", "", True, "keep")
    assert "0 af 1 opgave har en aftalt ansvarlig." in due(DateKind.HANDOVER, tasks=[task]).sentence
    assert due(DateKind.HANDOVER).step == "opgaver"

    moment = timezone.make_aware(datetime(2027, 6, 9, 12, 0))  # noqa: DTZ001
    approved = HandoverFacts(1, date(2027, 6, 9), moment)
    settled = [TickFacts(1, point.value, "done", "", date(2027, 6, 8), "Leder") for point in HandoverPoint]
    later, early = date(2027, 6, 10), date(2026, 11, 21)

    def handed_over(day: date, ticks: list[TickFacts]) -> Due:
        values = {"tasks": [task], "handovers": [approved], "handover_ticks": ticks}
        found = due_in_project(calendar_of(START, END), replace(facts(**values), today=day), day)
        return next(one for one in found if one.kind is DateKind.HANDOVER)

    def state(day: date, ticks: list[TickFacts]) -> State:
        return handed_over(day, ticks).state

    assert state(later, settled) is State.DONE
    assert state(later, settled[:9]) is not State.DONE
    assert state(later, []) is not State.DONE
    assert state(early, settled) is not State.DONE
    told = handed_over(early, settled[:7])
    assert "3 af de ti punkter er åbne" in told.sentence


def test_a_follow_up_belongs_to_the_date_it_is_nearest_to() -> None:
    early = FollowUpFacts(1, 1, date(2027, 9, 28), "", FollowUpResult.YES)
    late = FollowUpFacts(1, 2, date(2028, 6, 28), "", "")
    rows = {"follow_ups": [early, late]}

    assert due(DateKind.FOLLOW_UP_3, date(2027, 10, 15), **rows).sentence == "Fulgt op 28. september 2027."
    assert due(DateKind.FOLLOW_UP_12, date(2027, 10, 15), **rows).sentence.startswith("Aftalt til 28. juni 2028.")
    assert due(DateKind.FOLLOW_UP_12).sentence.startswith("Det er ikke aftalt, hvem der følger op.")


@pytest.mark.parametrize("decision", [AnchoringDecision.END, AnchoringDecision.NEW_FUNDING])
def test_nothing_is_tried_out_or_handed_over_when_the_project_ends(decision: str) -> None:
    kinds = {one.kind for one in due_in_project(calendar_of(START, END), facts(decision=decision), TODAY)}

    assert kinds == {DateKind.REVIEW, DateKind.MIDTERM, DateKind.FINAL, DateKind.PLAN}


def test_dates_come_in_order_and_those_without_one_come_last() -> None:
    found = due_in_project(calendar_of(None, END, moved={DateKind.PLAN: date(2024, 1, 1)}), facts(), TODAY)

    assert found[0].kind is DateKind.PLAN
    assert found[-1].kind is DateKind.REVIEW
    assert (found[-1].state, found[-1].sentence) == (State.UNKNOWN, "")
    assert found[-1].days_in_words == "ingen dato endnu"


def test_the_helhedsplan_counts_its_projects() -> None:
    calendar = calendar_of(START, END)
    late = all_dates(calendar, TODAY, [[due(DateKind.PLAN)]])
    assert State.LATE in [one.state for one in late if one.kind is DateKind.PLAN]

    written = replace(due(DateKind.PLAN), state=State.DONE)
    half = all_dates(calendar, TODAY, [[written], [due(DateKind.PLAN)]])
    assert "1 af 2 projekter har en plan." in [one.sentence for one in half]
    whole = next(one for one in all_dates(calendar, TODAY, [[written]]) if one.kind is DateKind.PLAN)
    assert whole.state is State.DONE


def test_without_the_projects_nobody_says_that_they_are_late() -> None:
    calendar = calendar_of(START, END)
    found = all_dates(calendar, TODAY)

    plan = next(one for one in found if one.kind is DateKind.PLAN)
    assert (plan.state, plan.sentence) == (State.PASSED, "Se hos hvert projekt, hvor langt det er.")
    assert {one.kind for one in found if one.state is State.LATE} <= SHARED
    years_after = all_dates(calendar, date(2031, 1, 1))
    assert {one.kind for one in years_after if one.state is State.LATE} == SHARED
    assert upcoming(found) is not plan


def test_the_next_thing_is_the_first_that_is_not_over() -> None:
    def shared(calendar: Calendar) -> list[Due]:
        return [one for one in all_dates(calendar, TODAY) if one.kind in SHARED]

    assert upcoming(shared(calendar_of(START, END, held={DateKind.FINAL: TODAY}))) is None
    assert upcoming(shared(calendar_of(START, END))).kind is DateKind.FINAL  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("goal_date", "words"),
    [
        (None, "Målet har ingen dato endnu."),
        (date(2027, 8, 31), "Målet skal være nået 31. august 2027, om 9 måneder."),
        (date(2026, 11, 22), "Målet skal være nået 22. november 2026, om 1 dag."),
        (TODAY, "Målet skal være nået i dag."),
        (date(2026, 11, 20), "Målet skulle være nået 20. november 2026. Se efter, om det er nået."),
    ],
)
def test_the_first_success_criterion_says_whether_its_day_has_come(goal_date: date | None, words: str) -> None:
    assert goal_in_time("Der er åbent", goal_date, TODAY) == words
    assert goal_in_time("", goal_date, TODAY) == ""


def test_a_date_keeps_its_number() -> None:
    """What a group accepted about a date is kept by the date's place in the list: a new one comes last."""
    assert [kind.value for kind in DateKind][:12] == [
        "igangsaetning", "drift", "eftersyn", "midtvejsevaluering", "forankringsplan", "forankring", "proevedrift",
        "proevedrift-slut", "slutevaluering", "overdragelse", "opfoelgning-3", "opfoelgning-12",
    ]  # fmt: skip
