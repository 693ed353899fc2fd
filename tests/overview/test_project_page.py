"""A project's own page tells where it stands and what to do now."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import AnchoringDecision, Event, Outcome, Project, WhyWhat
from projects.overview.progress import PHASES
from tests.browser_client import Client
from tests.factories import ActionFactory, CommitmentFactory, ProjectActorFactory, TaskFactory

As = Callable[[User], Client]


def page(client: Client) -> str:
    return client.get(reverse("project", args=["lektiecafeen"])).content.decode()


def not_begun(html: str) -> int:
    """How many steps of the task list nobody has begun."""
    return sum("Ikke begyndt" in item.split("</li>")[0] for item in html.split('<li class="step">')[1:])


def test_an_empty_project_is_told_to_begin_with_the_first_question(as_: As, owner: User) -> None:
    html = page(as_(owner))

    assert "Skriv, hvilket problem projektet løser." in html
    asked = [step for phase in PHASES for step in phase.steps if Outcome.HAND_OVER in step.outcomes]
    assert not_begun(html) == len(asked)
    assert reverse("hvorfor", args=["lektiecafeen"]) + "#id_problem" in html


def test_an_overdue_action_comes_before_everything_else(as_: As, owner: User, project: Project) -> None:
    ActionFactory(project=project, title="Skrive en aftale", deadline=timezone.localdate() - timedelta(days=1))

    now = page(as_(owner)).split("Gør nu")[1]

    assert "P1 Skrive en aftale er forsinket" in now.split("</section>")[0]


def test_what_is_missing_in_a_begun_step_is_listed_with_links(as_: As, owner: User, project: Project) -> None:
    task = TaskFactory(project=project, title="Lave mad")

    html = page(as_(owner))

    assert "Vælg opgavetype til O1 Lave mad." in html
    assert reverse("opgaver-ret", args=["lektiecafeen", task.pk]) + "#id_task_type" in html


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (AnchoringDecision.END, "Ikke nødvendig: afsluttes bevidst"),
        (AnchoringDecision.NEW_FUNDING, "Kan springes over: ny finansiering søges"),
    ],
)
def test_a_project_that_hands_nothing_over_is_not_asked_for_actors(
    as_: As, owner: User, project: Project, decision: AnchoringDecision, words: str
) -> None:
    WhyWhat.objects.filter(project=project).update(decision=decision)

    html = page(as_(owner))

    assert html.count(words) == 2
    asked = [step for phase in PHASES for step in phase.steps if Outcome.of(decision) in step.outcomes]
    # The decision is made; all else is to be begun.
    assert not_begun(html) == len(asked) - 1


def test_the_page_tells_who_did_what(as_: As, owner: User, project: Project) -> None:
    Event.objects.create(programme=project.programme, project=project, by=owner, text="rettede målet")

    assert "rettede målet" in page(as_(owner))


def test_the_end_of_the_project_is_told_in_days(as_: As, owner: User, project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(end=timezone.localdate() + timedelta(days=1))
    assert "om 1 dag" in page(as_(owner))

    Project.objects.filter(pk=project.pk).update(end=date(2020, 1, 31))
    assert "projektet sluttede 31. januar 2020" in page(as_(owner))


def test_nothing_can_be_changed_from_the_page_of_an_archived_project(as_: As, owner: User, project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(archived_at=timezone.now(), archived_by=owner)

    html = page(as_(owner))

    assert "arkiveret" in html
    assert reverse("hvorfor", args=["lektiecafeen"]) not in html


def test_a_step_that_needs_an_answer_is_not_counted_as_filled_in(as_: As, owner: User, project: Project) -> None:
    actor = ProjectActorFactory(
        project=project,
        actor__actor_type="school",
        actor__sphere="municipality",
        contact_status="interested",
        contribution_note="Lokaler",
    )
    CommitmentFactory(task=TaskFactory(project=project), project_actor=actor, role="U")

    phase_2 = page(as_(owner)).split('id="fase-2"')[1].split("</section>")[0]

    assert "1 af 2 udfyldt · 1 kræver svar" in phase_2
    assert phase_2.count("1 ting at se på · ") == 1
