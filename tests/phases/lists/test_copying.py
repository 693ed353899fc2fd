"""A copy of a row: next to it, named as a copy, with what can be said again and without what was agreed."""

from collections.abc import Callable
from datetime import date

import pytest

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import Action, Candidacy, Event, Interface, OpenQuestion, Project, ProjectActor, Task
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    CandidacyFactory,
    CommitmentFactory,
    InterfaceFactory,
    OpenQuestionFactory,
    ProjectActorFactory,
    SharedScoreFactory,
    TaskFactory,
)
from tests.phases.lists.addresses import LISTS, ORDERED, url

As = Callable[[User], Client]


@pytest.mark.parametrize("name", LISTS)
def test_a_copy_opens_where_it_can_be_changed(as_: As, owner: User, project: Project, name: str) -> None:
    row = LISTS[name](project=project)

    response = as_(owner).post(url(f"{name}-kopi", row.pk))

    copy = type(row).objects.exclude(pk=row.pk).get()
    assert response.url == url(f"{name}-ret", copy.pk)
    assert "(kopi)" in str(copy)


@pytest.mark.parametrize("name", ORDERED)
def test_a_copy_stands_after_the_one_it_is_of(as_: As, owner: User, project: Project, name: str) -> None:
    rows = [LISTS[name](project=project) for _ in range(3)]

    as_(owner).post(url(f"{name}-kopi", rows[0].pk))

    copy = type(rows[0]).objects.exclude(pk__in=[row.pk for row in rows]).get()
    order = list(type(copy).objects.in_order().values_list("pk", flat=True))
    assert order == [rows[0].pk, copy.pk, rows[1].pk, rows[2].pk]


def test_a_task_is_copied_with_its_answers_and_without_its_agreements(as_: As, owner: User, project: Project) -> None:
    row = TaskFactory(
        project=project,
        title="Hjælpe med lektier",
        task_type="UDF",
        hours_operation=4,
        legal_requirements=["child_certificate"],
        is_critical=True,
    )
    CommitmentFactory(task=row, project_actor=ProjectActorFactory(project=project))

    as_(owner).post(url("opgaver-kopi", row.pk))

    copy = Task.objects.get(title="Hjælpe med lektier (kopi)")
    assert (copy.number, copy.task_type, copy.hours_operation, copy.is_critical) == (2, "UDF", 4, True)
    assert copy.legal_requirements == ["child_certificate"]
    assert not copy.commitments.exists()


def test_an_action_is_copied_with_actors_and_tasks_and_begins_anew(as_: As, owner: User, project: Project) -> None:
    candidacy = CandidacyFactory(project_actor=ProjectActorFactory(project=project))
    row = ActionFactory(project=project, status="done", status_note="Holdt i maj", deadline=date(2027, 5, 1))
    row.actors.add(candidacy.project_actor)
    row.tasks.add(TaskFactory(project=project))
    row.gaps.create(candidacy=candidacy, concept=Concept.ABILITY)

    as_(owner).post(url("tiltag-kopi", row.pk))

    copy = Action.objects.exclude(pk=row.pk).get()
    assert (copy.status, copy.status_note, copy.deadline) == ("not_started", "", date(2027, 5, 1))
    assert (copy.actors.count(), copy.tasks.count(), copy.gaps.count()) == (1, 1, 0)


def test_a_role_is_copied_without_scores_and_choice(as_: As, owner: User, project: Project) -> None:
    actor = ProjectActorFactory(project=project)
    row = CandidacyFactory(project_actor=actor, title="tovholder", choice="chosen", choice_reason="Er klar")
    row.tasks.add(TaskFactory(project=project))
    SharedScoreFactory(candidacy=row, score=4)

    as_(owner).post(url("vurdering-kopi", row.pk))

    copy = Candidacy.objects.get(title="tovholder (kopi)")
    assert (copy.project_actor, copy.choice, copy.choice_reason) == (actor, "", "")
    assert (copy.tasks.count(), copy.scores.count()) == (1, 0)


def test_an_actor_is_copied_as_another_of_its_sort(as_: As, owner: User, project: Project) -> None:
    row = ProjectActorFactory(
        project=project,
        actor__programme=project.programme,
        actor__name="Pilebro Boldklub",
        actor__actor_type="association",
        actor__own_cvr="",
        contributions=["time"],
        contact_role="formand",
        contact_status="interested",
    )

    as_(owner).post(url("aktoerer-kopi", row.pk))

    copy = ProjectActor.objects.exclude(pk=row.pk).get()
    assert (copy.actor.name, copy.actor.actor_type) == ("Pilebro Boldklub (kopi)", "association")
    assert copy.actor.programme_id == project.programme_id
    assert (copy.contributions, copy.contact_role, copy.contact_status) == (["time"], "", "")


def test_a_copied_question_has_no_answer_yet(as_: As, owner: User, project: Project) -> None:
    row = OpenQuestionFactory(project=project, question="Hvem har nøglen?", answer="Skolen", settled_by="rektor")

    as_(owner).post(url("spoergsmaal-kopi", row.pk))

    copy = OpenQuestion.objects.get(question="Hvem har nøglen? (kopi)")
    assert (copy.settled_by, copy.answer) == ("rektor", "")


def test_an_interface_is_copied_with_what_each_actor_does(as_: As, owner: User, project: Project) -> None:
    actor = ProjectActorFactory(project=project)
    row = InterfaceFactory(project=project, trigger="Når nogen er syg")
    row.parts.create(project_actor=actor, does="ringer rundt")

    as_(owner).post(url("snitflader-kopi", row.pk))

    copy = Interface.objects.exclude(pk=row.pk).get()
    assert [(part.project_actor, part.does) for part in copy.parts.all()] == [(actor, "ringer rundt")]
    assert row.parts.count() == 1


def test_copies_of_copies_are_counted(as_: As, owner: User, project: Project) -> None:
    row = TaskFactory(project=project, title="Åbne")
    client = as_(owner)

    for _ in range(3):
        client.post(url("opgaver-kopi", row.pk))
    client.post(url("opgaver-kopi", Task.objects.get(title="Åbne (kopi 2)").pk))

    titles = set(Task.objects.values_list("title", flat=True))
    assert titles == {"Åbne", "Åbne (kopi)", "Åbne (kopi 2)", "Åbne (kopi 3)", "Åbne (kopi 4)"}


def test_the_copy_of_a_long_name_fits_its_column(as_: As, owner: User, project: Project) -> None:
    row = TaskFactory(project=project, title="x" * 160)

    as_(owner).post(url("opgaver-kopi", row.pk))

    assert Task.objects.exclude(pk=row.pk).get().title == "x" * 153 + " (kopi)"


def test_the_log_says_which_was_copied_to_which(as_: As, owner: User, project: Project) -> None:
    row = TaskFactory(project=project)

    as_(owner).post(url("opgaver-kopi", row.pk))

    assert Event.objects.get().text == "lavede en kopi af opgaven O1: O2"


@pytest.mark.parametrize(("person", "status"), [("editor", 302), ("board", 302), ("reader", 403), ("stranger", 404)])
def test_those_who_work_on_the_project_may_copy(
    as_: As, project: Project, person: str, status: int, request: pytest.FixtureRequest
) -> None:
    row = TaskFactory(project=project)

    assert as_(request.getfixturevalue(person)).post(url("opgaver-kopi", row.pk)).status_code == status
    assert Task.objects.filter(project=project).count() == (2 if status == 302 else 1)
