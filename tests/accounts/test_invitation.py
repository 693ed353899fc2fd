"""A new person chooses a password through a link that works once, for seven days."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from forankring.accounts import outbox
from forankring.accounts.models import User
from forankring.accounts.services import invitation_path
from tests.browser_client import Client
from tests.factories import UserFactory

ANSWER = {
    "name": "Rolle Prøve",
    "organisation": "Pilebro Boligforening",
    "password": "en-lang-adgangskode",
    "repeated": "en-lang-adgangskode",
}


@pytest.fixture
def invited(db: None) -> User:
    return UserFactory(email="ny@pilebro.example", name="")


def test_the_invited_chooses_name_and_password_and_is_signed_in(client: Client, invited: User) -> None:
    path = invitation_path(invited)
    assert "ny@pilebro.example" in client.get(path).content.decode()

    response = client.post(path, ANSWER)

    assert response["Location"] == reverse("my_projects")
    invited.refresh_from_db()
    assert (invited.name, invited.organisation) == ("Rolle Prøve", "Pilebro Boligforening")
    assert invited.check_password("en-lang-adgangskode")
    assert client.session["_auth_user_id"] == str(invited.pk)


def test_the_link_works_once(client: Client, invited: User) -> None:
    path = invitation_path(invited)
    client.post(path, ANSWER)

    for response in (Client().get(path), Client().post(path, ANSWER | {"password": "x" * 12, "repeated": "x" * 12})):
        assert response.status_code == 410
        assert reverse("account_reset_password") in response.content.decode()
    invited.refresh_from_db()
    assert invited.check_password("en-lang-adgangskode")


@pytest.mark.parametrize(("days", "status"), [(6, 200), (8, 410)])
def test_the_link_lives_for_seven_days(client: Client, invited: User, days: int, status: int) -> None:
    path = invitation_path(invited)

    with time_machine.travel(timezone.now() + timedelta(days=days)):
        assert client.get(path).status_code == status


@pytest.mark.parametrize("uid", ["x", "MQ", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk", "____", "w6Y"])
def test_a_link_nobody_was_sent_is_answered_the_same_way(client: Client, invited: User, uid: str) -> None:
    assert client.get(reverse("invitation", args=[uid, "cabc12-0123456789abcdef"])).status_code == 410


def test_the_link_of_a_closed_account_does_not_open_it(client: Client, invited: User) -> None:
    path = invitation_path(invited)
    User.objects.filter(pk=invited.pk).update(is_active=False)

    assert client.get(path).status_code == 410


def test_a_link_to_a_forgotten_password_is_not_an_invitation(client: Client, invited: User) -> None:
    client.post(reverse("account_reset_password"), {"email": invited.email})
    outbox.wait()
    key = mail.outbox[0].body.split("/ny/")[1].split("/")[0].split("-", 1)[1]
    uid = invitation_path(invited).split("/")[2]

    assert client.get(reverse("invitation", args=[uid, key])).status_code == 410


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"repeated": "noget-andet-her"}, "repeated", "Skriv den samme adgangskode begge steder."),
        ({"password": "", "repeated": ""}, "password", "Skriv den adgangskode, du vil bruge."),
        ({"password": "kort", "repeated": "kort"}, "password", "10 tegn"),
        ({"password": "1234567890", "repeated": "1234567890"}, "password", "Brug ikke kun tal."),
        (
            {"password": "adgangskode-ny", "repeated": "adgangskode-ny", "name": "Adgangskode Ny"},
            "password",
            "dit navn",
        ),
        ({"password": "ny-pilebro-example", "repeated": "ny-pilebro-example"}, "password", "din e-mail"),
        *(
            ({"password": easy, "repeated": easy}, "password", "for nem at gætte")
            for easy in [
                "qwertyuiop",
                "forankring1",
                "Forankring2026!",
                "helhedsplan",
                "Helhedsplan_1",
                "boligsocial-plan",
                "forankring-demo",
                "Velkommen123",
                "sommer2026!",
                "12adgangskode34",
                "Styregruppe.1",
                "aaaaaaaaaaaa",
                "1-1-1-1-1-1-1",
                "minkode2026",
            ]
        ),
        ({"name": "x" * 200}, "name", "150"),
    ],
)
def test_a_bad_answer_is_told_at_the_field_and_keeps_what_was_typed(
    client: Client, invited: User, typed: dict[str, str], field: str, words: str
) -> None:
    response = client.post(invitation_path(invited), ANSWER | typed)

    assert response.status_code == 200
    assert words in str(response.context["form"].errors[field])
    assert "Pilebro Boligforening" in response.content.decode()
    invited.refresh_from_db()
    assert not invited.has_usable_password()


def test_whoever_was_signed_in_is_exchanged_for_the_invited(
    as_: Callable[[User], Client], invited: User, owner: User
) -> None:
    client = as_(owner)

    client.post(invitation_path(invited), ANSWER)

    assert client.session["_auth_user_id"] == str(invited.pk)


def test_a_person_changes_their_own_name(as_: Callable[[User], Client], owner: User) -> None:
    response = as_(owner).post(reverse("profile"), {"name": "Projektleder", "organisation": "Boligforeningen"})

    assert response.status_code == 302
    owner.refresh_from_db()
    assert (owner.name, owner.organisation, owner.email) == ("Projektleder", "Boligforeningen", "ejer@pilebro.example")


@pytest.mark.parametrize(
    "good", ["to-heste-i-regnvejr", "forankring er en hest", "Helhedsplanen7æbler", "sommerfugle-20"]
)
def test_a_password_with_more_than_the_words_of_this_place_is_taken(client: Client, invited: User, good: str) -> None:
    typed = {"name": "Ny", "organisation": "", "password": good, "repeated": good}
    assert client.post(invitation_path(invited), typed).status_code == 302


def test_the_browser_that_keeps_passwords_is_told_whose_it_is(client: Client, invited: User) -> None:
    """Else it takes the name or the organisation for the name one signs in with."""
    person = UserFactory(password="en-lang-adgangskode")
    signed_in = Client()
    signed_in.force_login(person)
    no_password = Client()
    no_password.force_login(invited)
    client.post(reverse("account_reset_password"), {"email": person.email})
    outbox.wait()
    link = str(mail.outbox[-1].body).split("http://testserver")[1].split()[0]
    for page, email in [
        (client.get(invitation_path(invited)), invited.email),
        (signed_in.get(reverse("account_change_password")), person.email),
        (no_password.get(reverse("account_set_password")), invited.email),
        (client.get(link, follow=True), person.email),
    ]:
        [field] = re.findall(r"<input[^>]*autocomplete=\"username\"[^>]*>", page.content.decode())
        assert f'value="{email}"' in field
        assert page.content.decode().index(field) < page.content.decode().index('type="password"')
    assert 'autocomplete="username"' in Client().get(reverse("account_login")).content.decode()
