"""Whom an answer hides behind, and what a leader who tries can read: invented guests, few at a time, one person fewer.

Each test shows the same pages for different values of one person's answer. What differs has told something.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from actors.concepts import UNKNOWN, Answer, Concept
from actors.spread import are_enough
from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Participant, Project, Rating, RoundResult, RoundSubject
from projects.phases.analysis.rounds.answer_services import save_answers
from projects.phases.analysis.rounds.answers import Said
from projects.phases.analysis.rounds.services import close_round, join_as_member
from tests.browser_client import Client
from tests.factories import CandidacyFactory
from tests.rounds.rows import first_of, guest, member, running, say
from tests.rounds.screens import in_one_line as text
from tests.rounds.screens import questions, url

As = Callable[[User], Client]
VALUES: list[tuple[Answer, str]] = [(each, reason) for each in (1, 3, 5, UNKNOWN) for reason in ("", "Hemmeligheden")]
WILL = Concept.WILL


@pytest.fixture
def round_(owner: User, project: Project, candidacy: Candidacy) -> AssessmentRound:
    return running(project, owner, candidacy, concepts=[WILL])


def answer(person: Participant, subject: RoundSubject, said: Answer, reason: str = "") -> None:
    save_answers(participant=person, subject=subject, answers={WILL: Said(said, "conversation", reason)})


def pages(leader: Client, round_: AssessmentRound) -> list[str]:
    """What whoever leads can open, without what changes each time, and what would be kept."""
    subject = first_of(round_)
    names = ["runde-led", "runde-afsloering", "runde-luk", "runde-afbryd", "runder"]
    urls = [*(url(name, round_.pk) if name != "runder" else url(name) for name in names)]
    urls.append(url("runde-aktoer", round_.pk, subject.pk))
    seen = []
    for each in urls:
        for headers in ({}, {"X-Following": "x"}):
            page = leader.get(each, headers=headers)
            seen.append(f"{page.headers.get('X-Mark', '')} {bare(text(page))}")
    with transaction.atomic():
        close_round(by=None, round_=AssessmentRound.objects.get(pk=round_.pk))
        seen.append(
            repr(list(RoundResult.objects.order_by("pk").values_list("numeric", "unknown", "counts", "median")))
        )
        transaction.set_rollback(True)
    return seen


def bare(page: str) -> str:
    return re.sub(r'name="(csrfmiddlewaretoken|fane)" value="[^"]*"|nonce="[^"]*"|value="[^"]{40,}"', "", page)


def what_each_value_shows(leader: Client, round_: AssessmentRound, victim: Participant) -> list[list[str]]:
    """The leader's pages for each value the victim could have answered, as if they had answered so from the start."""
    seen = []
    for said, reason in VALUES:
        is_unknown = said is UNKNOWN
        rows = Rating.objects.filter(participant=victim)
        rows.update(score=None if is_unknown else said, is_unknown=is_unknown, reason=reason)
        seen.append(pages(leader, round_))
    return seen


def test_the_leaders_pages_are_the_same_whatever_somebody_tapped(as_: As, owner: User, round_: AssessmentRound) -> None:
    """Through the page's own saving, for it is that which could hold something back."""
    victim = member(round_)
    assert victim.user is not None
    browser, subject, seen = as_(victim.user), first_of(round_), []
    with time_machine.travel(timezone.now(), tick=False):
        for said, reason in VALUES:
            Rating.objects.all().delete()
            step = "unknown" if said is UNKNOWN else str(said)
            sent = {"will_answer": step, "will_reason": reason}
            kept = browser.post(questions(subject), sent, headers={"Accept": "application/json"})
            assert kept.json()["words"].startswith("Gemt")
            seen.append(pages(as_(owner), round_))

    assert all(each == seen[0] for each in seen)
    assert "<strong>1 af 1</strong> er færdige." in seen[0][0]


@pytest.mark.parametrize("invented", [0, 2, 3])
@pytest.mark.parametrize("leader_answers", [True, False])
def test_invented_guests_do_not_make_one_members_answer_readable(
    as_: As, owner: User, round_: AssessmentRound, invented: int, *, leader_answers: bool
) -> None:
    victim, subject = member(round_), first_of(round_)
    answer(victim, subject, 3)
    for _each in range(invented):
        answer(guest(round_), subject, 3)
    if leader_answers:
        answer(join_as_member(user=owner, round_=round_), subject, 3)
    leader = as_(owner)
    leader.post(url("runde-vis", round_.pk), {"alligevel": "1"}, follow=True)

    with time_machine.travel(timezone.now(), tick=False):
        seen = what_each_value_shows(leader, round_, victim)

    assert all(each == seen[0] for each in seen)


def test_two_members_beside_the_leader_are_too_few_and_three_are_enough(
    as_: As, owner: User, round_: AssessmentRound
) -> None:
    subject, leader = first_of(round_), as_(owner)
    answer(join_as_member(user=owner, round_=round_), subject, 1)
    for _each in range(2):
        answer(member(round_), subject, 5)
    leader.post(url("runde-vis", round_.pk))
    page = text(leader.get(url("runde-aktoer", round_.pk, subject.pk)))
    assert "3 svarede." in page
    assert "edian " not in page.replace("hverken fordeling, median eller spredning", "")

    RoundSubject.objects.update(revealed_at=None)
    answer(member(round_), subject, 5)
    leader.post(url("runde-vis", round_.pk))
    shown = text(leader.get(url("runde-aktoer", round_.pk, subject.pk)))
    assert "4 vurderede." in shown
    assert "Median 5, spredning 4." in shown
    assert "Svarene kommer fra 4 medlemmer og 0 gæster." in shown


@pytest.mark.parametrize(
    ("signed_in", "guests", "enough"), [(3, 0, True), (2, 2, False), (2, 3, True), (0, 5, True), (0, 4, False)]
)
def test_three_who_are_signed_in_or_five_in_all(signed_in: int, guests: int, *, enough: bool) -> None:
    assert are_enough(signed_in, guests) is enough


def test_each_actor_shown_alone_has_its_own_threshold(as_: As, owner: User, project: Project) -> None:
    both: list[Candidacy] = [CandidacyFactory(project_actor__project=project) for _each in range(2)]
    round_ = running(project, owner, *both, concepts=[WILL])
    first, second = round_.subjects.order_by("position")
    victim, *others = [member(round_) for _each in range(3)]
    for person in (victim, *others):
        answer(person, first, 3)
    answer(victim, second, 3)
    leader = as_(owner)
    leader.post(url("runde-vis", round_.pk), {"subject": str(first.pk)})

    refused = leader.post(url("runde-vis", round_.pk), {"subject": str(second.pk), "alligevel": "1"}, follow=True)

    assert "Under tre har svaret om" in text(refused)
    second.refresh_from_db()
    assert second.revealed_at is None


def test_a_round_with_names_shows_the_first_answer(
    as_: As, owner: User, project: Project, candidacy: Candidacy
) -> None:
    round_ = running(project, owner, candidacy, concepts=[WILL], shows_names=True)
    answer(member(round_, name="Anna Bæk"), first_of(round_), 4)
    leader = as_(owner)
    leader.post(url("runde-vis", round_.pk))

    assert "<strong>Anna Bæk:</strong> 4 af 5" in text(leader.get(url("runde-aktoer", round_.pk, first_of(round_).pk)))
    closed = close_round(by=owner, round_=round_)
    assert RoundResult.objects.get(subject__round=closed).counts == [], "closing deletes the one answer"


def test_nobody_having_answered_spends_nothing(as_: As, owner: User, round_: AssessmentRound) -> None:
    for people in range(3):
        told = as_(owner).post(url("runde-vis", round_.pk), {"alligevel": "1"}, follow=True)
        assert "Under tre har svaret om" in text(told)
        assert first_of(round_).revealed_at is None, people
        answer(member(round_), first_of(round_), UNKNOWN)
    as_(owner).post(url("runde-vis", round_.pk))
    assert first_of(round_).revealed_at is not None, "whether it is shown depends on how many, never on what"


def test_who_is_not_done_is_said_and_the_telephones_get_twenty_seconds(
    as_: As, owner: User, board: User, project: Project, candidacy: Candidacy
) -> None:
    round_ = running(project, owner, candidacy)
    subject, leader, phone = first_of(round_), as_(owner), as_(board)
    for _each in range(3):
        say(member(round_), subject, 4, 4, 4, 4)
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        late = join_as_member(user=board, round_=round_)
        say(late, subject, 2)
        asked = leader.post(url("runde-vis", round_.pk))
        assert str(board) in text(asked)
        assert "er i gang" in text(asked)
        assert first_of(round_).revealed_at is None

        leader.post(url("runde-vis", round_.pk), {"alligevel": "1"})
        assert "Om højst 20 sekunder vises svarene." in text(phone.get(questions(subject)))
        assert "Median" not in text(leader.get(url("runde-aktoer", round_.pk, subject.pk)))
    with time_machine.travel(now + timedelta(seconds=19), tick=False):
        say(late, subject, 2, 2, 2, 2)
    with time_machine.travel(now + timedelta(seconds=21), tick=False):
        assert phone.post(questions(subject), {"will_answer": "5"}).status_code == 409
        assert "4 vurderede." in text(leader.get(url("runde-aktoer", round_.pk, subject.pk)))


def test_who_took_part_by_kind_is_kept(round_: AssessmentRound, owner: User) -> None:
    for _each in range(3):
        answer(member(round_), first_of(round_), 4)
    for _each in range(2):
        answer(guest(round_), first_of(round_), UNKNOWN)

    close_round(by=owner, round_=round_)

    [kept] = RoundResult.objects.values_list("members", "guests", "unknown", "numeric")
    assert kept == (3, 2, 2, 3)


def test_everybody_sees_who_is_in_before_answering(as_: As, board: User, round_: AssessmentRound) -> None:
    member(round_)
    for role in ("Beboer", "Beboer", "Nabo"):
        guest(round_, role)

    pages: list[Any] = [as_(board).get(each) for each in (url("runde", round_.pk), questions(first_of(round_)))]

    for page in pages:
        assert "Med i runden: 1 medlem og 3 gæster: 2 × Beboer og Nabo." in text(page)
