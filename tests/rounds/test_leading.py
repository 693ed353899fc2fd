"""Seeing who is missing, giving time, and ending a round: for owners and editors."""

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from actors.models import Membership
from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Participant, Project, Rating, RoundSubject
from projects.phases.analysis.rounds.services import close_round
from tests.browser_client import Client
from tests.factories import SharedScoreFactory
from tests.rounds.rows import first_of, guest, member, running, say
from tests.rounds.screens import in_one_line as text
from tests.rounds.screens import url

As = Callable[[User], Client]
DENMARK = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def round_(owner: User, project: Project, candidacy: Candidacy) -> AssessmentRound:
    return running(project, owner, candidacy)


def test_the_leader_sees_how_many_and_who_is_missing_never_what(
    as_: As, owner: User, board: User, round_: AssessmentRound
) -> None:
    subject = first_of(round_)
    say(member(round_, name="Anna Bæk"), subject, 1, 1, 1, 1, reason="Hemmeligt")
    say(member(round_, name="Bo Dahl"), subject, 2)
    guest(round_, "Frivillig i klubben")
    away = guest(round_, "Nabo")
    Participant.objects.filter(pk=away.pk).update(seen_at=timezone.now() - timedelta(minutes=3))

    page = text(as_(owner).get(url("runde-led", round_.pk)))

    assert "<strong>1 af 3</strong> er færdige." in page
    waiting, _heading, rest = page.partition("Er færdige</h2>")
    done, _heading, others = rest.partition("Dem venter vi ikke på")
    assert "Bo Dahl" in waiting
    assert "er i gang" in waiting
    assert "Frivillig i klubben" in waiting
    assert "er ikke begyndt" in waiting
    assert "Anna Bæk" in done
    assert "Anna Bæk" not in waiting
    assert str(board) in others, "never came"
    assert "Nabo" in others, "came, answered nothing and closed the page"
    assert " svar</" not in page, "how many answers one person has given is told nowhere"
    for told in ("Hemmeligt", "slet ikke", "i mindre grad"):
        assert told not in page


def test_readers_are_not_waited_for(as_: As, owner: User, reader: User, round_: AssessmentRound) -> None:
    assert str(reader) not in text(as_(owner).get(url("runde-led", round_.pk)))


def test_nobody_waits_for_a_member_who_left_the_helhedsplan_but_their_answers_stay(
    as_: As, owner: User, round_: AssessmentRound
) -> None:
    silent, spoke = member(round_, name="Carla Holm"), member(round_, name="Dan Friis")
    say(spoke, first_of(round_), 4, 4, 4, 4)
    Membership.objects.filter(user__in=[silent.user, spoke.user]).delete()

    page = text(as_(owner).get(url("runde-led", round_.pk)))

    assert "Carla Holm" not in page
    assert "Dan Friis" in page
    assert Rating.objects.count() == 4


@pytest.mark.parametrize("come", [guest, member])
def test_whoever_went_home_is_not_waited_for_and_what_they_answered_counts(
    as_: As, owner: User, round_: AssessmentRound, come: Callable[[AssessmentRound], Participant]
) -> None:
    person = come(round_)
    say(person, first_of(round_), 4)
    browser, press = as_(owner), url("runde-vent-ikke", round_.pk, person.pk)
    assert "<strong>0 af 1</strong>" in text(browser.get(url("runde-led", round_.pk)))

    assert browser.get(press).status_code == 405
    browser.post(press)

    page = text(browser.get(url("runde-led", round_.pk)))
    assert "<strong>0 af 0</strong>" in page
    assert "Vent ikke" not in page
    assert Rating.objects.count() == 1
    say(person, first_of(round_), 4, 4, 4, 4)
    assert "<strong>1 af 1</strong>" in text(browser.get(url("runde-led", round_.pk)))


@pytest.mark.parametrize("who", ["owner", "editor", "board"])
def test_looking_at_the_round_makes_nobody_part_of_it(
    as_: As, who: str, round_: AssessmentRound, request: pytest.FixtureRequest
) -> None:
    browser = as_(request.getfixturevalue(who))
    pages = [url("runde", round_.pk), url("runde-svar", round_.pk, first_of(round_).pk)]

    for page in pages:
        assert browser.get(page).status_code == 200
        assert browser.get(page, headers={"X-Following": "x"}).status_code == 200
    assert not Participant.objects.exists()

    begun = browser.post(pages[0])
    assert begun.url == pages[1]
    assert Participant.objects.count() == 1
    assert "Med i runden: 1 medlem og ingen gæster." in text(browser.get(pages[0]))


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
    assert "En leder af helhedsplanen eller en redaktør kan åbne en." in text(as_(board).get(url("runder")))
    closed = close_round(by=owner, round_=running(project, owner, candidacy))
    opened = running(project, owner, candidacy)

    page = text(as_(board).get(url("runder")))
    assert url("runde", opened.pk) in page
    assert url("runde-led", opened.pk) not in page
    assert url("runde-resultat", closed.pk) in page
    assert url("runde-led", opened.pk) in text(as_(owner).get(url("runder")))


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
        assert browser.post(address, {"ends": "nu"}).status_code == status
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
