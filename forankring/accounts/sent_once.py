"""The same form sent twice is carried out once, whatever the cause: two presses, Back in the browser, a second try.

Every page that is shown masks Django's token in its own way, so the token tells which page was sent. What came of it is
stored in the same transaction as what it made: either both are there or neither (docs/adr/0054).
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Final

from django.apps import apps
from django.contrib import messages
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from forankring.accounts.came_back import WRITTEN_BY
from forankring.accounts.models import SentForm
from forankring.whole import END

KEPT_FOR: Final = timedelta(days=30)  # as long as a draft; a page that was open for longer has lost its session twice
_WAITS: Final = (0.05, 0.1, 0.2, 0.4, 0.8)  # seconds, for the answer of a sending that is being carried out right now
_TOKEN: Final = re.compile(r"[A-Za-z0-9]{64}")
_PAGE: Final = "sendt-side"  # the token a page had at first, when Back has fetched it anew (static/app.js)
# What a page says of itself, whatever is typed in it; the last four are those of a form that is kept in drafts.
_NO_CONTENT: Final = {
    "csrfmiddlewaretoken", END, _PAGE, WRITTEN_BY, "version", "fane", "fra-kladde", "fortalt",
}  # fmt: skip


class SentBeforeError(Exception):
    """The same page was sent with the same content before; `sent` tells what came of it."""

    def __init__(self, sent: SentForm) -> None:
        super().__init__()
        self.sent = sent


@contextmanager
def once(request: HttpRequest) -> Iterator[list[models.Model]]:
    """A transaction for what a sent form makes. Put the rows in the list it gives: gone, they can be made again.

    Raises:
        SentBeforeError: it is made already. The middleware answers it with the first answer.
    """
    key = _key_of(request)
    with transaction.atomic():
        made: list[models.Model] = []
        sent = _claim(key) if key else None
        yield made
        if sent and made:
            sent.made_kind, sent.made = made[0]._meta.label_lower, [row.pk for row in made]
            sent.save(update_fields=["made_kind", "made"])
    # Noted when it is known: nothing is drawn while the transaction is open.
    request.sent_form = sent  # type: ignore[attr-defined]


def refuse_sent_before(request: HttpRequest) -> None:
    """For a form that was not taken: what the same form made before may be why ("Der er allerede en aktør …").

    Raises:
        SentBeforeError: it made something before.
    """
    if sent := _sent_before(request):
        raise SentBeforeError(sent)


class SentOnceMiddleware:
    """Gives the first answer again, and notes it the first time. Stands below the sign-in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if sent := getattr(request, "sent_form", None):
            SentForm.objects.filter(pk=sent.pk).update(answer=response.headers.get("Location", ""))
        elif response.status_code == 200 and (before := _sent_before(request)):
            # What the first one made may be why this one was refused: "Der er allerede en aktør med det navn."
            return _answer_again(request, before)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return _answer_again(request, error.sent) if isinstance(error, SentBeforeError) else None


def page_of(request: HttpRequest) -> str:
    """Which page was sent; "" when it does not tell, and for whoever is not signed in."""
    if request.method != "POST" or not request.user.is_authenticated:
        return ""
    token = request.POST.get(_PAGE) or request.POST.get("csrfmiddlewaretoken", "")
    return token if _TOKEN.fullmatch(token) else ""


def forget_sent_forms(now: datetime) -> int:
    """Remove what was sent more than `KEPT_FOR` ago. How many there were."""
    return SentForm.objects.older_than(now - KEPT_FOR).delete()[0]


def _key_of(request: HttpRequest) -> dict[str, Any]:
    """What the sending is known by; nothing when its page does not tell which it is."""
    page = page_of(request)
    if not page:
        return {}
    said = sorted((name, values) for name, values in request.POST.lists() if name not in _NO_CONTENT)
    # Keyed: nobody can find out from the table what somebody answered.
    content = salted_hmac("forankring.sent_once", repr((request.get_full_path(), said)), algorithm="sha256").hexdigest()
    return {"person": request.user, "page": page, "content": content}


def _claim(key: dict[str, Any]) -> SentForm:
    sent = SentForm(**key, at=timezone.now())
    try:
        # Whoever sends the same at the same time waits here for the first.
        with transaction.atomic():
            sent.save(force_insert=True)
        return sent
    except IntegrityError:
        sent = SentForm.objects.select_for_update().get(**key)
    if _stands(sent):
        raise SentBeforeError(sent)
    sent.made, sent.answer, sent.at = [], "", timezone.now()
    sent.save()
    return sent


def _sent_before(request: HttpRequest) -> SentForm | None:
    key = _key_of(request)
    sent = SentForm.objects.filter(**key).first() if key else None
    return sent if sent and _stands(sent) else None


def _stands(sent: SentForm) -> bool:
    """Whether any of what it made is still there. What made no row of its own stands."""
    if not sent.made:
        return True
    model: Any = apps.get_model(sent.made_kind)
    return bool(model._default_manager.filter(pk__in=sent.made).exists())


def _answer_again(request: HttpRequest, sent: SentForm) -> HttpResponse:
    for wait in _WAITS:
        if sent.answer:
            break
        time.sleep(wait)
        sent.refresh_from_db(fields=["answer"])
    messages.info(request, _("Det var gemt i forvejen. Det står der kun én gang."))
    return redirect(sent.answer or _home_of(request))


def _home_of(request: HttpRequest) -> str:
    """Where to go when the server stopped before it had answered the first time."""
    slug = request.resolver_match.kwargs.get("slug") if request.resolver_match else None
    return reverse("project", args=[slug]) if slug else reverse("my_projects")
