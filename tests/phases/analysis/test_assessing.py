"""Assessing an actor in a role: dated rounds, rows only ever added, and two people at once."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.concepts import SCALE, UNKNOWN, Concept
from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Event, Project, SharedScore
from projects.phases.analysis.assessments import Assessment, cards_of
from projects.phases.analysis.services import record_assessment
from tests.browser_client import Client
from tests.factories import AssessmentRoundFactory, CandidacyFactory, SharedScoreFactory
from tests.forms import sent_by

As = Callable[[User], Client]
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def candidacy(project: Project) -> Candidacy:
    return CandidacyFactory(
        project_actor__project=project, project_actor__actor__name="Pilebroskolen", title="tovholder"
    )


def url(name: str, *rest: object) -> str:
    return reverse(name, args=["lektiecafeen", *rest])


def shown(as_: As, person: User, candidacy: Candidacy) -> dict[str, str]:
    """What the page's form would send if nothing were touched."""
    return sent_by(as_(person).get(url("vurder-ret", candidacy.pk)))


def save(as_: As, person: User, candidacy: Candidacy, answers: dict[str, str]) -> Any:
    return as_(person).post(url("vurder-ret", candidacy.pk), answers)


def test_an_assessment_is_saved_in_todays_round(as_: As, board: User, candidacy: Candidacy) -> None:
    form = shown(as_, board, candidacy) | {
        "understanding_answer": "4",
        "understanding_evidence": "conversation",
        "understanding_reason": "De kan forklare det.",
        "understanding_requirement": "Et besøg.",
        "will_answer": "unknown",
    }

    response = save(as_, board, candidacy, form)

    assert response.url == f"{url('vurdering')}#row-{candidacy.pk}"
    assert AssessmentRound.objects.get().held_on == TODAY
    first, second = SharedScore.objects.order_by("pk")
    assert (first.concept, first.score, first.is_unknown, first.evidence) == ("understanding", 4, False, "conversation")
    assert (first.reason, first.requirement, first.recorded_by) == ("De kan forklare det.", "Et besøg.", board)
    assert (second.concept, second.score, second.is_unknown) == ("will", None, True)
    assert Event.objects.get().text == "vurderede A1 i en rolle"


def test_nothing_is_chosen_before_somebody_chooses(as_: As, owner: User, candidacy: Candidacy) -> None:
    page = as_(owner).get(url("vurder-ret", candidacy.pk)).content.decode()

    assert " checked" not in page
    assert "Helt i orden. Så ved vi, hvad vi skal spørge om." in page
    assert "Ville du være tryg ved, at aktøren læste dette?" in page
    assert "Kun styregruppen og de medarbejdere, der udfylder planen, kan se denne side." in page


def test_each_step_of_the_scale_is_a_whole_sentence(as_: As, owner: User, candidacy: Candidacy) -> None:
    page = as_(owner).get(url("vurder-ret", candidacy.pk)).content.decode()

    assert page.count("2 – I mindre grad – væsentlige mangler") == 4
    assert page.count("<legend") == 4 * 3


def test_only_what_is_changed_gets_a_new_row_and_the_old_rows_stay(as_: As, owner: User, candidacy: Candidacy) -> None:
    before = AssessmentRoundFactory(project=candidacy.project_actor.project, held_on=date(2026, 5, 26))
    for concept in Concept:
        SharedScoreFactory(candidacy=candidacy, round=before, concept=concept, score=3, reason="Første\nlinje")

    form = shown(as_, owner, candidacy)
    form["ability_answer"] = "5"
    # A browser sends line breaks as two characters.
    save(as_, owner, candidacy, {name: value.replace("\n", "\r\n") for name, value in form.items()})

    assert SharedScore.objects.filter(round=before, score=3).count() == 4
    [added] = SharedScore.objects.exclude(round=before)
    assert (added.concept, added.score, added.round.held_on) == ("ability", 5, TODAY)
    [card] = cards_of(candidacy.project_actor.project)
    assert card.answers == {concept: 5 if concept is Concept.ABILITY else 3 for concept in Concept}


@pytest.mark.parametrize("step", ["1", "5"])
def test_an_end_of_the_scale_is_asked_about_once(as_: As, owner: User, candidacy: Candidacy, step: str) -> None:
    form = shown(as_, owner, candidacy) | {"will_answer": step}

    asked = save(as_, owner, candidacy, form)
    assert f"”Vilje {step}” er det yderste på skalaen. Skriv kort hvorfor." in asked.content.decode()
    assert not SharedScore.objects.exists()

    assert save(as_, owner, candidacy, sent_by(asked)).status_code == 302
    assert SharedScore.objects.get().score == int(step)


def test_saving_untouched_leaves_no_trace(as_: As, owner: User, candidacy: Candidacy) -> None:
    SharedScoreFactory(candidacy=candidacy, score=2)

    assert save(as_, owner, candidacy, shown(as_, owner, candidacy)).status_code == 302
    assert SharedScore.objects.count() == 1
    assert not Event.objects.exists()


def test_the_same_day_twice_is_one_round_and_the_last_word_counts(as_: As, owner: User, candidacy: Candidacy) -> None:
    for score in ("2", "4"):
        save(as_, owner, candidacy, shown(as_, owner, candidacy) | {"will_answer": score})

    assert AssessmentRound.objects.count() == 1
    assert SharedScore.objects.count() == 2
    assert cards_of(candidacy.project_actor.project)[0].answers[Concept.WILL] == 4


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("22-11-2026", "ikke ligger ude i fremtiden"),
        ("25-05-2026", "Der er en nyere vurdering fra 26. maj 2026."),
        ("i går", "skriv datoen som dag"),
        ("", "skriv datoen som dag"),
        ("1-1-0001", "skriv datoen som dag"),
    ],
)
def test_the_date_is_neither_in_the_future_nor_before_the_last_assessment(
    as_: As, owner: User, candidacy: Candidacy, day: str, words: str
) -> None:
    SharedScoreFactory(candidacy=candidacy)

    response = save(as_, owner, candidacy, {"held_on": day, "will_answer": "4", "will_reason": "De har sagt ja."})

    page = response.content.decode()
    assert response.status_code == 200
    assert words in page
    assert "De har sagt ja." in page
    assert SharedScore.objects.count() == 1


def test_a_round_can_be_dated_back(as_: As, owner: User, candidacy: Candidacy) -> None:
    save(as_, owner, candidacy, {"held_on": "26.05.2026", "will_answer": "4"})

    assert AssessmentRound.objects.get().held_on == date(2026, 5, 26)


def test_two_people_on_one_page_do_not_write_over_each_other(
    as_: As, owner: User, board: User, candidacy: Candidacy
) -> None:
    SharedScoreFactory(candidacy=candidacy, concept=Concept.WILL, score=3)
    mine, theirs = shown(as_, owner, candidacy), shown(as_, board, candidacy)

    five = {"will_answer": "5", "will_reason": "Har skrevet under."}
    save(as_, board, candidacy, theirs | five | {"ability_answer": "2"})
    # Another concept is no conflict, and what I left alone stays as they wrote it.
    assert save(as_, owner, candidacy, mine | {"meaning_answer": "4"}).status_code == 302
    answers = cards_of(candidacy.project_actor.project)[0].answers
    assert answers == {Concept.WILL: 5, Concept.ABILITY: 2, Concept.MEANING: 4}

    # The same concept is: I see what they answered beside mine, and choose.
    refused = save(as_, owner, candidacy, mine | {"will_answer": "1", "will_reason": "De tøver."})
    assert refused.status_code == 409
    assert f"5 – {SCALE[5]}" in refused.content.decode()
    chosen = {"valg-will_answer": "min", "valg-will_reason": "min"}
    assert save(as_, owner, candidacy, sent_by(refused) | chosen).status_code == 302
    latest = cards_of(candidacy.project_actor.project)[0].latest[Concept.WILL]
    assert (latest.assessment.answer, latest.assessment.reason) == (1, "De tøver.")


@pytest.mark.parametrize(
    "answers",
    [
        {"will_answer": "6"},
        {"will_answer": "0"},
        {"will_answer": "\x00"},
        {"will_evidence": "sladder"},
        {"will_reason": "x" * 2001},
        {"will_requirement": "a\x07b"},
    ],
)
def test_what_cannot_be_used_is_answered_and_nothing_is_saved(
    as_: As, owner: User, candidacy: Candidacy, answers: dict[str, str]
) -> None:
    response = save(as_, owner, candidacy, {"held_on": "21-11-2026", "meaning_reason": "Behold mig", **answers})

    assert response.status_code == 200
    assert "Behold mig" in response.content.decode()
    assert not SharedScore.objects.exists()


def test_a_note_without_an_answer_is_kept_and_is_no_assessment(as_: As, owner: User, candidacy: Candidacy) -> None:
    save(as_, owner, candidacy, shown(as_, owner, candidacy) | {"will_reason": "Spørg i juni."})

    [card] = cards_of(candidacy.project_actor.project)
    assert not card.is_assessed
    assert card.latest[Concept.WILL].assessment == Assessment(None, "", "Spørg i juni.", "")


@pytest.mark.parametrize(("person", "status"), [("reader", 403), ("stranger", 404), ("admin_user", 404)])
def test_others_neither_see_nor_assess(
    as_: As, candidacy: Candidacy, person: str, status: int, request: pytest.FixtureRequest
) -> None:
    who = request.getfixturevalue(person)

    assert as_(who).get(url("vurder-ret", candidacy.pk)).status_code == status
    assert save(as_, who, candidacy, {"held_on": "21-11-2026", "will_answer": "4"}).status_code == status
    assert not SharedScore.objects.exists()


def test_the_door_is_closed_to_anonymous(client: Client, candidacy: Candidacy) -> None:
    assert client.get(url("vurder-ret", candidacy.pk)).status_code == 302


def test_a_candidacy_of_another_project_does_not_exist_here(as_: As, owner: User, project: Project) -> None:
    foreign = CandidacyFactory()

    for pk in (foreign.pk, 0, 10**30):
        assert as_(owner).get(url("vurder-ret", pk)).status_code == 404
        assert as_(owner).post(url("vurder-ret", pk), {"will_answer": "4"}).status_code == 404


def test_the_service_writes_unknown_as_an_answer_of_its_own(owner: User, candidacy: Candidacy) -> None:
    [row] = record_assessment(
        by=owner, candidacy=candidacy, held_on=TODAY, answers={Concept.MEANING: Assessment(UNKNOWN)}
    )

    assert (row.score, row.is_unknown) == (None, True)
    assert record_assessment(by=owner, candidacy=candidacy, held_on=TODAY, answers={}) == []


def test_assessing_takes_few_queries_however_much_history_there_is(as_: As, owner: User, candidacy: Candidacy) -> None:
    form = shown(as_, owner, candidacy) | {"will_answer": "4", "ability_answer": "3"}
    browser = as_(owner)

    with CaptureQueriesContext(connection) as queries:
        assert browser.post(url("vurder-ret", candidacy.pk), form).status_code == 302

    # Inside the test's transaction the page's own is a savepoint, and so is what makes a round only once.
    asked = [query["sql"][:90] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert len(asked) <= 14, asked


def test_the_review_page_leads_to_the_assessment_and_back(as_: As, owner: User, candidacy: Candidacy) -> None:
    mend = f"{url('vurder-ret', candidacy.pk)}?fra=gennemse"

    assert mend in as_(owner).get(url("fase-3")).content.decode()
    response = as_(owner).post(mend, {"held_on": "21-11-2026", "will_answer": "4"})
    assert response.url == f"{url('fase-3')}#vurdering"
    assert "Vilje: 4 af 5 – i høj grad" in as_(owner).get(response.url).content.decode()
