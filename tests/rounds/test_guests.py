"""Guests: the code on the wall lets them in, a role is all that is kept, and guessing is slow."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from forankring.accounts.models import User
from projects.models import AssessmentRound, Event, Participant, Project
from projects.phases.analysis.rounds import guests
from projects.phases.analysis.rounds.codes import LENGTH, SIGNS, new_code, read_code, show_code
from projects.phases.analysis.rounds.services import cancel_round, close_round
from tests.browser_client import Client
from tests.rounds.rows import guest, running

As = Callable[[User], Client]
JOIN = reverse("deltag")
WRONG = "Koden passer ikke"


@pytest.fixture
def round_(project: Project, owner: User) -> AssessmentRound:
    return running(project, owner)


def send(client: Client, code: str, role: str = "resident", own_words: str = "") -> str:
    response = client.post(JOIN, {"code": code, "role": role, "own_words": own_words}, follow=True)
    return response.content.decode()


def test_a_guest_joins_with_the_code_and_nothing_but_the_role_is_kept(client: Client, round_: AssessmentRound) -> None:
    response = client.post(JOIN, {"code": round_.code, "role": "resident"})

    assert response.headers["Location"] == reverse("deltager")
    [participant] = Participant.objects.all()
    kept_of_them = {field.name: getattr(participant, field.attname) for field in Participant._meta.concrete_fields}
    assert kept_of_them == {
        "id": participant.pk,
        "round": round_.pk,
        "user": None,
        "role_title": "Beboer",
        "number": 1,
        "is_out": False,
        "represents": None,
        "seen_at": participant.seen_at,  # when their page was open last, so that nobody waits for who has left
        "is_waited_for": True,
    }
    kept = Session.objects.get(pk=client.session.session_key).get_decoded()
    assert set(kept) <= {"seats", "_session_expiry"}
    assert not Event.objects.filter(text__contains="Beboer").exists()


@pytest.mark.parametrize("typed", ["{0} {1}", "{0}-{1}", " {0}{1} "])
def test_the_code_may_be_typed_as_it_is_read(client: Client, round_: AssessmentRound, typed: str) -> None:
    send(client, typed.format(round_.code[:3], round_.code[3:]).lower())

    assert Participant.objects.count() == 1


@given(st.text(SIGNS, min_size=LENGTH, max_size=LENGTH))
def test_a_code_read_back_from_the_wall_is_itself(code: str) -> None:
    assert read_code(show_code(code).lower()) == code


def test_every_code_is_a_new_one_of_signs_that_look_like_nothing_else() -> None:
    codes = {new_code() for _turn in range(500)}

    assert len(codes) == 500
    assert not set("".join(codes)) & set("AEIOUY012568")


def test_a_role_of_ones_own_is_a_role(client: Client, round_: AssessmentRound) -> None:
    assert "Skriv, hvilken rolle du har." in send(client, round_.code, "other")
    send(client, round_.code, "other", "Husvært")

    assert [each.role_title for each in Participant.objects.all()] == ["Husvært"]


def test_a_role_that_holds_a_cpr_number_or_a_telephone_is_not_taken_at_once(
    client: Client, round_: AssessmentRound
) -> None:
    for words in ("010190-1234", "Ring 33 12 45 67"):
        send(client, round_.code, "other", words)

    assert not Participant.objects.exists()


@pytest.mark.parametrize("code", ["", "FORKERT", "\x00", "æ" * 19, "x" * 100_000])
def test_a_code_that_is_none_is_answered_at_the_field(client: Client, round_: AssessmentRound, code: str) -> None:
    page = send(client, code)

    assert "Der er problemer" in page
    assert not Participant.objects.exists()


@pytest.mark.parametrize("ended_by", [close_round, cancel_round])
def test_the_code_dies_with_the_round(client: Client, owner: User, round_: AssessmentRound, ended_by: object) -> None:
    code = round_.code
    ended_by(by=owner, round_=round_)  # type: ignore[operator]

    assert WRONG in send(client, code)
    assert not Participant.objects.exists()


def test_the_code_lets_nobody_into_an_archived_project(
    client: Client, owner: User, project: Project, round_: AssessmentRound
) -> None:
    project.archived_at, project.archived_by = timezone.now(), owner
    project.save()

    assert WRONG in send(client, round_.code)


def test_opening_the_address_tells_nothing_about_the_code(client: Client, round_: AssessmentRound) -> None:
    right, wrong = (client.get(JOIN, {"kode": code}).content.decode() for code in (round_.code, "BBBBBB"))

    assert round_.code in right
    assert WRONG not in wrong
    assert not Participant.objects.exists()


def test_a_round_has_room_for_a_hundred_guests(client: Client, round_: AssessmentRound) -> None:
    Participant.objects.bulk_create(Participant(round=round_, role_title="Beboer") for _each in range(100))

    assert "ikke plads til flere" in send(client, round_.code)
    assert Participant.objects.count() == guests.MOST_GUESTS


def test_pointing_the_phone_at_the_wall_again_is_the_same_guest(client: Client, round_: AssessmentRound) -> None:
    send(client, round_.code)
    send(client, round_.code)

    assert Participant.objects.count() == 1
    assert client.get(JOIN).headers["Location"] == reverse("deltager")


def test_a_guest_is_remembered_until_the_deadline(client: Client, project: Project, owner: User) -> None:
    round_ = running(project, owner, deadline=timezone.now() + timedelta(days=9))

    send(client, round_.code)

    assert client.session.get_expiry_age() > 8 * 24 * 3600


def test_a_guest_gets_no_further_than_the_round(client: Client, project: Project, round_: AssessmentRound) -> None:
    send(client, round_.code)

    for name in ("project", "plan", "fase-3", "vurdering"):
        response = client.get(reverse(name, args=[project.slug]))
        assert response.status_code == 302
        assert response.headers["Location"].startswith(reverse("account_login"))


def test_a_guest_of_one_round_is_nobody_in_another(client: Client, owner: User, round_: AssessmentRound) -> None:
    send(client, round_.code)
    close_round(by=owner, round_=round_)
    guest(running(round_.project, owner))

    response = client.get(reverse("deltager"))

    assert response.status_code == 410
    assert "Du kan ikke svare mere" in response.content.decode()


def test_whoever_never_joined_is_shown_the_way_in(client: Client, round_: AssessmentRound) -> None:
    for url in (reverse("deltager"), reverse("deltager-svar", args=[1])):
        assert client.get(url).headers["Location"] == JOIN
        assert client.post(url).headers["Location"] == JOIN


@pytest.mark.parametrize("role", ["owner", "editor", "board"])
def test_a_member_with_the_code_answers_as_themselves(
    as_: As, request: pytest.FixtureRequest, project: Project, round_: AssessmentRound, role: str
) -> None:
    client, own = as_(request.getfixturevalue(role)), reverse("runde", args=[project.slug, round_.pk])

    for response in (client.get(JOIN, {"kode": round_.code}), client.post(JOIN, {"code": round_.code, "role": ""})):
        assert response.headers["Location"] == own
    assert not Participant.objects.exists()


@pytest.mark.parametrize("role", ["reader", "stranger"])
def test_whoever_is_signed_in_without_the_right_to_rate_is_a_guest(
    as_: As, request: pytest.FixtureRequest, round_: AssessmentRound, role: str
) -> None:
    client = as_(request.getfixturevalue(role))

    assert client.get(JOIN, {"kode": round_.code}).status_code == 200
    client.post(JOIN, {"code": round_.code, "role": "resident"})

    assert [each.user for each in Participant.objects.all()] == [None]


@pytest.mark.parametrize("code", ["\x00", "%", "' OR 1=1", "x" * 5000, "٣", "\ud7ff"])
def test_whatever_stands_in_the_address_is_answered(as_: As, owner: User, round_: AssessmentRound, code: str) -> None:
    for client in (Client(), as_(owner)):
        assert client.get(JOIN, {"kode": code}).status_code == 200
