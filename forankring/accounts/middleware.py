"""Closed by default, also when the session ran out while somebody wrote."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


class SignInMiddleware(LoginRequiredMiddleware):
    """Django's own, but after signing in nobody is sent to an address that only takes a press.

    A GET leads back to its address. Whatever else was asked leads back to the page it was pressed on.
    """

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        if request.method in {"GET", "HEAD"}:
            return super().handle_no_permission(request, view_func)
        return redirect_to_login(_page_before(request), resolve_url(self.get_login_url(view_func)))


def _page_before(request: HttpRequest) -> str:
    """Path and query of the page with the button; "/" when the browser does not tell it or it is not ours."""
    referer = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(referer, allowed_hosts={request.get_host()}):
        return "/"
    parts = urlsplit(referer)
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
