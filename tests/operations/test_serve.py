"""`manage.py serve`, from an empty folder to people signing in over the wire."""

import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest
from django.db import connection
from django.urls import reverse

from projects.demo.people import PASSWORD, PEOPLE
from tests.operations.conftest import Installation

pytestmark = pytest.mark.django_db(transaction=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(installation: Installation, port: int, **variables: str) -> Iterator[str]:
    """The address, once it answers; what the server printed is in serve.log."""
    with (installation.folder / "serve.log").open("w") as log:
        process = subprocess.Popen(
            installation.command("serve", "--port", str(port)),
            cwd=installation.folder,
            env={**installation.environment, **variables},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            for _ in range(1200):
                assert process.poll() is None, (installation.folder / "serve.log").read_text()
                try:
                    build_opener().open(f"{address}/healthz").close()
                    break
                except URLError:
                    time.sleep(0.1)
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=20)


def read(browser: OpenerDirector, address: str, **form: str) -> str:
    with browser.open(address, urlencode(form).encode() if form else None) as answer:
        return answer.read().decode()


def sign_in(address: str, email: str) -> str:
    """The page a person lands on."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    page = read(browser, address + reverse("account_login"))
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    told = {"login": email, "password": PASSWORD, "slut": "login password ."}
    return read(browser, address + reverse("account_login"), csrfmiddlewaretoken=token[1], **told)


def test_a_first_start_makes_everything_and_a_second_nothing_again(installation: Installation) -> None:
    # Into a database that somebody named, the demo comes only when asked for.
    asked = {} if connection.vendor == "sqlite" else {"DEMO": "1"}
    port = free_port()
    with serving(installation, port, **asked) as address:
        printed = (installation.folder / "serve.log").read_text()
        assert address in printed
        assert "Statiske filer er samlet" in printed
        assert PASSWORD in printed
        for person in PEOPLE:
            assert person.email in printed
            assert reverse("account_logout") in sign_in(address, person.email), person.email
        style = re.search(r'href="(/static/dkfds/css/[^"]+\.css)"', read(build_opener(), address + "/konto/log-ind/"))
        assert style
        assert "@font-face" in read(build_opener(), address + style[1])
        with pytest.raises(HTTPError, match="404"):
            build_opener().open(f"{address}/static/findes-ikke.css")
        # While it serves, the port is taken, and that is said in one line.
        second = installation.manage("serve", "--port", str(port))
        assert second.returncode != 0
        assert second.stderr.strip() == f"CommandError: Port {port} er optaget. Vælg en anden: make run PORT=8001"

    with serving(installation, port):
        printed = (installation.folder / "serve.log").read_text()
    # What took the time is not done again, and the people are still told.
    assert "Lægger demoen ind" not in printed
    assert "Statiske filer er samlet" not in printed
    assert PASSWORD in printed


def test_a_database_that_somebody_named_gets_no_demo_unasked(installation: Installation) -> None:
    named = installation.environment.get("DATABASE_URL") or f"sqlite:///{installation.folder / 'egen.sqlite3'}"
    own = installation._replace(environment={**installation.environment, "DATABASE_URL": named})
    prepared = own.manage("serve", "--prepare-only")
    assert prepared.returncode == 0, prepared.stderr
    assert PASSWORD not in prepared.stdout
    code = "from forankring.accounts.models import User; print('people:', User.objects.count())"
    assert "people: 0" in own.manage("shell", "-c", code).stdout
