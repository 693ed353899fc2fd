"""Browsers where a person has signed in before.

Whoever knows somebody's address can send wrong passwords for it, and each person's tries are limited. So that this
shuts nobody out where they usually work, tries from a browser they have signed in with are counted for themselves.
"""

import secrets
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from forankring.accounts.models import User

KEPT_FOR: Final = timedelta(days=180)
MOST_PEOPLE: Final = 8  # who share one browser; whoever signed in longest ago goes first
_SALT: Final = "forankring.accounts.devices"


def mark_of(request: HttpRequest, email: str) -> str:
    """The mark this browser got when the person with the address signed in here; "" when they never did."""
    known = _known(request)
    person = User.objects.filter(email=email).values_list("pk", flat=True).first() if known else None
    return known.get(str(person), "")


def signed_in(request: HttpRequest, person: Any) -> None:
    """Note that the person is in, so that the answer makes the browser known."""
    request.signed_in_now = person.pk  # type: ignore[attr-defined]


def make_known(request: HttpRequest, response: HttpResponseBase) -> None:
    """Leave a mark in the browser when somebody signed in during this request."""
    person = getattr(request, "signed_in_now", None)
    if person is None:
        return
    known = _known(request)
    mark = known.pop(str(person), "") or secrets.token_urlsafe(12)
    kept = dict([*known.items(), (str(person), mark)][-MOST_PEOPLE:])
    response.set_cookie(
        settings.KNOWN_DEVICE_COOKIE_NAME,
        signing.dumps(kept, salt=_SALT),
        max_age=KEPT_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _known(request: HttpRequest) -> dict[str, str]:
    """Person → mark, for those who have signed in with this browser, the latest last."""
    try:
        known: dict[str, str] = signing.loads(
            request.COOKIES.get(settings.KNOWN_DEVICE_COOKIE_NAME, ""), salt=_SALT, max_age=KEPT_FOR
        )
    except signing.BadSignature:
        return {}
    return known
