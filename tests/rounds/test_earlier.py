"""What the group held before a round: told to no guest, to nobody who speaks for the actor, and on no page that a room
with one of them in it may see.

Each test changes what was held before and draws the same pages again. What differs has told it.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Meeting, Participant, Project, SharedScore
from projects.phases.analysis.rounds.actor_voice import actors_of, make_link
from projects.phases.analysis.rounds.answer_services import represent
from projects.phases.analysis.rounds.codes import key_of
from projects.phases.analysis.rounds.services import close_round, join_as_member
from projects.phases.analysis.rounds.taking_out import take_out
from tests.browser_client import Client
from tests.factories import SharedScoreFactory
from tests.meeting_rows import hold_meeting
from tests.rounds.eyes import places_of, seen_by
from tests.rounds.people import show
from tests.rounds.rows import first_of, guest, member, running, say
from tests.rounds.screens import in_one_line, questions, url

As = Callable[[User], Client]
OF_THE_ROUND = ("runde", "delta", "stemme")


@pytest.fixture(autouse=True)
def one_moment(project: Project) -> object:
    with time_machine.travel(timezone.now() + timedelta(days=40), tick=False):
        yield


@pytest.fixture
def round_(owner: User, project: Project, candidacies: list[Candidacy], one_moment: object) -> AssessmentRound:
    """Four members have answered about both actors, which were assessed long ago."""
    for each in candidacies:
        for concept in Concept:
            SharedScoreFactory(candidacy=each, concept=concept, score=2, reason="Kamelen")
    AssessmentRound.objects.update(held_on=timezone.localdate() - timedelta(days=30))
    round_ = running(project, owner, *candidacies)
    for _each in range(4):
        person = member(round_)
        for subject in round_.subjects.all():
            say(person, subject, 3, 3, 4, 4)
    return round_


def hold_something_else() -> None:
    SharedScore.objects.filter(reason__startswith="Kamel").update(score=5, reason="Kamelerne", evidence="observed")


def what_earlier_values_change(browser: Client, project: Project, round_: AssessmentRound) -> set[str]:
    """The pages of the round that are others when the group held something else before it."""
    places = places_of(project, round_)
    before = seen_by(browser, places, only=OF_THE_ROUND)
    hold_something_else()
    after = seen_by(browser, places, only=OF_THE_ROUND)
    return {place for place, text in before.items() if after[place] != text}


@pytest.fixture
def phone(round_: AssessmentRound) -> Client:
    browser = Client()
    browser.post(reverse("deltag") + f"?noegle={key_of(round_.code)}", {"role": "resident"})
    return browser


def answered(browser: Client, address: str) -> list[str]:
    """Every step and a reason, by the page's own saving and by the button."""
    sent = {f"{concept.value}_answer": "4" for concept in Concept}
    kept = browser.post(address, sent, headers={"Accept": "application/json"}).content.decode()
    return [kept, browser.post(address, sent, follow=True).content.decode()]


@pytest.mark.parametrize("is_shown", [False, True])
def test_no_page_of_a_guest_tells_it_after_their_own_answer(
    project: Project, round_: AssessmentRound, phone: Client, *, is_shown: bool
) -> None:
    told = answered(phone, reverse("deltager-svar", args=[first_of(round_).pk]))
    if is_shown:
        show(round_)

    assert what_earlier_values_change(phone, project, round_) == set()
    assert [each for each in told if "Kamel" in each or "sagde sidst" in each] == []


@pytest.mark.parametrize("is_shown", [False, True])
def test_no_page_of_an_actors_own_link_tells_it(
    owner: User, project: Project, round_: AssessmentRound, *, is_shown: bool
) -> None:
    link, browser = make_link(by=owner, round_=round_, project_actor=actors_of(round_)[0]), Client()
    browser.post(reverse("stemme", args=[link.token]))
    subject = round_.subjects.get(candidacy__project_actor=link.project_actor)
    answered(browser, reverse("deltager-svar", args=[subject.pk]))
    if is_shown:
        show(round_)

    assert what_earlier_values_change(browser, project, round_) == set()


def test_a_member_who_speaks_for_an_actor_is_told_it_about_the_others_alone(
    as_: As, board: User, project: Project, round_: AssessmentRound
) -> None:
    first, second = round_.subjects.select_related("candidacy__project_actor").order_by("position")
    own = join_as_member(user=board, round_=round_)
    represent(participant=own, project_actor=first.candidacy.project_actor)
    for subject in (first, second):
        say(own, subject, 4, 4, 4, 4)
    browser = as_(board)
    assert "sagde sidst" not in in_one_line(browser.get(questions(first)))
    assert "sagde sidst" in in_one_line(browser.get(questions(second)))
    show(round_)

    changed = what_earlier_values_change(browser, project, round_)

    about_the_actor = url("runde-aktoer", round_.pk, first.pk)
    assert about_the_actor not in changed
    assert questions(first) not in changed
    assert url("runde-aktoer", round_.pk, second.pk) in changed  # the walk does see it where it may be told


@pytest.fixture(params=[False, True], ids=["no screen", "big screen"])
def leader(request: pytest.FixtureRequest, as_: As, owner: User, project: Project, one_moment: object) -> Client:
    """The leader's browser, also with a meeting on the big screen."""
    browser: Client = as_(owner)
    if request.param:
        hold_meeting(project)
        meeting = Meeting.objects.filter(project=project).latest("pk")
        Meeting.objects.filter(pk=meeting.pk).update(closed_at=None)
        browser.post(url("moede-begynd", meeting.pk))
    return browser


def test_with_members_alone_the_shown_answers_stand_beside_it(
    leader: Client, project: Project, round_: AssessmentRound
) -> None:
    show(round_)

    changed = what_earlier_values_change(leader, project, round_)

    for subject in round_.subjects.all():
        assert url("runde-aktoer", round_.pk, subject.pk) in changed
        assert url("runde-faelles", round_.pk, subject.pk) in changed


@pytest.mark.parametrize("who", ["guest", "guest who is out", "actor's own"])
def test_with_a_guest_or_the_actors_own_in_the_round_no_page_that_the_room_sees_tells_it(
    leader: Client, owner: User, project: Project, round_: AssessmentRound, who: str
) -> None:
    first = first_of(round_)
    if who == "actor's own":
        represent(participant=member(round_), project_actor=first.candidacy.project_actor)
    else:
        seat = guest(round_)
        say(seat, first, 3, 3, 3, 3)
        if who == "guest who is out":
            show(round_, only=first.pk)
            take_out(by=owner, round_=round_, seats=[seat.pk])
            assert Participant.objects.get(pk=seat.pk).is_out
    show(round_)

    changed = what_earlier_values_change(leader, project, round_)

    about = [first] if who == "actor's own" else list(round_.subjects.all())
    for subject in about:
        assert url("runde-aktoer", round_.pk, subject.pk) not in changed
        assert url("runde-faelles", round_.pk, subject.pk) not in changed


def test_after_the_end_the_big_screen_does_not_tell_it_and_a_members_own_does(
    as_: As, owner: User, editor: User, project: Project, round_: AssessmentRound
) -> None:
    show(round_)
    close_round(by=owner, round_=round_)
    wall = as_(owner)
    hold_meeting(project)
    meeting = Meeting.objects.filter(project=project).latest("pk")
    Meeting.objects.filter(pk=meeting.pk).update(closed_at=None)
    wall.post(url("moede-begynd", meeting.pk))

    result = url("runde-resultat", round_.pk)
    assert "Sidst:" not in in_one_line(wall.get(result))
    assert "Sidst:" in in_one_line(as_(editor).get(result))
