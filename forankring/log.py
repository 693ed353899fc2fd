"""What stands in the log: one line for each request and for each thing about safety, without names, mails or keys.

    2026-11-28T10:17:34.123+01:00 WARNING forankring.requests id=k3v9x2m7qa person=5f0c1d2e3a4b from=192.0.2.0/24
    GET /projekter/lektiecafeen/ 404 12ms

(that is one line). The number is told to the caller too, in a header and on the page that says something went wrong. A
person is a keyed hash, an address is cut to its network. Only a fault of ours has a traceback.
"""

import logging
import re
import time
from collections.abc import Callable
from contextvars import ContextVar
from datetime import datetime
from ipaddress import ip_address, ip_network
from typing import Any, Final

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import DisallowedHost, PermissionDenied
from django.db import Error, transaction
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import get_random_string, salted_hmac

HEADER: Final = "X-Request-ID"
# Easy to read aloud and to type: no letter that looks like a digit.
_NUMBER: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_A_NUMBER: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")
_NETWORK: Final = {4: 24, 6: 48}  # bits of an address that are kept
# The parts of an address that may be read; what else a view takes may be a key.
_SHOWN: Final = frozenset("slug kind rule subject sheet concept app_label object_id".split())
_PART: Final = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
_WORD: Final = re.compile(r"[a-z][a-z.-]{0,20}")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]")
_MAIL: Final = re.compile(r"[^\s@<>\"'(=,:]+@[^\s@<>\"'),:;]+")
# PostgreSQL says there which values it was about.
_VALUES: Final = re.compile(r"^(DETAIL|CONTEXT|Failing row).*$\n?", re.MULTILINE)

_now: ContextVar[HttpRequest | None] = ContextVar("request", default=None)
_requests = logging.getLogger("forankring.requests")
_safety = logging.getLogger("forankring.safety")

Answering = Callable[[HttpRequest], HttpResponseBase]


def log_requests(get_response: Answering) -> Answering:
    """One line for each request, except for static files and good health. The outermost of all."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        request.number = _number(request)  # type: ignore[attr-defined]
        began, before = time.perf_counter(), _now.set(request)
        try:
            response = get_response(request)
            response.headers[HEADER] = request.number  # type: ignore[attr-defined]
            _line(request, response.status_code, (time.perf_counter() - began) * 1000)
        finally:
            _now.reset(before)
        return response

    return answer


def because(request: HttpRequest, reason: BaseException) -> None:
    """Let the request's own line end with this, in place of a traceback."""
    request.why = f"{type(reason).__name__}: {reason}"  # type: ignore[attr-defined]


def event(what: str, *, level: int = logging.INFO, **facts: Any) -> None:
    """One line about safety. Facts hold numbers and pseudonyms only."""
    _event(level, what, facts, _about(_now.get()))


def event_once_stored(what: str, **facts: Any) -> None:
    """The same about what is being written: no line when it is taken back."""
    about = _about(_now.get())
    transaction.on_commit(lambda: _event(logging.INFO, what, facts, about), robust=True)


def _event(level: int, what: str, facts: dict[str, Any], about: str) -> None:
    words = " ".join([what, *(f"{name}={fact}" for name, fact in facts.items())])
    _safety.log(level, words, extra={"about": about})


def pseudonym(whom: Any) -> str:
    """The same for the same person or text, and no way back without the key (settings.SECRET_KEY)."""
    return salted_hmac("forankring.log", str(whom), algorithm="sha256").hexdigest()[:12]


def path_of(request: HttpRequest) -> str:
    """The path without what may be a key, and without the query.

    Where no view answers, its first word only, if it is one: the rest may be a key with a letter too many.
    """
    match = request.resolver_match
    if match is None or match.route is None:
        first, *more = request.path.lstrip("/").split("/", 1)
        return f"/{first if _WORD.fullmatch(first) else '…' if first else ''}" + ("/…" if more else "")

    def shown(part: re.Match[str]) -> str:
        name = part[1] or part[2]
        value = match.kwargs.get(name)
        return str(value) if isinstance(value, int) or name in _SHOWN else "…"

    return "/" + _PART.sub(shown, match.route).lstrip("^").removesuffix("$")


class OnlyFaults(logging.Filter):
    """For Django's own line about an answer: ours says it, so only a fault of ours stays, with its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        if not record.exc_info or getattr(record, "status_code", 0) != 500:
            return False
        record.msg, record.args = "A fault of ours", ()
        return True


class Line(logging.Formatter):
    """The time, the level, who writes, what it is about, and the words; no mail address in any of it."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds")
        about = getattr(record, "about", None) or _about(getattr(record, "request", None) or _now.get())
        words = _CONTROL.sub(lambda found: repr(found[0])[1:-1], record.getMessage())
        text = " ".join(filter(None, [moment, record.levelname, record.name, about, words]))
        if record.exc_info:
            text += "\n" + _VALUES.sub("", self.formatException(record.exc_info))
        return _MAIL.sub("…@…", text)


def _number(request: HttpRequest) -> str:
    """What a proxy of ours gave it, else a new one."""
    given = request.headers.get(HEADER, "") if settings.ALLAUTH_TRUSTED_PROXY_COUNT else ""
    return given if _A_NUMBER.fullmatch(given) else get_random_string(10, _NUMBER)


def _line(request: HttpRequest, status: int, ms: float) -> None:
    if status < 400 and request.path.startswith((f"/{settings.STATIC_URL.lstrip('/')}", "/healthz")):
        return
    level = logging.INFO if status < 400 else logging.WARNING if status < 500 else logging.ERROR
    why = getattr(request, "why", "") or (_wrong_host(request) if status == 400 else "")
    words = [request.method, path_of(request), status, f"{ms:.0f}ms", why]
    about = _about(request, is_answered=status != 503)
    _requests.log(level, " ".join(str(word) for word in words if word), extra={"about": about})


def _about(request: HttpRequest | None, *, is_answered: bool = True) -> str:
    """Without `is_answered` the session is not asked: its database is away."""
    if request is None:
        return ""
    person = _person(request) if is_answered else ""
    facts = {"id": getattr(request, "number", ""), "person": person, "from": _network(request)}
    return " ".join(f"{name}={fact or '-'}" for name, fact in facts.items())


def _person(request: HttpRequest) -> str:
    session = getattr(request, "session", None)
    if session is None or not session.accessed:
        return ""  # nothing asked who it is, so neither does the log
    try:
        pk = session.get(SESSION_KEY)
    except Error:
        return ""
    return pseudonym(pk) if pk else ""


def _network(request: HttpRequest) -> str:
    from allauth.account.adapter import get_adapter  # late: logging is set up before the models

    try:
        address = ip_address(get_adapter().get_client_ip(request))
    except (ValueError, PermissionDenied):
        return ""
    return str(ip_network((address, _NETWORK[address.version]), strict=False))


def _wrong_host(request: HttpRequest) -> str:
    try:
        request.get_host()
    except DisallowedHost:
        return "DisallowedHost (DJANGO_ALLOWED_HOSTS)"
    return ""
