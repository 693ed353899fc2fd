"""Deltagere: the owner decides who takes part, and there is always an owner."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import Settings

from actors.models import Membership, Programme, Role
from forankring.accounts.models import User
from projects.models import Event, Project
from tests.browser_client import Client
from tests.factories import MembershipFactory, UserFactory

As = Callable[[User], Client]
Committing = Callable[..., object]


@pytest.fixture
def programme(project: Project) -> Programme:
    return project.programme


def address(programme: Programme) -> str:
    return reverse("members", args=[programme.pk])


def of(user: User) -> Membership:
    return Membership.objects.get(user=user)


def test_a_new_person_is_added_and_gets_a_link_to_a_password(
    as_: As, owner: User, programme: Programme, django_capture_on_commit_callbacks: Committing
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        as_(owner).post(address(programme), {"email": "Ny@Kommune.example", "role": "board"})

    person = User.objects.get(email="ny@kommune.example")
    assert of(person).role == Role.BOARD
    [message] = mail.outbox
    assert message.to == ["ny@kommune.example"]
    assert message.subject == "Du er deltager i helhedsplanen Pilebro i Balance"
    assert "medlem af styregruppen" in message.body
    link = next(line for line in message.body.splitlines() if "/invitation/" in line)
    assert Client().get(link.removeprefix("http://testserver")).status_code == 200
    assert Event.objects.get().text == "tilføjede en deltager som medlem af styregruppen"


def test_a_person_with_a_password_is_only_told(
    as_: As, owner: User, programme: Programme, django_capture_on_commit_callbacks: Committing
) -> None:
    known = UserFactory(email="konsulent@pilebro.example", password="en-lang-adgangskode")

    with django_capture_on_commit_callbacks(execute=True):
        as_(owner).post(address(programme), {"email": "konsulent@pilebro.example", "role": "editor"})

    assert of(known).role == Role.EDITOR
    [message] = mail.outbox
    assert "/invitation/" not in message.body
    assert "Log ind med den adgangskode, du har i forvejen" in message.body


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"email": "", "role": "editor"}, "email", "Skriv personens e-mail."),
        ({"email": "ikke en adresse", "role": "editor"}, "email", "Skriv en e-mailadresse"),
        ({"email": "x" * 250 + "@a.dk", "role": "editor"}, "email", "254"),
        ({"email": "ny@pilebro.example"}, "role", "Vælg, hvilken rolle personen skal have."),
        ({"email": "ny@pilebro.example", "role": "konge"}, "role", "Vælg"),
        ({"email": "EJER@pilebro.example", "role": "reader"}, "email", "er allerede deltager"),
        ({"email": "lukket@pilebro.example", "role": "reader"}, "email", "har en lukket konto"),
    ],
)
def test_a_bad_invitation_is_told_at_the_field_and_sends_nothing(
    as_: As,
    owner: User,
    programme: Programme,
    django_capture_on_commit_callbacks: Committing,
    typed: dict[str, str],
    field: str,
    words: str,
) -> None:
    UserFactory(email="lukket@pilebro.example", is_active=False)

    with django_capture_on_commit_callbacks(execute=True):
        response = as_(owner).post(address(programme), typed)

    assert response.status_code == 200
    assert words in str(response.context["form"].errors[field])
    assert mail.outbox == []
    assert programme.memberships.count() == 1


def test_the_list_uses_the_helhedsplans_own_word_for_who_decides(as_: As, owner: User, board: User) -> None:
    programme = of(board).programme
    Programme.objects.update(deciding_body="følgegruppen")

    assert "Medlem af følgegruppen" in as_(owner).get(address(programme)).content.decode()


def test_a_role_is_changed(as_: As, owner: User, board: User, programme: Programme) -> None:
    response = as_(owner).post(reverse("member_role", args=[programme.pk, of(board).pk]), {"role": "editor"})

    assert response["Location"] == address(programme)
    assert of(board).role == Role.EDITOR


def test_the_last_owner_stays(as_: As, owner: User, editor: User, programme: Programme) -> None:
    client = as_(owner)

    role_page = client.post(reverse("member_role", args=[programme.pk, of(owner).pk]), {"role": "reader"})
    list_page = client.post(reverse("member_remove", args=[programme.pk, of(owner).pk]), follow=True)

    for response in (role_page, list_page):
        assert "Helhedsplanen skal have mindst én leder." in response.content.decode()
    assert of(owner).role == Role.OWNER


def test_the_last_owner_is_told_before_pressing(as_: As, owner: User, programme: Programme) -> None:
    page = as_(owner).get(reverse("member_remove", args=[programme.pk, of(owner).pk])).content.decode()

    assert "Helhedsplanen skal have mindst én leder. Gør en anden til leder først." in page
    assert "Fjern deltageren" not in page
    assert "Fjern mig" not in page


def test_an_owner_is_spoken_to_about_leaving(as_: As, owner: User, programme: Programme) -> None:
    MembershipFactory(programme=programme, role=Role.OWNER)

    page = as_(owner).get(reverse("member_remove", args=[programme.pk, of(owner).pk])).content.decode()

    assert "Du kan ikke længere se helhedsplanens projekter." in page
    assert "Fjern mig" in page


def test_an_owner_hands_over_and_then_sees_only_what_is_left_to_them(
    as_: As, owner: User, editor: User, programme: Programme
) -> None:
    client = as_(owner)
    client.post(reverse("member_role", args=[programme.pk, of(editor).pk]), {"role": "owner"})

    response = client.post(reverse("member_role", args=[programme.pk, of(owner).pk]), {"role": "reader"}, follow=True)

    assert response.status_code == 200
    assert of(owner).role == Role.READER
    assert client.get(reverse("programme_edit", args=[programme.pk])).status_code == 403
    assert "Skift rolle" not in client.get(address(programme)).content.decode()


def test_a_removed_person_is_a_stranger(as_: As, owner: User, editor: User, programme: Programme) -> None:
    remove = reverse("member_remove", args=[programme.pk, of(editor).pk])
    assert "kan ikke længere se helhedsplanens projekter" in as_(owner).get(remove).content.decode()
    assert as_(editor).get(reverse("project", args=["lektiecafeen"])).status_code == 200

    as_(owner).post(remove)

    assert as_(editor).get(reverse("project", args=["lektiecafeen"])).status_code == 404
    assert User.objects.filter(pk=editor.pk).exists()


def test_an_owner_who_leaves_comes_to_their_own_list(as_: As, owner: User, programme: Programme) -> None:
    MembershipFactory(programme=programme, role=Role.OWNER)

    response = as_(owner).post(reverse("member_remove", args=[programme.pk, of(owner).pk]))

    assert response["Location"] == reverse("my_projects")


def test_whoever_waits_can_be_invited_again(
    as_: As, owner: User, editor: User, programme: Programme, django_capture_on_commit_callbacks: Committing
) -> None:
    again = reverse("member_invite", args=[programme.pk, of(editor).pk])
    assert again in as_(owner).get(address(programme)).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        as_(owner).post(again)

    assert [message.to for message in mail.outbox] == [[editor.email]]
    assert as_(owner).get(again).status_code == 405


@pytest.mark.parametrize("name", ["member_role", "member_remove", "member_invite"])
def test_members_of_another_helhedsplan_are_out_of_reach(
    as_: As, owner: User, stranger: User, programme: Programme, name: str
) -> None:
    mixed_up = reverse(name, args=[programme.pk, of(stranger).pk])

    assert as_(owner).post(mixed_up, {"role": "reader"}).status_code == 404
    assert of(stranger).role == Role.OWNER


@pytest.mark.parametrize("name", ["member_role", "member_remove", "member_invite"])
def test_only_an_owner_decides(
    as_: As, owner: User, editor: User, stranger: User, programme: Programme, name: str
) -> None:
    at = reverse(name, args=[programme.pk, of(owner).pk])

    assert as_(editor).post(at, {"role": "reader"}).status_code == 403
    assert as_(stranger).post(at, {"role": "reader"}).status_code == 404
    assert of(owner).role == Role.OWNER


def test_the_database_is_asked_the_same_for_1_and_50(as_: As, owner: User, programme: Programme) -> None:
    def queries() -> int:
        client = as_(owner)
        with CaptureQueriesContext(connection) as asked:
            client.get(address(programme))
        return len(asked)

    few = queries()
    MembershipFactory.create_batch(49, programme=programme)
    assert queries() == few


class TestHowManyLetters:
    """Nobody fills another's mailbox through the site, and what is refused is told with how long to wait."""

    @pytest.fixture(autouse=True)
    def _nobody_has_written_before(self, db: None) -> None:
        cache.clear()

    def test_to_one_person_only_some_in_an_hour(
        self, as_: As, owner: User, programme: Programme, django_capture_on_commit_callbacks: Committing
    ) -> None:
        client = as_(owner)
        client.post(address(programme), {"email": "ny@pilebro.example", "role": "editor"})
        again = reverse("member_invite", args=[programme.pk, Membership.objects.exclude(user=owner).get().pk])
        with django_capture_on_commit_callbacks(execute=True):
            pages = [client.post(again, follow=True) for _number in range(7)]

        assert len(mail.outbox) == 4
        assert "Vent en time" in pages[-1].content.decode()
        assert "Vent en time" not in pages[3].content.decode()

    def test_by_one_person_only_some_in_an_hour_and_nothing_typed_is_lost(
        self, as_: As, owner: User, programme: Programme, settings: Settings
    ) -> None:
        settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "invitation": "5/h/key,3/h/user"}
        client = as_(owner)
        pages = [client.post(address(programme), {"email": f"ny{n}@a.example", "role": "board"}) for n in range(4)]

        assert [page.status_code for page in pages] == [302, 302, 302, 200]
        assert "Vent en time" in str(pages[-1].context["form"].errors["email"])
        assert 'value="ny3@a.example"' in pages[-1].content.decode()
        assert programme.memberships.count() == 4

    def test_an_administrator_neither(
        self, as_: As, admin_user: User, django_capture_on_commit_callbacks: Committing
    ) -> None:
        person = UserFactory(email="ny@pilebro.example")
        client, press = as_(admin_user), {"action": "invite", "_selected_action": [person.pk]}
        with django_capture_on_commit_callbacks(execute=True):
            pages = [client.post(reverse("admin:accounts_user_changelist"), press, follow=True) for _n in range(7)]

        assert len(mail.outbox) == 5
        assert "Vent en time" in pages[-1].content.decode()


class TestEveryMember:
    @pytest.mark.parametrize("role", ["editor", "board", "reader"])
    def test_sees_who_takes_part_and_as_what(
        self, as_: As, owner: User, programme: Programme, role: str, request: pytest.FixtureRequest
    ) -> None:
        MembershipFactory(programme=programme, user__name="Vera Vikar", user__email="vera@pilebro.example")
        MembershipFactory(programme=programme, user=User.objects.create_user("inviteret@pilebro.example"))
        client = as_(request.getfixturevalue(role))

        assert f'href="{address(programme)}"' in client.get(reverse("programme", args=[programme.pk])).content.decode()
        page = client.get(address(programme)).content.decode()

        assert "Vera Vikar" in page
        assert "Redaktør" in page
        assert "Inviteret, har ikke skrevet sit navn endnu" in page
        # What a leader does, and the address one signs in with, are the leaders'.
        for words in (
            "Skift rolle",
            "Tilføj en deltager",
            "Send invitationen igen",
            "vera@",
            "inviteret@",
            "Har ikke valgt",
        ):
            assert words not in page
        assert client.post(address(programme), {"email": "ny@a.example", "role": "owner"}).status_code == 403
        assert programme.memberships.count() == 4

    @pytest.mark.parametrize("role", ["editor", "board", "reader"])
    def test_can_leave_and_what_they_wrote_stays(
        self, as_: As, owner: User, programme: Programme, role: str, request: pytest.FixtureRequest
    ) -> None:
        person = request.getfixturevalue(role)
        client, leave = as_(person), reverse("member_leave", args=[programme.pk])

        assert f'href="{leave}"' in client.get(address(programme)).content.decode()
        assert client.get(leave).status_code == 200
        assert of(person)
        done = client.post(leave, follow=True)

        assert "Du er ikke længere deltager i Pilebro i Balance." in done.content.decode()
        assert not Membership.objects.filter(user=person).exists()
        assert client.get(address(programme)).status_code == 404
        assert client.post(leave).status_code == 404
        told = as_(owner).get(reverse("programme", args=[programme.pk])).content.decode()
        assert "forlod helhedsplanen" in told

    def test_the_last_leader_cannot_also_when_the_others_accounts_are_closed(
        self, as_: As, owner: User, programme: Programme
    ) -> None:
        closed = MembershipFactory(programme=programme, role=Role.OWNER, user__is_active=False).user
        client, leave = as_(owner), reverse("member_leave", args=[programme.pk])

        assert "mindst én leder" in client.get(leave).content.decode()
        assert "mindst én leder" in client.post(leave, follow=True).content.decode()
        assert of(owner).role == Role.OWNER

        User.objects.filter(pk=closed.pk).update(is_active=True)
        assert client.post(leave)["Location"] == reverse("my_projects")

    def test_a_stranger_finds_nothing_to_leave(self, as_: As, stranger: User, programme: Programme) -> None:
        assert as_(stranger).post(reverse("member_leave", args=[programme.pk])).status_code == 404
        assert as_(stranger).get(address(programme)).status_code == 404
