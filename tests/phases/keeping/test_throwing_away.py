"""A draft is thrown away wherever the page has put it meanwhile."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Draft, Project
from tests.addresses import ADDRESSES, path_to
from tests.browser_client import Client
from tests.factories import TaskFactory
from tests.forms import sent_by
from tests.guards.conftest import candidacy

__all__ = ["candidacy"]

As = Callable[[User], Client]


@pytest.fixture
def goal(project: Project) -> str:
    return reverse("maal", args=[project.slug])


def keep(client: Client, address: str, answers: dict[str, object]) -> None:
    """What the script sends three seconds after the last key."""
    sent = {**answers, "gem-kladde": "1"}
    assert client.post(address, sent, headers={"Accept": "application/json"}).status_code == 200


def test_it_can_be_thrown_away_after_more_was_typed_on_the_page_it_fills(as_: As, owner: User, goal: str) -> None:
    """It then stands under that page's tab, not under the one that its button names. Other tabs' drafts stay."""
    client = as_(owner)
    elsewhere = sent_by(client.get(goal)) | {"goal": "I en anden fane"}
    keep(client, goal, sent_by(client.get(goal)) | {"goal": "27 unger"})
    page = client.get(goal)
    form = dict(re.findall(r'name="(ogsaa-fane|smid-vaek)" value="(\w+)"', page.content.decode()))
    keep(client, goal, sent_by(page) | {"goal": "27 unger hver uge"})
    keep(client, goal, elsewhere)

    assert client.post(goal, form).status_code == 302

    assert Draft.objects.get().fields["goal"] == ["I en anden fane"]


@pytest.mark.parametrize("name", ["opgaver-ret", "tiltag-ret", "risici-ret", "udgifter-i-dag-ret"])
def test_the_draft_of_an_existing_row_can_be_thrown_away(
    as_: As, owner: User, project: Project, candidacy: object, name: str
) -> None:
    client = as_(owner)
    address = next(path_to(each, project) for each in ADDRESSES if each.name == name)
    stored = sent_by(client.get(address))
    field = next(each for each in ("title", "name", "text", "what") if each in stored)
    keep(client, address, stored | {field: "Noget andet"})

    page = client.post(address, {"smid-vaek": stored["fane"]}, follow=True)

    assert page.status_code == 200
    assert sent_by(page)[field] == stored[field]
    assert not Draft.objects.exists()


def test_the_draft_of_a_row_that_is_gone_can_be_thrown_away(as_: As, owner: User, project: Project) -> None:
    client, task = as_(owner), TaskFactory(project=project)
    address = reverse("opgaver-ret", args=[project.slug, task.pk])
    typed = sent_by(client.get(address)) | {"title": "Noget andet"}
    keep(client, address, typed)
    task.delete()

    response = client.post(address, {"smid-vaek": typed["fane"]})

    assert response["Location"] == reverse("project", args=[project.slug])
    assert not Draft.objects.exists()


def test_what_the_script_sends_is_never_a_save(as_: As, owner: User, goal: str) -> None:
    """Also when the name of the button did not come along."""
    client = as_(owner)
    typed = sent_by(client.get(goal)) | {"goal": "27 unger"}

    assert client.post(goal, typed, headers={"Accept": "application/json"}).status_code == 200

    assert Draft.objects.get().fields["goal"] == ["27 unger"]
    assert sent_by(client.post(goal, {"smid-vaek": typed["fane"]}, follow=True))["goal"] == ""
