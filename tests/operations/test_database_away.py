"""While the database cannot be reached every page says so, in one line of the log; afterwards all is as before."""

import logging
import os
import re
import shlex
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.urls import NoReverseMatch, reverse

from forankring.database.away import is_away
from tests.addresses import ADDRESSES, Address
from tests.browser_client import Client
from tests.guards.test_every_url import OPEN
from tests.operations.conftest import Installation
from tests.serving.sites import LONG, free_port, is_alive, wait_until

WORDS = "Vi kan ikke få fat i databasen lige nu"
TYPED = "Det, I har skrevet, står stadig i vinduet."


def made_up(address: Address) -> str:
    for value in ("1", "aa"):
        with suppress(NoReverseMatch):
            return reverse(address.name, kwargs=dict.fromkeys(address.arguments, value))
    raise AssertionError(address)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Nothing reaches the database; each try is put down here."""
    tries: list[str] = []

    def refuse(self: BaseDatabaseWrapper) -> None:
        tries.append(self.alias)
        raise OperationalError("connection refused: hemmeligt")

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", refuse)
    return tries


@pytest.fixture
def signed_in() -> Client:
    """A browser with the cookie of a session that nobody can look up."""
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    return client


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_page_says_that_the_database_is_away(
    method: str, signed_in: Client, asked: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    for address in ADDRESSES:
        asked.clear()
        caplog.clear()
        answer = getattr(signed_in, method)(made_up(address))
        assert answer.status_code == 503, address
        if (address.name, method) != ("healthz", "get"):
            page = answer.content.decode()
            assert WORDS in page, address
            assert TYPED in page
            assert answer.headers["X-Request-ID"] in page
            assert answer.headers["Retry-After"]
        assert "hemmeligt" not in answer.content.decode()
        # Whoever waits ten seconds for each try waits for one.
        assert len(asked) == 1, address
        (written,) = (record for record in caplog.records if record.levelno >= logging.WARNING)
        assert "hemmeligt" in written.getMessage()
        assert not written.exc_info


@pytest.mark.parametrize("name", sorted(OPEN))
def test_a_page_for_those_without_an_account_is_no_fault_either(name: str, asked: list[str]) -> None:
    address = next(each for each in ADDRESSES if each.name == name)
    client = Client(raise_request_exception=False)
    for answer in (client.get(made_up(address)), client.post(made_up(address), {"login": "a", "password": "b"})):
        assert answer.status_code != 500
        assert answer.status_code < 500 or name == "healthz" or WORDS in answer.content.decode()


def test_a_script_that_saves_is_told_by_the_status_and_tries_again(signed_in: Client, asked: list[str]) -> None:
    answer = signed_in.post(reverse("profile"), {"name": "Ny"}, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()) == (503, {})


def test_an_unknown_address_needs_no_database(asked: list[str]) -> None:
    assert Client(raise_request_exception=False).get("/findes-ikke/").status_code == 404
    assert not asked


@pytest.mark.django_db
def test_a_question_that_cannot_be_asked_is_a_fault_of_ours() -> None:
    with pytest.raises(Exception, match="no_such_table") as wrong, connection.cursor() as cursor:
        cursor.execute("SELECT * FROM no_such_table")
    assert not is_away(wrong.value)
    assert not is_away(ValueError())
    assert not is_away(None)


def test_a_fault_that_follows_from_it_counts_as_it() -> None:
    second = ValueError()
    second.__context__ = OperationalError("gone")
    assert is_away(second)


# A real server, and a real database that goes and comes back ------------------------------------


class Postgres:
    """A server of the test's own, which can be stopped and started."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pid = self._pid()
        self.again: subprocess.Popen[bytes] | None = None

    def _pid(self) -> int:
        with suppress(OSError, ValueError, IndexError):
            lines = (self.folder / "data" / "postmaster.pid").read_text().splitlines()
            if lines[7].strip() == "ready":
                return int(lines[0])
        return 0

    def stop(self) -> None:
        os.kill(self.pid, signal.SIGINT)
        wait_until(lambda: not is_alive(self.pid))
        self.bury()

    def bury(self) -> None:
        """Who started a process asks how it ended."""
        if self.again:
            self.again.wait(LONG)

    def start(self) -> None:
        """As pg_ctl did, by the same user."""
        owner = (self.folder / "data").stat()
        user: dict[str, Any] = {}
        if owner.st_uid != os.getuid():
            user = {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []}
        command = shlex.split((self.folder / "data" / "postmaster.opts").read_text())
        log = (self.folder / "again.log").open("w")
        with log:
            self.again = subprocess.Popen(
                command,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **user,
            )
        wait_until(lambda: bool(self._pid()))
        self.pid = self._pid()


@contextmanager
def a_postgres() -> Iterator[tuple[str, Postgres]]:
    """Its address, and itself."""
    command = [str(settings.BASE_DIR / ".ci/with-postgres"), "sh", "-c", 'echo "$DATABASE_URL"; cat']
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        url = process.stdout.readline().strip()
        try:
            server = Postgres(Path(url.partition("host=")[2]))
            yield url, server
        finally:
            process.stdin.close()
            process.wait(LONG)
            server.bury()


class LockedFile:
    """A SQLite file that somebody writes in for longer than anybody waits."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def stop(self) -> None:
        self.line = sqlite3.connect(self.file, isolation_level=None)
        self.line.execute("BEGIN EXCLUSIVE")

    def start(self) -> None:
        self.line.execute("ROLLBACK")
        self.line.close()


@contextmanager
def a_database(installation: Installation) -> Iterator[tuple[Installation, Any]]:
    if connection.vendor == "sqlite":
        yield installation, LockedFile(installation.folder / "var" / "forankring.sqlite3")
        return
    with a_postgres() as (url, server):
        yield installation._replace(environment={**installation.environment, "DATABASE_URL": url}), server


@contextmanager
def a_server(installation: Installation, port: int) -> Iterator[Callable[[], str]]:
    """What it wrote so far."""
    log = installation.folder / "server.log"
    with log.open("w") as written:
        process = subprocess.Popen(
            [*installation.command()[:1], "-m", "forankring.server", "--port", str(port)],
            cwd=installation.folder, env=installation.environment, stdin=subprocess.DEVNULL, stderr=written,
        )  # fmt: skip
    try:
        yield log.read_text
    finally:
        process.terminate()
        process.wait(LONG)


SOMEBODY = """
from django.test import Client
from forankring.accounts.models import User
person = User.objects.create_user("en.til@pilebro.example")
client = Client(); client.force_login(person)
print("session", client.cookies["sessionid"].value)
"""


SOMEBODY_IS = """
from forankring.accounts.models import User
print("name", User.objects.get(email="en.til@pilebro.example").name)
"""


class Visitor:
    """Somebody who is signed in, and a monitor beside."""

    def __init__(self, port: int, session: str) -> None:
        self.port, self.session = port, session

    def save(self, name: str) -> tuple[int, str]:
        """A form of the person's: it reads and writes."""
        token = "t" * 32
        body = f"name={name}&organisation=&csrfmiddlewaretoken={token}&slut=name+organisation+csrfmiddlewaretoken+."
        headers = {
            "Cookie": f"sessionid={self.session}; csrftoken={token}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=120)) as line:
            line.request("POST", "/konto/", body, headers)
            answer = line.getresponse()
            return answer.status, answer.read().decode()

    def health(self) -> int:
        with suppress(OSError), closing(HTTPConnection("127.0.0.1", self.port, timeout=LONG)) as line:
            line.request("GET", "/healthz")
            return line.getresponse().status
        return 0


@pytest.mark.django_db(transaction=True)
def test_a_running_server_says_503_meanwhile_and_goes_on_by_itself(installation: Installation) -> None:
    with a_database(installation) as (place, database):
        for command in (["migrate"], ["collectstatic", "--no-input"]):
            prepared = place.manage(*command)
            assert prepared.returncode == 0, prepared.stderr
        session = re.search(r"session (\w+)", place.manage("shell", "-c", SOMEBODY).stdout)
        assert session
        visitor = Visitor(free_port(), session[1])
        with a_server(place, visitor.port) as written:
            wait_until(lambda: visitor.health() == 200)
            for time in range(1 if connection.vendor == "sqlite" else 2):
                # Each of the eight threads has a line of its own to the database.
                assert [visitor.save(f"A{n}")[0] for n in range(8)] == [302] * 8
                before = len(written())
                database.stop()
                try:
                    status, page = visitor.save(f"Tabt{time}")
                    assert status == 503, page
                    assert WORDS in page
                    # Who only reads is not kept out by a file that somebody writes in.
                    assert visitor.health() == (200 if connection.vendor == "sqlite" else 503)
                finally:
                    database.start()
                log = written()[before:]
                assert "Traceback" not in log
                assert "OperationalError" in log
                assert [visitor.save(f"B{n}")[0] for n in range(8)] == [302] * 8, "it goes on by itself"
                assert visitor.health() == 200
        assert "name B7" in place.manage("shell", "-c", SOMEBODY_IS).stdout
