"""What every page can say about whoever is signed in."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from forankring.accounts.came_back import mark_for
from forankring.accounts.session_end import WARNED_BEFORE, seconds_left


def person(request: HttpRequest) -> dict[str, Any]:
    """`written_by` marks a form with whom it was shown to; the rest is about when the session ends."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {
        "written_by": SimpleLazyObject(lambda: mark_for(user)),
        "seconds_left": seconds_left(request),
        "warned_before": int(WARNED_BEFORE.total_seconds()),
    }
