"""The pack before a meeting and the minutes after it: the same words as a page and as a PDF."""

from pathlib import Path
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from forankring.rendering.pdf import html_to_pdf
from projects.access import Permission, get_project
from projects.documents.files import pdf_file
from projects.meetings.agenda import steps_of
from projects.meetings.minutes import build_minutes
from projects.meetings.pack import build_pack, since_words
from projects.meetings.views import address, crumbs_to, find, may_lead
from projects.models import Meeting

STYLE: Final = Path(__file__).with_name("meeting.css")


@require_safe
def pack(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    meeting = _find(request, slug, pk)
    context = _pack(meeting) | _around(meeting, _("Mødepakke"))
    return render(request, "meetings/pack.html", context)


@require_safe
def pack_pdf(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    meeting = _find(request, slug, pk)
    context = _pack(meeting)
    return _file(request, meeting, "meetings/pack_pdf.html", context, context["pack"].file_name, "moede-oplaeg")


@require_safe
def minutes(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    meeting = _find(request, slug, pk)
    context = _minutes(meeting) | _around(meeting, _("Referat"))
    return render(request, "meetings/minutes.html", context)


@require_safe
def minutes_pdf(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    meeting = _find(request, slug, pk)
    context = _minutes(meeting)
    return _file(request, meeting, "meetings/minutes_pdf.html", context, context["minutes"].file_name, "moede-referat")


def pdf_of(template: str, context: dict[str, Any]) -> bytes:
    """PDF/A-3a and PDF/UA-1.

    Raises:
        PdfError: see forankring.rendering.pdf.
    """
    return html_to_pdf(render_to_string(template, {**context, "on_paper": True}), STYLE)


def _find(request: HttpRequest, slug: str, pk: int) -> Meeting:
    return find(get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN), pk)


def _around(meeting: Meeting, here: str) -> dict[str, Any]:
    """What the page has and the paper does not."""
    return {"crumbs": crumbs_to(meeting.project, meeting, here), "may_lead": may_lead(meeting.project)}


def _pack(meeting: Meeting) -> dict[str, Any]:
    made = build_pack(meeting, timezone.localdate())
    return {"project": meeting.project, "meeting": meeting, "pack": made, "since": since_words(made)}


def _minutes(meeting: Meeting) -> dict[str, Any]:
    made = build_minutes(meeting, steps_of(meeting))
    return {"project": meeting.project, "meeting": meeting, "minutes": made}


def _file(
    request: HttpRequest, meeting: Meeting, template: str, context: dict[str, Any], name: str, page: str
) -> HttpResponse:
    return pdf_file(request, lambda: pdf_of(template, context), name=name, back=address(meeting, page))
