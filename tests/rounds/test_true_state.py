"""Saving when the round has moved on: the page is told in words what is so, and a guest how to come in again."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Participant, Project, Rating, RoundSubject
from projects.phases.analysis.rounds.codes import key_of
from projects.phases.analysis.rounds.services import cancel_round, close_round
from tests.browser_client import Client
from tests.factories import CandidacyFactory
from tests.rounds.rows import first_of, running
from tests.rounds.screens import in_one_line, questions

As = Callable[[User], Client]
CHOSEN = {"will_answer": "4", "will_evidence": "observed"}
JSON = {"Accept": "application/json"}
NOT_SAVED = "Det, du valgte sidst, er ikke gemt."


@pytest.fixture
def round_(owner: User, project: Project, candidacy: Candidacy) -> AssessmentRound:
    return running(project, owner, candidacy)


def way_in(round_: AssessmentRound) -> str:
    return reverse("deltag") + f"?noegle={key_of(round_.code)}"


def a_guest(round_: AssessmentRound, phone: Client | None = None) -> Client:
    phone = phone or Client()
    phone.post(way_in(round_), {"role": "resident"})
    return phone


def words_of(response: HttpResponse) -> str:
    words: str = response.json()["words"]  # type: ignore[attr-defined]
    return words


@pytest.mark.parametrize(
    ("ended_by", "says"),
    [
        (close_round, "Runden er lukket."),
        (cancel_round, "Runden er afbrudt, og alle svar er slettet."),
    ],
)
def test_a_member_is_told_what_has_happened(
    as_: As, owner: User, board: User, round_: AssessmentRound, ended_by: Callable[..., object], says: str
) -> None:
    browser, address = as_(board), questions(first_of(round_))
    browser.get(address)
    ended_by(by=owner, round_=round_)

    answer = browser.post(address, CHOSEN, headers=JSON)

    assert answer.status_code == 409
    assert words_of(answer) == f"{says} {NOT_SAVED}"
    assert not Rating.objects.exists()


@pytest.mark.parametrize("ended_by", [close_round, cancel_round])
def test_a_guest_is_told_that_it_is_over_and_how_to_come_in_again(
    owner: User, round_: AssessmentRound, ended_by: Callable[..., object]
) -> None:
    phone, address = a_guest(round_), reverse("deltager-svar", args=[first_of(round_).pk])
    ended_by(by=owner, round_=round_)

    answer = phone.post(address, CHOSEN, headers=JSON)
    pressed = phone.post(address, CHOSEN)

    assert answer.status_code == 410
    assert words_of(answer).startswith("Runden er slut")
    assert "scan QR-koden igen" in words_of(answer)
    assert NOT_SAVED in words_of(answer)
    assert pressed.status_code == 410
    assert "Det, du lige sendte, er ikke gemt." in in_one_line(pressed)


def test_a_guest_whom_the_browser_has_forgotten_is_told_to_scan_and_not_to_log_in(round_: AssessmentRound) -> None:
    phone, address = a_guest(round_), reverse("deltager-svar", args=[first_of(round_).pk])
    phone.cookies.clear()

    answer = phone.post(address, CHOSEN, headers=JSON)
    pressed = in_one_line(phone.post(address, CHOSEN, follow=True))

    assert answer.status_code == 410
    assert "scan QR-koden igen" in words_of(answer)
    assert "det, du sendte, er ikke gemt" in pressed
    assert "Hvad er koden?" in pressed


@pytest.mark.parametrize("by_button", [False, True])
@pytest.mark.parametrize("what", ["shown", "too late", "speaks for another"])
def test_whatever_holds_an_answer_back_the_page_says_that_it_is_not_saved(
    as_: As, board: User, round_: AssessmentRound, what: str, *, by_button: bool
) -> None:
    browser, address, sent = as_(board), questions(first_of(round_)), dict(CHOSEN)
    browser.post(address, {"will_answer": "2"}, headers=JSON)
    moment = timezone.now() - timedelta(seconds=1)
    if what == "shown":
        RoundSubject.objects.update(revealed_at=moment)
    elif what == "too late":
        AssessmentRound.objects.update(deadline=moment)
    else:
        other = CandidacyFactory(project_actor__project=round_.project)
        subject = RoundSubject.objects.create(round=round_, candidacy=other, position=2)
        Participant.objects.update(represents=other.project_actor)
        Rating.objects.create(participant=Participant.objects.get(), subject=subject, concept="will", score=3)
        sent["represents"] = "on"

    answer = browser.post(address, sent) if by_button else browser.post(address, sent, headers=JSON)

    said = in_one_line(answer) if by_button else words_of(answer)
    assert answer.status_code == 409
    assert NOT_SAVED in said
    assert Rating.objects.get(subject=first_of(round_)).score == 2
    if by_button and what == "speaks for another":
        assert 'value="4"' in said  # what was chosen stands in the form


def test_a_guest_whose_page_is_too_old_is_told_how_to_come_in_again(round_: AssessmentRound, as_: As) -> None:
    phone = a_guest(round_, Client(enforce_csrf_checks=False))
    phone.handler.enforce_csrf_checks = True

    page = phone.post(reverse("deltager-svar", args=[first_of(round_).pk]), CHOSEN)

    assert page.status_code == 403
    assert "scan QR-koden igen" in page.content.decode()
    assert "log ind" not in page.content.decode().partition("<main")[2].partition("</main")[0]


@pytest.mark.parametrize("signed_in", [True, False])
def test_the_script_of_a_page_that_is_too_old_is_told_whether_the_browser_knows_the_person(
    as_: As, board: User, round_: AssessmentRound, *, signed_in: bool
) -> None:
    browser = as_(board) if signed_in else a_guest(round_)
    browser.handler.enforce_csrf_checks = True
    address = questions(first_of(round_)) if signed_in else reverse("deltager-svar", args=[first_of(round_).pk])

    answer = browser.post(address, CHOSEN, headers=JSON)

    assert answer.status_code == (403 if signed_in else 401)
    assert answer.json() == {}
    assert not Rating.objects.exists()


def test_the_page_carries_words_for_a_guest_and_for_a_member(as_: As, board: User, round_: AssessmentRound) -> None:
    of_the_guest = in_one_line(a_guest(round_).get(reverse("deltager-svar", args=[first_of(round_).pk])))
    of_the_member = in_one_line(as_(board).get(questions(first_of(round_))))

    assert "Du er logget ud" not in of_the_guest
    assert "Scan QR-koden igen" in of_the_guest
    assert "Du er logget ud" in of_the_member


def test_a_seat_that_was_taken_out_is_told(round_: AssessmentRound) -> None:
    phone = a_guest(round_)
    Participant.objects.all().delete()

    answer = phone.post(reverse("deltager-svar", args=[first_of(round_).pk]), CHOSEN, headers=JSON)

    assert "din plads er taget ud" in words_of(answer)
