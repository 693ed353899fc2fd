"""A round that nobody closes: it is reminded of, and closes by itself at the next visit or in the night."""

import re
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import ConnectionHandler
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Event, Meeting, Participant, Project, Rating, RoundSubject
from projects.phases.analysis.rounds.actor_voice import actors_of, make_link
from projects.phases.analysis.rounds.codes import key_of
from projects.phases.analysis.rounds.forgotten import close_forgotten, close_if_forgotten
from projects.phases.analysis.rounds.services import cancel_round
from tests.browser_client import Client
from tests.meeting_rows import hold_meeting
from tests.rounds.rows import first_of, guest, running, say
from tests.rounds.screens import in_one_line, questions, url

As = Callable[[User], Client]
ITSELF = "Vurderingsrunden lukkede af sig selv."


@pytest.fixture
def round_(owner: User, project: Project, candidacies: list[Candidacy]) -> AssessmentRound:
    round_ = running(project, owner, *candidacies)
    say(guest(round_), first_of(round_), 2, 3, 4, 4)
    return round_


def age(round_: AssessmentRound, *, opened: int, shown: int | None = None, deadline: int | None = None) -> None:
    """Days since it was opened, since the first answers were shown, and until its deadline."""
    now = timezone.now()
    changes = {"opened_at": now - timedelta(days=opened)}
    if deadline is not None:
        changes["deadline"] = now + timedelta(days=deadline)
    AssessmentRound.objects.filter(pk=round_.pk).update(**changes)
    if shown is not None:
        RoundSubject.objects.filter(pk=first_of(round_).pk).update(revealed_at=now - timedelta(days=shown))
    round_.refresh_from_db()


@pytest.mark.parametrize(
    ("opened", "shown", "deadline", "closes"),
    [
        (29, None, None, False),
        (30, None, None, True),
        (20, 13, None, False),
        (20, 14, None, True),
        (200, 13, None, False),
        (200, 14, None, True),
        (40, None, 3, False),
        (40, None, -13, False),
        (40, None, -14, True),
        (14, None, None, False),
    ],
)
def test_it_closes_fourteen_days_after_the_reveal_and_thirty_after_opening(
    round_: AssessmentRound, opened: int, shown: int | None, deadline: int | None, *, closes: bool
) -> None:
    age(round_, opened=opened, shown=shown, deadline=deadline)

    assert close_forgotten(timezone.now()) == closes

    round_.refresh_from_db()
    assert round_.is_running is not closes
    assert Participant.objects.exists() is not closes
    assert Event.objects.filter(text=ITSELF).exists() is closes


def test_a_later_reveal_of_another_actor_gives_more_time(round_: AssessmentRound) -> None:
    age(round_, opened=60, shown=20)
    last = round_.subjects.order_by("position")[1]
    RoundSubject.objects.filter(pk=last.pk).update(revealed_at=timezone.now() - timedelta(days=2))

    assert close_forgotten(timezone.now()) == 0


def visits(round_: AssessmentRound, link: str) -> dict[str, tuple[str, str]]:
    """Where a member, and where a guest, meets the round."""
    first = first_of(round_)
    return {
        "seat": ("member", url("runde", round_.pk)),
        "questions": ("member", questions(first)),
        "lead": ("member", url("runde-led", round_.pk)),
        "reveal": ("member", url("runde-afsloering", round_.pk)),
        "list": ("member", url("runder")),
        "new": ("member", url("runder-ny")),
        "project": ("member", url("project")),
        "guest": ("guest", reverse("deltager")),
        "key": ("guest", reverse("deltag") + f"?noegle={key_of(round_.code)}"),
        "link": ("guest", reverse("stemme", args=[link])),
    }


@pytest.mark.parametrize(
    "where", ["seat", "questions", "lead", "reveal", "list", "new", "project", "guest", "key", "link"]
)
def test_whoever_comes_by_next_finds_it_closed(as_: As, owner: User, round_: AssessmentRound, where: str) -> None:
    link = make_link(by=owner, round_=round_, project_actor=actors_of(round_)[0])
    phone = Client()
    phone.post(reverse("deltag") + f"?noegle={key_of(round_.code)}", {"role": "resident"})
    who, address = visits(round_, link.token)[where]
    age(round_, opened=31)

    response = (as_(owner) if who == "member" else phone).get(address)

    assert response.status_code < 500
    round_.refresh_from_db()
    assert not round_.is_running
    assert not Rating.objects.exists()
    assert round_.code == ""


def test_a_guest_cannot_come_in_to_a_forgotten_round(round_: AssessmentRound) -> None:
    code = round_.code
    age(round_, opened=31)

    page = Client().post(reverse("deltag"), {"code": code, "role": "resident"}).content.decode()

    assert "Koden passer ikke" in page
    assert not Participant.objects.exists()


def test_the_command_closes_it_and_says_so(round_: AssessmentRound, capsys: pytest.CaptureFixture[str]) -> None:
    age(round_, opened=31)

    call_command("clean_up")

    assert "1 runde er lukket." in capsys.readouterr().out
    assert not AssessmentRound.objects.running().exists()


def test_the_log_does_not_say_that_somebody_did_it(as_: As, owner: User, round_: AssessmentRound) -> None:
    age(round_, opened=31)
    close_forgotten(timezone.now())

    page = in_one_line(as_(owner).get(url("project")))

    assert ITSELF in page
    assert f"En tidligere deltager</strong> {ITSELF}" not in page


def test_it_says_beforehand_when_it_closes(as_: As, owner: User, round_: AssessmentRound) -> None:
    browser = as_(owner)

    for page in (url("project"), url("runder"), url("runde-led", round_.pk)):
        assert re.search("lukker (den )?af sig selv", in_one_line(browser.get(page))), page


def test_ending_a_meeting_reminds_of_an_open_round(
    as_: As, owner: User, project: Project, round_: AssessmentRound
) -> None:
    hold_meeting(project)
    meeting = Meeting.objects.latest("pk")
    browser = as_(owner)
    browser.post(url("moede-begynd", meeting.pk))
    assert "En vurderingsrunde er stadig åben" in in_one_line(browser.get(url("moede", meeting.pk)))
    last = {"trin": "3"}
    browser.post(url("moede-trin", meeting.pk), last)
    assert "En vurderingsrunde er åben: luk den" in in_one_line(browser.get(url("project")))

    said = in_one_line(browser.post(url("moede-afslut", meeting.pk), follow=True))

    assert "Vurderingsrunden er stadig åben. Luk den, når I er færdige." in said
    AssessmentRound.objects.update(closed_at=timezone.now(), code="")
    browser.post(url("moede-aabn", meeting.pk))
    again = in_one_line(browser.post(url("moede-afslut", meeting.pk), follow=True))
    assert "Vurderingsrunden er stadig åben" not in again


def test_what_is_deleted_is_written_over_in_the_file(tmp_path: Path) -> None:
    """By the connection that the site itself opens: another one, opened without that, leaves the words there."""
    words = "Zebraen sagde nej " * 20

    def left_by(**options: object) -> bool:
        file = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite3"
        opened = options["open"](str(file))  # type: ignore[operator]
        opened.execute("CREATE TABLE said (words TEXT)")
        opened.execute("INSERT INTO said VALUES (?)", [words])
        opened.commit()
        opened.execute("DELETE FROM said")
        opened.commit()
        opened.close()
        return words.encode() in file.read_bytes()

    def as_the_site_does(name: str) -> sqlite3.Connection:
        # Also where the suite runs on PostgreSQL, which clears its pages by VACUUM.
        ours = ConnectionHandler({"default": {"ENGINE": "forankring.database.sqlite3", "NAME": name}})["default"]
        opened: sqlite3.Connection = ours.get_new_connection(ours.get_connection_params())
        return opened

    def without(name: str) -> sqlite3.Connection:
        plain = sqlite3.connect(name)
        plain.execute("PRAGMA secure_delete = OFF")
        return plain

    assert left_by(open=without)
    assert not left_by(open=as_the_site_does)


def test_a_round_that_is_broken_off_in_the_same_moment_is_over(round_: AssessmentRound) -> None:
    age(round_, opened=40)
    cancel_round(by=None, round_=AssessmentRound.objects.get(pk=round_.pk))

    assert close_if_forgotten(round_)
    assert not round_.is_running
