"""Pages that belong to the site and not to any plan."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@login_not_required
def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Why the page is closed, and the `url` that the refusal offers instead, if it offers one."""
    context = {"exception": str(exception), "instead": getattr(exception, "url", "")}
    return render(request, "403.html", context, status=403)


@login_not_required
def too_many_requests(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Somebody tried something too often; every limit of theirs is over within five minutes (settings)."""
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = "300"
    return response


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement: the law wants it open to all."""
    return render(request, "accessibility.html")
