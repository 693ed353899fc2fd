"""One PDF at a time for each person, two on the machine; who has to wait is told, and no thread waits along."""

from collections.abc import Callable
from contextlib import ExitStack

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from forankring.rendering.turns import NoTurnError, a_turn
from projects.models import Project
from tests.browser_client import Client

As = Callable[[User], Client]

pytestmark = pytest.mark.django_db


def ask(as_: As, owner: User, project: Project) -> tuple[int, str, str]:
    answer = as_(owner).get(reverse("plan_pdf", args=[project.slug]), {"udgave": "delbar"})
    return answer.status_code, answer.headers.get("Refresh", ""), answer.content.decode(errors="replace")


def test_a_second_pdf_for_the_same_person_waits_in_the_browser(as_: As, owner: User, project: Project) -> None:
    with a_turn(str(owner.pk)):
        status, again, words = ask(as_, owner, project)
        assert (status, again) == (503, "5")
        assert "Vi laver allerede en PDF til dig" in words
    assert ask(as_, owner, project)[0] == 200


def test_when_the_machine_is_busy_with_others_that_is_said(as_: As, owner: User, project: Project) -> None:
    with ExitStack() as held:
        held.enter_context(a_turn("one"))
        held.enter_context(a_turn("two"))
        status, again, words = ask(as_, owner, project)
        assert (status, again) == (503, "5")
        assert "til andre lige nu" in words
    assert ask(as_, owner, project)[0] == 200


def test_one_person_never_has_two_places_and_each_comes_back() -> None:
    for _time in range(3):
        with a_turn("one"), a_turn("two"), pytest.raises(NoTurnError) as refused, a_turn("one"):
            pass
        assert refused.value.is_own
