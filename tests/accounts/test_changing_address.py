"""Another address to sign in with: the new one says yes, the old one is told, and the leaders see it."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from actors.models import Role
from forankring.accounts import outbox
from forankring.accounts.models import User
from projects.models import Project
from tests.browser_client import Client
from tests.factories import MembershipFactory, UserFactory

As = Callable[[User], Client]
Committing = Callable[..., object]
PASSWORD = "en-lang-adgangskode"
OLD, NEW = "gammel@pilebro.example", "ny@pilebro.example"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_has_tried_before(db: None) -> None:
    cache.clear()


@pytest.fixture
def person(project: Project) -> User:
    person: User = UserFactory(email=OLD, name="Karen Hald", password=PASSWORD)
    MembershipFactory(programme=project.programme, user=person, role=Role.EDITOR)
    return person


@pytest.fixture
def own(as_: As, person: User) -> Callable[..., Client]:
    """The person asks on their own page."""

    def ask(email: str = NEW, password: str = PASSWORD) -> Client:
        client = as_(person)
        client.post(reverse("change_address"), {"email": email, "password": password})
        return client

    return ask


def letters() -> dict[str, str]:
    """Address → what was last written to it; and the box is empty again."""
    outbox.wait()
    found = {letter.to[0]: str(letter.body) for letter in mail.outbox}
    mail.outbox.clear()
    return found


def link(body: str) -> str:
    found = re.search(r"http://testserver(\S+)", body)
    assert found
    return found[1]


def can_sign_in(email: str) -> bool:
    return Client().post(reverse("account_login"), {"login": email, "password": PASSWORD}).status_code == 302


def test_the_new_address_says_yes_and_the_old_one_is_told(
    own: Callable[..., Client], owner: User, as_: As, project: Project, django_capture_on_commit_callbacks: Committing
) -> None:
    own()
    sent = letters()
    assert set(sent) == {OLD, NEW}
    assert "http" not in sent[OLD]
    assert can_sign_in(OLD)
    assert not can_sign_in(NEW)

    # Opening the link changes nothing: mail programs open links by themselves.
    page = Client().get(link(sent[NEW]))
    assert NEW in page.content.decode()
    assert can_sign_in(OLD)

    with django_capture_on_commit_callbacks(execute=True):
        Client().post(link(sent[NEW]))
    assert can_sign_in(NEW)
    assert not can_sign_in(OLD)
    told = letters()
    assert set(told) == {OLD}
    assert NEW in told[OLD]
    events = as_(owner).get(reverse("programme", args=[project.programme_id])).content.decode()
    assert "skiftede sin e-mail" in events
    assert NEW not in events


def test_the_link_works_once(own: Callable[..., Client]) -> None:
    own()
    address = link(letters()[NEW])
    assert Client().post(address).status_code == 302

    for answer in (Client().get(address), Client().post(address)):
        assert answer.status_code == 410
        assert "Linket virker ikke længere" in answer.content.decode()


def test_the_link_works_three_days_and_not_after_a_new_password(own: Callable[..., Client], person: User) -> None:
    own()
    address = link(letters()[NEW])
    assert Client().get(address).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=3, minutes=1)):
        assert Client().post(address).status_code == 410
    # What the letter to the old address advises.
    person.set_password("en-helt-anden-adgangskode")
    person.save()
    assert Client().post(address).status_code == 410


@pytest.mark.parametrize("token", ["x", "W10:1abc:x", "eyJhIjoxfQ:1tW:zzz"])
def test_a_link_nobody_was_sent_is_answered_the_same_way(token: str) -> None:
    assert Client().post(reverse("confirm_address", args=[token])).status_code == 410


def test_without_the_password_nothing_is_sent(own: Callable[..., Client], person: User, as_: As) -> None:
    own(password="forkert")
    assert letters() == {}

    page = as_(person).post(reverse("change_address"), {"email": NEW, "password": "forkert"})
    assert "Skriv den adgangskode, du bruger nu." in str(page.context["form"].errors["password"])
    assert f'value="{NEW}"' in page.content.decode()


def test_guessing_the_password_there_is_stopped(own: Callable[..., Client], person: User, as_: As) -> None:
    for _number in range(5):
        own(password="forkert")
    page = as_(person).post(reverse("change_address"), {"email": NEW, "password": PASSWORD})

    assert "Vent fem minutter" in str(page.context["form"].errors["password"])
    assert letters() == {}


def test_the_page_does_not_tell_whether_somebody_has_the_address(as_: As, person: User) -> None:
    other = UserFactory(email="anden@pilebro.example", password=PASSWORD)
    seen = []
    for email in (other.email, NEW):
        page = as_(person).post(reverse("change_address"), {"email": email, "password": PASSWORD}, follow=True)
        seen.append(re.sub(f"{email}|[0-9a-zA-Z_:-]{{40,}}", "", page.content.decode()))
    assert seen[0] == seen[1]

    sent = letters()
    assert "allerede en bruger" in sent[other.email]
    assert "http" not in sent[other.email]


def test_two_who_want_the_same_address_do_not_both_get_it(own: Callable[..., Client], as_: As) -> None:
    own()
    first = link(letters()[NEW])
    other = UserFactory(email="anden@pilebro.example", password=PASSWORD)
    as_(other).post(reverse("change_address"), {"email": NEW, "password": PASSWORD})
    second = link(letters()[NEW])

    assert Client().post(first).status_code == 302
    assert Client().post(second).status_code == 410
    assert User.objects.filter(email=NEW).count() == 1


class TestByAnAdministrator:
    @pytest.fixture
    def change(self, as_: As, admin_user: User, person: User) -> Callable[..., str]:
        """Saves the person's page with another address, and gives what it then says."""

        def save(**typed: str) -> str:
            data = {"email": NEW, "name": "Karen Hald", "organisation": "", "is_active": "on"} | typed
            address = reverse("admin:accounts_user_change", args=[person.pk])
            return as_(admin_user).post(address, data, follow=True).content.decode()

        return save

    def test_it_takes_the_yes_of_the_new_one_and_the_old_one_is_told(
        self, change: Callable[..., str], owner: User, as_: As, project: Project, person: User, admin_user: User
    ) -> None:
        page = change(organisation="Kommunen")

        assert f"Vi sender en mail til {NEW}." in page
        person.refresh_from_db()
        assert (person.email, person.organisation) == (OLD, "Kommunen")
        sent = letters()
        assert str(admin_user) in sent[OLD]
        assert can_sign_in(OLD)
        Client().post(link(sent[NEW]))
        assert can_sign_in(NEW)
        events = as_(owner).get(reverse("programme", args=[project.programme_id])).content.decode()
        assert "skiftede e-mailen for en deltager, der er redaktør" in events
        assert str(admin_user) in events

    def test_a_new_password_cannot_be_had_by_it_before_that(self, change: Callable[..., str]) -> None:
        change()
        letters()
        Client().post(reverse("account_reset_password"), {"email": NEW})

        assert letters() == {}

    def test_an_address_that_somebody_has_is_refused(self, change: Callable[..., str]) -> None:
        UserFactory(email=NEW)

        assert "Der er allerede en person med den e-mail." in change()
        assert letters() == {}

    def test_who_never_chose_a_password_does_it_then(self, change: Callable[..., str], person: User) -> None:
        person.set_unusable_password()
        person.save()
        change()

        answer = Client().post(link(letters()[NEW]))
        assert answer["Location"].startswith("/invitation/")
        assert NEW in Client().get(answer["Location"]).content.decode()

    def test_other_changes_write_to_nobody(self, change: Callable[..., str], person: User) -> None:
        change(email=OLD, organisation="Kommunen")
        assert letters() == {}
