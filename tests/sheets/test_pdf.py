"""Every sheet, empty and filled, is a PDF that can be read aloud, and nothing of it is cut."""

import io
import re
import subprocess
from pathlib import Path

import pytest
from django.utils import timezone
from pypdf import PdfReader

from projects.meetings.sheets.kinds import ALL, KINDS, SheetKind, kinds_of
from projects.meetings.sheets.render import sheets_pdf
from projects.models import CommitmentState, Project
from tests.documents.checks import (
    assert_accessible,
    assert_nothing_is_cut,
    assert_nothing_touches_the_margins,
    closed_up,
    text_of,
)
from tests.factories import (
    ActionFactory,
    CandidacyFactory,
    CommitmentFactory,
    ProjectActorFactory,
    TaskFactory,
)

LONG = "Ordentligt langt svar, som nogen har skrevet uden at tænke på, at det skal stå på et ark. " * 11
BOX = re.compile(r'<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">')
UNBROKEN = "Langtordudenmellemrum" * 7


@pytest.fixture
def filled(project: Project) -> Project:
    """A few rows as one would write them, and one whose texts are as long as they may be."""
    for number, name in enumerate(("Pilebroskolen", "Biblioteket", "Fædregruppen", "Driftskontoret"), start=1):
        task = TaskFactory(project=project, title=f"Opgave nummer {number}", task_type="LED", hours_operation=4)
        actor = ProjectActorFactory(project=project, actor__name=name, contributions=["time"])
        CommitmentFactory(task=task, project_actor=actor, state=CommitmentState.AGREED)
        CandidacyFactory(project_actor=actor, title="vært").tasks.add(task)
        action = ActionFactory(project=project, title=f"Tiltag nummer {number}", responsible="Projektleder")
        action.actors.add(actor)
    TaskFactory(project=project, title=LONG[:160], solved_today_by=UNBROKEN)
    ProjectActorFactory(project=project, actor__name=UNBROKEN[:120], current_role=LONG, limits=LONG)
    ActionFactory(project=project, title=LONG[:160], success_criterion=LONG[:240])
    return project


def assert_no_words_overlap(pdf: bytes, folder: Path) -> None:
    """What runs out of its cell lies over the words of the next one."""
    file = folder / "words.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True, text=True).stdout
    for page in told.split("<page ")[1:]:
        words = [tuple(map(float, found.groups())) for found in BOX.finditer(page)]
        for number, (left, top, right, bottom) in enumerate(words):
            for other in words[number + 1 :]:
                across = min(right, other[2]) - max(left, other[0])
                down = min(bottom, other[3]) - max(top, other[1])
                assert across < 1 or down < (bottom - top) / 2, (words[number], other)


def pdf_of(project: Project, slug: str, *, blank: bool) -> bytes:
    return sheets_pdf(project, kinds_of(slug), blank=blank, today=timezone.localdate())


@pytest.mark.parametrize("blank", [True, False], ids=["empty", "filled"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_a_sheet_is_accessible_and_whole(filled: Project, kind: SheetKind, blank: bool, tmp_path: Path) -> None:
    pdf = pdf_of(filled, kind.slug, blank=blank)

    assert_accessible(pdf, tmp_path)
    assert_nothing_is_cut(pdf)
    assert_nothing_touches_the_margins(pdf, tmp_path)
    assert_no_words_overlap(pdf, tmp_path)
    assert str(kind.title) in text_of(pdf)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.slug != "plan"], ids=lambda kind: kind.slug)
def test_an_empty_sheet_is_one_page(project: Project, kind: SheetKind) -> None:
    (page,) = PdfReader(io.BytesIO(pdf_of(project, kind.slug, blank=True))).pages

    assert (page.mediabox.width > page.mediabox.height) is kind.lies


def test_all_sheets_empty_are_one_file_with_a_heading_for_each(project: Project, tmp_path: Path) -> None:
    pdf = pdf_of(project, ALL, blank=True)

    assert_accessible(pdf, tmp_path)
    reader = PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 7
    text = text_of(pdf)
    assert [str(kind.title) for kind in KINDS if str(kind.title) not in text] == []
    assert reader.metadata
    assert reader.metadata.title == "Ark til at skrive på – Lektiecaféen"
    assert reader.root_object["/Lang"] == "da"


def test_long_answers_are_there_to_the_last_word(filled: Project) -> None:
    text = closed_up(text_of(pdf_of(filled, "aktoerkort", blank=False)))

    assert text.count(closed_up(LONG)) == 2
