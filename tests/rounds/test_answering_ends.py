"""What is kept while somebody answers, and where one lands when the answering is over or another's."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Participant, Project, Rating, RoundSubject
from projects.phases.analysis.rounds.services import cancel_round, close_round
from tests.browser_client import Client
from tests.factories import CandidacyFactory
from tests.guards.pages import read_forms
from tests.rounds.rows import first_of, running
from tests.rounds.screens import home, in_one_line, questions, text

As = Callable[[User], Client]


@pytest.fixture
def round_(owner: User, project: Project, candidacies: list[Candidacy]) -> AssessmentRound:
    return running(project, owner, *candidacies)


def test_after_the_deadline_the_page_says_that_more_time_can_be_given(
    as_: As, owner: User, board: User, project: Project
) -> None:
    round_ = running(project, owner, deadline=timezone.now() - timedelta(minutes=1))
    browser = as_(board)

    assert "Fristen er gået. Mødelederen kan give mere tid." in text(browser.get(home(round_)))
    assert "will_answer" not in text(browser.get(questions(first_of(round_))))
    assert browser.post(questions(first_of(round_)), {"will_answer": "3"}).status_code == 409


def test_a_closed_round_leads_to_what_was_kept_of_it(
    as_: As, owner: User, board: User, round_: AssessmentRound
) -> None:
    subject = first_of(round_)
    close_round(by=owner, round_=round_)
    kept = reverse("runde-resultat", args=["lektiecafeen", round_.pk])

    for url in (home(round_), questions(subject)):
        assert as_(board).get(url).url == kept
    response = as_(board).post(questions(subject), {"will_answer": "3"}, follow=True)
    assert "det, du sendte, er ikke gemt" in text(response)


def test_a_round_that_was_broken_off_says_by_whom(as_: As, owner: User, board: User, round_: AssessmentRound) -> None:
    url = home(round_)
    cancel_round(by=owner, round_=round_)

    page = text(as_(board).get(url, follow=True))
    assert f"{owner} afbrød vurderingsrunden. Alle svar er slettet." in page


@pytest.mark.parametrize(("person", "status"), [("reader", 403), ("stranger", 404), ("admin_user", 404)])
def test_others_do_not_answer(
    as_: As, round_: AssessmentRound, person: str, status: int, request: pytest.FixtureRequest
) -> None:
    who = request.getfixturevalue(person)

    for url in (home(round_), questions(first_of(round_))):
        assert as_(who).get(url).status_code == status
        assert as_(who).post(url, {"will_answer": "4"}).status_code == status
    assert not Participant.objects.exists()


def test_a_round_or_a_subject_of_another_project_does_not_exist_here(
    as_: As, owner: User, stranger: User, round_: AssessmentRound
) -> None:
    elsewhere = CandidacyFactory(project_actor__project__programme__name="Et andet sted")
    foreign = running(elsewhere.project_actor.project, stranger, elsewhere)
    browser = as_(owner)

    assert browser.get(home(foreign)).status_code == 404
    wrong = reverse("runde-svar", args=["lektiecafeen", round_.pk, first_of(foreign).pk])
    for response in (browser.get(wrong), browser.post(wrong, {"will_answer": "4"})):
        assert response.status_code == 404
    assert not Rating.objects.exists()


def test_what_was_typed_comes_back_after_signing_in_again(as_: As, board: User, round_: AssessmentRound) -> None:
    url = questions(first_of(round_))
    [form] = [each for each in read_forms(text(as_(board).get(url))) if "will_answer" in each.fields]

    assert "skrevet_af" in form.fields
    signed_out = Client().post(url, {"will_answer": "2", "skrevet_af": form.fields["skrevet_af"].value})
    assert "med_videre" in text(signed_out)
    assert not Rating.objects.exists()


def keep(browser: Client, subject: RoundSubject, answers: dict[str, str]) -> Any:
    """What the script sends when something is chosen."""
    return browser.post(questions(subject), answers, headers={"Accept": "application/json"})


def test_what_is_chosen_is_kept_though_the_person_leaves(as_: As, board: User, round_: AssessmentRound) -> None:
    browser, subject = as_(board), first_of(round_)

    kept = keep(browser, subject, {"understanding_answer": "3"})

    assert kept.json()["words"].startswith("Gemt kl. ")
    assert Rating.objects.get().score == 3
    assert keep(browser, subject, {"understanding_answer": "3", "meaning_answer": "4"}).status_code == 200
    assert Rating.objects.count() == 2


@pytest.mark.parametrize("step", ["1", "5"])
@pytest.mark.parametrize("reason", ["", "Ring 33 12 45 67", "Lederen Hanne er ligeglad"])
def test_what_something_is_asked_about_is_stored_at_once_like_any_other(
    as_: As, board: User, round_: AssessmentRound, step: str, reason: str
) -> None:
    browser, subject = as_(board), first_of(round_)
    keep(browser, subject, {"will_answer": "3"})

    kept = keep(browser, subject, {"will_answer": step, "will_reason": reason, "meaning_answer": "2"})

    words = kept.json()["words"]
    assert words.startswith("Gemt kl. ")
    assert ("Skriv gerne hvorfor ved vilje." in words) is (not reason)
    assert ("Læs det, du skrev ved vilje, en gang til." in words) is bool(reason)
    assert {each.concept: (each.score, each.reason) for each in Rating.objects.all()} == {
        "will": (int(step), reason),
        "meaning": (2, ""),
    }


def test_a_cpr_number_is_refused_and_holds_nothing_else_back(as_: As, board: User, round_: AssessmentRound) -> None:
    browser, subject = as_(board), first_of(round_)
    keep(browser, subject, {"ability_answer": "3", "ability_reason": "De har sagt ja."})

    kept = keep(
        browser, subject, {"ability_answer": "5", "ability_reason": "Ring til 010190-1234", "meaning_answer": "1"}
    )

    assert kept.json()["words"].startswith("Ikke gemt om evne: Det ligner et CPR-nummer.")
    assert "Resten er gemt kl." in kept.json()["words"]
    assert {each.concept: (each.score, each.reason) for each in Rating.objects.all()} == {
        "ability": (5, "De har sagt ja."),
        "meaning": (1, ""),
    }
    pressed = browser.post(questions(subject), {"ability_answer": "4", "ability_reason": "010190-1234"})
    assert "Det ligner et CPR-nummer." in text(pressed)
    assert Rating.objects.get(concept="ability").score == 4


def test_a_line_without_a_step_is_not_said_to_be_saved_and_the_rest_is(
    as_: As, board: User, round_: AssessmentRound
) -> None:
    """Also where the line is asked about, and beside an extreme that is stored."""
    browser, subject = as_(board), first_of(round_)
    line = {"ability_reason": "Ring til værten på 33 12 45 67"}

    alone = in_one_line(browser.post(questions(subject), line))
    kept = browser.post(questions(subject), line, headers={"Accept": "application/json"}).json()["words"]
    assert kept.startswith("Ikke gemt om evne: Vælg et trin")
    assert "Resten" not in kept
    assert not Rating.objects.exists()
    beside = in_one_line(browser.post(questions(subject), line | {"will_answer": "5"}))

    for page in (alone, beside):
        assert "Der er problemer" in page
        assert "Dit svar er gemt. Se på det her" not in page
        assert "Det er gemt." not in page
        assert "Intet er gemt endnu" not in page
    assert "Resten er gemt." in beside
    assert "Resten er gemt." not in alone
    assert "Dit svar er gemt. Du må gerne lade feltet stå tomt." in beside  # of the step that is
    assert [(each.concept, each.score) for each in Rating.objects.all()] == [("will", 5)]


def test_a_press_with_nothing_chosen_is_not_said_to_be_saved(as_: As, board: User, round_: AssessmentRound) -> None:
    page = in_one_line(as_(board).post(questions(first_of(round_)), {}, follow=True))

    assert "Du valgte ikke noget om" in page
    assert "er gemt" not in page
    assert not Rating.objects.exists()


def test_what_comes_after_the_reveal_is_not_kept(as_: As, board: User, round_: AssessmentRound) -> None:
    browser, subject = as_(board), first_of(round_)
    keep(browser, subject, {"will_answer": "4"})
    RoundSubject.objects.update(revealed_at=timezone.now())

    late = keep(browser, subject, {"will_answer": "2"})

    said = "Svarene er vist for gruppen og kan ikke ændres mere. Det, du valgte sidst, er ikke gemt."
    assert (late.status_code, late.json()["words"]) == (409, said)
    assert Rating.objects.get().score == 4


def test_whom_a_person_speaks_for_is_kept_at_once(as_: As, board: User, round_: AssessmentRound) -> None:
    subject = first_of(round_)
    browser = as_(board)
    chosen = {"will_answer": "3", "represents": "on"}

    answer = browser.post(questions(subject), chosen, headers={"Accept": "application/json"})

    assert answer.json()["words"].startswith("Gemt")
    assert Participant.objects.get(user=board).represents == subject.candidacy.project_actor


def test_an_answer_given_as_one_actor_never_becomes_the_groups(as_: As, board: User, round_: AssessmentRound) -> None:
    first, second = round_.subjects.order_by("position")
    browser = as_(board)
    browser.post(questions(first), {"will_answer": "3", "represents": "on"})

    response = browser.post(questions(second), {"will_answer": "4", "represents": "on"})

    assert response.status_code == 409
    assert "Du har allerede svaret som en anden aktør." in text(response)
    assert Participant.objects.get(user=board).represents == first.candidacy.project_actor


def test_nothing_sent_keeps_nothing(as_: As, board: User, round_: AssessmentRound) -> None:
    response = as_(board).post(questions(first_of(round_)), headers={"Accept": "application/json"})

    assert response.status_code == 200
    assert not Rating.objects.exists()


def test_a_round_nobody_has_holds_no_guest(as_: As, owner: User, project: Project) -> None:
    url = reverse("runde-vent-ikke", args=[project.slug, 10**20, 1])

    assert as_(owner).post(url).status_code == 404
