"""The load of the actors, as a page and as a PDF. Readers do not see it: it says what is only proposed."""

import logging
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from actors.models import Programme
from forankring.rendering.pdf import PdfBusyError, PdfError
from projects.access import Permission, get_programme
from projects.meetings.papers import pdf_of
from projects.overview.load.reading import read_loads
from projects.overview.words import crumbs_below

logger = logging.getLogger(__name__)


@require_safe
def programme_load(request: HttpRequest, pk: int) -> HttpResponse:
    """What each actor carries in all the projects."""
    programme = get_programme(request.user, pk, needs=Permission.READ_WORKING_PLAN)
    return render(request, "overview/load.html", _context(programme))


@require_safe
def programme_load_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    programme = get_programme(request.user, pk, needs=Permission.READ_WORKING_PLAN)
    try:
        body = pdf_of("overview/load_pdf.html", _context(programme))
    except PdfBusyError:
        messages.error(request, _("Der bliver lavet flere PDF'er lige nu. Vent et øjeblik, og prøv igen."))
        return redirect("programme_load", pk)
    except PdfError:
        logger.exception("No PDF of the load in helhedsplan %s", pk)
        messages.error(request, _("PDF'en kunne ikke laves lige nu. Læs den her på siden, og prøv igen senere."))
        return redirect("programme_load", pk)
    name = f"belastning-{slugify(programme.name)[:60]}-{timezone.localdate()}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(body, content_type="application/pdf", headers=headers)


def _context(programme: Programme) -> dict[str, Any]:
    return {
        "programme": programme,
        "crumbs": crumbs_below(programme, _("Belastning")),
        "today": timezone.localdate(),
        "loads": read_loads(programme),
    }
