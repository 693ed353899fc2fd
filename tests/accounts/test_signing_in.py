"""Who gets in, and who does not."""

import re
import socket
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from pytest_django.fixtures import Settings as SettingsWrapper

from forankring.accounts import outbox
from forankring.accounts.adapter import AccountAdapter
from forankring.accounts.models import User
from tests.browser_client import Client
from tests.factories import UserFactory

PASSWORD = "en-lang-adgangskode"


@pytest.fixture(autouse=True)
def _nobody_has_tried_before(db: None) -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def person(db: None) -> User:
    return UserFactory(email="person@pilebro.example", password=PASSWORD)


def sign_in(client: Client, email: str, password: str) -> int:
    return client.post(reverse("account_login"), {"login": email, "password": password}).status_code


def link_in_mail(client: Client, email: str) -> str:
    """Where the mail leads that a person gets who asks for a new password."""
    client.post(reverse("account_reset_password"), {"email": email})
    outbox.wait()
    link = re.search(r"http://testserver(\S+)", str(mail.outbox[-1].body))
    assert link
    return link[1]


def test_a_person_signs_in_with_e_mail_and_password_and_lands_on_their_projects(client: Client, person: User) -> None:
    response = client.post(reverse("account_login"), {"login": "Person@Pilebro.example", "password": PASSWORD})

    assert response.status_code == 302
    assert response["Location"] == reverse("my_projects")
    assert client.session["_auth_user_id"] == str(person.pk)


def test_after_signing_in_a_person_comes_to_the_page_they_asked_for(client: Client, person: User) -> None:
    asked = reverse("profile")

    front_door = client.get(asked)
    response = client.post(front_door["Location"], {"login": person.email, "password": PASSWORD})

    assert response["Location"] == asked


def test_a_wrong_password_is_told_without_saying_whether_the_person_exists(client: Client, person: User) -> None:
    known = client.post(reverse("account_login"), {"login": person.email, "password": "forkert-kode"})
    unknown = client.post(reverse("account_login"), {"login": "ukendt@pilebro.example", "password": "forkert-kode"})

    assert known.context["form"].non_field_errors() == unknown.context["form"].non_field_errors()
    assert "_auth_user_id" not in client.session


def test_a_closed_account_does_not_get_in(client: Client) -> None:
    UserFactory(email="lukket@pilebro.example", password=PASSWORD, is_active=False)

    sign_in(client, "lukket@pilebro.example", PASSWORD)

    assert "_auth_user_id" not in client.session


def test_after_five_wrong_passwords_even_the_right_one_must_wait(client: Client, person: User) -> None:
    for _ in range(5):
        sign_in(client, person.email, "forkert-kode")

    # Another browser, so another worker for all we know: the tries are counted in the database.
    other = Client()
    sign_in(other, person.email, PASSWORD)

    assert "_auth_user_id" not in other.session


def test_after_the_wait_that_is_told_the_right_password_works(client: Client, person: User) -> None:
    for _ in range(5):
        sign_in(client, person.email, "forkert-kode")
    refused = client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    assert "Vent fem minutter" in refused.content.decode()

    with time_machine.travel(timezone.now() + timedelta(minutes=5, seconds=1)):
        assert sign_in(client, person.email, PASSWORD) == 302


def test_a_known_browser_is_not_shut_out_by_wrong_passwords_sent_from_elsewhere(client: Client, person: User) -> None:
    sign_in(client, person.email, PASSWORD)
    client.post(reverse("account_logout"))
    for _ in range(9):
        sign_in(Client(), person.email, "forkert-kode")

    assert sign_in(client, person.email, PASSWORD) == 302
    assert client.session["_auth_user_id"] == str(person.pk)


def test_a_known_browser_may_guess_no_more_often_than_any_other(client: Client, person: User) -> None:
    sign_in(client, person.email, PASSWORD)
    client.post(reverse("account_logout"))
    for _ in range(5):
        sign_in(client, person.email, "forkert-kode")

    assert sign_in(client, person.email, PASSWORD) == 200
    # Nor does a browser that knows one person count as known for another.
    other = UserFactory(email="en-anden@pilebro.example", password=PASSWORD)
    for _ in range(5):
        sign_in(Client(), other.email, "forkert-kode")
    assert sign_in(client, other.email, PASSWORD) == 200


@pytest.mark.parametrize("cookie", ["", "vrøvl", "eyJhIjoxfQ:1abc:forfalsket"])
def test_a_mark_nobody_gave_makes_no_browser_known(client: Client, person: User, cookie: str) -> None:
    for _ in range(5):
        sign_in(Client(), person.email, "forkert-kode")

    client.cookies[settings.KNOWN_DEVICE_COOKIE_NAME] = cookie
    assert sign_in(client, person.email, PASSWORD) == 200


def test_a_new_password_by_mail_lets_the_owner_in_while_wrong_ones_are_being_tried(person: User) -> None:
    attacker, owner = Client(), Client()
    for _ in range(5):
        sign_in(attacker, person.email, "forkert-kode")
    assert "få en ny adgangskode" in owner.post(
        reverse("account_login"), {"login": person.email, "password": PASSWORD}
    ).content.decode().replace("\n", " ")

    form = owner.get(link_in_mail(owner, person.email), follow=True)
    new = {"password1": "en-helt-ny-adgangskode", "password2": "en-helt-ny-adgangskode"}
    owner.post(form.request["PATH_INFO"], new)
    assert owner.session["_auth_user_id"] == str(person.pk)

    # And later, from the same browser, whatever goes on elsewhere.
    owner.post(reverse("account_logout"))
    for _ in range(5):
        sign_in(attacker, person.email, "forkert-kode")
    assert sign_in(owner, person.email, "en-helt-ny-adgangskode") == 302


def test_a_workshop_of_forty_signs_in_through_one_wifi_also_those_who_mistype(db: None) -> None:
    people = [UserFactory(email=f"deltager{number}@pilebro.example", password=PASSWORD) for number in range(40)]
    for person in people:
        phone = Client()
        for _ in range(3):
            assert sign_in(phone, person.email, "forkert-kode") == 200
        assert sign_in(phone, person.email, PASSWORD) == 302


def test_guessing_at_many_people_from_one_address_is_stopped_and_the_wait_is_told(
    client: Client, person: User, settings: SettingsWrapper
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "wrong_password": "5/5m/key,8/5m/ip"}
    for number in range(8):
        sign_in(client, f"ukendt{number}@pilebro.example", "forkert-kode")

    refused = client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    assert "Vent fem minutter" in refused.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_person_who_keeps_trying_does_not_use_up_what_the_others_at_the_address_have(
    client: Client, person: User, settings: SettingsWrapper
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "wrong_password": "5/5m/key,8/5m/ip"}
    for _ in range(20):
        sign_in(client, "ukendt@pilebro.example", "forkert-kode")

    assert sign_in(Client(), person.email, PASSWORD) == 302


def test_the_page_about_too_many_tries_says_how_long_to_wait(client: Client, db: None) -> None:
    for _ in range(5):
        client.post(reverse("account_reset_password"), {"email": "ukendt@pilebro.example"})
    refused = client.post(reverse("account_reset_password"), {"email": "ukendt@pilebro.example"})

    assert refused.status_code == 429
    assert "Vent fem minutter" in refused.content.decode()
    assert refused["Retry-After"] == "300"


def test_nobody_can_sign_up(client: Client, db: None) -> None:
    url = reverse("account_signup")
    typed = {"email": "ny@pilebro.example", "password1": PASSWORD, "password2": PASSWORD}

    for response in (client.get(url), client.post(url, typed)):
        assert response.status_code == 200
        assert "account/signup_closed.html" in [template.name for template in response.templates]
    assert not User.objects.filter(email="ny@pilebro.example").exists()


@pytest.mark.parametrize("name", ["account_email", "account_email_verification_sent", "account_reauthenticate"])
def test_the_pages_of_allauth_that_we_do_not_use_do_not_exist(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_a_forgotten_password_is_replaced_through_a_mail_that_works_once(client: Client, person: User) -> None:
    link = link_in_mail(client, person.email)
    [message] = mail.outbox

    form = client.get(link, follow=True)
    assert form.status_code == 200
    new = {"password1": "en-helt-ny-adgangskode", "password2": "en-helt-ny-adgangskode"}
    client.post(form.request["PATH_INFO"], new)

    assert message.to == [person.email]
    assert sign_in(Client(), person.email, "en-helt-ny-adgangskode") == 302
    assert Client().get(link, follow=True).context["token_fail"]


def ask_for_a_new_password(email: str) -> tuple[int, str, list[tuple[str, str]], int]:
    """Everything whoever asks can see of the answer, and how many queries it took."""
    client = Client()
    with CaptureQueriesContext(connection) as queries:
        answer = client.post(reverse("account_reset_password"), {"email": email})
    page = client.get(answer["Location"])
    cookies = sorted((cookie.key, cookie["path"]) for cookie in client.cookies.values())
    return answer.status_code, re.sub("[0-9a-zA-Z]{64}", "", page.content.decode()), cookies, len(queries)


def test_an_address_nobody_has_gets_no_mail_and_the_same_answer(person: User) -> None:
    unknown = ask_for_a_new_password("ukendte@pilebro.example")
    outbox.wait()
    assert mail.outbox == []

    assert ask_for_a_new_password(person.email) == unknown
    outbox.wait()
    assert len(mail.outbox) == 1


def test_for_nobody_the_same_letter_is_written_as_for_somebody(
    client: Client, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    write = AccountAdapter.render_mail
    monkeypatch.setattr(
        AccountAdapter, "render_mail", lambda self, prefix, *rest: written.append(prefix) or write(self, prefix, *rest)
    )
    for email in ("ukendte@pilebro.example", person.email):
        client.post(reverse("account_reset_password"), {"email": email})

    assert written == ["account/email/password_reset_key"] * 2


def test_while_the_mail_server_is_away_the_answer_is_the_same_and_at_once(
    person: User, settings: SettingsWrapper, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.socket() as silent:  # takes the call and never says a word
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = silent.getsockname()
        settings.EMAIL_TIMEOUT = 2
        unknown = ask_for_a_new_password("ukendte@pilebro.example")
        known = ask_for_a_new_password(person.email)
        answered_before = not any("could not be sent" in line for line in caplog.messages)
        outbox.wait()

    assert known == unknown
    assert known[0] == 302
    assert answered_before
    assert any("could not be sent" in line for line in caplog.messages)


def test_an_address_is_kept_once(client: Client, person: User) -> None:
    """The library's own table would let people in by the address they had before."""
    link_in_mail(client, person.email)
    sign_in(client, person.email, PASSWORD)

    assert not EmailAddress.objects.exists()


def test_signing_out_takes_a_press_of_a_button(client: Client, person: User) -> None:
    client.force_login(person)

    assert client.get(reverse("account_logout")).status_code == 200
    assert "_auth_user_id" in client.session
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_a_person_changes_their_password(client: Client, person: User) -> None:
    client.force_login(person)
    new = "en-helt-ny-adgangskode"

    typed = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    response = client.post(reverse("account_change_password"), typed)

    assert response.status_code == 302
    person.refresh_from_db()
    assert person.check_password(new)
    outbox.wait()
    [letter] = mail.outbox
    assert letter.to == [person.email]
    assert letter.subject == "Din adgangskode til Forankring er skiftet"


def test_a_person_without_a_password_is_asked_to_choose_one(as_: Callable[[User], Client], db: None) -> None:
    response = as_(UserFactory()).get(reverse("account_change_password"), follow=True)

    assert response.status_code == 200
    assert response.request["PATH_INFO"] == reverse("account_set_password")


def test_the_administration_has_no_front_door_of_its_own(client: Client, db: None) -> None:
    response = client.get(reverse("admin:index"), follow=True)

    assert response.request["PATH_INFO"] == reverse("account_login")
    assert response.request["QUERY_STRING"] == "next=%2Fadmin%2F"


def test_who_is_no_administrator_is_told_so(as_: Callable[[User], Client], person: User) -> None:
    response = as_(person).get(reverse("admin:index"), follow=True)

    assert response.status_code == 403
    assert "Kun administratorer" in response.content.decode()
