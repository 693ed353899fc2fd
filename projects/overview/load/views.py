"""The load of the actors, as a page and as a PDF. Readers do not see it: it says what is only proposed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from actors.models import Programme
from projects.access import Permission, get_programme
from projects.documents.files import pdf_file
from projects.meetings.papers import pdf_of
from projects.overview.load.reading import read_loads
from projects.overview.words import crumbs_below


@require_safe
def programme_load(request: HttpRequest, pk: int) -> HttpResponse:
    """What each actor carries in all the projects."""
    programme = get_programme(request.user, pk, needs=Permission.READ_WORKING_PLAN)
    return render(request, "overview/load.html", _context(programme))


@require_safe
def programme_load_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    programme = get_programme(request.user, pk, needs=Permission.READ_WORKING_PLAN)
    name = f"belastning-{slugify(programme.name)[:60]}-{timezone.localdate()}"

    def make() -> bytes:
        return pdf_of("overview/load_pdf.html", _context(programme))

    return pdf_file(request, make, name=name, back=reverse("programme_load", args=[pk]))


def _context(programme: Programme) -> dict[str, Any]:
    return {
        "programme": programme,
        "crumbs": crumbs_below(programme, _("Belastning")),
        "today": timezone.localdate(),
        "loads": read_loads(programme),
    }
