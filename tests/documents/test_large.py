"""A plan with 40 actors, 60 tasks and 100 actions is as correct and readable as a small one."""

import io
from pathlib import Path

from pypdf import PdfReader

from tests.documents.checks import (
    assert_accessible,
    assert_nothing_is_cut,
    assert_nothing_touches_the_margins,
    closed_up,
    text_of,
)
from tests.documents.large import large
from tests.documents.plans import pdf_of

MOST_PAGES = 110


def test_a_large_plan_is_whole_accessible_and_inside_its_margins(tmp_path: Path) -> None:
    plan = large()
    pdf = pdf_of(plan)
    assert len(PdfReader(io.BytesIO(pdf)).pages) <= MOST_PAGES
    # The same sentences come again and again at the head of pages; outloud takes them for a running header.
    assert_accessible(pdf, tmp_path, besides="PAG-001")
    assert_nothing_is_cut(pdf)
    assert_nothing_touches_the_margins(pdf, tmp_path)
    together = closed_up(text_of(pdf))
    for row in (*plan.tasks, *plan.actions):
        assert together.count(closed_up(f"{row.code} {row.title}")) >= 2, row.code
    for actor in plan.actors:
        assert closed_up(f"{actor.code} {actor.name}") in together


def test_a_large_matrix_says_on_every_page_whose_columns_it_shows() -> None:
    sheets = [sheet for sheet in PdfReader(io.BytesIO(pdf_of(large()))).pages if sheet.mediabox.width > 800]
    assert len(sheets) > 4
    for sheet in sheets:
        words = sheet.extract_text().split()
        assert "Opgave" in words
        assert any(set(group) <= set(words) for group in _groups()), words[:20]


def _groups() -> list[list[str]]:
    """The actors whose columns stand side by side."""
    codes = [actor.code for actor in large().actors]
    return [codes[start : start + 10] for start in range(0, len(codes), 10)]
