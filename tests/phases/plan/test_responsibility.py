"""Who takes over each task, through the pages."""

from collections.abc import Callable
from datetime import date

import pytest

from forankring.accounts.models import User
from projects.models import Commitment, CommitmentState, Project, ProjectActor, Task
from tests.browser_client import Client
from tests.factories import CommitmentFactory, ProjectActorFactory, TaskFactory
from tests.forms import sent_by

As = Callable[[User], Client]
Url = Callable[..., str]


@pytest.fixture
def task(project: Project) -> Task:
    return TaskFactory(project=project, title="Være tovholder", is_critical=True)


@pytest.fixture
def school(project: Project) -> ProjectActor:
    return ProjectActorFactory(project=project, actor__name="Pilebroskolen")


@pytest.fixture
def library(project: Project) -> ProjectActor:
    return ProjectActorFactory(project=project, actor__name="Biblioteket")


def test_the_table_says_who_and_how_far_in_words(
    as_: As, url: Url, owner: User, task: Task, school: ProjectActor, library: ProjectActor
) -> None:
    CommitmentFactory(task=task, project_actor=school, state="proposed")
    CommitmentFactory(task=task, project_actor=library, role="R", state="agreed")
    client = as_(owner)

    page = client.get(url("ansvar")).content.decode()
    assert "Pilebroskolen" in page
    assert "(foreslået)" in page
    assert "Ikke aftalt" in page

    client.post(
        url("ansvar-ret", task.pk),
        {"responsible": school.pk, "takes_over_on": "1. juli 2027"},
    )
    page = client.get(url("ansvar")).content.decode()
    assert "Ikke aftalt" not in page
    assert "1. juli 2027" in page


def test_a_task_that_stops_is_not_handed_over(as_: As, url: Url, owner: User, project: Project) -> None:
    stopping = TaskFactory(project=project, title="Lave kalender", operation_level="stop")
    client = as_(owner)

    assert "Lave kalender" not in client.get(url("ansvar")).content.decode()
    assert client.get(url("ansvar-ret", stopping.pk)).status_code == 404


def test_the_agreed_responsible_is_chosen_among_the_projects_actors(
    as_: As, url: Url, board: User, task: Task, school: ProjectActor
) -> None:
    response = as_(board).post(url("ansvar-ret", task.pk), {"responsible": school.pk, "takes_over_on": "1/7 2027"})

    assert response.url == f"{url('ansvar')}#row-{task.pk}"
    agreed = Commitment.objects.get()
    assert (agreed.project_actor, agreed.role, agreed.state) == (school, "A", "agreed")
    assert agreed.takes_over_on == date(2027, 7, 1)


def test_states_and_dates_of_the_others_are_changed(
    as_: As, url: Url, owner: User, task: Task, library: ProjectActor
) -> None:
    reserve = CommitmentFactory(task=task, project_actor=library, role="R")

    as_(owner).post(
        url("ansvar-ret", task.pk), {f"state_{reserve.pk}": "agreed", f"date_{reserve.pk}": "1. august 2027"}
    )

    reserve.refresh_from_db()
    assert (reserve.state, reserve.takes_over_on) == ("agreed", date(2027, 8, 1))


def test_who_is_only_in_view_as_responsible_becomes_agreed_by_being_chosen(
    as_: As, url: Url, owner: User, task: Task, school: ProjectActor
) -> None:
    in_view = CommitmentFactory(task=task, project_actor=school, state="proposed")
    client, address = as_(owner), url("ansvar-ret", task.pk)

    page = client.get(address).content.decode()
    assert "Foreslået: Pilebroskolen." in page
    assert f"state_{in_view.pk}" not in page

    client.post(address, {f"state_{in_view.pk}": "agreed"})
    in_view.refresh_from_db()
    assert in_view.state == CommitmentState.PROPOSED

    client.post(address, {"responsible": school.pk})
    in_view.refresh_from_db()
    assert in_view.state == CommitmentState.AGREED


def test_an_agreement_made_meanwhile_is_told_by_name_and_the_person_chooses(
    as_: As, url: Url, owner: User, board: User, task: Task, school: ProjectActor, library: ProjectActor
) -> None:
    client, address = as_(owner), url("ansvar-ret", task.pk)
    typed = sent_by(client.get(address)) | {"responsible": str(library.pk), "takes_over_on": "1. juli 2027"}
    as_(board).post(address, {"responsible": school.pk})

    page = client.post(address, typed)
    assert page.status_code == 409
    assert "Pilebroskolen" in page.content.decode()
    assert "bestyrelse@pilebro.example rettede, hvad ”Pilebroskolen” gør i O1 kl." in page.content.decode()
    assert Commitment.objects.get().project_actor == school

    client.post(address, sent_by(page) | {"valg-responsible": "min"})
    states = {str(each.project_actor): each.state for each in Commitment.objects.all()}
    assert states == {"Pilebroskolen": "proposed", "Biblioteket": "agreed"}
    assert Commitment.objects.get(state="agreed").takes_over_on == date(2027, 7, 1)


def test_actors_and_tasks_of_another_project_are_refused(
    as_: As, url: Url, owner: User, stranger: User, task: Task
) -> None:
    other = Project.objects.get(slug="havnecafeen")
    foreign = ProjectActorFactory(project=other)
    client = as_(owner)

    page = client.post(url("ansvar-ret", task.pk), {"responsible": foreign.pk}).content.decode()
    assert 'href="#id_responsible"' in page
    assert not Commitment.objects.exists()
    assert client.get(url("ansvar-ret", TaskFactory(project=other).pk)).status_code == 404
    assert client.get(url("ansvar-ret", 10**18)).status_code == 404


def test_a_commitment_of_another_task_cannot_be_changed_here(
    as_: As, url: Url, owner: User, task: Task, project: Project
) -> None:
    elsewhere = CommitmentFactory(task=TaskFactory(project=project), role="R")

    as_(owner).post(url("ansvar-ret", task.pk), {f"state_{elsewhere.pk}": "agreed"})

    elsewhere.refresh_from_db()
    assert elsewhere.state == CommitmentState.POSSIBLE


def test_it_goes_back_to_the_overview_or_the_review_when_asked(
    as_: As, url: Url, owner: User, task: Task, school: ProjectActor
) -> None:
    client = as_(owner)
    typed = {"responsible": school.pk}

    assert client.post(url("ansvar-ret", task.pk), typed | {"to_overview": "1"}).url == url("project")
    assert client.post(url("ansvar-ret", task.pk) + "?fra=gennemse", typed).url == url("fase-4") + "#ansvar"


def test_without_tasks_the_page_leads_to_phase_1(as_: As, url: Url, owner: User) -> None:
    assert f'href="{url("opgaver")}"' in as_(owner).get(url("ansvar")).content.decode()
