"""What is removed can be brought back whole, by those who may, for some days."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import serializers

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import (
    ActionGap,
    BudgetLine,
    Candidacy,
    Commitment,
    InterfacePart,
    Project,
    ProjectActor,
    RemovedRow,
    Task,
)
from projects.phases.undo import bring_back, remove_row
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    BudgetLineFactory,
    CandidacyFactory,
    CommitmentFactory,
    InterfaceFactory,
    ProjectActorFactory,
    SharedScoreFactory,
    TaskFactory,
)
from tests.phases.lists.addresses import LISTS, ORDERED, url

As = Callable[[User], Client]


def everything(project: Project) -> list[Any]:
    """All that the project says, row for row, with every tie between rows."""
    actors = ProjectActor.objects.filter(project=project)
    candidacies = Candidacy.objects.of_project(project.pk)
    rows = [*project.tasks.all(), *actors, *candidacies, *project.actions.all(), *project.interfaces.all()]
    rows += [*project.budget_lines.all(), *project.open_questions.all(), *Commitment.objects.all()]
    rows += [
        *InterfacePart.objects.all(),
        *ActionGap.objects.all(),
        *(score for each in candidacies for score in each.scores.all()),
    ]
    written = serializers.serialize("python", rows)
    for row in written:
        for name, value in row["fields"].items():
            # Keys of many-to-many answers come in no order.
            row["fields"][name] = sorted(value) if isinstance(value, list) else value
    return sorted(written, key=lambda each: (each["model"], each["pk"]))


def full_plan(project: Project) -> tuple[Task, ProjectActor]:
    """Three tasks and two actors, tied to each other in every way there is."""
    tasks = [TaskFactory(project=project, title=f"Opgave {n}") for n in range(3)]
    actors = [ProjectActorFactory(project=project) for _ in range(2)]
    for actor in actors:
        CommitmentFactory(task=tasks[1], project_actor=actor, role="U")
        candidacy = CandidacyFactory(project_actor=actor, title="tovholder")
        candidacy.tasks.set(tasks[:2])
        SharedScoreFactory(candidacy=candidacy, concept=Concept.WILL, score=2, reason="Har ikke sagt ja")
        action = ActionFactory(project=project)
        action.tasks.set(tasks)
        action.actors.set(actors)
        action.gaps.create(candidacy=candidacy, concept=Concept.WILL)
        interface = InterfaceFactory(project=project)
        for each in actors:
            interface.parts.create(project_actor=each, does="ringer rundt")
    CommitmentFactory(task=tasks[1], project_actor=actors[0], role="A", state="agreed")
    BudgetLineFactory(project=project, task=tasks[1])
    return tasks[1], actors[0]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_offers_to_undo_and_brings_the_row_back(as_: As, owner: User, project: Project, name: str) -> None:
    rows = [LISTS[name](project=project) for _ in range(3)]
    client, before = as_(owner), everything(project)

    page = client.post(url(f"{name}-fjern", rows[1].pk), follow=True).content.decode()
    back = url(f"{name}-fortryd", rows[1].pk)
    assert everything(project) != before
    assert f'action="{back}"' in page
    assert "Fortryd" in page
    response = client.post(back)

    assert response.url == f"{url(name)}#row-{rows[1].pk}"
    assert everything(project) == before
    assert not RemovedRow.objects.exists()


def test_a_task_comes_back_with_all_that_hung_on_it(project: Project, owner: User) -> None:
    task, _actor = full_plan(project)
    before = everything(project)

    removed = remove_row(by=owner, project=project, row=task, what="fjernede opgaven")
    assert BudgetLine.objects.get().task is None
    back = bring_back(by=owner, removed=removed, what="hentede opgaven tilbage:")

    assert everything(project) == before
    assert back.left_behind == 0


def test_an_actor_comes_back_with_its_roles_judgements_and_gaps(project: Project, owner: User) -> None:
    _task, actor = full_plan(project)
    before = everything(project)

    removed = remove_row(by=owner, project=project, row=actor, what="fjernede aktøren")
    assert Candidacy.objects.count() == 1
    bring_back(by=owner, removed=removed, what="hentede aktøren tilbage:")

    assert everything(project) == before


@pytest.mark.parametrize("order", ["last first", "first first"])
def test_two_that_hung_together_come_back_whole_in_any_order(project: Project, owner: User, order: str) -> None:
    task, actor = full_plan(project)
    before = everything(project)

    for row in (task, actor):
        remove_row(by=owner, project=project, row=row, what="fjernede")
    kinds = ["projects.task", "projects.projectactor"]
    for kind in kinds if order == "first first" else reversed(kinds):
        back = bring_back(by=owner, removed=RemovedRow.objects.get(kind=kind), what="hentede")
        assert back.left_behind == 0

    assert everything(project) == before


@pytest.mark.parametrize("name", ORDERED)
def test_the_row_comes_back_between_its_neighbours_though_others_moved(
    as_: As, owner: User, project: Project, name: str
) -> None:
    rows = [LISTS[name](project=project) for _ in range(4)]
    client = as_(owner)

    client.post(url(f"{name}-fjern", rows[1].pk))
    client.post(url(f"{name}-ned", rows[2].pk))
    client.post(url(f"{name}-fortryd", rows[1].pk))

    order = list(type(rows[0]).objects.in_order().values_list("pk", flat=True))
    assert order == [rows[0].pk, rows[1].pk, rows[3].pk, rows[2].pk]


@pytest.mark.parametrize("name", ["opgaver", "tiltag"])
def test_a_number_of_a_removed_row_is_not_given_again(as_: As, owner: User, project: Project, name: str) -> None:
    rows = [LISTS[name](project=project) for _ in range(2)]
    client = as_(owner)

    client.post(url(f"{name}-fjern", rows[1].pk))
    client.post(url(f"{name}-ny"), {"title": "En ny", "hours_unit": "week", "status": "not_started"})
    client.post(url(f"{name}-fortryd", rows[1].pk))

    numbers = type(rows[0]).objects.in_order().values_list("title", "number")
    assert dict(numbers) == {rows[0].title: 1, rows[1].title: 2, "En ny": 3}


def test_an_agreement_that_somebody_else_has_made_since_stays_theirs_and_that_is_told(
    as_: As, owner: User, project: Project
) -> None:
    task, other = TaskFactory(project=project), ProjectActorFactory(project=project)
    actor = ProjectActorFactory(project=project)
    CommitmentFactory(task=task, project_actor=actor, role="A", state="agreed")
    client = as_(owner)

    client.post(url("aktoerer-fjern", actor.pk))
    CommitmentFactory(task=task, project_actor=other, role="A", state="agreed")
    page = client.post(url("aktoerer-fortryd", actor.pk), follow=True).content.decode()

    assert Commitment.objects.get().project_actor == other
    assert "1 ting, der hang på den, kom ikke med" in page
    assert ProjectActor.objects.filter(pk=actor.pk).exists()


def test_an_actor_that_was_taken_in_again_is_not_there_twice(as_: As, owner: User, project: Project) -> None:
    actor = ProjectActorFactory(project=project)
    client = as_(owner)

    client.post(url("aktoerer-fjern", actor.pk))
    ProjectActorFactory(project=project, actor=actor.actor)
    page = client.post(url("aktoerer-fortryd", actor.pk), follow=True).content.decode()

    assert ProjectActor.objects.count() == 1
    assert "er her igen" in page


def test_a_role_waits_for_its_actor(as_: As, owner: User, project: Project) -> None:
    candidacy = CandidacyFactory(project_actor=ProjectActorFactory(project=project))
    actor = candidacy.project_actor
    client = as_(owner)

    client.post(url("vurdering-fjern", candidacy.pk))
    client.post(url("aktoerer-fjern", actor.pk))
    refused = client.post(url("vurdering-fortryd", candidacy.pk), follow=True).content.decode()
    client.post(url("aktoerer-fortryd", actor.pk))
    client.post(url("vurdering-fortryd", candidacy.pk))

    assert "Hent først det tilbage" in refused
    assert Candidacy.objects.get().title == candidacy.title


def test_pressing_twice_does_no_harm(as_: As, owner: User, project: Project) -> None:
    task = TaskFactory(project=project)
    client = as_(owner)
    client.post(url("opgaver-fjern", task.pk))

    for _ in range(2):
        page = client.post(url("opgaver-fortryd", task.pk), follow=True).content.decode()

    assert Task.objects.count() == 1
    assert "Opgaven er her allerede" in page
