"""Who shares a task, and what they carry together."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import Candidacy, Project, Task
from projects.phases.analysis.together import Sharer, networks_of
from tests.factories import CandidacyFactory, SharedScoreFactory, TaskFactory

As = Callable[[User], Client]
TASKS = [("O1", "O1 Lede"), ("O2", "O2 Hjælpe")]


def sharer(name: str, choice: str = "", tasks: str = "O1", ability: int = 2) -> Sharer:
    return Sharer(name, choice, frozenset([tasks]), {Concept.ABILITY: ability})


def members(*sharers: Sharer) -> list[tuple[str, ...]]:
    return [network.members for network in networks_of(TASKS, sharers)]


def test_one_alone_shares_nothing() -> None:
    assert members(sharer("a"), sharer("b", tasks="O2")) == []


def test_the_chosen_are_weighed_when_there_are_several() -> None:
    assert members(sharer("a", "chosen"), sharer("b", "chosen"), sharer("c")) == [("a", "b")]


def test_those_not_decided_on_count_while_fewer_are_chosen() -> None:
    assert members(sharer("a", "chosen"), sharer("b"), sharer("c")) == [("a", "b", "c")]


def test_a_reserve_and_one_that_is_not_now_do_not_carry() -> None:
    assert members(sharer("a", "chosen"), sharer("b", "reserve", ability=5), sharer("c", "not_now", ability=5)) == []


def test_it_is_known_whether_they_are_chosen() -> None:
    chosen, open_ones = (sharer("a", "chosen"), sharer("b", "chosen")), (sharer("a", "chosen"), sharer("b"))
    assert [network.is_chosen for network in networks_of(TASKS, chosen)] == [True]
    assert [network.is_chosen for network in networks_of(TASKS, open_ones)] == [False]


def shared(project: Project, task: Task, name: str, ability: int) -> Candidacy:
    row = CandidacyFactory(project_actor__project=project, project_actor__actor__name=name)
    row.tasks.add(task)
    SharedScoreFactory(candidacy=row, concept=Concept.ABILITY, score=ability)
    return row


def test_the_page_of_the_choice_tells_what_they_carry_together(as_: As, owner: User, project: Project) -> None:
    task = TaskFactory(project=project, title="Finde frivillige")
    shared(project, task, "Skolen", 2)
    shared(project, task, "Klubben", 1)
    url = reverse("valg", args=[project.slug])

    assert "Ingen af de to kan det endnu." in as_(owner).get(url).content.decode()
    shared(project, task, "Biblioteket", 4)
    assert "Båret af Biblioteket." in as_(owner).get(url).content.decode()


def test_a_task_that_is_stopped_and_an_actor_out_of_use_are_left_out(as_: As, owner: User, project: Project) -> None:
    task = TaskFactory(project=project)
    shared(project, task, "Skolen", 2)
    gone = shared(project, task, "Klubben", 4)
    url = reverse("valg", args=[project.slug])
    assert "Flere sammen om en opgave" in as_(owner).get(url).content.decode()

    gone.project_actor.actor.is_active = False
    gone.project_actor.actor.save()
    assert "Flere sammen om en opgave" not in as_(owner).get(url).content.decode()
    gone.project_actor.actor.is_active = True
    gone.project_actor.actor.save()
    task.operation_level = "stop"
    task.save()
    assert "Flere sammen om en opgave" not in as_(owner).get(url).content.decode()
