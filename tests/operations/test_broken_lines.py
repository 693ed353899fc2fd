"""A line that breaks in the middle of a save, on the server as people have it: nothing in the database changes."""

import re
from typing import NamedTuple
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.urls import reverse

from projects.demo.people import PASSWORD
from tests.forms import forms_on
from tests.operations.conftest import Installation
from tests.operations.test_serve import serving
from tests.serving.sites import free_port, sent_and_broken_off

pytestmark = pytest.mark.django_db(transaction=True)
ROUND = """
from actors.concepts import Concept
from actors.models import Membership
from projects.models import Candidacy, Project
from projects.phases.analysis.rounds.services import open_round
project = Project.objects.get(slug="lektiecafeen")
leader = Membership.objects.filter(programme=project.programme, role="owner").first().user
asked = list(Candidacy.objects.filter(project_actor__project=project)[:1])
print("code:", open_round(by=leader, project=project, subjects=asked, concepts=list(Concept)).code)
"""


class Browser:
    """Cookies, and requests as bytes."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def request(self, method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
        headers |= {"Host": "127.0.0.1", "Content-Length": str(len(body)), "Connection": "close"}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
        return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body

    def ask(self, method: str, path: str, form: dict[str, list[str]] | None = None, **headers: str) -> "Answer":
        """Send the whole of it, and keep the cookies."""
        body = urlencode(form or {}, doseq=True).encode()
        answer = sent_and_broken_off(self.port, self.request(method, path, body, **headers))
        head, _line, page = answer.decode().partition("\r\n\r\n")
        self.cookies |= dict(re.findall(r"(?im)^set-cookie: ([^=]+)=([^;]*)", head))
        return Answer(int(head.split()[1]), page)


class Answer(NamedTuple):
    status: int
    page: str


def what_is_stored(installation: Installation) -> str:
    kept = ("--exclude=sessions", "--exclude=contenttypes", "--exclude=auth.permission")
    done = installation.manage("dumpdata", *kept)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_form_a_draft_and_a_guest_cut_off_at_every_tenth_byte_change_nothing(installation: Installation) -> None:
    asked = {} if connection.vendor == "sqlite" else {"DEMO": "1"}
    with serving(installation, port := free_port(), **asked):
        opened = installation.manage("shell", "-c", ROUND)
        found = re.search("code: (.+)", opened.stdout)
        assert found, opened.stderr
        person, guest = Browser(port), Browser(port)
        (sign_in,) = forms_with("login", person.ask("GET", reverse("account_login")).page)
        told = sign_in | {"login": ["ejer@pilebro.example"], "password": [PASSWORD]}
        assert person.ask("POST", reverse("account_login"), told).status == 302
        why = reverse("hvorfor", args=["lektiecafeen"])
        (form,) = forms_with("problem", person.ask("GET", why).page)
        assert form["problem"][0]
        form["problem"] = ["Noget helt andet, som er så langt, at det kan gå over midt i. " * 5]
        (join,) = forms_with("code", guest.ask("GET", reverse("deltag")).page)
        join |= {"code": [found[1]], "role": ["resident"]}

        before = what_is_stored(installation)
        for browser, path, fields, accept in (
            (person, why, form, "text/html"),
            (person, why, form, "application/json"),
            (guest, reverse("deltag"), join, "text/html"),
        ):
            whole = browser.request("POST", path, urlencode(fields, doseq=True).encode(), Accept=accept)
            for cut in range(10, len(whole), 10):
                assert sent_and_broken_off(port, whole[:cut]) == b"", f"{path} after {cut} bytes"
        assert what_is_stored(installation) == before

        # The same requests in one piece are taken.
        assert person.ask("POST", why, form).status == 302
        assert "Noget helt andet" in person.ask("GET", why).page
        assert guest.ask("POST", reverse("deltag"), join).status == 302


def forms_with(name: str, page: str) -> list[dict[str, list[str]]]:
    return [form for form in forms_on(page) if name in form]
