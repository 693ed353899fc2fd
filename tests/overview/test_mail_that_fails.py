"""The mail server is down: nothing that was decided is lost, and whoever invites is told."""

import socket
from collections.abc import Callable, Iterator

import pytest
from django.test import override_settings
from django.urls import reverse

from actors.models import Membership
from forankring.accounts.models import User
from projects.models import Project
from tests.browser_client import Client
from tests.factories import UserFactory

As = Callable[[User], Client]
AGAIN = "Mailen kunne ikke sendes. Send invitationen igen."


@pytest.fixture
def no_mail_server() -> Iterator[None]:
    """A port that is taken and where nobody listens: whoever calls is refused."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        host, port = silent.getsockname()
        backend = "django.core.mail.backends.smtp.EmailBackend"
        with override_settings(EMAIL_BACKEND=backend, EMAIL_HOST=host, EMAIL_PORT=port):
            yield


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("no_mail_server")
class TestWithoutAMailServer:
    def test_the_new_member_is_kept_and_the_owner_is_told(
        self, as_: As, owner: User, project: Project, caplog: pytest.LogCaptureFixture
    ) -> None:
        members = reverse("members", args=[project.programme_id])

        page = as_(owner).post(members, {"email": "ny@pilebro.example", "role": "board"}, follow=True)

        assert AGAIN in page.content.decode()
        assert "Vi har sendt" not in page.content.decode()
        assert Membership.objects.filter(user__email="ny@pilebro.example").exists()
        assert "An invitation could not be sent" in caplog.text

    def test_sending_again_tells_the_same(self, as_: As, owner: User, project: Project) -> None:
        person: User = UserFactory()
        waiting = project.programme.memberships.create(user=person, role="editor")
        again = reverse("member_invite", args=[project.programme_id, waiting.pk])

        page = as_(owner).post(again, follow=True).content.decode()

        assert AGAIN in page
        assert "Vi har sendt" not in page

    def test_who_has_a_password_gets_no_second_invitation(self, as_: As, owner: User, project: Project) -> None:
        UserFactory(email="konsulent@pilebro.example", password="en-lang-adgangskode")
        typed = {"email": "konsulent@pilebro.example", "role": "editor"}

        page = as_(owner).post(reverse("members", args=[project.programme_id]), typed, follow=True)

        assert "Mailen kunne ikke sendes. Fortæl selv personen det." in page.content.decode()

    def test_an_administrator_is_told_too(self, as_: As, admin_user: User) -> None:
        typed = {"email": "ny@pilebro.example", "is_active": "on"}

        page = as_(admin_user).post(reverse("admin:accounts_user_add"), typed, follow=True).content.decode()

        assert AGAIN in page
        assert User.objects.filter(email="ny@pilebro.example").exists()
