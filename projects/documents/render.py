"""A PlanDocument as HTML and as PDF."""

from pathlib import Path

from django.template.loader import render_to_string

from forankring.rendering.pdf import html_to_pdf
from projects.documents.document import PlanDocument
from projects.documents.sections import context_for

STYLE = Path(__file__).with_name("plan.css")


def plan_html(plan: PlanDocument) -> str:
    """The whole document that becomes the PDF."""
    return render_to_string("documents/plan_pdf.html", {**context_for(plan), "on_paper": True})


def plan_pdf(plan: PlanDocument) -> bytes:
    """PDF/A-3a and PDF/UA-1.

    Raises:
        PdfError: see forankring.rendering.pdf.
    """
    return html_to_pdf(plan_html(plan), STYLE)
