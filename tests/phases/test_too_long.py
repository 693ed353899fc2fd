"""What is pasted is never cut: a text that is too long is told so, and stands in its field."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Project, Task
from tests.browser_client import Client
from tests.forms import sent_by

As = Callable[[User], Client]
PAGES = ["hvorfor", "maal", "opgaver-ny", "tiltag-ny", "risici-ny", "moede-ny", "project_edit", "overdragelse-aftale"]


@pytest.mark.parametrize("name", PAGES)
def test_no_field_lets_the_browser_cut(as_: As, owner: User, project: Project, name: str) -> None:
    response = as_(owner).get(reverse(name, args=[project.slug]))

    assert response.status_code == 200
    assert b"<form" in response.content
    assert b"maxlength" not in response.content


def test_signing_in_cuts_neither_address_nor_password(client: Client, db: None) -> None:
    assert b"maxlength" not in client.get(reverse("account_login")).content
    assert b"maxlength" not in client.get(reverse("account_reset_password")).content


def test_a_title_that_is_too_long_is_shown_whole_and_not_saved(as_: As, owner: User, project: Project) -> None:
    address = reverse("opgaver-ny", args=[project.slug])
    most = Task._meta.get_field("title").max_length
    assert most
    title = "x" * (most + 40)

    html = as_(owner).post(address, sent_by(as_(owner).get(address)) | {"title": title}).content.decode()

    assert f"Der er plads til {most} tegn, og der står {most + 40}." in html
    assert f'value="{title}"' in html
    assert not Task.objects.exists()
