"""One mailbox is one person, however the address was typed, copied or sent by a browser."""

from collections.abc import Callable
from importlib import import_module

import pytest
from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from actors.models import Membership
from forankring.accounts import outbox
from forankring.accounts.addresses import one_form
from forankring.accounts.models import User
from projects.models import Project
from tests.browser_client import Client
from tests.factories import UserFactory

As = Callable[[User], Client]
PASSWORD = "en-lang-adgangskode"
ADDRESS = "formand@bøgeparken.example"
pytestmark = pytest.mark.django_db

WAYS = [
    ADDRESS,
    "formand@xn--bgeparken-l8a.example",
    "Formand@BØGEPARKEN.example",
    "FORMAND@XN--BGEPARKEN-L8A.EXAMPLE",
    "  formand@bøgeparken.example\u00a0",
    "for\u00admand@bøge\u200bparken.example",
    "Bøgeparkens formand <formand@bøgeparken.example>",
    '"Hald, Karen" <formand@xn--bgeparken-l8a.example>;',
    "Hald, Karen <formand@bøgeparken.example>",
    "<formand@bøgeparken.example>",
    "mailto:formand@bøgeparken.example",
    "formand@bøgeparken.example,",
    "formand@bøgeparken.example.",
    "formand@bøgeparken.example ;",
    "”formand@bøgeparken.example”",
    "Bøgeparkens formand (formand@bøgeparken.example)",
    "Bøgeparkens formand [mailto:formand@bøgeparken.example]",
    "MAILTO:Formand@bøgeparken.example?subject=Referat%20og%20dagsorden",
]


@pytest.fixture(autouse=True)
def _nobody_has_tried_before() -> None:
    cache.clear()


@pytest.mark.parametrize("typed", WAYS)
def test_every_way_to_write_an_address_has_one_form(typed: str) -> None:
    assert one_form(typed) == ADDRESS


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "formand",
        "a@b.example b@b.example",
        "A <a@b.example> B <b@b.example>",
        "@",
        "Karen a@b.example",
        "a@" + "x" * 80 + ".example",
    ],
)
def test_what_is_no_address_stays_as_it_was_typed(typed: str) -> None:
    assert one_form(typed) == typed.strip(" .")


@pytest.mark.parametrize("typed", WAYS)
def test_invited_in_one_way_a_person_signs_in_in_every_other(
    as_: As, client: Client, owner: User, project: Project, typed: str
) -> None:
    as_(owner).post(reverse("members", args=[project.programme_id]), {"email": typed, "role": "editor"})
    person = Membership.objects.exclude(user=owner).get().user
    assert person.email == ADDRESS
    person.set_password(PASSWORD)
    person.save()

    for number, way in enumerate([*WAYS[:4], typed]):
        browser = Client()
        assert browser.post(reverse("account_login"), {"login": way, "password": PASSWORD}).status_code == 302, number


@pytest.mark.parametrize("typed", WAYS)
def test_a_forgotten_password_is_replaced_whichever_way_the_address_is_written(client: Client, typed: str) -> None:
    UserFactory(email=ADDRESS, password=PASSWORD)

    client.post(reverse("account_reset_password"), {"email": typed})

    outbox.wait()
    assert [letter.to for letter in mail.outbox] == [[ADDRESS]]


@pytest.mark.parametrize("typed", WAYS[1:8])
def test_nobody_is_added_twice(as_: As, owner: User, admin_user: User, project: Project, typed: str) -> None:
    known = UserFactory(email=ADDRESS)
    members, admin = reverse("members", args=[project.programme_id]), as_(admin_user)

    as_(owner).post(members, {"email": typed, "role": "editor"})
    again = as_(owner).post(members, {"email": typed, "role": "editor"})
    at_admin = admin.post(reverse("admin:accounts_user_add"), {"email": typed, "is_active": "on"})
    admin.post(reverse("admin:actors_programme_add"), {"name": "Ny plan", "owner_email": typed})

    assert "er allerede deltager" in str(again.context["form"].errors["email"])
    assert "Der er allerede en person med den e-mail." in at_admin.content.decode()
    assert set(Membership.objects.filter(programme__name="Ny plan").values_list("user", flat=True)) == {known.pk}
    assert User.objects.filter(email__endswith="bøgeparken.example").count() == 1


def test_the_letter_goes_to_a_domain_a_mail_server_understands(client: Client) -> None:
    UserFactory(email=ADDRESS, password=PASSWORD)
    client.post(reverse("account_reset_password"), {"email": ADDRESS})
    outbox.wait()

    [letter] = mail.outbox
    assert "formand@xn--bgeparken-l8a.example" in str(letter.message()["To"])


def test_two_people_copied_at_once_are_refused_in_words(as_: As, owner: User, project: Project) -> None:
    typed = {"email": "A <a@pilebro.example>, B <b@pilebro.example>", "role": "editor"}
    page = as_(owner).post(reverse("members", args=[project.programme_id]), typed)

    assert "Skriv en e-mailadresse" in str(page.context["form"].errors["email"])
    assert 'value="A &lt;a@pilebro.example&gt;, B &lt;b@pilebro.example&gt;"' in page.content.decode()


def test_addresses_from_before_are_brought_to_one_form() -> None:
    person = UserFactory(email="en@pilebro.example")
    User.objects.filter(pk=person.pk).update(email="formand@xn--bgeparken-l8a.example")
    kept, same = UserFactory(email="b@xn--pil-0na.example"), UserFactory(email="c@pilebro.example")
    User.objects.filter(pk=same.pk).update(email="b@xn--pil-0na.example ")

    import_module("forankring.accounts.migrations.0003_one_form_of_addresses").bring_to_one_form(apps, None)

    for row in (person, kept, same):
        row.refresh_from_db()
    assert person.email == ADDRESS
    assert kept.email != same.email
