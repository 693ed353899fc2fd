"""Administrators create people without a password and invite them."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.urls import reverse

from forankring.accounts.models import User
from tests.browser_client import Client
from tests.factories import UserFactory

As = Callable[[User], Client]


@pytest.fixture
def administrator(as_: As, admin_user: User) -> Client:
    return as_(admin_user)


def test_a_new_person_has_no_password_and_gets_an_invitation(
    administrator: Client, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(
            reverse("admin:accounts_user_add"),
            {"email": "Ny@Pilebro.example", "name": "", "organisation": "", "is_active": "on"},
        )

    person = User.objects.get(email="ny@pilebro.example")
    assert not person.has_usable_password()
    assert (person.is_staff, person.is_superuser) == (False, False)
    [message] = mail.outbox
    assert message.to == ["ny@pilebro.example"]
    assert "http://testserver/invitation/" in message.body


def test_an_administrator_is_both_staff_and_superuser(administrator: Client, db: None) -> None:
    person = UserFactory()

    administrator.post(
        reverse("admin:accounts_user_change", args=[person.pk]),
        {"email": person.email, "name": "", "organisation": "", "is_active": "on", "is_superuser": "on"},
    )

    person.refresh_from_db()
    assert (person.is_staff, person.is_superuser) == (True, True)


def test_the_same_address_in_other_letters_is_refused(administrator: Client, db: None) -> None:
    UserFactory(email="person@pilebro.example")

    typed = {"email": "PERSON@pilebro.example", "is_active": "on"}
    response = administrator.post(reverse("admin:accounts_user_add"), typed)

    assert "Der er allerede en person med den e-mail." in response.content.decode()


def test_nobody_is_deleted_and_nobody_shuts_themselves_out(administrator: Client, admin_user: User) -> None:
    person = UserFactory()

    assert administrator.post(reverse("admin:accounts_user_delete", args=[person.pk])).status_code == 403
    own = {"email": admin_user.email, "name": "Administrator", "organisation": ""}
    administrator.post(reverse("admin:accounts_user_change", args=[admin_user.pk]), own)

    admin_user.refresh_from_db()
    assert (admin_user.name, admin_user.is_active, admin_user.is_superuser) == ("Administrator", True, True)


def test_an_invitation_can_be_sent_again(
    administrator: Client, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    waiting, closed = UserFactory(), UserFactory(is_active=False)

    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(
            reverse("admin:accounts_user_changelist"), {"action": "invite", "_selected_action": [waiting.pk, closed.pk]}
        )

    assert [message.to for message in mail.outbox] == [[waiting.email]]


def test_the_administration_keeps_no_groups_and_no_second_list_of_addresses(administrator: Client) -> None:
    page = administrator.get(reverse("admin:index")).content.decode()

    assert "/admin/accounts/user/" in page
    assert "/admin/auth/" not in page
    assert "/admin/account/" not in page
