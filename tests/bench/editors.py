"""Twenty people who write for a minute: what `manage.py serve` starts, on a database of its own.

`run()` starts this module once for SQLite and once for PostgreSQL (`.ci/with-postgres`, which does not wait for the
disk). All twenty work on one project, each on a task of their own; every three seconds each sends what is on the page,
by turns as the script does (a draft) and as the button does (a save, and the page again). The clients are threads of
this process, on the same machine as the server.
"""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import Any
from urllib.parse import urlencode

from tests.bench.table import Row, at_most, counted
from tests.forms import read_kept_form

EDITORS, EVERY, LASTS = 20, 3, 60
ROOT = Path(__file__).resolve().parents[2]


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        on_sqlite = os.environ | {"DATABASE_URL": f"sqlite:///{Path(folder) / 'editors.sqlite3'}"}
        results = [
            ("SQLite", _measured([], on_sqlite)),
            ("PostgreSQL", _measured([str(ROOT / ".ci/with-postgres")], dict(os.environ))),
        ]
    rows = []
    for name, found in results:
        what = f"{EDITORS} editors on {name}, {found['sent']} sent in {LASTS} s"
        rows += [
            at_most(f"{what}: 95 % answered within", found["within"], 250, "ms"),
            counted(f"{what}: errors", found["errors"], 0),
            counted(f"{what}: acknowledged texts that are gone", found["lost"], 0),
        ]
    return rows


def _measured(before: list[str], environment: dict[str, str]) -> dict[str, Any]:
    command = [*before, sys.executable, "-m", "tests.bench.editors"]
    done = subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@dataclass
class Editor:
    """One person at the page of one task."""

    port: int
    cookie: str
    address: str
    number: int
    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    acknowledged: str = ""
    csrf: str = ""

    def work(self, until: float) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        sleep(self.number * EVERY / EDITORS)
        self.page = self.open()
        turn = 0
        while monotonic() < until:
            began = monotonic()
            turn += 1
            try:
                self.send(f"Person {self.number} skriver for {turn}. gang.", by_button=turn % 2 == 0)
            except (OSError, http.client.HTTPException) as error:
                self.errors.append(repr(error))
                self.line.close()
            sleep(max(0, EVERY - (monotonic() - began)))

    def send(self, text: str, *, by_button: bool) -> None:
        answers = self.page | {"description": text} | ({} if by_button else {"gem-kladde": "1"})
        status, said = self.ask("POST", answers, accept="text/html" if by_button else "application/json")
        if status != (302 if by_button else 200):
            self.errors.append(f"{status} {said[:300]}")
            return
        self.acknowledged = text
        if by_button:
            self.page = self.open()

    def open(self) -> dict[str, Any]:
        status, page = self.ask("GET")
        if status != 200:
            self.errors.append(f"{status} {page[:300]}")
        return read_kept_form(page)

    def ask(self, method: str, answers: dict[str, Any] | None = None, accept: str = "text/html") -> tuple[int, str]:
        body = urlencode(answers, doseq=True) if answers else None
        token = answers["csrfmiddlewaretoken"] if answers else ""
        headers = {"Cookie": f"{self.cookie}; csrftoken={self.csrf}", "Accept": accept, "X-CSRFToken": token}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        start = perf_counter()
        self.line.request(method, self.address, body, headers)
        answer = self.line.getresponse()
        text = answer.read().decode()
        self.times.append((perf_counter() - start) * 1000)
        if found := re.search(r"csrftoken=([^;]+)", answer.headers.get("Set-Cookie", "")):
            self.csrf = found[1]
        return answer.status, text

    @property
    def has_lost(self) -> bool:
        """Whether the page shows something else than the last text that was acknowledged."""
        return bool(self.open()["description"] != self.acknowledged)


def _prepare() -> list[tuple[str, str]]:
    """Twenty people signed in and a task for each: the cookie and the address."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "forankring.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse

    from projects.models import Project
    from tests.factories import MembershipFactory, TaskFactory

    call_command("serve", prepare_only=True, stdout=sys.stderr)
    call_command("demo", verbosity=0)
    project = Project.objects.get(slug="lektiecafeen")
    prepared = []
    for _number in range(EDITORS):
        client = Client()
        client.force_login(MembershipFactory(programme=project.programme, role="editor").user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        address = reverse("opgaver-ret", args=[project.slug, TaskFactory(project=project).pk])
        prepared.append((f"{settings.SESSION_COOKIE_NAME}={cookie}", address))
    return prepared


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


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


def main() -> None:
    prepared, port = _prepare(), _free_port()
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=sys.stderr) as server:
        try:
            _wait_for(port, server)
            editors = [Editor(port, cookie, address, n) for n, (cookie, address) in enumerate(prepared)]
            until = monotonic() + LASTS
            threads = [threading.Thread(target=editor.work, args=[until]) for editor in editors]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            times = sorted(time for editor in editors for time in editor.times)
            lost = [editor.number for editor in editors if editor.has_lost]
        finally:
            server.terminate()
    errors = [error for editor in editors for error in editor.errors]
    for error in errors[:5]:
        print(error, file=sys.stderr)
    within = times[int(len(times) * 0.95)]
    print(json.dumps({"sent": len(times), "within": within, "errors": len(errors), "lost": len(lost)}))


if __name__ == "__main__":
    main()
