"""Twenty people who write for a minute: what `manage.py serve` starts, on a database of its own.

`run()` starts this module once for SQLite and once for PostgreSQL (`.ci/with-postgres`, which does not wait for the
disk). All twenty work on one project, each on a task of their own; every three seconds each sends what is on the page,
by turns as the script does (a draft) and as the button does (a save, and the page again). The clients are threads of
this process, on the same machine as the server.
"""

import http.client
import json
import os
import sys
import threading
from dataclasses import dataclass, field
from time import monotonic, sleep
from typing import Any

from tests.bench.serving import Line, measured_on_both, serving, session_cookie, within
from tests.bench.table import Row, at_most, counted
from tests.forms import read_kept_form

EDITORS, EVERY, LASTS = 20, 3, 60


def run() -> list[Row]:
    rows = []
    for name, found in measured_on_both("tests.bench.editors"):
        what = f"{EDITORS} editors on {name}, {found['sent']} sent in {LASTS} s"
        rows += [
            at_most(f"{what}: 95 % answered within", found["within"], 250, "ms"),
            counted(f"{what}: errors", found["errors"], 0),
            counted(f"{what}: acknowledged texts that are gone", found["lost"], 0),
        ]
    return rows


@dataclass
class Editor:
    """One person at the page of one task."""

    line: Line
    address: str
    number: int
    errors: list[str] = field(default_factory=list)
    acknowledged: str = ""

    def work(self, until: float) -> None:
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
                self.line.connection.close()
            sleep(max(0, EVERY - (monotonic() - began)))

    def send(self, text: str, *, by_button: bool) -> None:
        answers = self.page | {"description": text} | ({} if by_button else {"gem-kladde": "1"})
        accept = "text/html" if by_button else "application/json"
        status, said = self.line.ask("POST", self.address, answers, Accept=accept)
        if status != (302 if by_button else 200):
            self.errors.append(f"{status} {said[:300]}")
            return
        self.acknowledged = text
        if by_button:
            self.page = self.open()

    def open(self) -> dict[str, Any]:
        status, page = self.line.ask("GET", self.address)
        if status != 200:
            self.errors.append(f"{status} {page[:300]}")
        return read_kept_form(page)

    @property
    def has_lost(self) -> bool:
        """Whether the page shows something else than the last text that was acknowledged."""
        return bool(self.open()["description"] != self.acknowledged)


def _prepare() -> list[tuple[str, str]]:
    """Twenty people signed in and a task for each: the cookie and the address."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "forankring.settings"
    import django

    django.setup()
    from django.core.management import call_command
    from django.urls import reverse

    from projects.models import Project
    from tests.browser_client import Client
    from tests.factories import MembershipFactory, TaskFactory

    call_command("serve", prepare_only=True, stdout=sys.stderr)
    call_command("demo", verbosity=0)
    project = Project.objects.get(slug="lektiecafeen")
    prepared = []
    for _number in range(EDITORS):
        client = Client()
        client.force_login(MembershipFactory(programme=project.programme, role="editor").user)
        address = reverse("opgaver-ret", args=[project.slug, TaskFactory(project=project).pk])
        prepared.append((session_cookie(client), address))
    return prepared


def main() -> None:
    prepared = _prepare()
    with serving() as port:
        editors = [Editor(Line(port, cookie), address, n) for n, (cookie, address) in enumerate(prepared)]
        until = monotonic() + LASTS
        threads = [threading.Thread(target=editor.work, args=[until]) for editor in editors]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        times = [time for editor in editors for time in editor.line.times]
        lost = [editor.number for editor in editors if editor.has_lost]
    errors = [error for editor in editors for error in editor.errors]
    for error in errors[:5]:
        print(error, file=sys.stderr)
    print(json.dumps({"sent": len(times), "within": within(times), "errors": len(errors), "lost": len(lost)}))


if __name__ == "__main__":
    main()
