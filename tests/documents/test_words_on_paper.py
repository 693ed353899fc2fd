"""Papers and mails keep to the glossary, as the pages do: what is read here is what leaves the program."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from html import unescape

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse

from forankring.accounts import outbox
from forankring.accounts.models import User
from forankring.help.pages import glossary
from projects.documents.build import build_plan
from projects.documents.render import plan_html
from projects.meetings.sheets.kinds import KINDS
from projects.meetings.sheets.render import sheets_html
from projects.models import Meeting, Project
from tests.browser_client import Client

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
# What the example's people wrote in their own words.
OF_THE_EXAMPLE = frozenset({"indsats", "interview", "koordinator"})


def avoided_in(text: str) -> list[str]:
    """The words of the glossary's column ”Undgå” that stand in the text."""
    words = {word for row in glossary() for word in row.avoided} - OF_THE_EXAMPLE
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?:en|et|er|erne|s)?\b", re.IGNORECASE)
    return sorted(set(pattern.findall(text)))


def words_of(html: str) -> str:
    body = re.sub(r"<style.*?</style>", " ", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", body)).replace("\u00ad", "")


def papers_of(project: Project, reader: Client) -> Iterator[tuple[str, str]]:
    """Every paper of a project, by name."""
    plan = build_plan(project, TODAY)
    yield "the working edition", plan_html(plan)
    yield "the shared edition", plan_html(plan.for_sharing())
    for blank in (True, False):
        yield "the sheets", sheets_html(project, KINDS, blank=blank, today=TODAY)
    for meeting in Meeting.objects.filter(project=project):
        for name in ("moede-oplaeg", "moede-referat"):
            yield name, reader.get(reverse(name, args=[project.slug, meeting.pk])).content.decode()


def test_the_check_finds_a_word_that_is_avoided() -> None:
    assert avoided_in("Projektets egne folk og bogholderen") == ["Projektets egne folk", "bogholderen"]


def test_no_paper_of_the_example_uses_a_word_that_the_glossary_avoids() -> None:
    call_command("demo", verbosity=0)
    reader = Client()
    reader.force_login(User.objects.get(email="ejer@pilebro.example"))

    found = {
        (project.slug, name, word)
        for project in Project.objects.select_related("programme", "focus_area").filter(
            programme__memberships__user__email="ejer@pilebro.example"
        )
        for name, html in papers_of(project, reader)
        for word in avoided_in(words_of(html))
    }

    assert found == set()


def test_no_mail_uses_a_word_that_the_glossary_avoids(
    client: Client,
    owner: User,
    project: Project,
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    client.force_login(owner)
    address = reverse("members", args=[project.programme.pk])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"email": "ny@pilebro.example", "role": "board"})
    client.logout()
    client.post(reverse("account_reset_password"), {"email": owner.email})

    outbox.wait()
    assert len(mail.outbox) == 2
    assert [word for one in mail.outbox for word in avoided_in(f"{one.subject}\n{one.body}")] == []
