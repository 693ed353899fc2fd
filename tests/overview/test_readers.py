"""A reader follows a colleague's link into a project: they are told why not, and led to what they can read."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Project
from tests.browser_client import Client

As = Callable[[User], Client]
WORDS = "Læs den delbare udgave"


@pytest.mark.parametrize("name", ["project", "hvorfor", "fase-4", "tiltag-ny", "project_edit"])
def test_a_reader_is_led_from_a_closed_page_to_the_plan(as_: As, reader: User, project: Project, name: str) -> None:
    client, plan = as_(reader), reverse("plan", args=[project.slug])

    refused = client.get(reverse(name, args=[project.slug]))

    assert refused.status_code == 403
    assert WORDS in refused.content.decode()
    assert f'href="{plan}"' in refused.content.decode()
    assert client.get(plan).status_code == 200


def test_nobody_else_is_offered_less_than_they_have(as_: As, editor: User, reader: User, project: Project) -> None:
    as_editor = as_(editor).get(reverse("project_edit", args=[project.slug]))
    outside_a_project = as_(reader).get(reverse("programme_edit", args=[project.programme_id]))

    for refused in (as_editor, outside_a_project):
        assert refused.status_code == 403
        assert WORDS not in refused.content.decode()
