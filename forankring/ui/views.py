"""Pages that belong to the site and not to any plan."""

import logging
import sys

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from forankring import log
from forankring.database.away import is_away

TRY_AGAIN = 5  # seconds


@login_not_required
def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Why the page is closed, and the `url` that the refusal offers instead, if it offers one."""
    context = {"exception": str(exception), "instead": getattr(exception, "url", "")}
    return render(request, "403.html", context, status=403)


@login_not_required
def too_many_requests(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Somebody tried something too often; every limit of theirs is over within five minutes (settings)."""
    log.event("limited", level=logging.WARNING)
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = "300"
    return response


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours, with the number it has in the log; or the database is away, which passes.

    Neither page asks the database or the session for anything.
    """
    error = sys.exc_info()[1]
    context = {"number": getattr(request, "number", "")}
    if error is None or not is_away(error):
        return HttpResponse(render_to_string("500.html", context), status=500)
    log.because(request, error)
    if request.headers.get("Accept") == "application/json":
        response: HttpResponse = JsonResponse({}, status=503)
    else:
        response = HttpResponse(render_to_string("503.html", context), status=503)
    response.headers["Retry-After"] = str(TRY_AGAIN)
    return response


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement: the law wants it open to all."""
    return render(request, "accessibility.html")
