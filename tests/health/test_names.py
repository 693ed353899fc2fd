"""Whoever waits, lacks or carries in a finding is named, and not more than can be read."""

import pytest

from projects.phases.facts import DependencyFacts, ProjectFacts
from projects.phases.health import all_findings
from projects.phases.health.naming import named
from tests.health.cases import AGREED, LIBRARY, PROPOSED, RESERVE, SCHOOL, YESTERDAY, of_one_house, project
from tests.health.cases import TWO_ANCHORS as BOTH
from tests.phases.plan.records import ACTION


def text_of(facts: ProjectFacts, code: str) -> str:
    [finding] = [each for each in all_findings(facts) if each.rule.code == code]
    return str(finding.text)


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, "A"), (2, "A og B"), (3, "A, B og C"), (4, "A, B, C og 1 anden"), (6, "A, B, C og 3 andre")],
)
def test_at_most_three_are_named(count: int, expected: str) -> None:
    assert named(list("ABCDEF")[:count]) == expected


@pytest.mark.parametrize(
    ("waiting", "expected"),
    [
        (1, "P31 Gøre 31 venter på det."),
        (3, "P31 Gøre 31, P32 Gøre 32 og P33 Gøre 33 venter på det."),
        (5, "P31 Gøre 31, P32 Gøre 32, P33 Gøre 33 og 2 andre venter på det."),
    ],
)
def test_a_late_action_names_what_waits_for_it(waiting: int, expected: str) -> None:
    late = ACTION._replace(deadline=YESTERDAY)
    others = [ACTION._replace(id=n, number=n, title=f"Gøre {n}", deadline=None) for n in range(31, 31 + waiting)]
    facts = project(
        actions=[late, *others, ACTION._replace(id=90, number=90, status="done")],
        dependencies=[DependencyFacts(1, each, late.id) for each in (*(one.id for one in others), 90)],
    )
    told = text_of(facts, "action-overdue")
    assert expected in told
    assert "P90" not in told


def test_a_late_action_that_nothing_waits_for_does_not_say_so() -> None:
    assert "venter" not in text_of(project(actions=[ACTION._replace(deadline=YESTERDAY)]), "action-overdue")


def test_those_who_are_proposed_together_are_named() -> None:
    facts = project(commitments=[PROPOSED, PROPOSED._replace(project_actor_id=LIBRARY.id), RESERVE])
    assert text_of(facts, "several-proposed").startswith(
        "Pilebroskolen og Biblioteket er foreslået som ansvarlig for O3"
    )


def test_a_reserve_that_does_the_task_already_is_named() -> None:
    own = RESERVE._replace(project_actor_id=SCHOOL.id)
    told = text_of(project(commitments=[AGREED, own]), "no-reserve")
    assert "reserven løser allerede opgaven: Pilebroskolen. Find en anden." in told


def test_the_volunteers_and_the_parts_of_one_house_are_named() -> None:
    volunteers = project(actors=[SCHOOL._replace(run_by_volunteers="yes"), LIBRARY])
    assert "frivillige: Pilebroskolen." in text_of(volunteers, "all-volunteers")
    house = project(actors=of_one_house("Pilebro", "Pilebro"), **BOTH)
    assert "organisation: Pilebroskolen og Biblioteket." in text_of(house, "one-organisation")
