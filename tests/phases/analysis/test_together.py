"""Who is responsible for a task that several do, and whose evne supplements theirs."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import Candidacy, Choice, CommitmentRole, CommitmentState, Evidence, Project, Task
from projects.phases.analysis.together import Assessed, Network, Part, networks_of
from tests.browser_client import Client
from tests.factories import CandidacyFactory, CommitmentFactory, SharedScoreFactory, TaskFactory

As = Callable[[User], Client]
TASKS = [("O1", "O1 Lede"), ("O2", "O2 Hjælpe")]
NAMES = {"A1": "Skolen", "A2": "Klubben", "A3": "Biblioteket"}
RESPONSIBLE, CARRIES_OUT, CONTRIBUTES, RESERVE = CommitmentRole
POSSIBLE, PROPOSED, AGREED = CommitmentState


def part(actor: str, role: str, state: str = AGREED, task: str = "O1") -> Part:
    return Part(task, actor, role, state)


def assessed(actor: str, ability: int, evidence: str = "observed", choice: str = "", tasks: str = "O1") -> Assessed:
    answers = dict.fromkeys(Concept, 2) | {Concept.ABILITY: ability}
    return Assessed(actor, choice, frozenset([tasks]), answers, {Concept.ABILITY: evidence})


def network(helper: Part, able: Assessed, responsible: str = AGREED) -> Network:
    parts = [part("A1", RESPONSIBLE, responsible), helper]
    [found] = networks_of(TASKS, parts, [assessed("A1", 2), able], NAMES)
    return found


def supplemented(found: Network) -> tuple[str, ...]:
    return found.weights[2].supplemented_by


@pytest.mark.parametrize("role", [CARRIES_OUT, CONTRIBUTES])
@pytest.mark.parametrize("ability", [4, 5])
@pytest.mark.parametrize("evidence", ["conversation", "observed", "document"])
def test_one_who_helps_and_has_said_yes_supplements_evne_and_nothing_else(
    role: str, ability: int, evidence: str
) -> None:
    found = network(part("A2", role), assessed("A2", ability, evidence))

    assert [weight.supplemented_by for weight in found.weights] == [(), (), ("Klubben",), ()]
    assert found.weights[2].words == "2 af 5 – i mindre grad. Evne suppleres af Klubben."


@pytest.mark.parametrize("state", [POSSIBLE, PROPOSED])
def test_one_who_has_not_said_yes_supplements_nothing(state: str) -> None:
    found = network(part("A2", CARRIES_OUT, state), assessed("A2", 5))

    assert supplemented(found) == ()
    assert found.waiting == ("Klubben (har ikke sagt ja)",)


def test_one_judged_on_an_assumption_supplements_nothing() -> None:
    found = network(part("A2", CARRIES_OUT), assessed("A2", 5, Evidence.ASSUMPTION))

    assert supplemented(found) == ()
    assert found.waiting == ("Klubben (vurderet på en antagelse)",)


@pytest.mark.parametrize("ability", [1, 2, 3])
def test_one_who_cannot_do_it_supplements_nothing(ability: int) -> None:
    found = network(part("A2", CARRIES_OUT), assessed("A2", ability))
    assert supplemented(found) == found.waiting == ()


@pytest.mark.parametrize("choice", [Choice.RESERVE, Choice.NOT_NOW])
def test_a_reserve_and_one_that_is_not_now_supplement_nothing(choice: str) -> None:
    assert supplemented(network(part("A2", CARRIES_OUT), assessed("A2", 5, choice=choice))) == ()


def test_one_assessed_for_another_task_supplements_nothing() -> None:
    assert supplemented(network(part("A2", CARRIES_OUT), assessed("A2", 5, tasks="O2"))) == ()


def test_a_reserve_for_the_task_is_no_helper() -> None:
    parts = [part("A1", RESPONSIBLE), part("A2", RESERVE)]
    assert networks_of(TASKS, parts, [assessed("A1", 2), assessed("A2", 5)], NAMES) == []


def test_nobody_supplements_themselves() -> None:
    parts = [part("A1", RESPONSIBLE), part("A1", CARRIES_OUT)]
    assert networks_of(TASKS, parts, [assessed("A1", 5)], NAMES) == []


def test_a_task_without_a_responsible_has_nothing_to_supplement() -> None:
    parts = [part("A1", CARRIES_OUT), part("A2", CARRIES_OUT)]
    assert networks_of(TASKS, parts, [assessed("A1", 5), assessed("A2", 5)], NAMES) == []


def test_while_nobody_has_agreed_each_proposed_responsible_is_weighed() -> None:
    parts = [part("A1", RESPONSIBLE, PROPOSED), part("A2", RESPONSIBLE, PROPOSED), part("A3", CARRIES_OUT)]
    found = networks_of(TASKS, parts, [assessed(actor, 4) for actor in NAMES], NAMES)

    assert [(each.responsible, each.is_agreed) for each in found] == [("Skolen", False), ("Klubben", False)]


def shared(project: Project, task: Task, name: str, ability: int, role: str, evidence: str = "observed") -> Candidacy:
    row = CandidacyFactory(project_actor__project=project, project_actor__actor__name=name)
    row.tasks.add(task)
    SharedScoreFactory(candidacy=row, concept=Concept.ABILITY, score=ability, evidence=evidence)
    CommitmentFactory(task=task, project_actor=row.project_actor, role=role, state=AGREED)
    return row


def test_the_page_of_the_choice_tells_who_supplements(as_: As, owner: User, project: Project) -> None:
    task = TaskFactory(project=project, title="Finde frivillige")
    shared(project, task, "Skolen", 2, RESPONSIBLE)
    shared(project, task, "Klubben", 5, CARRIES_OUT, Evidence.ASSUMPTION)
    url = reverse("valg", args=[project.slug])

    page = as_(owner).get(url).content.decode()
    assert "Klubben (vurderet på en antagelse)" in page
    assert "Evne suppleres af" not in page
    shared(project, task, "Biblioteket", 4, CONTRIBUTES)
    page = as_(owner).get(url).content.decode()
    assert "Evne suppleres af Biblioteket." in page
    assert "båret" not in page.lower()


def test_a_task_that_is_stopped_and_an_actor_out_of_use_are_left_out(as_: As, owner: User, project: Project) -> None:
    task = TaskFactory(project=project)
    shared(project, task, "Skolen", 2, RESPONSIBLE)
    gone = shared(project, task, "Klubben", 4, CARRIES_OUT)
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
