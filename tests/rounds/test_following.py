"""Pages that follow along: nothing is sent while nothing is new, and a full room asks as little as an empty one."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import AssessmentRound, Project, RoundSubject
from projects.phases.analysis.rounds.services import cancel_round, change_deadline, close_round
from tests.browser_client import Client
from tests.factories import CandidacyFactory
from tests.rounds.rows import first_of, guest, member, running, say

As = Callable[[User], Client]


@pytest.fixture
def round_(owner: User, project: Project) -> AssessmentRound:
    return running(project, owner)


def address(name: str, round_: AssessmentRound) -> str:
    subject = [first_of(round_).pk] if name == "runde-svar" else []
    return reverse(name, args=["lektiecafeen", round_.pk, *subject])


def mark_in(page: Any) -> str:
    _before, _found, after = page.content.decode().partition('data-mark="')
    mark: str = after.partition('"')[0]
    assert len(mark) == 16
    return mark


def ask(browser: Client, url: str, mark: str) -> Any:
    return browser.get(url, headers={"X-Following": mark})


@pytest.mark.parametrize("name", ["runde", "runde-svar", "runde-led"])
def test_nothing_is_sent_while_nothing_is_new(as_: As, owner: User, round_: AssessmentRound, name: str) -> None:
    browser, url = as_(owner), address(name, round_)
    browser.get(url)  # takes the seat
    page = browser.get(url)

    nothing = ask(browser, url, mark_in(page))

    assert (nothing.status_code, nothing.content) == (204, b"")
    assert "no-store" in nothing.headers["Cache-Control"]
    assert "X-Following" in nothing.headers["Vary"]
    assert "no-store" in page.headers["Cache-Control"]


@pytest.mark.parametrize("name", ["runde", "runde-svar"])
def test_whoever_answers_is_told_when_the_answers_are_shown(
    as_: As, board: User, round_: AssessmentRound, name: str
) -> None:
    browser, url = as_(board), address(name, round_)
    mark = mark_in(browser.get(url))
    RoundSubject.objects.update(revealed_at=timezone.now())

    new = ask(browser, url, mark)

    told = new.content.decode()
    assert new.status_code == 200
    assert reverse("runde-aktoer", args=["lektiecafeen", round_.pk, first_of(round_).pk]) in told
    assert "<html" not in told, "the part alone"
    assert ask(browser, url, new.headers["X-Mark"]).status_code == 204


def test_whoever_answers_is_told_of_the_deadline(as_: As, owner: User, board: User, round_: AssessmentRound) -> None:
    change_deadline(by=owner, round_=round_, deadline=timezone.now() + timedelta(minutes=1))
    browser, url = as_(board), address("runde-svar", round_)
    mark = mark_in(browser.get(url))

    assert ask(browser, url, mark).status_code == 204
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        assert "Fristen er gået." in ask(browser, url, mark).content.decode()


def test_whoever_answers_learns_nothing_of_how_many_others_have(as_: As, board: User, round_: AssessmentRound) -> None:
    browser, url = as_(board), address("runde", round_)
    mark = mark_in(browser.get(url))

    person = member(round_)
    come = ask(browser, url, mark)
    assert "Med i runden: 1 medlem og ingen gæster." in come.content.decode(), "who is in is everybody's to know"
    say(person, first_of(round_), 4, 4, 4, 4)

    assert ask(browser, url, come.headers["X-Mark"]).status_code == 204


def test_the_leader_is_told_when_somebody_comes_and_answers(as_: As, owner: User, round_: AssessmentRound) -> None:
    browser, url = as_(owner), address("runde-led", round_)
    mark = mark_in(browser.get(url))

    person = guest(round_, "Træner i boldklubben")
    come = ask(browser, url, mark)
    assert "Træner i boldklubben" in come.content.decode()
    say(person, first_of(round_), 4)
    begun = ask(browser, url, come.headers["X-Mark"])
    assert "er i gang" in begun.content.decode()
    say(person, first_of(round_), 4, 4)
    assert ask(browser, url, begun.headers["X-Mark"]).status_code == 204, "not even how many answers one has given"
    say(person, first_of(round_), 4, 4, 4, 4)
    done = ask(browser, url, begun.headers["X-Mark"])
    assert "<strong>1 af 1</strong>" in done.content.decode()


@pytest.mark.parametrize("name", ["runde", "runde-svar", "runde-led"])
@pytest.mark.parametrize("end", [close_round, cancel_round])
def test_the_page_is_sent_elsewhere_when_the_round_is_over(
    as_: As, owner: User, round_: AssessmentRound, name: str, end: Callable[..., Any]
) -> None:
    browser, url = as_(owner), address(name, round_)
    mark = mark_in(browser.get(url))

    end(by=owner, round_=round_)

    assert ask(browser, url, mark).status_code == 302


@pytest.mark.parametrize(("name", "most"), [("runde", 7), ("runde-svar", 7), ("runde-led", 11)])
def test_a_full_room_asks_as_little_as_an_empty_one(
    as_: As, owner: User, project: Project, name: str, most: int
) -> None:
    round_ = running(project, owner, *(CandidacyFactory(project_actor__project=project) for _each in range(2)))
    browser, url = as_(owner), address(name, round_)
    few = questions_of(browser, url)
    for _each in range(12):
        say(guest(round_), first_of(round_), 4, 3, 2, 1)
        say(member(round_), first_of(round_), 4, 3, 2, 1)

    many = questions_of(browser, url)

    assert many == few
    assert many[0] <= most


def questions_of(browser: Client, url: str) -> tuple[int, int]:
    """How often the database is asked by a page that follows and has the newest, and by one that has not."""
    mark = mark_in(browser.get(url))
    mark = ask(browser, url, mark).headers.get("X-Mark", mark)
    counts = []
    for has in (mark, "another"):
        with CaptureQueriesContext(connection) as queries:
            assert ask(browser, url, has).status_code == (204 if has == mark else 200)
        counts.append(len([query for query in queries if "SAVEPOINT" not in query["sql"]]))
    return counts[0], counts[1]


def test_without_a_script_a_link_opens_the_page_again(as_: As, owner: User, round_: AssessmentRound) -> None:
    for name in ("runde", "runde-svar", "runde-led"):
        page = as_(owner).get(address(name, round_)).content.decode()
        assert "Åbn siden igen for at se, om der er nyt" in page


def test_what_is_new_is_asked_for_more_often_than_every_three_seconds() -> None:
    script = (settings.BASE_DIR / "static" / "follow.js").read_text(encoding="utf-8")

    [every] = re.findall(r"^const EVERY = (\d+);", script, flags=re.MULTILINE)
    assert 1000 <= int(every) < 3000
