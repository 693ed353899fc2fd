"""Danish words for what the records hold. Used where a sentence is made; templates write single values themselves."""

from collections.abc import Iterable
from datetime import date

from django.utils.dates import MONTHS
from django.utils.formats import number_format
from django.utils.translation import gettext as _


def listed(parts: Iterable[str]) -> str:
    """ "a", "a og b", "a, b og c"."""
    *most, last = list(parts) or [""]
    return _("%(most)s og %(last)s") % {"most": ", ".join(most), "last": last} if most else last


def kroner(amount: int) -> str:
    """ "120.000 kr." with a space that does not break."""
    return f"{number_format(amount, force_grouping=True)}\xa0kr."


def day(value: date) -> str:
    """ "1. maj 2027"."""
    return f"{value.day}. {MONTHS[value.month]} {value.year}"


def question(text: str) -> str:
    """What somebody wrote as a question, with its mark."""
    return text if text.rstrip().endswith(("?", ".", "!")) else f"{text.rstrip()}?"
