"""What can be done in a round at a moment, as pure functions (docs/method.md, Vurderingsrunder)."""

from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models import AssessmentRound, RoundSubject


class Ended(Enum):
    """Why an answer about a subject is no longer taken. The value is what the person is told."""

    CLOSED = _("Runden er lukket.")
    GONE = _("Runden er slut, eller din plads er taget ud.")
    REVEALED = _("Svarene er vist for gruppen og kan ikke ændres mere.")
    TOO_LATE = _("Fristen er gået. Mødelederen kan give mere tid.")


def why_ended(subject: RoundSubject, now: datetime) -> Ended | None:
    """Why the subject takes no answers at that moment; None when it does."""
    if not subject.round.is_running:
        return Ended.CLOSED
    if is_revealed(subject, now):
        return Ended.REVEALED
    return Ended.TOO_LATE if is_too_late(subject.round, now) else None


def is_revealed(subject: RoundSubject, now: datetime) -> bool:
    """Whether the group sees the answers. Announced some seconds ahead, they are hidden until then."""
    return subject.revealed_at is not None and subject.revealed_at <= now


def is_announced(subject: RoundSubject, now: datetime) -> bool:
    """Whether the leader has asked for the answers, and those who are at it are given a moment."""
    return subject.revealed_at is not None and subject.revealed_at > now


def shown_by(now: datetime, subject: str = "") -> Q:
    """What the group sees at that moment, as a condition: of subjects, or of what has a `subject` ("subject__")."""
    return Q(**{f"{subject}revealed_at__lte": now})


def hidden_at(now: datetime, subject: str = "") -> Q:
    """What nobody sees at that moment, also where it is announced."""
    return Q(**{f"{subject}revealed_at__isnull": True}) | Q(**{f"{subject}revealed_at__gt": now})


def shown_in(round_: AssessmentRound, now: datetime) -> list[tuple[int, bool]]:
    """The subjects that are shown or about to be, each with which of the two. For marks of pages. One query."""
    rows = round_.subjects.filter(revealed_at__isnull=False).order_by("pk").values_list("pk", "revealed_at")
    return [(pk, at is not None and at <= now) for pk, at in rows]


def is_too_late(round_: AssessmentRound, now: datetime) -> bool:
    """Whether the deadline has passed, if there is one."""
    return round_.deadline is not None and now >= round_.deadline


def end_of(day: date) -> datetime:
    """The moment the day is over in Denmark."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def last_day(deadline: datetime | None) -> date | None:
    """The day whose end is the deadline."""
    return timezone.localdate(deadline - timedelta(seconds=1)) if deadline else None


ABOUT_ROUNDS: Final = "rounds"


def about_round(round_: Any) -> str:
    """What an event of the round is about."""
    return f"round:{round_.pk}"
