"""A draft is thrown away wherever the page has put it meanwhile."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Draft, Project
from tests.forms import sent_by

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
