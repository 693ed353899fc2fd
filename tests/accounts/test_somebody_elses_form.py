"""A form that was shown to one person is not taken from another, who signed in at the same browser since."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import Draft, Project, WhyWhat
from tests.browser_client import Client
from tests.forms import sent_by

As = Callable[[User], Client]


@pytest.fixture
def goal(project: Project) -> str:
    return reverse("maal", args=[project.slug])


@pytest.mark.parametrize("button", [{}, {"gem-kladde": "1"}], ids=["save", "keep"])
@pytest.mark.parametrize("days", [0, 8])
def test_what_one_wrote_becomes_nothing_of_anothers(
    as_: As, owner: User, editor: User, goal: str, button: dict[str, str], days: int
) -> None:
    typed = sent_by(as_(owner).get(goal)) | {"goal": "27 unger hver uge"} | button

    with time_machine.travel(timezone.now() + timedelta(days=days)):
        page = as_(editor).post(goal, typed)

    assert page.status_code == 403
    assert "Svaret blev ikke gemt" in page.content.decode()
    assert not WhyWhat.objects.filter(goal__contains="unger").exists()
    assert not Draft.objects.exists()


def test_the_script_is_refused_and_nothing_is_kept(as_: As, owner: User, editor: User, goal: str) -> None:
    typed = sent_by(as_(owner).get(goal)) | {"goal": "27 unger hver uge", "gem-kladde": "1"}

    assert as_(editor).post(goal, typed, headers={"Accept": "application/json"}).status_code == 403
    assert not Draft.objects.exists()
    assert as_(owner).post(goal, typed, headers={"Accept": "application/json"}).status_code == 200


def test_the_page_tells_the_script_whom_it_was_shown_to(as_: As, owner: User, editor: User, goal: str) -> None:
    for person in (owner, editor):
        assert f'data-person="{person.pk}"' in as_(person).get(goal).content.decode()


def test_a_form_outside_the_phases_is_refused_as_well(as_: As, owner: User, editor: User) -> None:
    address = reverse("profile")
    mark = as_(owner).get(address).context["written_by"]

    assert as_(editor).post(address, {"name": "Anne Holm", "skrevet_af": str(mark)}).status_code == 403
    editor.refresh_from_db()
    assert editor.name != "Anne Holm"
    assert as_(owner).post(address, {"name": "Anne Holm", "skrevet_af": str(mark)}).status_code == 302


@pytest.mark.parametrize("mark", ["", "x", "\x00", "9" * 3000])
def test_a_mark_we_did_not_write_says_nothing(as_: As, owner: User, goal: str, mark: str) -> None:
    typed = sent_by(as_(owner).get(goal)) | {"goal": "27 unger", "skrevet_af": mark}

    assert as_(owner).post(goal, typed).status_code == 302
