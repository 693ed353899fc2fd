"""The health check through its pages: who sees it, who may live with a finding, and what that does."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from actors.models import Role
from forankring.accounts.models import User
from projects.models import AcceptedFinding, Event, Project, Task
from tests.browser_client import Client
from tests.factories import CommitmentFactory, MembershipFactory, ProjectActorFactory, TaskFactory

As = Callable[[User], Client]
REASON = "Biblioteket hjælper, hvis det brænder på."


@pytest.fixture
def task(project: Project) -> Task:
    """A critical task with a responsible and no reserve."""
    task = TaskFactory(project=project, title="Stille lokale", is_critical=True)
    CommitmentFactory(task=task, project_actor=ProjectActorFactory(project=project), state="agreed")
    return task


def page(client: Client, name: str = "health") -> str:
    return client.get(reverse(name, args=["lektiecafeen"])).content.decode()


def url(task: Task, name: str = "health_accept") -> str:
    return reverse(name, args=["lektiecafeen", "no-reserve", f"task-{task.pk}"])


def accept(client: Client, task: Task, reason: str = REASON) -> str:
    return client.post(url(task), {"reason": reason}, follow=True).content.decode()


def member(project: Project, role: Role) -> User:
    user = MembershipFactory(programme=project.programme, role=role).user
    assert isinstance(user, User)
    return user


def test_a_finding_is_told_with_why_and_where_it_is_mended(as_: As, owner: User, task: Task) -> None:
    html = page(as_(owner))

    assert "O1 Stille lokale er kritisk og mangler en reserve." in html
    assert "Hvis den ansvarlige falder fra, er der ingen til at tage over." in html
    assert reverse("daekning-ret", args=["lektiecafeen", task.pk]) in html
    assert url(task) in html


@pytest.mark.parametrize("role", [Role.OWNER, Role.EDITOR, Role.BOARD])
def test_those_who_fill_in_the_phases_may_live_with_a_finding(
    as_: As, project: Project, task: Task, role: Role
) -> None:
    person = member(project, role)

    html = accept(as_(person), task)

    accepted = AcceptedFinding.objects.get()
    assert (accepted.project, accepted.task, accepted.reason) == (project, task, REASON)
    assert accepted.accepted_by == person
    assert "Accepteret" in html
    assert REASON in html
    assert Event.objects.filter(project=project, by=person, text__contains="accepterede").exists()
    assert REASON not in Event.objects.newest_first()[0].text


def test_a_reader_sees_the_shared_plan_and_not_the_health_check(as_: As, project: Project, task: Task) -> None:
    reader = as_(member(project, Role.READER))

    assert reader.get(reverse("health", args=["lektiecafeen"])).status_code == 403
    assert reader.post(url(task), {"reason": REASON}).status_code == 403
    assert not AcceptedFinding.objects.exists()


def test_a_stranger_does_not_learn_that_the_project_exists(as_: As, stranger: User, task: Task) -> None:
    client = as_(stranger)

    assert client.get(reverse("health", args=["lektiecafeen"])).status_code == 404
    assert client.post(url(task), {"reason": REASON}).status_code == 404
    assert client.post(url(task, "health_withdraw")).status_code == 404
    assert not AcceptedFinding.objects.exists()


def test_what_is_accepted_no_longer_counts_and_stays_listed_with_its_reason(as_: As, owner: User, task: Task) -> None:
    client = as_(owner)
    before = page(client, "project")
    assert "ting at se på" in before

    accept(client, task)

    side = page(client, "project").split('id="findings"')[1].split("</section>")[0]
    listed, accepted = side.split("<details")
    assert "mangler en reserve" not in listed
    assert "O1 Stille lokale er kritisk og mangler en reserve" in accepted
    assert REASON in accepted
    assert "mangler en reserve" not in page(client, "fase-2")


def test_a_reason_must_be_given(as_: As, owner: User, task: Task) -> None:
    html = accept(as_(owner), task, reason="  ")

    assert "Skriv, hvorfor I lever med det." in html
    assert not AcceptedFinding.objects.exists()


def test_the_reason_can_be_written_anew(as_: As, owner: User, task: Task) -> None:
    client = as_(owner)
    accept(client, task)
    assert REASON in client.get(url(task)).content.decode()

    accept(client, task, reason="Skolen er reserve fra august.")

    assert AcceptedFinding.objects.get().reason == "Skolen er reserve fra august."


def test_an_acceptance_can_be_withdrawn(as_: As, owner: User, task: Task) -> None:
    client = as_(owner)
    accept(client, task)

    html = client.post(url(task, "health_withdraw"), follow=True).content.decode()

    assert not AcceptedFinding.objects.exists()
    assert REASON not in html
    assert url(task) in html
    again = client.post(url(task, "health_withdraw"))
    assert again.status_code == 302
    assert Event.objects.filter(text__contains="accepterer ikke længere").count() == 1


def test_withdrawing_wants_a_post(as_: As, owner: User, task: Task) -> None:
    assert as_(owner).get(url(task, "health_withdraw")).status_code == 405


@pytest.mark.parametrize(
    ("rule", "subject"),
    [("no-reserve", "task-0"), ("no-such-rule", "project"), ("no-reserve", "nonsense"), ("undecided", "project")],
)
def test_what_is_not_found_cannot_be_accepted(as_: As, owner: User, task: Task, rule: str, subject: str) -> None:
    client = as_(owner)
    address = reverse("health_accept", args=["lektiecafeen", rule, subject])

    assert client.get(address).status_code == 404
    assert client.post(address, {"reason": REASON}).status_code == 404
    assert not AcceptedFinding.objects.exists()


def test_a_finding_of_another_project_cannot_be_accepted(as_: As, owner: User, task: Task) -> None:
    other = TaskFactory(is_critical=True)
    CommitmentFactory(task=other)

    assert as_(owner).post(url(other), {"reason": REASON}).status_code == 404


def test_nothing_is_accepted_in_an_archived_project(as_: As, owner: User, project: Project, task: Task) -> None:
    Project.objects.filter(pk=project.pk).update(archived_at=timezone.now(), archived_by=owner)
    client = as_(owner)

    assert client.post(url(task), {"reason": REASON}).status_code == 403
    html = page(client)
    assert "mangler en reserve" in html
    assert url(task) not in html


def test_an_acceptance_goes_with_its_row_and_comes_back_with_it(as_: As, owner: User, task: Task) -> None:
    client = as_(owner)
    accept(client, task)

    client.post(reverse("opgaver-fjern", args=["lektiecafeen", task.pk]))
    assert not AcceptedFinding.objects.exists()

    client.post(reverse("opgaver-fortryd", args=["lektiecafeen", task.pk]))
    assert AcceptedFinding.objects.get().task == task


def test_the_acceptance_stands_when_the_facts_behind_it_change(as_: As, owner: User, task: Task) -> None:
    client = as_(owner)
    accept(client, task)

    Task.objects.filter(pk=task.pk).update(title="Stille to lokaler")

    html = page(client)
    assert "O1 Stille to lokaler er kritisk og mangler en reserve" in html.split('id="accepted"')[1]


def test_the_pages_tell_softly_what_is_lacking_before_the_next_phase(as_: As, owner: User, task: Task) -> None:
    client = as_(owner)

    review = page(client, "fase-1")
    assert "Før I går videre til fase 2" in review
    assert "Skriv, hvornår forankringen er lykkedes." in review.split('id="gate"')[1]
    assert "I kan godt gå videre alligevel" in review
    assert "Før I går videre til fase 2, mangler" in page(client, "project")


def test_a_page_asks_as_many_questions_of_fifty_findings_as_of_one(
    as_: As, owner: User, project: Project, task: Task
) -> None:
    client = as_(owner)
    accept(client, task)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            page(client)
        return len(queries)

    count()
    with_one = count()
    for _ in range(49):
        other = TaskFactory(project=project, is_critical=True)
        CommitmentFactory(task=other)
        AcceptedFinding.objects.create(
            project=project, rule="no-reserve", subject=f"task-{other.pk}", task=other, reason=REASON,
            accepted_by=owner, accepted_at=timezone.now(),
        )  # fmt: skip

    assert count() == with_one
    assert with_one <= 40


def test_accepting_takes_at_most_forty_queries(as_: As, owner: User, task: Task) -> None:
    client = as_(owner)
    client.get(url(task))
    with CaptureQueriesContext(connection) as queries:
        client.post(url(task), {"reason": REASON})

    assert len(queries) <= 40
