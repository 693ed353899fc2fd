"""Answering alone: a member's own pages, one candidacy at a time."""

from collections.abc import Callable
from datetime import date

import pytest
from django.utils import timezone

from actors.concepts import UNKNOWN, Concept
from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Participant, Project, Rating, RoundSubject
from projects.phases.analysis.assessments import Assessment, Held
from projects.phases.analysis.rounds.answers import Said, answers_by
from projects.phases.analysis.rounds.guests import seat_of_guest
from projects.phases.analysis.rounds.reveal_services import agree
from projects.phases.analysis.rounds.seats import Seat
from projects.phases.analysis.rounds.services import join_as_member
from tests.browser_client import Client
from tests.factories import AssessmentRoundFactory, SharedScoreFactory, TaskFactory
from tests.rounds.rows import first_of, guest, running, say
from tests.rounds.screens import hidden, home, questions, text

As = Callable[[User], Client]


@pytest.fixture
def round_(owner: User, project: Project, candidacies: list[Candidacy]) -> AssessmentRound:
    return running(project, owner, *candidacies)


def test_a_board_member_answers_about_one_actor_after_the_other(as_: As, board: User, round_: AssessmentRound) -> None:
    browser = as_(board)
    first, second = round_.subjects.order_by("position")

    page = text(browser.get(home(round_)))
    assert "Du har svaret om 0 af 2 aktører." in page
    assert questions(first) in page

    response = browser.post(
        questions(first),
        {
            "understanding_answer": "4",
            "understanding_evidence": "conversation",
            "understanding_reason": "De kan forklare det.",
            "meaning_answer": "3",
            "ability_answer": "2",
            "will_answer": "unknown",
        },
    )
    assert response.url == questions(second)
    participant = Participant.objects.get(user=board)
    assert answers_by(participant)[first.pk] == {
        Concept.UNDERSTANDING: Said(4, "conversation", "De kan forklare det."),
        Concept.MEANING: Said(3),
        Concept.ABILITY: Said(2),
        Concept.WILL: Said(UNKNOWN),
    }

    four = {f"{concept.value}_answer": "3" for concept in Concept}
    assert browser.post(questions(second), four).url == home(round_)
    assert "Du har svaret på det hele." in text(browser.get(home(round_)))


def test_nothing_is_chosen_beforehand_and_one_sees_who_can_see_it(
    as_: As, board: User, round_: AssessmentRound
) -> None:
    page = text(as_(board).get(questions(first_of(round_))))

    assert " checked" not in page
    assert page.count("2 – I mindre grad – væsentlige mangler") == 4
    assert "Helt i orden. Så ved vi, hvad vi skal spørge om." in page
    assert "Ingen kan se dit svar, før mødelederen viser svarene: heller ikke mødelederen selv." in page
    assert "uden navne" in page
    assert "Aktør 1 af 2" in page


def test_the_page_says_when_names_will_be_shown(as_: As, owner: User, project: Project, board: User) -> None:
    round_ = running(project, owner, shows_names=True)

    assert "Det gælder også, når få har svaret." in text(as_(board).get(questions(first_of(round_))))


def test_only_the_concepts_of_the_round_are_asked_about(as_: As, owner: User, project: Project, board: User) -> None:
    round_ = running(project, owner, concepts=[Concept.ABILITY])
    page = text(as_(board).get(questions(first_of(round_))))

    assert "ability_answer" in page
    assert "will_answer" not in page


def test_the_tasks_of_the_role_stand_beside_the_questions(
    as_: As, board: User, candidacies: list[Candidacy], round_: AssessmentRound
) -> None:
    candidacies[0].tasks.add(TaskFactory(project=round_.project, title="Åbne og lukke"))

    assert "O1 Åbne og lukke" in text(as_(board).get(questions(first_of(round_))))


@pytest.mark.parametrize("step", ["1", "5"])
def test_the_ends_of_the_scale_ask_for_a_reason_once(as_: As, board: User, round_: AssessmentRound, step: str) -> None:
    browser, url = as_(board), questions(first_of(round_))

    asked = browser.post(url, {"will_answer": step, "ability_answer": "3"})
    assert "det yderste på skalaen. Skriv kort hvorfor." in text(asked)
    assert "Dit svar er gemt. Du må gerne lade feltet stå tomt." in text(asked)
    assert "Der er problemer" not in text(asked)
    assert "ikke gemt" not in text(asked)
    assert {each.concept: each.score for each in Rating.objects.all()} == {"will": int(step), "ability": 3}

    assert browser.post(url, {"will_answer": step, "ability_answer": "3"} | hidden(asked)).status_code == 302
    # What was kept without a reason is not asked about again.
    opened_again = hidden(browser.get(url))
    assert browser.post(url, {"will_answer": step, "ability_answer": "4"} | opened_again).status_code == 302
    assert {each.concept: each.score for each in Rating.objects.all()} == {"will": int(step), "ability": 4}


def test_a_reason_at_the_ends_of_the_scale_is_enough(as_: As, board: User, round_: AssessmentRound) -> None:
    answers = {"will_answer": "5", "will_reason": "De har skrevet under."}

    assert as_(board).post(questions(first_of(round_)), answers).status_code == 302


def test_a_strong_word_is_asked_about_and_a_cpr_number_refused(as_: As, board: User, round_: AssessmentRound) -> None:
    browser, url = as_(board), questions(first_of(round_))

    strong = browser.post(url, {"will_answer": "2", "will_reason": "Lederen Hanne er ligeglad"})
    assert "Ville du være tryg ved, at aktøren læste det?" in text(strong)
    assert Rating.objects.get().reason == "Lederen Hanne er ligeglad"
    refused = browser.post(url, {"will_answer": "2", "will_reason": "010190-1234"})
    assert "Det ligner et CPR-nummer." in text(refused)
    assert Rating.objects.get().reason == "Lederen Hanne er ligeglad", "the line that was stored stands"


def test_a_line_without_a_step_is_not_lost(as_: As, board: User, round_: AssessmentRound) -> None:
    page = text(as_(board).post(questions(first_of(round_)), {"will_reason": "Vi ved det ikke helt."}))

    assert "Vælg et trin eller ”Ved ikke”, så din begrundelse kan gemmes." in page
    assert "Vi ved det ikke helt." in page


def test_an_answer_can_be_changed_until_it_is_shown(as_: As, board: User, round_: AssessmentRound) -> None:
    browser, subject = as_(board), first_of(round_)
    browser.post(questions(subject), {"will_answer": "2"})

    assert 'value="2"' in text(browser.get(questions(subject)))
    browser.post(questions(subject), {"will_answer": "4"})
    assert Rating.objects.get().score == 4

    RoundSubject.objects.filter(pk=subject.pk).update(revealed_at=timezone.now())
    late = browser.post(questions(subject), {"will_answer": "3", "will_reason": "Jeg har tænkt mig om."})
    assert late.status_code == 409
    assert "Svarene er vist for gruppen og kan ikke ændres mere." in text(late)
    assert "Jeg har tænkt mig om." in text(late)
    assert Rating.objects.get().score == 4
    read = text(browser.get(questions(subject)))
    assert "4 af 5 – i høj grad" in read
    assert "will_answer" not in read


def test_the_earlier_value_is_told_only_after_ones_own_answer(
    as_: As, board: User, candidacies: list[Candidacy], round_: AssessmentRound
) -> None:
    before = AssessmentRoundFactory(project=round_.project, held_on=date(2026, 5, 26))
    for concept in (Concept.WILL, Concept.ABILITY):
        SharedScoreFactory(candidacy=candidacies[0], round=before, concept=concept, score=3)
    browser, subject = as_(board), first_of(round_)

    for url in (home(round_), questions(subject)):
        assert "I sagde sidst" not in text(browser.get(url))
    browser.post(questions(subject), {"will_answer": "2"})

    for url in (home(round_), questions(subject)):
        page = text(browser.get(url))
        assert page.count("I sagde sidst") == 1, "the concept that was answered, not the other"
        assert "26. maj 2026" in page


def test_whoever_speaks_for_the_actor_says_so_and_can_take_it_back(
    as_: As, board: User, candidacies: list[Candidacy], round_: AssessmentRound
) -> None:
    browser, subject = as_(board), first_of(round_)

    browser.post(questions(subject), {"will_answer": "4", "represents": "on"})
    assert Participant.objects.get(user=board).represents == candidacies[0].project_actor
    assert " checked" in text(browser.get(questions(subject)))

    browser.post(questions(subject), {"will_answer": "4"})
    assert Participant.objects.get(user=board).represents is None


def test_answering_about_another_actor_does_not_change_whom_one_speaks_for(
    as_: As, board: User, candidacies: list[Candidacy], round_: AssessmentRound
) -> None:
    first, second = round_.subjects.order_by("position")
    browser = as_(board)
    browser.post(questions(first), {"will_answer": "4", "represents": "on"})

    browser.post(questions(second), {"will_answer": "2"})

    assert Participant.objects.get(user=board).represents == candidacies[0].project_actor


def test_whom_one_speaks_for_stands_when_its_answers_are_shown(
    as_: As, board: User, candidacies: list[Candidacy], round_: AssessmentRound
) -> None:
    first, second = round_.subjects.order_by("position")
    browser = as_(board)
    browser.post(questions(first), {"will_answer": "4", "represents": "on"})
    RoundSubject.objects.filter(pk=first.pk).update(revealed_at=timezone.now())

    refused = browser.post(questions(second), {"will_answer": "2", "represents": "on"})

    assert refused.status_code == 409
    assert "Derfor kan du ikke skifte, hvem du taler for." in text(refused)
    assert Participant.objects.get(user=board).represents == candidacies[0].project_actor
    assert Rating.objects.count() == 1, "both or neither"


def test_nobody_meets_anothers_answers(as_: As, owner: User, board: User, round_: AssessmentRound) -> None:
    say(join_as_member(user=board, round_=round_), first_of(round_), 1, 1, 1, 1, reason="Hemmeligt om dem")

    for url in (home(round_), questions(first_of(round_))):
        page = text(as_(owner).get(url))
        assert "Hemmeligt" not in page
        assert " checked" not in page
        assert "slet ikke" not in page


def before_the_eyes_of(seat: Seat) -> list[Held]:
    return [line.before for place in seat.places for line in place.lines if line.before]


def test_a_guest_is_never_told_what_the_group_held(candidacies: list[Candidacy], round_: AssessmentRound) -> None:
    for who in candidacies:
        SharedScoreFactory(candidacy=who, round=long_ago(round_), concept=Concept.WILL, score=2)
    person = guest(round_)
    for subject in round_.subjects.all():
        say(person, subject, 4, 4, 4, 4)

    assert before_the_eyes_of(seat_of_guest(Participant.objects.get(pk=person.pk))) == []


def test_a_member_who_speaks_for_the_actor_is_not_told_what_the_group_held_about_it(
    as_: As, board: User, candidacies: list[Candidacy], round_: AssessmentRound
) -> None:
    for who in candidacies:
        SharedScoreFactory(candidacy=who, round=long_ago(round_), concept=Concept.WILL, score=2)
    browser, subject = as_(board), first_of(round_)
    for each in round_.subjects.all():
        browser.post(questions(each), {"will_answer": "4"})
    assert text(browser.get(home(round_))).count("I sagde sidst") == 2

    browser.post(questions(subject), {"will_answer": "4", "represents": "on"})

    assert text(browser.get(home(round_))).count("I sagde sidst") == 1
    assert "I sagde sidst" not in text(browser.get(questions(subject)))


def test_what_was_said_last_is_what_was_held_before_the_round(
    as_: As, board: User, candidacies: list[Candidacy], round_: AssessmentRound
) -> None:
    SharedScoreFactory(candidacy=candidacies[0], round=long_ago(round_), concept=Concept.WILL, score=2)
    browser, subject = as_(board), first_of(round_)
    browser.post(questions(subject), {"will_answer": "4"})
    RoundSubject.objects.filter(pk=subject.pk).update(revealed_at=timezone.now())

    agree(by=board, subject=subject, answers={Concept.WILL: Assessment(5)})
    today = AssessmentRoundFactory(project=round_.project, held_on=timezone.localdate())
    SharedScoreFactory(candidacy=candidacies[0], round=today, concept=Concept.WILL, score=1)

    for url in (home(round_), questions(subject)):
        page = text(browser.get(url))
        assert "I sagde sidst: 2 af 5" in page
        assert "5 af 5" not in page
        assert "1 af 5" not in page


def long_ago(round_: AssessmentRound) -> AssessmentRound:
    found: AssessmentRound = AssessmentRound.objects.filter(held_on=date(2026, 5, 26)).first() or (
        AssessmentRoundFactory(project=round_.project, held_on=date(2026, 5, 26))
    )
    return found
