"""When the plan is written, and what may be told of it to everyone."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import time_machine
from django.urls import reverse

from actors.concepts import Concept
from actors.models import Programme
from forankring.accounts.models import User
from projects.lifecycle.derived import PHASES, plan_written
from projects.lifecycle.levels import levels_of
from projects.models import CalendarDate, Handover, Project, Risk
from projects.phases.facts import ProjectFacts
from projects.phases.health import open_findings
from projects.phases.steps import Status
from tests.browser_client import Client
from tests.health.cases import FOLLOW_UP, HOURS, RISK, candidacy
from tests.health.cases import project as in_good_health
from tests.letting_go import RiskFactory
from tests.phases.plan.records import LIBRARY, OUTLINE, SCHOOL

As = Callable[[User], Client]
WHY = {
    "problem": "Mange mangler ro.",
    "target_group": "Elever",
    "effect": "Flere laver lektier.",
    "effect_evidence": "own",
    "consequence": "Børnene står alene.",
    "spread": "Ja",
    "beneficiaries": ["Børn"],
    "goal": "Åbent to gange om ugen",
    "goal_date": date(2027, 8, 31),
    "anchored_objects": ["activity"],
    "core_elements": ["Faste dage"],
    "scope_operation_frequency": "To gange om ugen",
    "decision_reason": "Det virker.",
}
METHOD = {
    "learning_strategy": "Otte uger som føl",
    "pace": "slower",
    "pace_note": "En måned før",
    "ambition": "simplify",
    "ambition_note": "Maden bliver kold",
}


def written(**changes: Any) -> ProjectFacts:
    """A project with every answer that the plan itself asks for."""
    answers: dict[str, Any] = {
        "outline": OUTLINE | METHOD,
        "actors": [SCHOOL, LIBRARY._replace(contact_status="interested")],
        "risks": [RISK],
        "staff_hours": [HOURS._replace(hours=Decimal(0))],
    }
    return in_good_health(WHY, **(answers | changes))


def last_level(facts: ProjectFacts) -> tuple[Status | None, str]:
    found = levels_of(Programme(), facts)[-1]
    return found.status, found.sentence


def test_a_plan_is_written_when_no_phase_lacks_an_answer() -> None:
    assert plan_written(written()).is_done
    assert plan_written(written()).sentence == "Planen er skrevet."
    assert plan_written(written(risks=[])).sentence == "Fase 4 mangler svar."


def test_what_comes_after_the_plan_does_not_make_it_unwritten() -> None:
    facts = written(end=date(2026, 12, 31), follow_ups=[FOLLOW_UP._replace(responsible="")])
    steps = {missing.step for phase in PHASES for missing in phase.missing(facts)}

    assert steps == {"overdragelse", "overdragelse-aftale", "opfoelgning"}
    assert plan_written(facts).is_done


def test_the_level_tells_of_no_finding_that_is_internal() -> None:
    doubtful = written(candidacies=[candidacy(evidence=dict.fromkeys(Concept, "assumption"))])
    assert {finding.rule.internal for finding in open_findings(doubtful)} == {True}
    assert last_level(doubtful) == (Status.DONE, "Planen er skrevet.")

    with_hours_left = written(staff_hours=[HOURS])
    assert last_level(with_hours_left) == (Status.NEEDS_ANSWER, "Planen er skrevet. Der er noget at se på.")


@time_machine.travel(date(2026, 11, 21), tick=False)
def test_the_helhedsplan_blames_no_project_for_what_it_does_not_know(as_: As, owner: User, project: Project) -> None:
    Programme.objects.filter(pk=project.programme_id).update(start=date(2023, 7, 1), end=date(2027, 6, 30))
    CalendarDate.objects.create(programme=project.programme, kind="midtvejsevaluering", held_on=date(2025, 6, 15))
    CalendarDate.objects.create(programme=project.programme, kind="eftersyn", held_on=date(2024, 6, 15))

    page = as_(owner).get(reverse("programme", args=[project.programme_id])).content.decode()

    assert "Datoen er passeret." in page
    assert "<strong>Burde være gjort.</strong>" not in page
    assert "Helhedsplanen selv mangler intet nu. Se hos hvert projekt, hvor langt det er." in page
    assert "Alle punkter på tidslinjen indtil i dag er gjort." not in page


def test_a_handover_is_dated_as_the_clock_on_the_wall_says(as_: As, owner: User, project: Project) -> None:
    Handover.objects.update_or_create(
        project=project,
        defaults={
            "handed_over_on": date(2027, 6, 9),
            "signatures": ["Skoleleder"],
            "approved_at": datetime(2027, 6, 9, 22, 30, tzinfo=UTC),
            "approved_by": owner,
        },
    )

    page = as_(owner).get(reverse("overdragelse", args=[project.slug])).content.decode()

    assert "Overdragelsen er godkendt 10. juni 2027 af" in page
    assert "I overdrager projektet 9. juni 2027." in page
    assert "De skriver under: Skoleleder." in page


def test_the_way_on_says_how_many_things_are_missing_before_it(as_: As, owner: User, project: Project) -> None:
    page = as_(owner).get(reverse("project", args=[project.slug])).content.decode()
    assert "Før I går videre til fase 2, mangler der 3 ting." in page
    assert "Før overdragelsen mangler der" in page


def test_who_accepts_a_heavy_risk_is_told_that_the_reason_stays_inside(as_: As, owner: User, project: Project) -> None:
    RiskFactory(project=project, likelihood="likely", consequence="serious")
    risk = Risk.objects.get(project=project)
    address = reverse("health_accept", args=[project.slug, "heavy-without-plan-b", f"risk-{risk.pk}"])

    page = as_(owner).get(address).content.decode()

    assert "Grunden handler om en vurdering eller en risiko. Den står kun i arbejdsudgaven af planen." in page
