"""Questions that find forgotten actors: each has a case that asks it and one that does not."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from actors.models import Sphere
from forankring.accounts.models import User
from projects.models import Project, ProjectActor, Task
from projects.overview.progress import PHASES
from projects.phases.facts import facts_of
from projects.phases.mapping.blind_spots import prompts
from projects.phases.steps import Status
from tests.browser_client import Client
from tests.factories import CommitmentFactory, ProjectActorFactory, TaskFactory

As = Callable[[User], Client]


def asked(project: Project) -> str:
    return "\n".join(f"{prompt.question} {prompt.because}" for prompt in prompts(facts_of(project)))


def add(project: Project, sphere: str = "", **values: Any) -> ProjectActor:
    return ProjectActorFactory(project=project, actor__sphere=sphere, **values)


def test_without_actors_nothing_is_asked(project: Project) -> None:
    TaskFactory(project=project, task_type="FYS")
    assert prompts(facts_of(project)) == []


def test_each_sphere_without_an_actor_is_asked_for(project: Project) -> None:
    add(project, Sphere.MUNICIPALITY)
    add(project, Sphere.CIVIL_SOCIETY)
    words = asked(project)
    assert "Har I tænkt på butikker og virksomheder i nærheden?" in words
    assert "I har ingen aktør fra: stat eller region." in words
    assert "ingen aktør fra: kommune" not in words

    add(project, Sphere.MARKET)
    add(project, Sphere.STATE)
    assert "I har ingen aktør fra" not in asked(project)


def test_two_of_one_sphere_ask_outside_the_circle(project: Project) -> None:
    add(project, Sphere.CIVIL_SOCIETY)
    add(project, Sphere.CIVIL_SOCIETY)
    assert (
        "uden for jeres egen kreds? Alle jeres aktører hører til samme sted: beboere, foreninger og boligorganisation."
        in asked(project)
    )
    assert "I har ingen aktør fra" not in asked(project)

    add(project, Sphere.MARKET)
    assert "kreds" not in asked(project)


def test_an_actor_out_of_use_fills_no_sphere(project: Project) -> None:
    add(project, Sphere.CIVIL_SOCIETY)
    add(project, Sphere.MARKET)
    add(project, Sphere.MUNICIPALITY, actor__is_active=False)
    assert "ingen aktør fra: kommune" in asked(project)


@pytest.mark.parametrize("kind", ["resident_group", "estate_board"])
def test_the_target_group_is_asked_for_until_residents_are_there(project: Project, kind: str) -> None:
    add(project, actor__actor_type="school")
    assert "målgruppen selv" in asked(project)
    add(project, actor__actor_type=kind)
    assert "målgruppen selv" not in asked(project)


def test_a_kind_of_task_without_an_actor_is_asked_for(project: Project) -> None:
    actor = add(project)
    task = TaskFactory(project=project, task_type="ØKO")
    assert "hvem der kan tage sig af: økonomi, ansøgninger og regnskab?" in asked(project)

    CommitmentFactory(task=task, project_actor=actor, role="B")
    assert "tage sig af" not in asked(project)


def test_a_kind_of_task_that_somebody_can_lift_or_that_is_stopped_is_not_asked_for(project: Project) -> None:
    add(project, task_types=["ØKO"])
    TaskFactory(project=project, task_type="ØKO")
    TaskFactory(project=project, task_type="KOM", operation_level="stop")
    assert "tage sig af" not in asked(project)


@pytest.mark.parametrize(
    ("staying", "critical", "role", "is_asked"),
    [
        ("no", True, "A", True),
        ("unknown", True, "U", True),
        ("", True, "A", True),
        ("yes", True, "A", False),
        ("no", False, "A", False),
        ("no", True, "B", False),
    ],
)
def test_a_critical_task_wants_somebody_who_stays(
    project: Project, staying: str, critical: bool, role: str, is_asked: bool
) -> None:
    task = TaskFactory(project=project, is_critical=critical)
    CommitmentFactory(task=task, project_actor=add(project, actor__staying=staying), role=role)
    assert ("hvem der også bærer O1 om tre år?" in asked(project)) is is_asked


@pytest.mark.parametrize(
    ("decision_role", "contact", "is_asked"),
    [
        ("Skoleleder", "in_dialogue", False),
        ("Skoleleder", "not_contacted", True),
        ("Skoleleder", "declined", True),
        ("Skoleleder", "", True),
        ("", "interested", True),
    ],
)
def test_somebody_who_can_say_yes_must_be_contacted(
    project: Project, decision_role: str, contact: str, is_asked: bool
) -> None:
    actor = add(project, actor__name="Skolen", decision_role=decision_role, contact_status=contact)
    task = TaskFactory(project=project)
    assert "sige ja hos" not in asked(project)

    CommitmentFactory(task=task, project_actor=actor, role="A")
    assert ("hvem der kan sige ja hos Skolen?" in asked(project)) is is_asked


def test_who_uses_the_room_is_asked_when_nobody_brings_one(project: Project) -> None:
    add(project)
    TaskFactory(project=project, task_type="FYS")
    assert "dem, der allerede bruger lokalet?" in asked(project)
    add(project, contributions=["premises"])
    assert "lokalet" not in asked(project)


def test_questions_are_shown_and_change_no_status(as_: As, owner: User, project: Project) -> None:
    actor = add(
        project, Sphere.MARKET, actor__actor_type="company", contributions=["time"], contact_status="interested"
    )
    page = as_(owner).get(reverse("aktoerer", args=[project.slug])).content.decode()

    assert "Har I tænkt på …?" in page
    assert "I kan roligt springe dem over." in page
    step = PHASES[1].steps[0]
    assert step.status(facts_of(actor.project)) is Status.DONE


def test_the_coverage_tells_its_holes_before_the_table(as_: As, owner: User, project: Project) -> None:
    task: Task = TaskFactory(project=project)
    CommitmentFactory(task=task, project_actor=add(project), role="U")
    page = as_(owner).get(reverse("daekning", args=[project.slug])).content.decode()

    assert page.index("O1 har ingen ansvarlig.") < page.index("<table")
    listed = as_(owner).get(reverse("daekning", args=[project.slug]), {"vis": "liste"}).content.decode()
    assert "O1 har ingen ansvarlig." in listed
