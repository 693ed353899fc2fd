"""A PDF as a file that somebody asked for."""

import logging
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from forankring.rendering.pdf import PdfBusyError, PdfError

logger = logging.getLogger(__name__)


def pdf_file(request: HttpRequest, make: Callable[[], bytes], *, name: str, back: str) -> HttpResponse:
    """The file under that name (without its ending); when it cannot be made, back to the page with the reason."""
    try:
        body = make()
    except PdfBusyError:
        messages.error(request, _("Der bliver lavet flere PDF'er lige nu. Vent et øjeblik, og prøv igen."))
        return redirect(back)
    except PdfError:
        logger.exception("No PDF at %s", request.path)
        messages.error(request, _("PDF'en kunne ikke laves lige nu. Prøv igen senere."))
        return redirect(back)
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"', "Cache-Control": "private, no-store"}
    return HttpResponse(body, content_type="application/pdf", headers=headers)
