"""A PDF as a file that somebody asked for."""

import logging
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from forankring import log
from forankring.log import path_of
from forankring.rendering.pdf import PdfBusyError, PdfError
from forankring.rendering.turns import NoTurnError, a_turn

logger = logging.getLogger(__name__)


TRY_AGAIN = 5  # seconds


def pdf_file(
    request: HttpRequest, make: Callable[[], bytes], *, name: str | Callable[[], str], back: str
) -> HttpResponse:
    """The file under that name (without its ending); when it cannot be made, back to the page with the reason.

    When it is not the person's turn, a page says so and asks again by itself: the browser waits, no thread of ours.
    """
    try:
        with a_turn(str(request.user.pk)):
            body = make()
    except NoTurnError as error:
        page = render(request, "documents/waiting.html", {"is_own": error.is_own, "back": back}, status=503)
        page.headers["Retry-After"] = page.headers["Refresh"] = str(TRY_AGAIN)
        return page
    except PdfBusyError:
        messages.error(request, _("Der bliver lavet flere PDF'er lige nu. Vent et øjeblik, og prøv igen."))
        return redirect(back)
    except PdfError:
        logger.exception("No PDF at %s", path_of(request))
        messages.error(request, _("PDF'en kunne ikke laves lige nu. Prøv igen senere."))
        return redirect(back)
    log.event("downloaded", path=path_of(request))
    if callable(name):
        name = name()
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"', "Cache-Control": "private, no-store"}
    return HttpResponse(body, content_type="application/pdf", headers=headers)
