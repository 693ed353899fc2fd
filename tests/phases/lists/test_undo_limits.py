"""Who may undo a removal, for how long, and what is said about it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import DAYS_TO_UNDO, Event, Project, RemovedRow, Task
from projects.phases.undo import remove_row
from tests.browser_client import Client
from tests.factories import TaskFactory
from tests.phases.lists.addresses import url

As = Callable[[User], Client]


@pytest.mark.parametrize("person", ["editor", "board"])
def test_all_who_work_on_the_project_may_undo(
    as_: As, owner: User, project: Project, person: str, request: pytest.FixtureRequest
) -> None:
    task = TaskFactory(project=project)
    as_(owner).post(url("opgaver-fjern", task.pk))

    assert as_(request.getfixturevalue(person)).post(url("opgaver-fortryd", task.pk)).status_code == 302
    assert Task.objects.count() == 1


@pytest.mark.parametrize(("person", "status"), [("reader", 403), ("stranger", 404)])
def test_others_cannot_undo(
    as_: As, owner: User, project: Project, person: str, status: int, request: pytest.FixtureRequest
) -> None:
    task = TaskFactory(project=project)
    as_(owner).post(url("opgaver-fjern", task.pk))

    assert as_(request.getfixturevalue(person)).post(url("opgaver-fortryd", task.pk)).status_code == status
    assert not Task.objects.exists()


def test_another_projects_row_is_not_brought_into_this_one(as_: As, owner: User, stranger: User) -> None:
    elsewhere = Project.objects.get(slug="havnecafeen")
    task = TaskFactory(project=elsewhere)
    pk = task.pk
    remove_row(by=stranger, project=elsewhere, row=task, what="fjernede opgaven")

    assert as_(owner).post(url("opgaver-fortryd", pk)).status_code == 404
    assert not Task.objects.exists()


def test_after_some_days_it_is_too_late_and_nothing_is_kept(as_: As, owner: User, project: Project) -> None:
    old, new = TaskFactory(project=project, title="Gammel"), TaskFactory(project=project, title="Ny")
    client = as_(owner)
    client.post(url("opgaver-fjern", old.pk))
    RemovedRow.objects.update(removed_at=timezone.now() - timedelta(days=DAYS_TO_UNDO))

    assert client.post(url("opgaver-fortryd", old.pk)).status_code == 404
    assert "Gammel" not in client.get(url("opgaver")).content.decode().split("</header>")[1].split("message")[0]
    client.post(url("opgaver-fjern", new.pk))

    assert [str(row) for row in RemovedRow.objects.all()] == ["O2 Ny"]


def test_the_list_keeps_a_way_back_after_the_message_is_gone(as_: As, owner: User, project: Project) -> None:
    task = TaskFactory(project=project, title="Rekruttere frivillige")
    client = as_(owner)
    client.post(url("opgaver-fjern", task.pk), follow=True)

    page = client.get(url("opgaver")).content.decode()

    assert "Fjernet for nylig" in page
    assert "O1 Rekruttere frivillige" in page
    assert f'action="{url("opgaver-fortryd", task.pk)}"' in page


def test_the_log_tells_of_both_without_what_was_typed(as_: As, owner: User, project: Project) -> None:
    task = TaskFactory(project=project, title="Rekruttere frivillige")
    client = as_(owner)
    client.post(url("opgaver-fjern", task.pk))
    client.post(url("opgaver-fortryd", task.pk))

    texts = list(Event.objects.newest_first().values_list("text", flat=True))
    assert texts == ["hentede opgaven tilbage: O1", "fjernede opgaven O1"]


def test_what_was_kept_before_the_tables_changed_comes_back_as_far_as_they_still_know_it(
    as_: As, owner: User, project: Project
) -> None:
    task = TaskFactory(project=project, title="Rekruttere frivillige")
    client = as_(owner)
    client.post(url("opgaver-fjern", task.pk))
    removed = RemovedRow.objects.get()
    removed.content["rows"][0]["fields"]["a_column_of_old"] = "x"
    del removed.content["rows"][0]["fields"]["competences"]
    removed.content["rows"].append({"model": "projects.nosuchtable", "pk": 1, "fields": {}})
    removed.content["links"].append({"model": "projects.nosuchtable", "pk": 1, "field": "task", "value": 1})
    removed.save()

    client.post(url("opgaver-fortryd", task.pk))

    assert Task.objects.get().title == "Rekruttere frivillige"


def test_a_kind_that_is_no_more_is_refused_in_words(as_: As, owner: User, project: Project) -> None:
    task = TaskFactory(project=project)
    client = as_(owner)
    client.post(url("opgaver-fjern", task.pk))
    removed = RemovedRow.objects.get()
    removed.content["rows"][0]["fields"]["hours_project"] = {"not": "a number"}
    removed.save()

    page = client.post(url("opgaver-fortryd", task.pk), follow=True).content.decode()

    assert "fordi Forankring er ændret siden" in page
    assert RemovedRow.objects.exists()
