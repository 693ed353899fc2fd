"""The server as people have it (`manage.py serve`) on each database, and a browser's line to it."""

import gzip
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import perf_counter, sleep
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]


def measured_on_both(module: str) -> list[tuple[str, dict[str, Any]]]:
    """What the module prints last, as JSON, when it is started on SQLite and on PostgreSQL (`.ci/with-postgres`)."""
    with tempfile.TemporaryDirectory() as folder:
        on_sqlite = os.environ | {"DATABASE_URL": f"sqlite:///{Path(folder) / 'bench.sqlite3'}"}
        return [
            ("SQLite", _measured([], module, on_sqlite)),
            ("PostgreSQL", _measured([str(ROOT / ".ci/with-postgres")], module, dict(os.environ))),
        ]


def _measured(before: list[str], module: str, environment: dict[str, str]) -> dict[str, Any]:
    command = [*before, sys.executable, "-m", module]
    done = subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@contextmanager
def serving() -> Iterator[int]:
    """The port that the server answers on while the block runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=sys.stderr) as server:
        try:
            _wait_for(port, server)
            yield port
        finally:
            server.terminate()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _attempt in range(600):
        if server.poll() is not None:
            raise RuntimeError("The server stopped before it answered.")
        with suppress(OSError), closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as line:
            line.request("GET", "/healthz")
            if line.getresponse().status == 200:
                return
        sleep(0.2)
    raise RuntimeError("The server did not answer within two minutes.")


def session_cookie(client: Any) -> str:
    """What a browser sends that is who this test client is."""
    name: str = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"


class Line:
    """One browser: a line that stays open, a cookie, and how long each answer took in ms."""

    def __init__(self, port: int, cookie: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookie = cookie
        self.csrf = ""
        self.times: list[float] = []
        self.sent_to = ""  # where the last answer leads on to
        self.mark = ""  # of what it shows, when the page follows along

    def ask(self, method: str, address: str, answers: dict[str, Any] | None = None, **more: str) -> tuple[int, str]:
        """The status and the text; `more` are headers. When the line breaks: an OSError or an HTTPException."""
        body = urlencode(answers, doseq=True) if answers else None
        token = answers.get("csrfmiddlewaretoken", "") if answers else ""
        headers = {"Cookie": f"{self.cookie}; csrftoken={self.csrf}", "Accept": "text/html", "X-CSRFToken": token}
        headers["Accept-Encoding"] = "gzip"
        headers |= {name.replace("_", "-"): value for name, value in more.items()}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        start = perf_counter()
        self.connection.request(method, address, body, headers)
        answer = self.connection.getresponse()
        sent = answer.read()
        self.times.append((perf_counter() - start) * 1000)
        text = (gzip.decompress(sent) if answer.headers.get("Content-Encoding") == "gzip" else sent).decode()
        if found := re.search(r"csrftoken=([^;]+)", answer.headers.get("Set-Cookie", "")):
            self.csrf = found[1]
        self.sent_to = answer.headers.get("Location", "")
        self.mark = answer.headers.get("X-Mark", "")
        return answer.status, text


def within(times: list[float], share: float = 0.95) -> float:
    """What that share of them stayed within."""
    return sorted(times)[int(len(times) * share)]
