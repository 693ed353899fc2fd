"""How long an assessment can be trusted (docs/method.md, Når en vurdering bliver gammel). Pure."""

from datetime import date
from typing import Final

from actors.calendar import add_months

HOLDS_FOR_MONTHS: Final = 6


def is_outdated(held_on: date, today: date) -> bool:
    """Whether more than six months of the calendar have gone. On the day itself it still holds."""
    return today > add_months(held_on, HOLDS_FOR_MONTHS)
