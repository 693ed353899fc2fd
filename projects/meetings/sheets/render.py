"""The sheets as HTML and as PDF."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from django.template.loader import render_to_string

from forankring.rendering.pdf import html_to_pdf
from projects.meetings.sheets import kinds, mapping_sheets, plan_sheets
from projects.meetings.sheets.kinds import SheetKind
from projects.models import Project

STYLE: Final = Path(__file__).with_name("sheets.css")

CONTENTS: Final[Mapping[str, Callable[..., dict[str, Any]]]] = {
    kinds.TASKS.slug: mapping_sheets.task_sheet,
    kinds.ACTORS.slug: mapping_sheets.actor_sheet,
    kinds.MATRIX.slug: mapping_sheets.matrix_sheet,
    kinds.INTERVIEW.slug: mapping_sheets.interview_sheet,
    kinds.ANALYSIS.slug: plan_sheets.analysis_sheet,
    kinds.PLAN.slug: plan_sheets.plan_sheet,
}


def sheets_html(project: Project, chosen: Sequence[SheetKind], *, blank: bool, today: date) -> str:
    """One document of the sheets chosen, each from a page of its own."""
    sheets = [{"kind": kind, **CONTENTS[kind.slug](project, blank=blank)} for kind in chosen]
    context = {"project": project, "sheets": sheets, "blank": blank, "today": today}
    return render_to_string("sheets/sheets_pdf.html", context)


def sheets_pdf(project: Project, chosen: Sequence[SheetKind], *, blank: bool, today: date) -> bytes:
    """PDF/A-3a and PDF/UA-1.

    Raises:
        PdfError: see forankring.rendering.pdf.
    """
    return html_to_pdf(sheets_html(project, chosen, blank=blank, today=today), STYLE)
