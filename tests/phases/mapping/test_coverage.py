"""The coverage matrix and its cells: who may do what for each task."""

import re
from collections.abc import Callable
from datetime import date
from gzip import compress
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Commitment, CommitmentRole, Event, Project, ProjectActor, Task
from projects.phases.mapping.services import AlreadyAgreedError, save_commitments
from tests.browser_client import Client
from tests.factories import CommitmentFactory, ProjectActorFactory, TaskFactory

As = Callable[[User], Client]
NONE = {"responsible": "none", "carries_out": "none", "contributes": "none", "reserve": "none"}


def url(name: str, *rest: object) -> str:
    return reverse(name, args=["lektiecafeen", *rest])


@pytest.fixture
def task(project: Project) -> Task:
    return TaskFactory(project=project, title="Stille lokale")


@pytest.fixture
def actor(project: Project) -> ProjectActor:
    return ProjectActorFactory(project=project, actor__name="Driftskontoret")


@pytest.fixture
def other(project: Project) -> ProjectActor:
    return ProjectActorFactory(project=project, actor__name="Klubben")


def save(as_: As, person: User, task: Task, actor: ProjectActor, **states: str) -> Any:
    return as_(person).post(url("daekning-celle", task.pk, actor.pk), NONE | states)


def words(html: str) -> str:
    """What a person reads, with markup taken away."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def held(task: Task) -> set[tuple[str, str, str]]:
    return {(str(row.project_actor), row.role, row.state) for row in task.commitments.all()}


def test_an_actor_can_have_several_roles_each_in_its_own_state(
    as_: As, board: User, task: Task, actor: ProjectActor
) -> None:
    response = save(as_, board, task, actor, responsible="agreed", carries_out="possible")

    assert response.url == f"{url('daekning')}#opgave-{task.pk}"
    assert held(task) == {("Driftskontoret", "A", "agreed"), ("Driftskontoret", "U", "possible")}
    assert Event.objects.get().text == "rettede, hvad ”Driftskontoret” gør i O1"


def test_a_role_moves_from_state_to_state_and_keeps_what_is_agreed_about_it(
    as_: As, owner: User, task: Task, actor: ProjectActor
) -> None:
    row = CommitmentFactory(task=task, project_actor=actor, takes_over_on=date(2027, 5, 4))

    save(as_, owner, task, actor, responsible="proposed")

    row.refresh_from_db()
    assert (row.state, row.takes_over_on) == ("proposed", date(2027, 5, 4))


def test_a_role_is_taken_away_by_no(as_: As, owner: User, task: Task, actor: ProjectActor) -> None:
    CommitmentFactory(task=task, project_actor=actor, role=CommitmentRole.RESERVE)

    save(as_, owner, task, actor)

    assert held(task) == set()


def test_saving_what_stands_leaves_no_trace(as_: As, owner: User, task: Task, actor: ProjectActor) -> None:
    CommitmentFactory(task=task, project_actor=actor, state="proposed")

    save(as_, owner, task, actor, responsible="proposed")

    assert not Event.objects.exists()


def test_several_may_be_possible_or_proposed(
    as_: As, owner: User, task: Task, actor: ProjectActor, other: ProjectActor
) -> None:
    for state in ("possible", "proposed"):
        assert save(as_, owner, task, actor, responsible=state).status_code == 302
        assert save(as_, owner, task, other, responsible=state).status_code == 302


def test_the_second_agreed_responsible_is_told_who_is_agreed_and_what_to_do(
    as_: As, owner: User, task: Task, actor: ProjectActor, other: ProjectActor
) -> None:
    save(as_, owner, task, actor, responsible="agreed")

    response = save(as_, owner, task, other, responsible="agreed", contributes="possible")

    assert response.status_code == 200
    page = response.content.decode()
    assert "Driftskontoret er allerede aftalt som ansvarlig for O1. Vælg én ansvarlig." in page
    assert "<title>Fejl: " in page
    assert re.search(r'name="contributes"\s+value="possible"[^>]*checked', page)
    assert held(task) == {("Driftskontoret", "A", "agreed")}


def test_the_database_has_the_last_word_when_two_agree_at_once(
    owner: User, task: Task, actor: ProjectActor, other: ProjectActor
) -> None:
    """The service asks nothing beforehand: what refuses is the constraint, whoever comes first."""
    CommitmentFactory(task=task, project_actor=actor, state="agreed")

    with pytest.raises(AlreadyAgreedError, match="Driftskontoret"):
        save_commitments(by=owner, task=task, project_actor=other, states={"U": "possible", "A": "agreed"})

    assert held(task) == {("Driftskontoret", "A", "agreed")}
    assert not Event.objects.exists()


def test_a_task_and_an_actor_of_different_projects_are_never_joined(owner: User, task: Task) -> None:
    with pytest.raises(ValueError, match="different projects"):
        save_commitments(by=owner, task=task, project_actor=ProjectActorFactory(), states={"A": "possible"})


@pytest.mark.parametrize("state", ["", "hemmelig", "\x00", "x" * 100_000])
def test_an_answer_that_is_not_on_the_list_is_refused(
    as_: As, owner: User, task: Task, actor: ProjectActor, state: str
) -> None:
    response = save(as_, owner, task, actor, responsible=state)

    assert response.status_code == 200
    assert "Der er problemer" in response.content.decode()
    assert held(task) == set()


def test_cells_of_other_projects_do_not_exist_here(as_: As, owner: User, task: Task, actor: ProjectActor) -> None:
    foreign_task, foreign_actor = TaskFactory(), ProjectActorFactory()
    browser = as_(owner)

    for pair in ((foreign_task.pk, actor.pk), (task.pk, foreign_actor.pk), (0, actor.pk), (task.pk, 10**30)):
        assert browser.get(url("daekning-celle", *pair)).status_code == 404
        assert browser.post(url("daekning-celle", *pair), NONE | {"responsible": "possible"}).status_code == 404
    assert browser.get(url("daekning-ret", foreign_task.pk)).status_code == 404
    assert not Commitment.objects.exists()


@pytest.mark.parametrize(("person", "status"), [("reader", 403), ("stranger", 404), ("admin_user", 404)])
def test_others_change_nothing(
    as_: As, task: Task, actor: ProjectActor, person: str, status: int, request: pytest.FixtureRequest
) -> None:
    who = request.getfixturevalue(person)

    assert save(as_, who, task, actor, responsible="agreed").status_code == status
    assert as_(who).get(url("daekning-ret", task.pk)).status_code == status
    assert not Commitment.objects.exists()


def test_the_matrix_says_role_and_state_in_words(
    as_: As, owner: User, task: Task, actor: ProjectActor, other: ProjectActor
) -> None:
    CommitmentFactory(task=task, project_actor=actor, role="R", state="possible")
    CommitmentFactory(task=task, project_actor=actor, role="A", state="agreed")

    page = as_(owner).get(url("daekning")).content.decode()

    table = page[page.index("<table") : page.index("</table>")]
    assert '<th scope="col">' in table
    assert '<th scope="row">' in table
    assert "A Ansvarlig, aftalt. R Reserve, mulig." in words(table)
    assert "Tilføj O1, A2" in words(table)
    assert f'href="{task.pk}/{actor.pk}/"' in table


def test_a_task_without_anybody_responsible_stands_out_in_words(
    as_: As, owner: User, task: Task, actor: ProjectActor
) -> None:
    CommitmentFactory(task=task, project_actor=actor, role="U", state="agreed")
    assert "ingen ansvarlig" in words(as_(owner).get(url("daekning")).content.decode())

    CommitmentFactory(task=task, project_actor=actor, role="A", state="possible")
    assert "ingen ansvarlig" not in words(as_(owner).get(url("daekning")).content.decode())


def test_a_critical_task_says_what_is_not_in_place(as_: As, owner: User, task: Task, actor: ProjectActor) -> None:
    def told() -> list[str]:
        page = words(as_(owner).get(url("daekning")).content.decode())
        return [each for each in ("ikke aftalt", "ingen reserve") if each in page]

    row = CommitmentFactory(task=task, project_actor=actor, role="A", state="proposed")
    assert told() == []
    Task.objects.filter(pk=task.pk).update(is_critical=True)
    assert told() == ["ikke aftalt", "ingen reserve"]
    Commitment.objects.filter(pk=row.pk).update(state="agreed")
    reserve = CommitmentFactory(task=task, role="R", state="possible")
    assert told() == ["ingen reserve"]
    Commitment.objects.filter(pk=reserve.pk).update(state="proposed")
    assert told() == []


def test_a_reserve_that_carries_the_task_already_is_none(as_: As, owner: User, task: Task, actor: ProjectActor) -> None:
    Task.objects.filter(pk=task.pk).update(is_critical=True)
    CommitmentFactory(task=task, project_actor=actor, role="A", state="agreed")
    CommitmentFactory(task=task, project_actor=actor, role="R", state="agreed")
    assert "ingen reserve" in words(as_(owner).get(url("daekning")).content.decode())

    other = CommitmentFactory(task=task, role="R", state="agreed")
    assert "ingen reserve" not in words(as_(owner).get(url("daekning")).content.decode())
    CommitmentFactory(task=task, project_actor=other.project_actor, role="U", state="agreed")
    assert "ingen reserve" in words(as_(owner).get(url("daekning")).content.decode())


def test_a_task_that_is_stopped_says_so_and_is_no_hole(as_: As, owner: User, task: Task, actor: ProjectActor) -> None:
    Task.objects.filter(pk=task.pk).update(operation_level="stop")

    page = words(as_(owner).get(url("daekning")).content.decode())

    assert "stoppes" in page
    assert "ingen ansvarlig" not in page


def test_the_list_says_the_same_as_the_table(as_: As, owner: User, task: Task, actor: ProjectActor) -> None:
    CommitmentFactory(task=task, project_actor=actor, role="A", state="proposed")

    page = as_(owner).get(url("daekning") + "?vis=liste").content.decode()

    assert "<table" not in page
    assert "Driftskontoret: ansvarlig, foreslået" in words(page)
    assert f"{url('daekning-ret', task.pk)}?vis=liste" in page
    cell = f"{url('daekning-celle', task.pk, actor.pk)}?vis=liste"
    assert cell in as_(owner).get(url("daekning-ret", task.pk) + "?vis=liste").content.decode()
    assert as_(owner).post(cell, NONE).url == f"{url('daekning')}?vis=liste#liste-{task.pk}"


def test_a_task_shows_every_actor_with_a_way_to_its_cell(
    as_: As, owner: User, task: Task, actor: ProjectActor, other: ProjectActor
) -> None:
    CommitmentFactory(task=task, project_actor=actor, role="B", state="agreed")

    page = as_(owner).get(url("daekning-ret", task.pk)).content.decode()

    assert "Bidrager, aftalt" in page
    assert url("daekning-celle", task.pk, actor.pk) in page
    assert url("daekning-celle", task.pk, other.pk) in page


@pytest.mark.parametrize(("missing", "way"), [("task", "opgaver"), ("actor", "aktoerer")])
def test_an_empty_matrix_says_what_to_do_first(as_: As, owner: User, project: Project, missing: str, way: str) -> None:
    if missing == "task":
        ProjectActorFactory(project=project)
    else:
        TaskFactory(project=project)

    page = as_(owner).get(url("daekning")).content.decode()
    assert {each for each in (url(way), "Fortsæt") if each in page} == {url(way), "Fortsæt"}


def fill(project: Project, actors: int, tasks: int) -> None:
    """Every actor does something in every third task."""
    the_actors = [ProjectActorFactory(project=project) for _each in range(actors)]
    for place in range(tasks):
        task = TaskFactory(project=project)
        Commitment.objects.bulk_create(
            Commitment(task=task, project_actor=actor, role=role, state="proposed")
            for actor in the_actors[place % 3 :: 3]
            for role in ("U", "B")
        )


@pytest.mark.parametrize("address", ["", "?vis=liste"])
def test_a_large_matrix_costs_no_more_queries_than_a_small_one(
    as_: As, owner: User, project: Project, address: str
) -> None:
    browser = as_(owner)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(url("daekning") + address).status_code == 200
        return len(queries)

    fill(project, 1, 1)
    few = cost()
    fill(project, 20, 20)
    assert cost() == few <= 22  # the matrix, and the facts that its words are made of


def test_forty_actors_and_sixty_tasks_are_a_light_page(as_: As, owner: User, project: Project) -> None:
    fill(project, 40, 60)

    page = as_(owner).get(url("daekning")).content

    assert page.count(b'class="cell"') == 2400
    # What travels: the budget for a page is 60 kB.
    assert len(compress(page)) < 60_000


def test_who_comes_from_the_review_page_goes_back_there(as_: As, owner: User, task: Task, actor: ProjectActor) -> None:
    review = as_(owner).get(url("fase-2")).content.decode()
    row = f"{url('daekning-ret', task.pk)}?fra=gennemse"
    cell = f"{url('daekning-celle', task.pk, actor.pk)}?fra=gennemse"

    assert row in review
    assert cell in as_(owner).get(row).content.decode()
    assert as_(owner).post(cell, NONE).url == f"{url('fase-2')}#daekning"


def test_a_sheet_of_paper_has_the_table_while_it_can_be_read_and_else_the_list(
    as_: As, board: User, project: Project, task: Task
) -> None:
    ProjectActorFactory.create_batch(6, project=project)
    assert "on-paper" not in as_(board).get(url("daekning")).content.decode()

    ProjectActorFactory(project=project)
    html = as_(board).get(url("daekning")).content.decode()
    assert "scroller matrix-only not-on-paper" in html
    assert "list-on-narrow list-on-paper" in html


def test_the_list_names_those_who_have_no_role(
    as_: As, board: User, task: Task, actor: ProjectActor, other: ProjectActor
) -> None:
    CommitmentFactory(task=task, project_actor=other)
    assert "Har ingen rolle endnu: Driftskontoret" in words(as_(board).get(url("daekning")).content.decode())

    CommitmentFactory(task=task, project_actor=actor)
    assert "Har ingen rolle" not in as_(board).get(url("daekning")).content.decode()
