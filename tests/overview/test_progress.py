"""The one thing to do now: an overdue action, else the first missing answer, else the first finding."""

from dataclasses import replace
from datetime import date
from typing import Any

from actors.concepts import Concept
from projects.models import AnchoringDecision, Project, WhyWhat
from projects.overview.progress import PHASES, current_phase, next_thing
from projects.phases.facts import ProjectFacts
from projects.phases.health import open_findings
from tests.health.cases import FOLLOW_UP, RISK, hours
from tests.phases.plan.records import ACTION, AGREED, LIBRARY, LINE, TASK, candidacy, facts

ANSWERS: dict[str, Any] = {
    "problem": "Ingen ro til lektier",
    "target_group": "Elever i 4.-9. klasse",
    "effect": "Færre konflikter",
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
RESERVE = AGREED._replace(project_actor_id=LIBRARY.id, role="R")
STRONG = {concept.value: 4 for concept in Concept}
OVERDUE = ACTION._replace(deadline=date(2026, 11, 13))


def whole(answers: dict[str, Any] | None = None, **values: Any) -> ProjectFacts:
    """A project that lacks nothing in any phase, but for what a test changes."""
    full = {
        "actors": [_contacted(actor) for actor in facts().actors],
        "commitments": [AGREED, RESERVE],
        "candidacies": [replace(candidacy(**STRONG), choice_reason="Har børnene.")],
        "outline": {"learning_strategy": "Føl og prøv selv.", "pace": "fits", "ambition": "simplify"},
        "risks": [RISK],
        "staff_hours": hours(40, 0),
        "follow_ups": [FOLLOW_UP],
    }
    why_what = WhyWhat(project=Project(pk=1, slug="lektiecafeen"), **(ANSWERS | (answers or {})))
    return replace(facts(**(full | values)), why_what=why_what)


def _contacted(actor: Any) -> Any:
    return actor._replace(contact_status="interested")


def to_do(facts: ProjectFacts) -> str:
    now = next_thing(facts)
    return str(now.text) if now else ""


def test_nothing_is_to_be_done_when_nothing_is_missing() -> None:
    assert [str(item.text) for phase in PHASES for item in phase.missing(whole())] == []
    assert [str(item.text) for item in open_findings(whole())] == []
    assert next_thing(whole()) is None
    assert current_phase(whole()) is PHASES[-1]


def test_an_overdue_action_comes_before_a_missing_answer() -> None:
    assert to_do(whole({"problem": ""}, actions=[OVERDUE])).startswith("P4 Uddanne tovholdere er forsinket.")


def test_the_phases_come_in_their_order() -> None:
    lacking = whole({"goal": ""}, budget_lines=[], candidacies=[candidacy(**STRONG)])

    assert to_do(lacking) == "Skriv, hvornår forankringen er lykkedes."
    assert current_phase(lacking) is PHASES[0]
    assert current_phase(whole(budget_lines=[])) is PHASES[3]


def test_a_missing_answer_comes_before_a_finding() -> None:
    lacking = whole(
        commitments=[AGREED._replace(state="proposed"), RESERVE],
        budget_lines=[LINE._replace(amount=None)],
    )

    assert to_do(lacking) == "Aftal, hvem der overtager opgaverne."
    others = [AGREED._replace(task_id=8), RESERVE._replace(task_id=8)]
    tasks = [TASK, TASK._replace(id=8, number=4)]
    in_view = whole(tasks=tasks, commitments=[AGREED._replace(state="proposed"), RESERVE, *others])
    assert to_do(in_view).startswith("Træf aftale med Pilebroskolen om ansvaret for O3")


def test_a_chosen_actor_with_a_gap_is_something_to_do() -> None:
    weak = replace(candidacy(**(STRONG | {"ability": 2})), choice_reason="Har børnene.")

    assert "mangler evne. Lav et tiltag." in to_do(whole(candidacies=[weak]))


def test_a_project_that_ends_on_purpose_is_asked_what_it_has_learned_and_not_for_actors() -> None:
    ending = whole({"decision": AnchoringDecision.END}, tasks=[], actors=[], commitments=[], candidacies=[], actions=[])

    to_do = next_thing(replace(ending, budget_lines=[], interfaces=[], questions=[]))

    assert to_do
    assert to_do.step == "laering"
