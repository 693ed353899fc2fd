"""How long an assessment can be trusted (docs/method.md, Fase 3: "Når en vurdering bliver gammel"). Pure."""

from calendar import monthrange
from datetime import date
from typing import Final

HOLDS_FOR_MONTHS: Final = 6


def months_later(day: date, months: int) -> date:
    """The same day of the month that many months later; the month's last day where it has no such day."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_outdated(held_on: date, today: date) -> bool:
    """Whether more than six months of the calendar have gone. On the day itself it still holds."""
    # Compared in months first: a day near the end of the calendar has no day six months later.
    if (today.year - held_on.year) * 12 + today.month - held_on.month < HOLDS_FOR_MONTHS:
        return False
    return today > months_later(held_on, HOLDS_FOR_MONTHS)
