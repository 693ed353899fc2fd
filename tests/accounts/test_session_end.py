"""How long a person is signed in, and that nothing of a guest's session is in theirs."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from forankring.accounts.services import invitation_path
from tests.browser_client import Client
from tests.factories import UserFactory

PASSWORD = "en-lang-adgangskode"
HOUR = timedelta(hours=1)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_has_tried_before(db: None) -> None:
    cache.clear()


@pytest.fixture
def person() -> User:
    return UserFactory(email="person@pilebro.example", password=PASSWORD)


@pytest.fixture
def signed_in(client: Client, person: User) -> Client:
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    return client


def after(length: timedelta) -> Any:
    return time_machine.travel(timezone.now() + length, tick=False)


def is_in(client: Client) -> bool:
    return client.get(reverse("profile")).status_code == 200


def test_twelve_hours_without_use_end_the_session(signed_in: Client) -> None:
    with after(11 * HOUR):
        assert is_in(signed_in)
    with after(22 * HOUR):
        assert is_in(signed_in)
    with after(22 * HOUR + 12 * HOUR + timedelta(minutes=6)):
        assert not is_in(signed_in)
    assert signed_in.get(reverse("profile")).status_code == 302


def test_a_session_in_use_every_day_ends_after_fourteen_days(signed_in: Client) -> None:
    start = timezone.now()
    for number in range(1, 34):
        with time_machine.travel(start + number * 10 * HOUR, tick=False):
            assert is_in(signed_in)
    with time_machine.travel(start + timedelta(days=14, minutes=1), tick=False):
        assert not is_in(signed_in)


@pytest.mark.parametrize(
    "ask",
    [
        lambda client: client.post(reverse("stay"), {"ask": "1"}, headers={"Accept": "application/json"}),
        lambda client: client.get(reverse("profile"), headers={"Sec-Fetch-Mode": "cors"}),
    ],
)
def test_what_a_page_asks_by_itself_does_not_keep_anybody_in(signed_in: Client, ask: Callable[[Client], Any]) -> None:
    with after(11 * HOUR):
        assert ask(signed_in).status_code == 200
    with after(13 * HOUR):
        assert not is_in(signed_in)


def test_saving_by_itself_what_a_person_types_keeps_them_in(signed_in: Client) -> None:
    with after(11 * HOUR):
        signed_in.post(reverse("profile"), {"name": "P"}, headers={"Sec-Fetch-Mode": "cors"})
    with after(22 * HOUR):
        assert is_in(signed_in)


def guest_for_weeks(client: Client) -> str:
    """A browser with a guest's session: nothing but its length matters here."""
    session = client.session
    session["kept"] = "what the guest had"
    session.set_expiry(30 * 24 * 60 * 60)
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return str(session.session_key)


def take_up_invitation(client: Client, person: User) -> None:
    typed = {"name": "Ny", "organisation": "", "password": PASSWORD, "repeated": PASSWORD}
    assert client.post(invitation_path(person), typed).status_code == 302


def sign_in(client: Client, person: User) -> None:
    person.set_password(PASSWORD)
    person.save()
    assert client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD}).status_code == 302


@pytest.mark.parametrize("come_in", [take_up_invitation, sign_in])
def test_on_a_guests_phone_a_person_gets_a_session_of_their_own_length(
    client: Client, come_in: Callable[[Client, User], None]
) -> None:
    person = UserFactory()
    before = guest_for_weeks(client)

    come_in(client, person)

    assert is_in(client)
    assert client.session.session_key != before
    assert "kept" not in client.session
    assert client.session.get_expiry_age() <= settings.SESSION_COOKIE_AGE
    assert int(client.cookies[settings.SESSION_COOKIE_NAME]["max-age"]) <= settings.SESSION_COOKIE_AGE
    with after(12 * HOUR + timedelta(minutes=1)):
        assert not is_in(client)
    # What the guest had is gone, and not open to whoever kept the old cookie.
    old = Client()
    old.cookies[settings.SESSION_COOKIE_NAME] = before
    assert not is_in(old)
    assert "kept" not in old.session
