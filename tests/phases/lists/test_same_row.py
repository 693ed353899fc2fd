"""Two people who write the same new row in the same instant: the second is told so, and loses nothing."""

from typing import Any

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Project, StaffHours
from projects.phases.keeping.desk import Desk
from tests.browser_client import Client


def test_the_second_is_told_and_keeps_what_was_typed(
    client: Client, owner: User, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(owner)
    address = reverse("udfasning-ny", args=[project.slug])
    answers = {"month": "maj 2027", "role": "Projektleder", "hours": "20", "hands_over": "Nøglerne"}
    ask, asked = Desk._is_ready, []

    def ask_before_another_saves(self: Desk, *given: Any) -> bool:
        """The form is asked, and then the other's row is there."""
        is_ready = ask(self, *given)
        if not asked:
            StaffHours.objects.create(project=project, month="2027-05-01", role="Projektleder", hours=10)
        asked.append(is_ready)
        return is_ready

    monkeypatch.setattr(Desk, "_is_ready", ask_before_another_saves)
    page = client.post(address, answers)

    assert asked == [True, False]
    assert page.status_code == 200
    assert "Nøglerne" in page.content.decode()
    assert [row.hours for row in StaffHours.objects.all()] == [10]
