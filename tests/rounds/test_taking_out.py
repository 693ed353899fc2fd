"""Taking a guest's seat out: it counts no more, nobody learns what it held, and what is shown stays."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Event, Participant, Project, Rating
from projects.phases.analysis.rounds.actor_voice import actors_of, make_link
from projects.phases.analysis.rounds.answer_services import NotTakenError
from projects.phases.analysis.rounds.codes import key_of
from tests.browser_client import Client
from tests.rounds.people import show
from tests.rounds.rows import first_of, guest, member, running, say
from tests.rounds.screens import in_one_line, url

As = Callable[[User], Client]


@pytest.fixture
def round_(owner: User, project: Project, candidacies: list[Candidacy]) -> AssessmentRound:
    return running(project, owner, *candidacies)


def take_out(client: Client, round_: AssessmentRound, *seats: Participant) -> str:
    sent = {"seats": [str(each.pk) for each in seats], "pressed": "1"}
    return in_one_line(client.post(url("runde-pladser", round_.pk), sent, follow=True))


def test_seats_with_answers_are_taken_out_together_and_the_others_stay(
    as_: As, owner: User, round_: AssessmentRound
) -> None:
    ghosts, stays = [guest(round_, "Spøgelse") for _each in range(3)], guest(round_, "Nabo")
    for each in (*ghosts, stays):
        say(each, first_of(round_), 2, 2, 2, 2, reason="Zebra")
    browser = as_(owner)
    page = in_one_line(browser.get(url("runde-pladser", round_.pk)))
    assert "Tag pladsen ud (tæller ikke med)" in page
    assert "Zebra" not in page

    said = take_out(browser, round_, *ghosts)

    assert "3 pladser tæller ikke med mere." in said
    assert [str(each) for each in Participant.objects.all()] == ["Nabo"]
    assert Rating.objects.count() == 4
    assert "Zebra" not in said
    assert Event.objects.filter(text="tog 3 gæsters pladser ud af vurderingsrunden").count() == 1


def test_the_page_says_the_same_whatever_the_seats_hold(as_: As, owner: User, round_: AssessmentRound) -> None:
    seats = [guest(round_, f"Nabo {number}") for number in range(3)]
    browser = as_(owner)
    empty = browser.get(url("runde-pladser", round_.pk)).content.decode()
    say(seats[0], first_of(round_), 1)
    say(seats[1], first_of(round_), 5, 5, 5, 5)

    filled = browser.get(url("runde-pladser", round_.pk)).content.decode()

    assert [line for line in empty.splitlines() if "Nabo" in line] == [
        line for line in filled.splitlines() if "Nabo" in line
    ]


def test_only_what_is_not_shown_yet_goes(as_: As, owner: User, round_: AssessmentRound) -> None:
    first, second = round_.subjects.order_by("position")
    seat = guest(round_)
    for subject in (first, second):
        say(seat, subject, 3, 3, 3, 3)
    show(round_, only=first.pk)

    take_out(as_(owner), round_, seat)

    assert set(Rating.objects.values_list("subject", flat=True)) == {first.pk}
    seat.refresh_from_db()
    assert seat.is_out
    with pytest.raises(NotTakenError):
        say(seat, second, 3)
    assert str(seat) not in in_one_line(as_(owner).get(url("runde-pladser", round_.pk)))


def test_when_everything_is_shown_no_seat_is_taken_out(as_: As, owner: User, round_: AssessmentRound) -> None:
    seat = guest(round_)
    say(seat, first_of(round_), 3, 3, 3, 3)
    show(round_)

    assert "kan en plads ikke tages ud mere" in take_out(as_(owner), round_, seat)
    assert Rating.objects.count() == 4


def test_a_member_and_a_guest_of_another_round_cannot_be_taken_out(
    as_: As, owner: User, round_: AssessmentRound
) -> None:
    own = member(round_)

    assert "En af pladserne er her ikke mere" in take_out(as_(owner), round_, own)
    assert "Der er ingen gæster i runden" in in_one_line(as_(owner).get(url("runde-pladser", round_.pk)))
    assert Participant.objects.count() == 1


def test_none_chosen_is_told(as_: As, owner: User, round_: AssessmentRound) -> None:
    guest(round_)

    assert "Vælg mindst én plads." in take_out(as_(owner), round_)


def test_the_guest_is_told_how_to_come_back_and_may(as_: As, owner: User, round_: AssessmentRound) -> None:
    phone, way_in = Client(), reverse("deltag") + f"?noegle={key_of(round_.code)}"
    phone.post(way_in, {"role": "resident"})

    take_out(as_(owner), round_, Participant.objects.get())

    page = phone.get(reverse("deltager"))
    assert page.status_code == 410
    assert "få koden af mødelederen" in page.content.decode()
    phone.post(way_in, {"role": "resident"})
    assert phone.get(reverse("deltager")).status_code == 200


@pytest.mark.parametrize("is_shown", [False, True])
def test_whoever_answers_through_an_actors_link_is_not_taken_out_for_the_link_would_open_again(
    as_: As, owner: User, round_: AssessmentRound, *, is_shown: bool
) -> None:
    link, phone = make_link(by=owner, round_=round_, project_actor=actors_of(round_)[0]), Client()
    phone.post(reverse("stemme", args=[link.token]))
    own = Participant.objects.get()
    say(own, first_of(round_), 4)
    if is_shown:
        show(round_, only=first_of(round_).pk)

    assert "En af pladserne er her ikke mere" in take_out(as_(owner), round_, own)

    assert Participant.objects.get() == own
    assert "Der er ingen gæster i runden" in in_one_line(as_(owner).get(url("runde-pladser", round_.pk)))
    Participant.objects.update(seen_at=timezone.now() - timedelta(hours=2))
    assert "Tag pladsen ud<" not in in_one_line(as_(owner).get(url("runde-led", round_.pk)))
