"""A button in a list whose row somebody else removes in the same moment."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Project, Task
from tests.browser_client import Client
from tests.factories import TaskFactory
from tests.together import at_the_same_instant

As = Callable[[User], Client]


@pytest.mark.parametrize("button", ["kopi", "op", "ned", "flyt"])
def test_the_list_says_that_it_was_removed(as_: As, owner: User, board: User, project: Project, button: str) -> None:
    task = TaskFactory(project=project)
    as_(board).post(reverse("opgaver-fjern", args=[project.slug, task.pk]))

    address = reverse(f"opgaver-{button}", args=[project.slug, task.pk])
    page = as_(owner).post(address, {"place": "1"}, follow=True)

    assert page.status_code == 200
    assert "Opgaven er fjernet i mellemtiden. Der er ikke ændret noget." in page.content.decode()
    assert not Task.objects.exists()


def test_a_copy_and_a_removal_at_the_same_instant(
    many_lines: None, as_: As, owner: User, board: User, project: Project
) -> None:
    task = TaskFactory(project=project)
    copies, removes = as_(owner), as_(board)
    copy, remove = (reverse(f"opgaver-{name}", args=[project.slug, task.pk]) for name in ("kopi", "fjern"))

    answers = at_the_same_instant(lambda: copies.post(copy), lambda: removes.post(remove))

    assert [answer.status_code for answer in answers] == [302, 302]
    assert not Task.objects.filter(pk=task.pk).exists()
