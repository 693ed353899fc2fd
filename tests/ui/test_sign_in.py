"""The pages before one is in: they speak our Danish and say everything once."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from forankring.accounts import outbox
from forankring.accounts.models import User
from tests.browser_client import Client

pytestmark = pytest.mark.django_db
PASSWORD = "en-lang-nok-kode"


@pytest.fixture
def person() -> User:
    return User.objects.create_user("person@pilebro.example", password=PASSWORD)


def body(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]


def test_an_empty_sign_in_says_what_to_write(client: Client) -> None:
    html = body(client.post(reverse("account_login"), {}))
    assert html.count("Skriv din e-mailadresse.") == 2
    assert html.count("Skriv din adgangskode.") == 2
    assert "<title>Fejl: Log ind – Forankring</title>" in html
    assert "placeholder" not in html
    assert html.count(reverse("account_reset_password")) == 1


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client: Client, person: User) -> None:
    words = "E-mailen og adgangskoden passer ikke sammen."
    for address in (person.email, "ukendt@pilebro.example"):
        assert words in body(client.post(reverse("account_login"), {"login": address, "password": "forkert"}))


@pytest.mark.parametrize("typed", ["a\x00b@pilebro.example", "x" * 5000, "<b>@"])
def test_strange_addresses_are_answered_at_the_field(client: Client, typed: str) -> None:
    for name, field in (("account_login", "login"), ("account_reset_password", "email")):
        answer = client.post(reverse(name), {field: typed, "password": "x"})
        assert answer.status_code == 200
        assert 'role="alert"' in body(answer)


def test_a_forgotten_password_is_replaced_by_way_of_the_mail(client: Client, person: User) -> None:
    answer = client.post(reverse("account_reset_password"), {"email": person.email}, follow=True)
    assert "Se i din indbakke" in body(answer)
    outbox.wait()
    [letter] = mail.outbox
    assert letter.subject == "Vælg en ny adgangskode til Forankring"
    assert "Venlig hilsen" in letter.body
    link = re.search(r"https?://[^/]+(/\S+)", letter.body)
    assert link
    page = client.get(link[1], follow=True)
    assert "Vælg en adgangskode" in body(page)
    where = page.redirect_chain[-1][0]
    refused = body(client.post(where, {"password1": "en-helt-ny-kode", "password2": "en anden"}))
    assert refused.count("Skriv den samme adgangskode begge steder.") == 2
    done = client.post(where, {"password1": "en-helt-ny-kode", "password2": "en-helt-ny-kode"}, follow=True)
    assert done.redirect_chain[-1][0] == "/"  # whoever has opened the mail is in
    assert "Adgangskoden er skiftet." in body(done)
    assert client.login(email=person.email, password="en-helt-ny-kode")
    assert "Linket virker ikke længere" in body(Client().get(link[1], follow=True))


def test_no_mail_goes_to_an_address_without_a_user(client: Client) -> None:
    answer = client.post(reverse("account_reset_password"), {"email": "ukendt@pilebro.example"}, follow=True)
    assert "Se i din indbakke" in body(answer)
    outbox.wait()
    assert mail.outbox == []


def test_the_password_is_changed_by_who_knows_it(client: Client, person: User) -> None:
    client.force_login(person)
    address = reverse("account_change_password")
    new = {"password1": "en-helt-ny-kode", "password2": "en-helt-ny-kode"}
    assert "Skriv den adgangskode, du bruger nu." in body(client.post(address, {"oldpassword": "forkert", **new}))
    assert client.post(address, {"oldpassword": PASSWORD, **new}).status_code == 302
    person.refresh_from_db()
    assert person.check_password("en-helt-ny-kode")


def test_signing_out_takes_a_press(client: Client, person: User) -> None:
    client.force_login(person)
    assert "Vil du logge ud?" in body(client.get(reverse("account_logout")))
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client: Client) -> None:
    assert "Her opretter man sig ikke selv" in body(client.get(reverse("account_signup")))
