"""What holds for the health check and the gates whatever a project looks like."""

from dataclasses import replace
from itertools import chain

from hypothesis import given, note, settings
from hypothesis import strategies as st

from projects.overview.progress import PHASES, current_phase, next_thing
from projects.phases.facts import ProjectFacts
from projects.phases.gates import GATES, lacks_before_leaving
from projects.phases.health import accepted_findings, all_findings, open_findings
from projects.phases.health.subjects import rows_of
from projects.phases.steps import Status
from tests.health.strategies import accept, projects

ANY_PROJECT = projects()
# A project is a big thing to draw.
few = settings(max_examples=30)


@few
@given(ANY_PROJECT)
def test_it_always_answers_and_always_the_same(facts: ProjectFacts) -> None:
    first = [(each.key, str(each.text)) for each in all_findings(facts)]

    assert first == [(each.key, str(each.text)) for each in all_findings(replace(facts))]
    assert next_thing(facts) is None or next_thing(facts) == next_thing(facts)
    assert current_phase(facts) in PHASES


@few
@given(ANY_PROJECT)
def test_a_place_is_told_once_by_each_rule(facts: ProjectFacts) -> None:
    keys = [finding.key for finding in all_findings(facts)]

    assert len(keys) == len(set(keys))


@few
@given(ANY_PROJECT)
def test_findings_are_about_what_is_there_and_tasks_that_live_on(facts: ProjectFacts) -> None:
    there = {
        "task_id": {task.id for task in facts.living_tasks},
        "project_actor_id": {actor.id for actor in facts.actors},
        "candidacy_id": {candidacy.id for candidacy in facts.candidacies},
        "action_id": {action.id for action in facts.actions},
        "budget_line_id": {line.id for line in facts.budget_lines},
    }
    for finding in all_findings(facts):
        note(finding.subject)
        for column, pk in rows_of(finding.subject).items():
            assert pk in there[column]


@few
@given(ANY_PROJECT, st.data())
def test_accepting_one_finding_removes_exactly_that_one(facts: ProjectFacts, data: st.DataObject) -> None:
    before = open_findings(facts)
    if not before:
        return
    chosen = data.draw(st.sampled_from(before))
    accepted = replace(facts, acceptances=[accept(chosen.key)])

    assert [each.key for each in open_findings(accepted)] == [each.key for each in before if each.key != chosen.key]
    assert [each.finding.key for each in accepted_findings(accepted)] == [chosen.key]
    assert [each.key for each in all_findings(accepted)] == [each.key for each in all_findings(facts)]


@few
@given(ANY_PROJECT)
def test_what_is_open_stands_in_exactly_one_place_on_the_task_list(facts: ProjectFacts) -> None:
    """Each open finding counts in one step, as an answer that is missing or as one to look at."""
    asked = [step for phase in PHASES for step in phase.steps]
    told = chain.from_iterable([*step.findings(facts), *step.lacks(facts)] for step in asked)
    keys = [each.key for each in told if hasattr(each, "key")]

    assert sorted(keys) == sorted(each.key for each in open_findings(facts))


@few
@given(ANY_PROJECT)
def test_with_everything_accepted_no_step_asks_to_be_looked_at(facts: ProjectFacts) -> None:
    accepted = replace(facts, acceptances=[accept(each.key) for each in all_findings(facts)])

    assert open_findings(accepted) == []
    assert Status.NEEDS_ANSWER not in {step.status(accepted) for phase in PHASES for step in phase.steps}


@few
@given(ANY_PROJECT)
def test_an_acceptance_of_what_is_not_found_changes_nothing(facts: ProjectFacts) -> None:
    stray = replace(facts, acceptances=[accept(("no-reserve", "task-999"))])

    assert [each.key for each in open_findings(stray)] == [each.key for each in open_findings(facts)]
    assert accepted_findings(stray) == []


@few
@given(ANY_PROJECT, st.sampled_from(sorted(GATES)))
def test_a_gate_always_answers_the_same_and_leads_somewhere(facts: ProjectFacts, phase: int) -> None:
    lacks = lacks_before_leaving(facts, phase)

    assert [str(each.text) for each in lacks] == [str(each.text) for each in lacks_before_leaving(facts, phase)]
    for each in lacks:
        assert each.url("lektiecafeen").startswith("/projekter/lektiecafeen/fase-")
    assert facts.hands_over or not lacks


@few
@given(ANY_PROJECT, st.sampled_from(sorted(GATES)))
def test_accepting_findings_opens_no_gate(facts: ProjectFacts, phase: int) -> None:
    """A gate speaks of what is in place, and an acceptance puts nothing in place."""
    accepted = replace(facts, acceptances=[accept(each.key) for each in all_findings(facts)])

    assert lacks_before_leaving(accepted, phase) == lacks_before_leaving(facts, phase)
