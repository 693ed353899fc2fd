"""A guest who signs in is one person, not two; and a guest's session never becomes a person's."""

from collections.abc import Callable, Mapping

import pytest
from django.conf import settings
from django.urls import reverse

from actors.concepts import UNKNOWN
from forankring.accounts.models import User
from forankring.accounts.services import invitation_path
from projects.models import AssessmentRound, Candidacy, Participant, Project, Rating
from projects.phases.analysis.rounds.actor_voice import actors_of, make_link
from projects.phases.analysis.rounds.answers import answers_by
from projects.phases.analysis.rounds.codes import key_of
from projects.phases.analysis.rounds.services import close_round, join_as_member
from tests.browser_client import Client
from tests.factories import MembershipFactory
from tests.rounds.people import show
from tests.rounds.rows import first_of, running, say
from tests.rounds.screens import in_one_line, url

As = Callable[[User], Client]
SIGN_IN = reverse("account_login")
PASSWORD = "gule-cykler-ved-havnen"


@pytest.fixture
def round_(owner: User, project: Project, candidacies: list[Candidacy]) -> AssessmentRound:
    return running(project, owner, *candidacies)


def way_in(round_: AssessmentRound) -> str:
    return reverse("deltag") + f"?noegle={key_of(round_.code)}"


def phone_of_a_guest(round_: AssessmentRound) -> tuple[Client, Participant]:
    phone = Client()
    phone.post(way_in(round_), {"role": "resident"})
    return phone, Participant.objects.latest("pk")


def sign_in(phone: Client, user: User, following: str = "/") -> str:
    user.set_password(PASSWORD)
    user.save()
    response = phone.post(SIGN_IN, {"login": user.email, "password": PASSWORD, "next": following})
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


def values_of(participant: Participant) -> Mapping[int, list[object]]:
    return {subject: [said.answer for said in each.values()] for subject, each in answers_by(participant).items()}


def test_the_first_thing_on_the_page_is_the_way_in_for_those_who_have_a_user(
    board: User, round_: AssessmentRound
) -> None:
    phone = Client()
    page = in_one_line(phone.get(way_in(round_)))

    assert page.index("Har du en bruger?") < page.index("Hvilken rolle har du?")
    following = sign_in(phone, board, way_in(round_))
    assert phone.get(following).headers["Location"] == url("runde", round_.pk)
    assert not Participant.objects.exists()


def test_the_guests_seat_and_answers_are_the_members_after_signing_in(board: User, round_: AssessmentRound) -> None:
    phone, seat = phone_of_a_guest(round_)
    say(seat, first_of(round_), 2, 3)

    sign_in(phone, board)

    [participant] = Participant.objects.all()
    assert (participant.user, participant.role_title) == (board, "")
    assert values_of(participant) == {first_of(round_).pk: [2, 3]}
    assert "Du er i gang" in in_one_line(phone.get(url("runde", round_.pk)))
    assert Participant.objects.count() == 1


def test_what_was_answered_as_a_member_stands_and_the_rest_goes_along(board: User, round_: AssessmentRound) -> None:
    first, second = round_.subjects.order_by("position")
    own = join_as_member(user=board, round_=round_)
    say(own, first, 5, UNKNOWN)
    phone, seat = phone_of_a_guest(round_)
    say(seat, first, 1, 1, 1)
    say(seat, second, 4)

    sign_in(phone, board)

    [participant] = Participant.objects.all()
    assert participant == own
    assert values_of(own) == {first.pk: [5, UNKNOWN, 1], second.pk: [4]}


@pytest.mark.parametrize("names", [True, False])
def test_what_the_group_has_seen_is_as_it_was_seen(
    board: User, owner: User, project: Project, candidacies: list[Candidacy], *, names: bool
) -> None:
    round_ = running(project, owner, *candidacies, shows_names=names)
    first, second = round_.subjects.order_by("position")
    phone, seat = phone_of_a_guest(round_)
    say(join_as_member(user=board, round_=round_), first, 5, 5, 5, 5)
    say(seat, first, 1, 1, 1, 1)
    say(seat, second, 2, 2)
    show(round_, only=first.pk)
    shown = Rating.objects.filter(subject=first).order_by("pk")
    before = list(shown.values_list("participant", "score"))

    sign_in(phone, board)

    assert list(shown.values_list("participant", "score")) == before
    own = Participant.objects.get(user=board)
    assert values_of(own)[second.pk] == [2, 2]
    led = in_one_line(_leader(owner).get(url("runde-led", round_.pk)))
    assert "Beboer 1" not in led


def _leader(owner: User) -> Client:
    client = Client()
    client.force_login(owner)
    return client


def test_a_guest_whom_names_would_show_stays_a_guest_in_what_is_shown(
    board: User, owner: User, project: Project, candidacies: list[Candidacy]
) -> None:
    round_ = running(project, owner, *candidacies, shows_names=True)
    phone, seat = phone_of_a_guest(round_)
    say(seat, first_of(round_), 1, 1, 1, 1)
    show(round_, only=first_of(round_).pk)

    sign_in(phone, board)

    seat.refresh_from_db()
    assert (seat.user, str(seat), seat.is_out) == (None, "Beboer 1", True)
    assert Participant.objects.filter(user=board).count() == 1


def test_an_actors_own_voice_does_not_become_the_groups(board: User, round_: AssessmentRound) -> None:
    subject = first_of(round_)
    own = join_as_member(user=board, round_=round_)
    say(own, subject, 4)
    phone, seat = phone_of_a_guest(round_)
    Participant.objects.filter(pk=seat.pk).update(represents=subject.candidacy.project_actor)
    seat.refresh_from_db()
    say(seat, subject, 1, 1)

    sign_in(phone, board)

    assert values_of(own) == {subject.pk: [4]}
    own.refresh_from_db()
    assert own.represents is None


@pytest.mark.parametrize("role", ["reader", "stranger"])
def test_whoever_has_no_say_as_a_member_goes_on_as_a_guest(
    request: pytest.FixtureRequest, round_: AssessmentRound, role: str
) -> None:
    phone, seat = phone_of_a_guest(round_)

    sign_in(phone, request.getfixturevalue(role))

    seat.refresh_from_db()
    assert seat.user is None
    assert phone.get(reverse("deltager")).status_code == 200


def test_an_actors_link_stays_the_actors(board: User, owner: User, round_: AssessmentRound) -> None:
    link = make_link(by=owner, round_=round_, project_actor=actors_of(round_)[0])
    phone = Client()
    phone.post(reverse("stemme", args=[link.token]))

    sign_in(phone, board)

    assert Participant.objects.get().user is None
    assert "Hvad siger I selv?" in in_one_line(phone.get(reverse("deltager")))


def test_a_round_that_is_over_is_no_seat(board: User, owner: User, round_: AssessmentRound) -> None:
    phone, _seat = phone_of_a_guest(round_)
    close_round(by=owner, round_=round_)

    sign_in(phone, board)

    assert not Participant.objects.exists()


def test_signing_in_asks_once_and_never_again(
    board: User, round_: AssessmentRound, django_assert_num_queries: Callable[..., object]
) -> None:
    phone, seat = phone_of_a_guest(round_)
    sign_in(phone, board)

    phone.get("/")

    assert phone.session.get("seats") == []
    assert phone.session["seats_of"] == board.pk
    seat.refresh_from_db()
    assert seat.user == board


@pytest.mark.parametrize("way", ["password", "invitation"])
def test_a_guests_weeks_do_not_become_the_persons(project: Project, round_: AssessmentRound, way: str) -> None:
    phone, seat = phone_of_a_guest(round_)
    assert phone.session.get_expiry_age() > 20 * 24 * 3600
    key_before = phone.session.session_key

    if way == "password":
        user = MembershipFactory(programme=project.programme).user
        sign_in(phone, user)
    else:
        user = User.objects.create_user("ny@pilebro.example")
        MembershipFactory(programme=project.programme, user=user)
        chosen = {"name": "Ny Redaktør", "organisation": "", "password": PASSWORD, "repeated": PASSWORD}
        response = phone.post(invitation_path(user), chosen)
        assert response.status_code == 302, response.content.decode()

    assert phone.session.session_key != key_before
    assert phone.session.get_expiry_age() <= settings.SESSION_COOKIE_AGE
    seat.refresh_from_db()
    assert seat.user == user
