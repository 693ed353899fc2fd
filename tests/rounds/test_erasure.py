"""When a round is over, nothing of a single answer is left: in no table, no copy, and none of the database's files."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import ConnectionHandler, connection
from django.urls import reverse

from forankring.accounts.models import User
from forankring.database.erasing import empty_the_log
from forankring.env import database
from projects.models import AssessmentRound, Candidacy, Project
from projects.phases.analysis.rounds.codes import key_of
from projects.phases.analysis.rounds.services import close_round
from tests.browser_client import Client
from tests.rounds.rows import first_of, running
from tests.rounds.screens import questions, url

As = Callable[[User], Client]
MEMBERS, GUESTS, TAKEN_OUT = "Næbdyret har jeg selv hørt", "Myreslugeren sagde nej", "Dovendyret kom to gange"
ALL = (MEMBERS, GUESTS, TAKEN_OUT)


def in_a_copy(folder: Path) -> list[str]:
    """Which of the words stand in a copy of the whole database, in SQLite also in pages that are free."""
    file = folder / f"kopi-{len(list(folder.iterdir()))}"
    call_command("backup", file, verbosity=0)
    found = file.read_bytes()
    if connection.vendor == "postgresql":
        program = shutil.which("pg_restore")
        assert program
        found = subprocess.run([program, "-f", "-", file], stdout=subprocess.PIPE, check=True).stdout
    return [words for words in ALL if words.encode() in found]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("end", ["runde-luk", "runde-afbryd"])
def test_no_word_of_an_answer_is_in_a_copy_made_after_the_end(
    as_: As, owner: User, board: User, project: Project, candidacy: Candidacy, tmp_path: Path, end: str
) -> None:
    """Said by a member, by a guest, by one who was taken out, and what each said first and changed."""
    round_ = running(project, owner, candidacy)
    address, way_in = questions(first_of(round_)), reverse("deltag") + f"?noegle={key_of(round_.code)}"
    as_(board).post(address, {"will_answer": "5", "will_reason": MEMBERS})
    for words in (GUESTS, TAKEN_OUT):
        phone = Client()
        phone.post(way_in, {"role": "resident"})
        about = reverse("deltager-svar", args=[first_of(round_).pk])
        phone.post(about, {"will_answer": "1", "will_reason": words}, headers={"Accept": "application/json"})
    assert in_a_copy(tmp_path) == list(ALL)
    leader = as_(owner)
    seat = round_.participants.filter(ratings__reason=TAKEN_OUT).get()
    leader.post(url("runde-pladser", round_.pk), {"seats": [str(seat.pk)], "pressed": "1"})
    as_(board).post(address, {"will_answer": "5", "will_reason": "Noget andet"})
    assert in_a_copy(tmp_path) == [GUESTS]

    leader.post(url(end, round_.pk))

    assert not AssessmentRound.objects.running().exists()
    assert in_a_copy(tmp_path) == []


@pytest.fixture
def site(db: None, tmp_path: Path) -> Iterator[Any]:
    """A SQLite file as the site opens it, whichever database the suite runs on."""
    handler = ConnectionHandler(
        {"default": dict(database("NO_SUCH_VARIABLE", local=f"sqlite:///{tmp_path}/site.sqlite3"))}
    )
    yield handler["default"]
    handler["default"].close()


def left_in_the_files(folder: Path) -> list[str]:
    return [file.name for file in sorted(folder.iterdir()) if MEMBERS.encode() in file.read_bytes()]


def say_and_delete(site: Any) -> None:
    with site.cursor() as cursor:
        cursor.execute("CREATE TABLE said (words TEXT)")
        cursor.execute("INSERT INTO said VALUES (%s)", [MEMBERS])
        cursor.execute("DELETE FROM said")


def test_what_is_deleted_leaves_the_file_beside_the_database_too(site: Any, tmp_path: Path) -> None:
    say_and_delete(site)
    assert left_in_the_files(tmp_path) == ["site.sqlite3-wal"]

    assert empty_the_log(site)

    assert left_in_the_files(tmp_path) == []
    assert site.cursor().execute("PRAGMA busy_timeout").fetchone() == (20_000,), "others are still waited for"


def test_whoever_reads_meanwhile_is_not_waited_for_long_and_the_next_time_empties_it(site: Any, tmp_path: Path) -> None:
    say_and_delete(site)
    other = site.copy()
    reading = other.cursor().execute("SELECT name FROM sqlite_master UNION ALL SELECT 'x'")
    reading.fetchone()
    with site.cursor() as cursor:
        cursor.execute("INSERT INTO said VALUES ('x')")

    assert not empty_the_log(site)

    reading.close()
    other.close()
    assert empty_the_log(site)
    assert left_in_the_files(tmp_path) == []


@pytest.mark.parametrize("by_command", [False, True])
def test_closing_a_round_and_the_command_of_the_night_empty_it(
    owner: User,
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
    *,
    by_command: bool,
) -> None:
    asked: list[bool] = []
    room = "projects.management.commands.clean_up" if by_command else "projects.phases.analysis.rounds.services"
    monkeypatch.setattr(f"{room}.empty_the_log", lambda: asked.append(True))
    round_ = running(project, owner)

    with django_capture_on_commit_callbacks(execute=True):
        if by_command:
            call_command("clean_up")
        else:
            close_round(by=owner, round_=round_)

    assert asked == [True]
