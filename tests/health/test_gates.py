"""What ought to be in place before the next phase. It warns and stops nobody."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from actors.concepts import Concept
from projects.models import AnchoringDecision
from projects.phases.facts import HandoverFacts, ProjectFacts, TickFacts
from projects.phases.gates import lacks_before_leaving
from tests.health.cases import GONE, PROPOSED, RESERVE, STOPPED, candidacy, project
from tests.phases.plan.records import ACTION, END, LINE, TASK

APPROVED = [HandoverFacts(1, END, datetime(2027, 6, 9, 12, tzinfo=UTC))]
READY = {"goal": "Åbent to gange om ugen"}


def sound(**changes: object) -> ProjectFacts:
    return project(READY, **({"handovers": APPROVED} | changes))  # type: ignore[arg-type]


def told(facts: ProjectFacts, phase: int) -> list[str]:
    return [str(each.text) for each in lacks_before_leaving(facts, phase)]


@pytest.mark.parametrize("phase", [1, 2, 3, 4])
def test_a_sound_project_passes_every_gate(phase: int) -> None:
    assert told(sound(), phase) == []


@pytest.mark.parametrize("decision", [AnchoringDecision.END, AnchoringDecision.NEW_FUNDING])
@pytest.mark.parametrize("phase", [1, 2, 3, 4])
def test_a_project_that_hands_nothing_over_has_no_gates(phase: int, decision: str) -> None:
    assert told(project({"decision": decision}, tasks=[], budget_lines=[]), phase) == []


def test_phase_1_wants_a_task_a_goal_and_a_decision() -> None:
    empty = project({"decision": ""}, tasks=[])

    assert told(empty, 1) == [
        "Skriv mindst én opgave, som nogen skal løse, når projektet slutter.",
        "Skriv, hvornår forankringen er lykkedes.",
        "Vælg, hvad der skal ske med projektet.",
    ]
    assert told(project(READY | {"decision": AnchoringDecision.UNDECIDED}), 1) == [
        "Vælg, hvad der skal ske med projektet."
    ]
    assert len(told(sound(tasks=[STOPPED]), 1)) == 1


def test_phase_2_wants_an_actor_in_view_for_each_critical_task() -> None:
    assert told(sound(commitments=[]), 2) == [
        "Find mindst én mulig aktør til O3 Rekruttere frivillige. Opgaven er kritisk."
    ]
    assert told(sound(commitments=[PROPOSED._replace(state="possible")]), 2) == []
    assert told(sound(tasks=[TASK._replace(is_critical=False)], commitments=[]), 2) == []
    assert told(sound(tasks=[STOPPED], commitments=[]), 2) == []


def test_phase_2_leads_to_the_actors_while_there_are_none() -> None:
    [lack] = lacks_before_leaving(sound(actors=[], commitments=[], candidacies=[]), 2)

    assert lack.step == "aktoerer"


def test_phase_3_wants_everyone_chosen_assessed_on_four_concepts() -> None:
    half = candidacy(answers={Concept.ABILITY: 4})

    assert told(sound(candidacies=[half]), 3) == ["Vurdér Pilebroskolen som tovholder på alle fire begreber."]
    assert told(sound(candidacies=[replace(half, choice="reserve")]), 3) == []
    assert told(sound(candidacies=[half], actors=GONE), 3) == []


def test_operation_wants_an_agreed_responsible_for_each_critical_task() -> None:
    assert told(sound(commitments=[PROPOSED, RESERVE]), 4) == [
        "Aftal, hvem der er ansvarlig for O3 Rekruttere frivillige."
    ]


def test_operation_wants_no_legal_obstacle() -> None:
    legal = ACTION._replace(theme="legal")
    tick = TickFacts(1, 5, "not_yet", "", None, "")

    assert told(sound(actions=[legal]), 4) == ["Få det juridiske på plads: P4 Uddanne tovholdere."]
    assert told(sound(actions=[legal._replace(status="done")]), 4) == []
    assert told(sound(handover_ticks=[tick]), 4) == ["Få børneattester, forsikring og persondata på plads."]
    assert told(sound(handover_ticks=[tick._replace(state="done")]), 4) == []


def test_operation_wants_its_budget_covered() -> None:
    assert told(sound(budget_lines=[]), 4) == ["Skriv, hvad driften koster om året, og hvem der betaler."]
    assert told(sound(budget_lines=[LINE._replace(certainty="applied")]), 4) == [
        "Få pengene til ”Forplejning” bevilget."
    ]
    assert told(sound(budget_lines=[LINE._replace(amount=None)]), 4) == ["Få pengene til ”Forplejning” bevilget."]


def test_operation_wants_the_handover_approved() -> None:
    assert told(sound(handovers=[]), 4) == ["Få overdragelsen godkendt."]
    assert told(sound(handovers=[APPROVED[0]._replace(approved_at=None)]), 4) == ["Få overdragelsen godkendt."]


def test_a_method_is_not_asked_for_tasks_and_money_it_may_do_without() -> None:
    method = project(
        READY | {"decision": AnchoringDecision.METHOD}, tasks=[TASK], commitments=[], budget_lines=[], candidacies=[]
    )

    assert [told(method, phase) for phase in (1, 2, 3, 4)] == [[], [], [], []]
