"""Sheets to print and fill in by hand: a page that offers them, and the files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects.access import Permission, get_project
from projects.documents.files import pdf_file
from projects.meetings.sheets.kinds import KINDS, kinds_of
from projects.meetings.sheets.render import sheets_pdf
from projects.models import Project


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
    name = f"ark-{sheet}-{slug}{'-tomt' if blank else ''}-{today.isoformat()}"

    def make() -> bytes:
        return sheets_pdf(project, chosen, blank=blank, today=today)

    return pdf_file(request, make, name=name, back=reverse("ark", args=[slug]))


def _has_own(project: Project) -> bool:
    """Whether there is anything of one's own to print."""
    return project.tasks.exists() or project.project_actors.exists()
