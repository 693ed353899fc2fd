"""The minutes: one page that says who was there by role, what was decided, and who does what by when."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from forankring.accounts.models import User
from forankring.rendering.pdf import PdfBusyError, PdfError
from projects.meetings import papers
from projects.meetings.minutes import SIZES, Rows, size_for
from projects.models import Meeting, Project
from tests.browser_client import Client
from tests.documents.checks import assert_accessible, assert_nothing_is_cut, assert_nothing_touches_the_margins, text_of
from tests.letting_go import DecisionFactory
from tests.meeting_rows import MeetingFactory, NextStepFactory

As = Callable[[User], Client]
rows = st.lists(st.tuples(st.text(max_size=400), st.text(max_size=120)), max_size=40)


def file_of(client: Client, meeting: Meeting) -> bytes:
    response = client.get(reverse("moede-referat-pdf", args=[meeting.project.slug, meeting.pk]))
    assert response.headers["Content-Type"] == "application/pdf"
    return bytes(response.content)


@pytest.fixture
def meeting(project: Project) -> Meeting:
    meeting: Meeting = MeetingFactory(
        project=project,
        place="Beboerhuset",
        present=["Formand", "Skoleleder"],
        step=3,
        spent=[400, 820, 95],
        apologies=["Driftschef"],
        annexes=["Udkast til aftale"],
    )
    MeetingFactory(project=project, kind="analysis", held_on=date(2026, 11, 1), place="Skolen")
    DecisionFactory(project=project, meeting=meeting, text="A10 er reserve.", body="Bestyrelsen")
    NextStepFactory(meeting=meeting, text="Ringe til skolen", owner="Projektleder", due_on=date(2026, 10, 1))
    NextStepFactory(meeting=meeting, text="Finde et lokale")
    return meeting


def test_the_minutes_are_one_accessible_page(as_: As, board: User, meeting: Meeting, tmp_path: Path) -> None:
    pdf = file_of(as_(board), meeting)

    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    words = text_of(pdf)
    for told in (
        "Formand, Skoleleder.",
        "A10 er reserve. Bestyrelsen",
        "Ringe til skolen Projektleder 1. oktober 2026",
        "Finde et lokale ingen endnu ingen dato",
        "2. Træf de vigtigste beslutninger",
        "Afbud: Driftschef.",
        "Næste møde Workshop 3: analyse og plan, 1. november 2026, Skolen.",
        "Bilag: Udkast til aftale.",
    ):
        assert told in words.replace("\u00a0", " ")
    assert "14 af 10 min." not in words  # no minutes tell that a point took too long
    assert_accessible(pdf, tmp_path)
    assert_nothing_is_cut(pdf)
    assert_nothing_touches_the_margins(pdf, tmp_path)


@pytest.mark.parametrize(("decisions", "steps"), [(3, 8), (8, 16), (10, 24)])
def test_a_long_meeting_still_has_one_page(
    as_: As, owner: User, meeting: Meeting, decisions: int, steps: int, tmp_path: Path
) -> None:
    for number in range(decisions):
        text = f"Beslutning {number}: " + "Styregruppen tog budgettet til efterretning og beder om et nyt. " * 2
        DecisionFactory(project=meeting.project, meeting=meeting, text=text, body="Den boligsociale bestyrelse")
    for _ in range(steps):
        text = "Sende et udkast til partnerskabsaftalen til skolen, biblioteket og foreningen"
        NextStepFactory(meeting=meeting, text=text, owner="Områdechef for fritid og kultur", due_on=date(2027, 5, 1))

    pdf = file_of(as_(owner), meeting)

    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    assert_accessible(pdf, tmp_path)


@given(rows, rows, st.text(max_size=2_000))
def test_more_text_is_never_written_larger(decisions: Rows, steps: Rows, present: str) -> None:
    sizes = [size.name for size in SIZES]

    fewer, more = size_for(decisions, []), size_for(decisions, steps, present)

    assert sizes.index(more) >= sizes.index(fewer)


def test_an_empty_meeting_says_what_was_not_written(as_: As, owner: User, project: Project, tmp_path: Path) -> None:
    pdf = file_of(as_(owner), MeetingFactory(project=project))

    words = text_of(pdf)
    assert "Ingen beslutninger." in words
    assert "Der blev ikke aftalt næste skridt." in words
    assert "Der er ikke aftalt et nyt møde." in words
    assert_accessible(pdf, tmp_path)


def test_nothing_that_was_typed_can_break_the_file(as_: As, owner: User, project: Project, tmp_path: Path) -> None:
    nasty = "</td></table><h1>{{ 1 }} & \u202e \U0001f468 " + "x" * 60
    meeting = MeetingFactory(project=project, place=nasty, present=[nasty])
    DecisionFactory(project=project, meeting=meeting, text=nasty, body=nasty)
    NextStepFactory(meeting=meeting, text=nasty, owner=nasty)

    assert_accessible(file_of(as_(owner), meeting), tmp_path)


@pytest.mark.parametrize(
    ("error", "words"),
    [(PdfBusyError("full"), "Vent et øjeblik, og prøv igen."), (PdfError("slow"), "PDF&#x27;en kunne ikke laves")],
)
def test_without_a_file_the_page_says_why(
    as_: As, owner: User, meeting: Meeting, error: PdfError, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> bytes:
        raise error

    monkeypatch.setattr(papers, "html_to_pdf", refuse)

    url = reverse("moede-referat-pdf", args=[meeting.project.slug, meeting.pk])
    shown = as_(owner).get(url, follow=True).content.decode()

    assert words in shown
    assert "A10 er reserve." in shown
