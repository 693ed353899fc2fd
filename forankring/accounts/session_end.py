"""When a person's session begins and ends: after some hours without use, and after some days in any case."""

import time
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest

from forankring import log

WARNED_BEFORE: Final = timedelta(minutes=5)
# A page that is opened begins the time again, but is not worth a write each time.
_WORTH_WRITING: Final = timedelta(minutes=5)
_BEGAN = "began_at"
_RENEWED = "renewed_at"
# Whoever signs in takes over the seats they had as a guest of a round.
_TAKEN_ALONG: Final = ("seats",)


def start_anew(request: HttpRequest) -> None:
    """Before somebody signs in: what the browser was before, such as a guest for weeks, ends here."""
    along: dict[str, Any] = {name: request.session[name] for name in _TAKEN_ALONG if name in request.session}
    request.session.flush()
    request.session.update(along)


def begin(request: HttpRequest) -> None:
    """Begin the session's time, once the person is in."""
    request.session[_BEGAN] = int(time.time())
    stay(request)


def stay(request: HttpRequest) -> None:
    """Begin the hours without use again: the session does not itself tell when that was.

    Writing in it makes Django store it and renew the cookie.
    """
    request.session[_RENEWED] = int(time.time())


def seconds_left(request: HttpRequest) -> int:
    """Until the person is signed out."""
    now = int(time.time())
    renewed = request.session.get(_RENEWED, now)
    ends = min(
        renewed + settings.SESSION_COOKIE_AGE,
        request.session.get(_BEGAN, renewed) + int(settings.SESSION_LASTS_AT_MOST.total_seconds()),
    )
    return max(0, ends - now)


def end_or_go_on(request: HttpRequest, *, by_a_person: bool) -> None:
    """Sign out whose time is over; what a person does, and not a page by itself, begins the hours again."""
    if SESSION_KEY not in request.session:
        return
    if not seconds_left(request):
        log.event("session_ended")
        logout(request)
    elif by_a_person and time.time() - request.session.get(_RENEWED, time.time()) > _WORTH_WRITING.total_seconds():
        stay(request)
