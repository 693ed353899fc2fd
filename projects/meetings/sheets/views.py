"""Sheets to print and fill in by hand: a page that offers them, and the files."""

import logging

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from forankring.rendering.pdf import PdfBusyError, PdfError
from projects.access import Permission, get_project
from projects.meetings.sheets.kinds import KINDS, kinds_of
from projects.meetings.sheets.render import sheets_pdf
from projects.models import Project

logger = logging.getLogger(__name__)


@require_safe
def sheets(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    crumbs = [
        (_("Mine projekter"), reverse("my_projects")),
        (project.name, reverse("project", args=[slug])),
        (_("Ark til at printe"), ""),
    ]
    context = {"project": project, "crumbs": crumbs, "kinds": KINDS, "has_own": _has_own(project)}
    return render(request, "sheets/sheets.html", context)


@require_safe
def sheet_pdf(request: HttpRequest, slug: str, sheet: str) -> HttpResponse:
    """One sheet, or all of them; with `tomt` only the room to write."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    chosen, blank, today = kinds_of(sheet), "tomt" in request.GET, timezone.localdate()
    if not chosen:
        raise Http404
    try:
        body = sheets_pdf(project, chosen, blank=blank, today=today)
    except PdfBusyError:
        messages.error(request, _("Der bliver lavet flere PDF'er lige nu. Vent et øjeblik, og prøv igen."))
        return redirect("ark", slug)
    except PdfError:
        logger.exception("No sheets of project %s", project.pk)
        messages.error(request, _("Arket kunne ikke laves lige nu. Prøv igen senere."))
        return redirect("ark", slug)
    name = f"ark-{sheet}-{slug}{'-tomt' if blank else ''}-{today.isoformat()}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(body, content_type="application/pdf", headers=headers)


def _has_own(project: Project) -> bool:
    """Whether there is anything of one's own to print."""
    return project.tasks.exists() or project.project_actors.exists()
