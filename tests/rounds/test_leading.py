"""Opening a round, seeing who is missing, and ending it: for owners and editors."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Participant, Project, Rating, RoundSubject
from projects.phases.analysis.rounds.services import close_round
from tests.factories import CandidacyFactory, SharedScoreFactory
from tests.rounds.rows import first_of, guest, member, running, say

As = Callable[[User], Client]
DENMARK = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def candidacy(project: Project) -> Candidacy:
    return CandidacyFactory(
        project_actor__project=project, project_actor__actor__name="Pilebroskolen", title="tovholder"
    )


@pytest.fixture
def round_(owner: User, project: Project, candidacy: Candidacy) -> AssessmentRound:
    return running(project, owner, candidacy)


def url(name: str, *rest: object) -> str:
    return reverse(name, args=["lektiecafeen", *rest])


def text(response: Any) -> str:
    page: str = response.content.decode()
    return " ".join(page.split())


def choices(*candidacies: Candidacy, **more: Any) -> dict[str, Any]:
    return {
        "subjects": [each.pk for each in candidacies],
        "concepts": Concept.values,
        "ends": "nu",
        "shows_names": "nej",
    } | more


def test_an_editor_opens_a_round_and_is_led_to_its_page(as_: As, editor: User, candidacy: Candidacy) -> None:
    browser = as_(editor)
    assert "Det kan ikke ændres bagefter." in text(browser.get(url("runder-ny")))

    response = browser.post(url("runder-ny"), choices(candidacy, concepts=["will", "ability"], shows_names="ja"))

    opened = AssessmentRound.objects.get()
    assert response.url == url("runde-led", opened.pk)
    assert (opened.concepts, opened.shows_names, opened.deadline) == (["ability", "will"], True, None)
    assert [each.candidacy for each in opened.subjects.all()] == [candidacy]


def test_a_last_day_to_answer_lasts_until_it_is_over(as_: As, owner: User, candidacy: Candidacy) -> None:
    with time_machine.travel(datetime(2026, 11, 21, 12, tzinfo=DENMARK), tick=False):
        as_(owner).post(url("runder-ny"), choices(candidacy, ends="frist", deadline_on="25. november 2026"))

    assert AssessmentRound.objects.get().deadline == datetime(2026, 11, 26, tzinfo=DENMARK)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"subjects": []}, "Vælg mindst én aktør i en rolle."),
        ({"concepts": []}, "Vælg mindst ét af de fire begreber."),
        ({"ends": ""}, "Vælg, hvor længe I kan svare."),
        ({"ends": "frist", "deadline_on": ""}, "Skriv den sidste dag, I kan svare"),
        ({"ends": "frist", "deadline_on": "1. maj 2020"}, "Skriv en dag, der ikke er gået."),
        ({"ends": "frist", "deadline_on": "31-12-2199"}, "Skriv en dag inden for det næste år."),
        ({"shows_names": "måske"}, "Der er problemer"),
        ({"subjects": ["x", str(10**30)]}, "Der er problemer"),
    ],
)
def test_what_cannot_be_opened_says_what_to_do(
    as_: As, owner: User, candidacy: Candidacy, wrong: dict[str, Any], words: str
) -> None:
    response = as_(owner).post(url("runder-ny"), choices(candidacy) | wrong)

    assert response.status_code == 200
    assert words in text(response)
    assert not AssessmentRound.objects.exists()


def test_a_role_elsewhere_or_of_an_actor_out_of_use_is_not_offered(
    as_: As, owner: User, project: Project, candidacy: Candidacy
) -> None:
    elsewhere = CandidacyFactory()
    unused = CandidacyFactory(project_actor__project=project, project_actor__actor__is_active=False)

    for each in (elsewhere, unused):
        assert as_(owner).post(url("runder-ny"), choices(each)).status_code == 200
    assert not AssessmentRound.objects.exists()


def test_a_second_round_leads_to_the_one_that_runs(as_: As, editor: User, round_: AssessmentRound) -> None:
    for response in (as_(editor).get(url("runder-ny")), as_(editor).post(url("runder-ny"), {})):
        assert response.url == url("runde-led", round_.pk)
    assert AssessmentRound.objects.count() == 1


def test_a_new_round_about_the_same_begins_with_what_was_chosen_before(
    as_: As, owner: User, project: Project, candidacy: Candidacy
) -> None:
    other = CandidacyFactory(project_actor__project=project)
    earlier = running(project, owner, candidacy, concepts=[Concept.WILL])
    close_round(by=owner, round_=earlier)

    page = as_(owner).get(f"{url('runder-ny')}?som={earlier.pk}").content.decode()

    def is_checked(name: str, value: object) -> bool:
        _before, _found, after = page.partition(f'name="{name}"\n           value="{value}"')
        return " checked" in f" {after.partition('>')[0]}".replace("\n", " ")

    assert is_checked("subjects", candidacy.pk)
    assert not is_checked("subjects", other.pk)
    assert is_checked("concepts", "will")
    assert not is_checked("concepts", "ability")
    assert as_(owner).get(f"{url('runder-ny')}?som=999999").status_code == 404


def test_the_leader_sees_how_many_and_who_is_missing_never_what(
    as_: As, owner: User, board: User, round_: AssessmentRound
) -> None:
    subject = first_of(round_)
    say(member(round_, name="Anna Bæk"), subject, 1, 1, 1, 1, reason="Hemmeligt")
    say(member(round_, name="Bo Dahl"), subject, 2)
    guest(round_, "Frivillig i klubben")

    page = text(as_(owner).get(url("runde-led", round_.pk)))

    assert "<strong>1 af 5</strong> har svaret på det hele." in page
    waiting, _heading, done = page.partition("Har svaret</h2>")
    assert "Bo Dahl" in waiting
    assert "1 af 4 svar" in waiting
    assert "Frivillig i klubben" in waiting
    assert str(board) in waiting
    assert "er ikke kommet" in waiting
    assert "Anna Bæk" in done
    assert "Anna Bæk" not in waiting
    for told in ("Hemmeligt", "slet ikke", "i mindre grad"):
        assert told not in page


def test_readers_are_not_waited_for(as_: As, owner: User, reader: User, round_: AssessmentRound) -> None:
    assert str(reader) not in text(as_(owner).get(url("runde-led", round_.pk)))


def test_a_guest_who_went_home_is_not_waited_for_any_more(as_: As, owner: User, round_: AssessmentRound) -> None:
    silent = guest(round_)
    browser = as_(owner)
    assert "Vent ikke" in text(browser.get(url("runde-led", round_.pk)))

    assert browser.get(url("runde-vent-ikke", round_.pk, silent.pk)).status_code == 405
    browser.post(url("runde-vent-ikke", round_.pk, silent.pk))
    assert not Participant.objects.exists()
    assert browser.post(url("runde-vent-ikke", round_.pk, silent.pk)).status_code == 404


def test_more_time_is_given_and_everybody_can_answer_again(
    as_: As, owner: User, editor: User, project: Project, candidacy: Candidacy
) -> None:
    round_ = running(project, owner, candidacy, deadline=timezone.now() - timedelta(hours=1))
    assert "Fristen er gået." in text(as_(editor).get(url("runde-led", round_.pk)))

    response = as_(editor).post(url("runde-frist", round_.pk), {"ends": "nu"})

    assert response.url == url("runde-led", round_.pk)
    round_.refresh_from_db()
    assert round_.deadline is None
    say(member(round_), first_of(round_), 4)
    assert Rating.objects.count() == 1


def test_closing_says_what_goes_and_what_nobody_has_seen(as_: As, editor: User, round_: AssessmentRound) -> None:
    say(member(round_), first_of(round_), 4)
    browser = as_(editor)

    page = text(browser.get(url("runde-luk", round_.pk)))
    assert "I har ikke set svarene om" in page
    assert "Pilebroskolen som tovholder" in page
    assert "De enkelte svar og begrundelser" in page
    assert Rating.objects.exists()

    response = browser.post(url("runde-luk", round_.pk))
    assert response.url == url("runde-resultat", round_.pk)
    assert not Rating.objects.exists()
    assert browser.get(url("runde-led", round_.pk)).url == url("runde-resultat", round_.pk)


def test_breaking_off_says_how_many_answers_go(as_: As, owner: User, round_: AssessmentRound) -> None:
    say(member(round_), first_of(round_), 4)
    browser = as_(owner)

    assert "Svar fra én" in text(browser.get(url("runde-afbryd", round_.pk)))
    assert browser.post(url("runde-afbryd", round_.pk)).url == url("runder")
    assert not AssessmentRound.objects.exists()
    # The other leader, with the page still open.
    late = browser.post(url("runde-luk", round_.pk), follow=True)
    assert "afbrød vurderingsrunden" in text(late)


def test_what_is_agreed_on_is_closed_not_broken_off(as_: As, owner: User, round_: AssessmentRound) -> None:
    SharedScoreFactory(round=round_, candidacy=first_of(round_).candidacy)
    browser = as_(owner)

    assert "Luk runden i stedet." in text(browser.get(url("runde-afbryd", round_.pk)))
    assert "Luk den i stedet." in text(browser.post(url("runde-afbryd", round_.pk), follow=True))
    assert AssessmentRound.objects.get().is_running


def test_the_list_shows_the_running_round_and_the_closed_ones(
    as_: As, owner: User, board: User, project: Project, candidacy: Candidacy
) -> None:
    assert "Åbn en runde" in text(as_(owner).get(url("runder")))
    assert "En ejer eller en redaktør kan åbne en." in text(as_(board).get(url("runder")))
    closed = close_round(by=owner, round_=running(project, owner, candidacy))
    opened = running(project, owner, candidacy)

    page = text(as_(board).get(url("runder")))
    assert url("runde", opened.pk) in page
    assert url("runde-led", opened.pk) not in page
    assert url("runde-resultat", closed.pk) in page
    assert url("runde-led", opened.pk) in text(as_(owner).get(url("runder")))


def test_without_roles_the_list_says_what_to_do_first(as_: As, owner: User, project: Project) -> None:
    assert url("vurdering-ny") in text(as_(owner).get(url("runder")))
    assert url("vurdering-ny") in text(as_(owner).get(url("runder-ny")))


LEADING = ("runde-led", "runde-frist", "runde-luk", "runde-afbryd")


@pytest.mark.parametrize(
    ("person", "status"), [("board", 403), ("reader", 403), ("stranger", 404), ("admin_user", 404)]
)
def test_others_do_not_lead(
    as_: As, round_: AssessmentRound, person: str, status: int, request: pytest.FixtureRequest
) -> None:
    browser = as_(request.getfixturevalue(person))

    for address in [url("runder-ny"), *(url(name, round_.pk) for name in LEADING)]:
        assert browser.get(address).status_code == status
        assert browser.post(address, choices()).status_code == status
    assert AssessmentRound.objects.get().is_running


def test_a_round_that_never_was_is_not_found(as_: As, owner: User, round_: AssessmentRound) -> None:
    for name in LEADING:
        assert as_(owner).get(url(name, round_.pk + 1)).status_code == 404


def test_an_archived_project_is_answered_in_again_when_it_is_restored(
    as_: As, owner: User, project: Project, round_: AssessmentRound
) -> None:
    Project.objects.filter(pk=project.pk).update(archived_at=timezone.now(), archived_by=owner)
    browser = as_(owner)

    for name in ("runde", "runde-led"):
        refused = browser.get(url(name, round_.pk))
        assert refused.status_code == 403
        assert "Projektet er arkiveret." in text(refused)
    Project.objects.filter(pk=project.pk).update(archived_at=None, archived_by=None)
    assert browser.get(url("runde", round_.pk)).status_code == 200


def test_what_people_are_asked_about_neither_goes_nor_becomes_another(
    as_: As, owner: User, candidacy: Candidacy, round_: AssessmentRound
) -> None:
    browser = as_(owner)

    for address in (url("vurdering-fjern", candidacy.pk), url("aktoerer-fjern", candidacy.project_actor_id)):
        assert "Luk eller afbryd runden først." in text(browser.get(address))
        assert browser.post(address).status_code == 403
    mend = {"project_actor": candidacy.project_actor_id, "title": "drift"}
    assert "Luk eller afbryd runden, før du retter her." in text(browser.post(url("vurdering-ret", candidacy.pk), mend))
    close_round(by=owner, round_=round_)
    assert browser.post(url("vurdering-fjern", candidacy.pk)).status_code == 403, "what a round kept stays"
    assert browser.post(url("vurdering-ret", candidacy.pk), mend).status_code == 302
    assert RoundSubject.objects.get().candidacy == candidacy


def test_the_round_keeps_the_day_it_was_opened(owner: User, project: Project, candidacy: Candidacy) -> None:
    with time_machine.travel(datetime(2026, 11, 21, 23, 30, tzinfo=DENMARK), tick=False):
        assert running(project, owner, candidacy).held_on == date(2026, 11, 21)
