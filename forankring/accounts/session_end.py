"""When a person is signed out by itself, and how they stay."""

import time
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.http import HttpRequest

WARNED_BEFORE: Final = timedelta(minutes=5)
_RENEWED = "renewed_at"


def stay(request: HttpRequest) -> None:
    """Begin the session's time, or begin it again: it does not itself tell when that was.

    Writing in it makes Django store it and renew the cookie.
    """
    request.session[_RENEWED] = int(time.time())


def seconds_left(request: HttpRequest) -> int:
    """Until the person is signed out."""
    renewed = request.session.get(_RENEWED, int(time.time()))
    return max(0, renewed + settings.SESSION_COOKIE_AGE - int(time.time()))
