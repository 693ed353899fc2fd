"""Numbers as Danes write them: 120.000,5 · 28.000,- kr. · 7,5 timer om ugen. One reader for forms and pasted lines.

A number that may be read in two ways is refused: "28,000" is 28 to a Dane and 28.000 to a Briton.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_lazy as _

from forankring.ui.misread import Misread

NBSP: Final = "\N{NO-BREAK SPACE}"

NO_NUMBER: Final = _("Skriv tallet med cifre, for eksempel 1.234,5.")
POINT_OR_COMMA: Final = _(
    "Det kan læses på to måder. Skriv tusinder med punktum og decimaler med komma, for eksempel 1.234,5."
)

_LONGEST: Final = 60
_HALF: Final = "½"
# Thousands all by point or all by space, and then at most two decimals after a comma.
_DANISH: Final = re.compile(r"([0-9]+|[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+))(?:,([0-9]{1,2}))?")
# A point before the decimals is what machines write. With two of them it may be a clock, or a zero left out.
_MACHINES: Final = re.compile(r"([0-9]{1,3}\.[0-9]|[0-9]{4,}\.[0-9]{1,2})")
_DIGITS: Final = re.compile(r"[0-9., ]+")

_BEFORE: Final = re.compile(r"(?:kr\.?|dkk)\s*(?=[-+0-9])")
_AFTER: Final = re.compile(r"\s*(?:kr\.?|dkk|kroner)$")
_DASH: Final = re.compile(r"\s*[.,]\s?--?$")
_FACTOR: Final = re.compile(r"\s*(?:(mio\.?|millioner|million)|tusinde?|t\.?(?=\s?kr))(?:\s*(?:kr\.?|kroner))?$")
_HOURS: Final = re.compile(r"\s*(?:timer|time|t)\.?$")


class Period(StrEnum):
    """What a number counts for."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    TOTAL = "total"
    OTHER = "other"


_PERIODS: Final = (
    (Period.WEEK, r"ugen|uge|ugentligt|ugentlig|ugtl\.?"),
    (Period.MONTH, r"måneden|måned|månedligt|månedlig|mdr\.?|md\.?|mnd\.?"),
    (Period.YEAR, r"året|år|årligt|årlig|p\.?\s?a\.?"),
    (Period.TOTAL, r"i alt|alt|ialt|samlet"),
    (Period.OTHER, r"dagen|dag|dagligt|gangen|gang|kvartalet|kvartal|halvåret|halvår|skoleåret"),
)
_PERIOD: Final = re.compile(
    r"(?:^|(?<=[\s/0-9.,)½-]))(?:/\s*|pr\.?\s*|per\s+|om\s+|i\s+|hver\s+|hvert\s+)?"
    + "(?:" + "|".join(f"(?P<{period}>{words})" for period, words in _PERIODS) + r")\.?$"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and the period it was written to count for, or None where nothing was written."""

    number: Decimal
    period: Period | None = None


def read_number(text: str) -> Decimal:
    """The number in "1.234,5", "1 234,5", "1234,5", "1.5" or "1½".

    Raises:
        Misread: it is no number, or may be another one.
    """
    squeezed = _tidy(text)
    sign, digits = ("-", squeezed[1:].lstrip()) if squeezed[:1] == "-" else ("", squeezed.removeprefix("+").lstrip())
    half = digits.endswith(_HALF)
    digits = digits.removesuffix(_HALF).rstrip() or "0" if half else digits
    if (match := _DANISH.fullmatch(digits)) and not (half and match[2]):
        value = Decimal(re.sub(r"[. ]", "", match[1]) + ("." + match[2] if match[2] else ""))
    elif not half and _MACHINES.fullmatch(digits):
        value = Decimal(digits)
    elif _DIGITS.fullmatch(digits) and re.search("[0-9]", digits):
        raise Misread(POINT_OR_COMMA)
    else:
        raise Misread(NO_NUMBER)
    value += Decimal("0.5") if half else 0
    return -value if sign else value


def read_kroner(text: str) -> Quantity:
    """The amount in "120.000", "28.000,- kr.", "kr. 120 000,50", "1,5 mio. kr." or "28.000 kr. om året".

    Raises:
        Misread: it is no amount, or may be another one.
    """
    rest, period = split_period(_tidy(text))
    rest, factor = _BEFORE.sub("", rest, count=1), 1
    if match := _FACTOR.search(rest):
        factor, rest = (1_000_000 if match[1] else 1000), rest[: match.start()]
    else:
        rest = _DASH.sub("", _AFTER.sub("", rest))
    return Quantity(read_number(rest) * factor, period)


def read_hours(text: str) -> Quantity:
    """The hours in "7,5", "7½ time", "60 timer om året" or "2 t/uge".

    Raises:
        Misread: it is no number of hours, or may be another one, as "7.30" may be a clock.
    """
    rest, period = split_period(_tidy(text))
    return Quantity(read_number(_HOURS.sub("", rest)), period)


def split_period(text: str) -> tuple[str, Period | None]:
    """The text without the period at its end, and the period: "Timer pr. år" → "Timer", a year."""
    match = _PERIOD.search(text)
    if not match or not match.lastgroup:
        return text, None
    return text[: match.start()].rstrip(" /"), Period(match.lastgroup)


def read_period(text: str) -> Period | None:
    """The period in "om året", "timer om ugen", "pr. uge" or "årligt"; None for anything else."""
    rest, period = split_period(_tidy(text))
    return period if not _HOURS.sub("", rest) else None


def _tidy(text: str) -> str:
    """In small letters, with one kind of space, minus and dash. What is longer than any number is none."""
    squeezed = " ".join(text[: _LONGEST * 10].split())
    if len(squeezed) > _LONGEST:
        raise Misread(NO_NUMBER)
    return re.sub("[\N{MINUS SIGN}\N{EN DASH}\N{EM DASH}\N{NON-BREAKING HYPHEN}]", "-", squeezed).lower()


def plain_number(text: str) -> str:
    """The number as a machine writes it: "1.234,5" → "1234.5". What is no number comes back as it is.

    So the field can say so and show what was typed.
    """
    try:
        return str(read_number(text))
    except Misread:
        return text


def write_number(value: Decimal | int | float, places: int = 2) -> str:
    """The number with point for thousands and comma for decimals, without needless zeros: 1234.50 → "1.234,5"."""
    text = f"{Decimal(str(value)):,.{places}f}"
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + ("," + decimals if decimals else "")


def write_kroner(value: Decimal | int) -> str:
    """The amount as "120.000 kr.", kept together on one line."""
    return f"{write_number(value)}{NBSP}kr."
