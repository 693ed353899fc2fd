"""Closed by default, also when the session ran out while somebody wrote; and nothing a page says is kept on the way."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from allauth.account.views import login
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from forankring.accounts import devices, session_end
from forankring.accounts.came_back import CARRIED, is_somebody_elses, pack, unpack
from forankring.accounts.sign_in import LoginForm

GetResponse = Callable[[HttpRequest], HttpResponse]


def keep_nowhere(get_response: GetResponse) -> GetResponse:
    """No browser and no proxy keeps an answer, whoever it was for: Back after signing out shows nothing.

    Style sheets, scripts and pictures are answered before this by WhiteNoise, and are kept.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        patch_cache_control(response, private=True, no_store=True)
        devices.make_known(request, response)
        return response

    return answer


def end_sessions(get_response: GetResponse) -> GetResponse:
    """Sign out whose time is over. What a page asks by itself while nobody is there does not count as use."""

    def answer(request: HttpRequest) -> HttpResponse:
        session_end.end_or_go_on(request, by_a_person=not _asks_by_itself(request))
        return get_response(request)

    return answer


def _asks_by_itself(request: HttpRequest) -> bool:
    if request.method in {"GET", "HEAD"}:
        return request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    return request.path == reverse("stay") and "ask" in request.POST


class SignInMiddleware(LoginRequiredMiddleware):
    """Django's own, but after signing in nobody is sent to an address that only takes a press.

    A GET leads back to its address. A form that was shown to somebody is answered by the sign-in page at the form's own
    address, with what was sent in it; when that person signs in there, the view gets it again as `request.POST` and
    `request.came_back` is true: it is to show the form, not to save it. Whatever else was asked leads back to the page
    it was pressed on. And a form that was shown to one person is not taken from another, who signed in since.
    """

    def process_view(self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any) -> Any:
        if request.user.is_authenticated and is_somebody_elses(request):
            if request.headers.get("Accept") == "application/json":
                return JsonResponse({}, status=403)
            return render(request, "403_csrf.html", status=403)
        return super().process_view(request, view_func, view_args, view_kwargs)

    # None lets the view go on.
    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> Any:
        if request.method in {"GET", "HEAD"}:
            return super().handle_no_permission(request, view_func)
        if request.headers.get("Accept") == "application/json":
            return JsonResponse({}, status=401)
        if CARRIED in request.POST:
            return _sign_in_again(request)
        if carried := pack(request):
            return ask_to_sign_in(request, carried)
        return redirect_to_login(page_before(request), resolve_url(self.get_login_url(view_func)))


def ask_to_sign_in(request: HttpRequest, carried: str) -> HttpResponse:
    """The sign-in page at the form's own address, with what was sent in it."""
    return render(request, "account/login.html", {"form": LoginForm(request=request), "carried": carried})


def _sign_in_again(request: HttpRequest) -> HttpResponseBase | None:
    """allauth's own sign-in with its limits, here; then the view, with what was sent before."""
    response = login(request)
    if not request.user.is_authenticated:
        return response.render() if hasattr(response, "render") else response
    answers = unpack(request)
    if answers is None:
        return redirect(request.get_full_path())
    request.POST = answers  # type: ignore[assignment]
    request.came_back = True  # type: ignore[attr-defined]
    messages.info(request, _("Du er logget ind igen. Her står det, du skrev. Det er ikke gemt for de andre endnu."))
    return None


def page_before(request: HttpRequest) -> str:
    """Path and query of the page with the button; "/" when the browser does not tell it or it is not ours.

    The path alone is judged too: one that begins with two slashes would be read as another host.
    """
    referer = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(referer, allowed_hosts={request.get_host()}):
        return "/"
    parts = urlsplit(referer)
    page = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return page if page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None) else "/"
