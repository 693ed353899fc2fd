"""Nobody sees a hidden answer: whatever they are, everything that anybody can open says exactly the same.

Each test draws everything there is, lets those who answered change their minds, and draws it again. What differs has
told something. It is tried while nothing is shown, while another actor is, and where fewer than three gave a score.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from actors.concepts import UNKNOWN, Answer, Concept
from forankring.accounts.models import User
from projects.models import ActorLink, AssessmentRound, Participant, Project, Rating, RoundResult, RoundSubject
from projects.phases.analysis.rounds.actor_voice import actors_of, begin, make_link
from projects.phases.analysis.rounds.answer_services import save_answers
from projects.phases.analysis.rounds.answers import Said
from projects.phases.analysis.rounds.services import close_round, join_as_member
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    ActorInterviewFactory,
    ActorRelationFactory,
    BudgetLineFactory,
    CandidacyFactory,
    CommitmentFactory,
    InterfaceFactory,
    OpenQuestionFactory,
    PartyFactory,
    SharedScoreFactory,
)
from tests.letting_go import let_go
from tests.meeting_rows import hold_meeting
from tests.outcomes import write_outcomes
from tests.rounds.eyes import (
    ABOUT_ACTORS,
    Places,
    editions_seen_by,
    kept_outside_the_answers,
    places_of,
    seen_by,
    seen_in_the_administration,
    unreached,
)
from tests.rounds.rows import guest, member, running

As = Callable[[User], Client]
ONE_WAY: dict[str, tuple[Answer, str, str]] = {
    "member": (1, "assumption", "Zebra"),
    "second": (5, "document", "Giraf"),
    "guest": (2, "conversation", "Flodhest"),
    "voice": (4, "observed", "Krokodille"),
}
ANOTHER: dict[str, tuple[Answer, str, str]] = {
    "member": (4, "conversation", "Pingvin"),
    "second": (UNKNOWN, "observed", ""),
    "guest": (5, "assumption", "Sæl"),
    "voice": (1, "document", "Hvalros"),
}
EVERYTHING = ("",)
ANIMALS = ("Zebra", "Giraf", "Flodhest", "Krokodille", "Pingvin", "Sæl", "Hvalros")


@dataclass
class Room:
    """A round about two actors with everybody in it, and the first of the two as what is hidden."""

    round: AssessmentRound
    project: Project
    hidden: RoundSubject
    other: RoundSubject
    people: dict[str, Participant]
    browsers: dict[str, Client]
    places: Places

    def answer(self, answers: dict[str, tuple[Answer, str, str]], subject: RoundSubject | None = None) -> None:
        for name, said in answers.items():
            rows = {concept: Said(*said) for concept in Concept}
            save_answers(participant=self.people[name], subject=subject or self.hidden, answers=rows)

    def change_minds_after_the_reveal(self, names: tuple[str, ...]) -> None:
        """As if they had answered so from the start: what is shown takes no answers."""
        for name in names:
            score, evidence, reason = ANOTHER[name]
            rows = Rating.objects.filter(participant=self.people[name], subject=self.hidden)
            is_unknown = score is UNKNOWN
            rows.update(score=None if is_unknown else score, is_unknown=is_unknown, evidence=evidence, reason=reason)

    def show(self, subject: RoundSubject) -> None:
        RoundSubject.objects.filter(pk=subject.pk).update(revealed_at=timezone.now())


@pytest.fixture(autouse=True)
def one_moment() -> object:
    """Words such as "for 2 minutter siden" change by themselves."""
    with time_machine.travel("2026-11-22 10:00", tick=False):
        yield


@pytest.fixture
def room(project: Project, owner: User, editor: User, board: User, reader: User, stranger: User, as_: As) -> Room:
    """A project with a row of each kind, and everybody's browser."""
    commitment = CommitmentFactory(task__project=project, role="R")
    candidacies = [CandidacyFactory(project_actor=commitment.project_actor, title="tovholder")]
    candidacies.append(CandidacyFactory(project_actor__project=project, title="drift"))
    SharedScoreFactory(candidacy=candidacies[0], concept=Concept.ABILITY, score=2)
    for factory in (ActionFactory, BudgetLineFactory, InterfaceFactory, OpenQuestionFactory):
        factory(project=project)
    ActorInterviewFactory(project_actor=commitment.project_actor)
    let_go(project)
    hold_meeting(project)
    write_outcomes(project)
    ActorRelationFactory(from_actor__programme=project.programme)
    PartyFactory(programme=project.programme)
    round_ = running(project, owner, *candidacies, shows_names=True)
    hidden, other = round_.subjects.order_by("position")
    first, second = actors_of(round_)
    links = [make_link(by=owner, round_=round_, project_actor=actor) for actor in (first, second)]
    people = {"member": member(round_), "second": member(round_), "guest": guest(round_)}
    people["voice"] = begin(token=links[0].token)
    for user in (owner, editor, board):
        join_as_member(user=user, round_=round_)
    browsers = {"leader": as_(owner), "editor": as_(editor), "board": as_(board), "reader": as_(reader)}
    browsers |= {"stranger": as_(stranger), "nobody": Client(), "guest": Client(), "other_actor": Client()}
    browsers["guest"].post(reverse("deltag"), {"code": round_.code, "role": "resident"})
    browsers["other_actor"].post(reverse("stemme", args=[links[1].token]))
    return Room(round_, project, hidden, other, people, browsers, places_of(project, round_))


def everything(room: Room, admin_user: User, **browsers: tuple[str, ...]) -> dict[str, str]:
    """What the browsers named see of the addresses that begin so, what an administrator does, and what is stored."""
    seen = {}
    for name, only in browsers.items():
        pages = seen_by(room.browsers[name], room.places, only=only)
        seen |= {f"{name}: {url}": text for url, text in pages.items()}
    admin = Client()
    admin.force_login(admin_user)
    pages = seen_by(admin, room.places, only=ABOUT_ACTORS)
    seen |= {f"administrator: {url}": text for url, text in pages.items()}
    seen |= {f"administration: {url}": text for url, text in seen_in_the_administration(admin).items()}
    return seen | {f"table {name}": text for name, text in kept_outside_the_answers().items()}


def assert_the_same(before: dict[str, str], after: dict[str, str]) -> None:
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []


def test_the_walk_comes_to_every_address(room: Room) -> None:
    assert unreached(room.places) == []


def test_nothing_tells_what_was_answered_before_the_reveal(room: Room, admin_user: User) -> None:
    browsers = dict.fromkeys(["leader", "guest"], EVERYTHING)
    browsers |= dict.fromkeys(["board", "reader", "stranger", "nobody", "other_actor"], ABOUT_ACTORS)
    room.answer(ONE_WAY)
    before = everything(room, admin_user, **browsers) | editions_seen_by(room.browsers["leader"], room.project)

    room.answer(ANOTHER)

    after = everything(room, admin_user, **browsers) | editions_seen_by(room.browsers["leader"], room.project)
    assert_the_same(before, after)
    assert [name for name, text in before.items() if any(animal in text for animal in ANIMALS)] == []
    # The walk saw the round: who leads it is told how many have answered.
    led = before[f"leader: {reverse('runde-led', args=[room.project.slug, room.round.pk])}"]
    assert "Frivillig" in led


def test_showing_one_actor_tells_nothing_about_the_others(room: Room, admin_user: User) -> None:
    room.answer(ONE_WAY)
    room.answer(ONE_WAY, room.other)
    room.show(room.other)
    browsers = dict.fromkeys(["editor", "guest", "other_actor"], ABOUT_ACTORS)
    before = everything(room, admin_user, **browsers)

    room.answer(ANOTHER)

    assert_the_same(before, everything(room, admin_user, **browsers))
    shown = before[f"editor: {reverse('runde-aktoer', args=[room.project.slug, room.round.pk, room.other.pk])}"]
    assert "Zebra" in shown  # the walk does see what is shown


def test_fewer_than_three_scores_are_not_told_when_they_are_shown(room: Room, admin_user: User, owner: User) -> None:
    AssessmentRound.objects.update(shows_names=False)
    room.answer(ONE_WAY | {"second": (UNKNOWN, "", "")})
    room.show(room.hidden)
    browsers = dict.fromkeys(["leader", "guest", "other_actor"], ABOUT_ACTORS)
    before, kept_before = everything(room, admin_user, **browsers), kept_by_closing(room, owner)

    room.change_minds_after_the_reveal(("member", "guest"))

    assert_the_same(before, everything(room, admin_user, **browsers))
    assert kept_before == kept_by_closing(room, owner)


def kept_by_closing(room: Room, owner: User) -> list[tuple[object, ...]]:
    """What would be kept if the round were closed now."""
    columns = ("subject", "concept", "numeric", "unknown", "counts", "evidence", "median", "spread")
    with transaction.atomic():
        close_round(by=owner, round_=room.round)
        kept = list(RoundResult.objects.order_by("subject", "concept").values_list(*columns))
        transaction.set_rollback(True)
    return kept


def test_answers_sent_through_the_pages_are_kept_nowhere_else(room: Room, as_: As, board: User) -> None:
    """No draft, no event, no session: the words stand with the hidden answer alone."""
    words = {f"{concept.value}_reason": "Næsehornet" for concept in Concept}
    answers = words | {f"{concept.value}_answer": "3" for concept in Concept}
    doors = {
        "board": reverse("runde-svar", args=[room.project.slug, room.round.pk, room.hidden.pk]),
        "guest": reverse("deltager-svar", args=[room.hidden.pk]),
    }
    for name, url in doors.items():
        page = room.browsers[name].get(url).content.decode()
        assert "Næsehornet" not in page
        response = room.browsers[name].post(url, answers)
        assert response.status_code == 302, name

    assert Rating.objects.filter(reason="Næsehornet").count() == 2 * len(Concept)
    assert [name for name, text in kept_outside_the_answers().items() if "Næsehornet" in text] == []


def test_closing_leaves_no_answer_and_nobody_who_gave_one(room: Room, admin_user: User, owner: User) -> None:
    room.answer(ONE_WAY)

    close_round(by=owner, round_=room.round)

    assert not Rating.objects.exists()
    assert not Participant.objects.exists()
    assert not ActorLink.objects.exists()
    seen = everything(room, admin_user, leader=ABOUT_ACTORS)
    assert [name for name, text in seen.items() if any(animal in text for animal in ANIMALS)] == []
