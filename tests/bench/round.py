"""A round with forty people in it: each rates ten actors on the four concepts within a minute, all pages following.

`run()` starts this module once for SQLite and once for PostgreSQL, as the editors. Half of the forty are members, half
guests who joined by the code. Each chooses something every second, which the page saves as it is chosen, presses the
button after the fourth concept and is led on to the next actor; every page that is open asks every three seconds how
things are now, the leader's and the wall's too. At the end the database is asked whether every answer that was
acknowledged is there. The clients are threads of this process, beside the server.
"""

import http.client
import json
import os
import re
import sys
import threading
from dataclasses import dataclass, field
from random import Random
from time import monotonic, sleep
from typing import Any

from tests.bench.serving import Line, measured_on_both, serving, session_cookie, within
from tests.bench.table import Row, at_most, counted
from tests.forms import forms_on

MEMBERS, GUESTS, ACTORS = 20, 20, 10
ASKS_EVERY, CHOOSES_EVERY, LASTS = 3, 1, 60
CONCEPTS = ("understanding", "meaning", "ability", "will")
BROKEN = (OSError, http.client.HTTPException)


def run() -> list[Row]:
    rows = []
    for name, found in measured_on_both("tests.bench.round"):
        people = f"{MEMBERS + GUESTS} in a round on {name}"
        answers = MEMBERS * ACTORS + GUESTS * ACTORS
        rows += [
            at_most(
                f"{people}, {found['sent']} answers in {found['times']} savings: 95 % stored within",
                found["stored"],
                300,
                "ms",
            ),
            at_most(f"{people}, {found['asked']} other pages: 95 % shown within", found["shown"], 300, "ms"),
            counted(f"{people}: errors", found["errors"], 0),
            counted(f"{people}: answers that are gone", found["lost"] + answers - found["sent"], 0),
        ]
    return rows


@dataclass
class Screen:
    """A page that is open and follows along. `stored` are the times of the answers that were sent from it."""

    line: Line
    address: str
    number: int
    stored: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    asks_at: float = 0

    def work(self, until: float) -> None:
        sleep(self.number * ASKS_EVERY / (MEMBERS + GUESTS))
        self.trying(self.begin)
        self.asks_at = monotonic() + ASKS_EVERY
        while monotonic() < until:
            began = monotonic()
            self.trying(self.turn)
            sleep(max(0, CHOOSES_EVERY - (monotonic() - began)))

    def trying(self, work: Any) -> None:
        try:
            work()
        except BROKEN as error:
            self.errors.append(repr(error))
            self.line.connection.close()

    def begin(self) -> None:
        self.open(self.address)

    def turn(self) -> None:
        if monotonic() >= self.asks_at:
            self.asks_at += ASKS_EVERY
            self.follow()

    def open(self, address: str) -> None:
        self.address = address
        status, self.page = self.line.ask("GET", address)
        if status != 200:
            self.errors.append(f"{address} {status} {self.page[:300]}")
        self.mark = (re.findall(r'data-mark="([^"]*)"', self.page) or ["x"])[0]

    def follow(self) -> None:
        """What the page's own script does."""
        status, said = self.line.ask("GET", self.address, X_Following=self.mark)
        self.mark = self.line.mark or self.mark
        if status not in {200, 204}:
            self.errors.append(f"{self.address} {status} {said[:300]}")


@dataclass
class Person(Screen):
    """Somebody who answers about one actor after the other while the page follows along."""

    waiting: list[tuple[int, str]] = field(default_factory=list)  # what is still to be answered, and where
    acknowledged: dict[int, dict[str, str]] = field(default_factory=dict)
    chosen: int = 0  # of the concepts on the page that is open
    untouched: dict[str, str] = field(default_factory=dict)  # what that page would send as it came

    def open(self, address: str) -> None:
        super().open(address)
        asked = [form for form in forms_on(self.page) if "will_reason" in form]
        self.untouched = {name: values[0] for form in asked for name, values in form.items()}

    def begin(self) -> None:
        self.open(self.address)
        self.open(self.waiting[0][1])

    def turn(self) -> None:
        if self.waiting:
            self.answer(*self.waiting[0])
        super().turn()

    def answer(self, subject: int, address: str) -> None:
        """Choose about one more concept, or press the button when all are chosen."""
        if self.address != address:  # the answer before was refused
            self.open(address)
        answers = self.answers_about(subject)
        if self.chosen < len(CONCEPTS):
            self.chosen += 1
            so_far = {name: said for name, said in answers.items() if name.startswith(CONCEPTS[: self.chosen])}
            self.send(address, self.untouched | so_far, 200, Accept="application/json")
            return
        self.chosen = 0
        del self.waiting[0]
        if self.send(address, self.untouched | answers, 302):
            self.acknowledged[subject] = answers
            self.open(self.line.sent_to)

    def answers_about(self, subject: int) -> dict[str, str]:
        chance = Random(f"{self.number} {subject}")
        answers = {f"{concept}_answer": chance.choice(["2", "3", "4", "unknown"]) for concept in CONCEPTS}
        answers |= {f"{concept}_evidence": "conversation" for concept in CONCEPTS}
        return answers | {f"{concept}_reason": f"svar {self.number} om {subject}" for concept in CONCEPTS}

    def send(self, address: str, answers: dict[str, Any], wanted: int, **headers: str) -> bool:
        """Whether it was taken."""
        status, said = self.line.ask("POST", address, answers, **headers)
        self.stored.append(self.line.times.pop())
        if status != wanted:
            self.errors.append(f"{address} {status} {said[:300]}")
        return status == wanted


def main() -> None:
    people, screens = _prepare()
    with serving() as port:
        for screen in people + screens:
            screen.line.connection.port = port
        until = monotonic() + LASTS
        threads = [threading.Thread(target=screen.work, args=[until]) for screen in people + screens]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    stored = [time for person in people for time in person.stored]
    shown = [time for screen in people + screens for time in screen.line.times]
    errors = [error for screen in people + screens for error in screen.errors]
    for error in errors[:5]:
        print(error, file=sys.stderr)
    found = {
        "sent": sum(len(person.acknowledged) for person in people),
        "times": len(stored),
        "stored": within(stored),
        "asked": len(shown),
        "shown": within(shown),
    }
    print(json.dumps(found | {"errors": len(errors), "lost": _lost(people)}))


def _prepare() -> tuple[list[Person], list[Screen]]:
    """The round, its forty people with where each begins, and the leader's two screens."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "forankring.settings"
    import django

    django.setup()
    from django.core.management import call_command
    from django.urls import reverse

    from actors.concepts import Concept
    from projects.models import Project
    from projects.phases.analysis.rounds.services import open_round
    from tests.factories import CandidacyFactory, MembershipFactory

    call_command("serve", prepare_only=True, stdout=sys.stderr)
    call_command("demo", verbosity=0)
    project = Project.objects.get(slug="lektiecafeen")
    leader = MembershipFactory(programme=project.programme, role="owner").user
    subjects = [CandidacyFactory(project_actor__project=project, title="tovholder") for _number in range(ACTORS)]
    opened = open_round(by=leader, project=project, subjects=subjects, concepts=list(Concept))
    asked = list(opened.subjects.order_by("position").values_list("pk", flat=True))
    people = []
    for number in range(MEMBERS + GUESTS):
        if number < MEMBERS:
            cookie = _cookie(MembershipFactory(programme=project.programme, role="board").user)
            home = reverse("runde", args=[project.slug, opened.pk])
            places = [(pk, reverse("runde-svar", args=[project.slug, opened.pk, pk])) for pk in asked]
        else:
            cookie, home = _guests_cookie(opened.code), reverse("deltager")
            places = [(pk, reverse("deltager-svar", args=[pk])) for pk in asked]
        people.append(Person(Line(0, cookie), home, number, waiting=places))
    names = ("runde-led", "runde-deltag")
    urls = [reverse(name, args=[project.slug, opened.pk]) for name in names]
    return people, [Screen(Line(0, _cookie(leader)), url, place) for place, url in enumerate(urls)]


def _cookie(user: Any) -> str:
    from tests.browser_client import Client

    client = Client()
    client.force_login(user)
    return session_cookie(client)


def _guests_cookie(code: str) -> str:
    from django.urls import reverse

    from tests.browser_client import Client

    client = Client()
    client.post(reverse("deltag"), {"code": code, "role": "resident"})
    return session_cookie(client)


def _lost(people: list[Person]) -> int:
    """How many acknowledged answers the database holds otherwise than they were sent, or not at all."""
    from projects.models import Rating

    stored = {}
    for rating in Rating.objects.all():
        answer = "unknown" if rating.is_unknown else str(rating.score)
        stored[rating.reason, rating.subject_id, rating.concept] = answer
    return sum(
        any(stored.get((sent[f"{each}_reason"], subject, each)) != sent[f"{each}_answer"] for each in CONCEPTS)
        for person in people
        for subject, sent in person.acknowledged.items()
    )


if __name__ == "__main__":
    main()
