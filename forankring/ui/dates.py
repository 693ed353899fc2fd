"""Dates as Danes write them, in both directions. One reader for forms and pasted lines."""

import datetime
import re
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forankring.ui.misread import Misread

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

EARLIEST, LATEST = datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)
FAR_OFF: Final = 50  # years from today; a day further away is likely a slip of the finger

DATE_HELP: Final = _("Skriv datoen som dag, måned og år, for eksempel 1. maj 2027 eller 01-05-2027.")
MONTH_HELP: Final = _("Skriv måneden med navn og år, for eksempel maj 2027.")
NO_SUCH_DAY: Final = _("Den dag findes ikke. Ret datoen.")
OTHER_WEEKDAY: Final = _("Den %(day)s er en %(right)s, ikke en %(wrong)s. Ret ugedagen eller datoen.")

_LONGEST: Final = 60
_YEAR = r"'?([0-9]{4}|[0-9]{2})"
_LETTERS = "[a-zæøå]"
# "fredag den 1. maj", "fre. d. 1. maj", "den 1. maj"
_WEEKDAY = re.compile(rf"(?:(?!den\b)({_LETTERS}{{3,7}})\.?,?\s+)?(?:(?:den|d\.?)\s*)?(?=[0-9])", re.IGNORECASE)
# A sheet or a database writes midnight after a day.
_MIDNIGHT = re.compile(r"(?:T|\s)00[:.]00(?:[:.]00(?:\.0+)?)?$")
_IN_WORDS = re.compile(rf"([0-9]{{1,2}})[\s.-]*({_LETTERS}{{3,9}})\.?[,\s-]*{_YEAR}", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})\s*[-./]\s*([0-9]{{1,2}})\s*[-./\s]\s*{_YEAR}")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_MONTH_IN_WORDS = re.compile(rf"({_LETTERS}{{3,9}})\.?[\s-]+{_YEAR}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"([0-9]{{1,2}})\s*[-./]\s*{_YEAR}")
_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")


def read_date(text: str) -> datetime.date:
    """The day in "1. maj 2027", "fredag d. 1/5-27", "01.05.2027" or "2027-05-01": the day before the month.

    A year of two digits is one of this century.

    Raises:
        Misread: it is no date, there is no such day, or it is another day of the week.
    """
    weekday, rest = _split_weekday(text)
    numbers = _numbers(rest)
    if numbers is None:
        raise Misread(DATE_HELP)
    try:
        date = datetime.date(*numbers)
    except ValueError:
        raise Misread(NO_SUCH_DAY) from None
    if weekday is not None and weekday != date.weekday():
        raise Misread(OTHER_WEEKDAY, day=write_date(date), right=WEEKDAYS[date.weekday()], wrong=WEEKDAYS[weekday])
    return date


def parse_date(text: str) -> datetime.date | None:
    """The day that `read_date` reads, or None."""
    try:
        return read_date(text)
    except Misread:
        return None


def is_far_off(date: datetime.date) -> bool:
    """Whether the day is so far from today that one asks whether it is meant."""
    return abs(date.year - timezone.localdate().year) > FAR_OFF


def _split_weekday(text: str) -> tuple[int | None, str]:
    """The day of the week that stands first, Monday is 0, and the rest of the text."""
    squeezed = " ".join(text[: _LONGEST * 10].translate(_HYPHENS).split())
    if len(squeezed) > _LONGEST:
        return None, ""
    rest = _MIDNIGHT.sub("", squeezed)
    match = _WEEKDAY.match(rest)
    if not match or not match[0]:
        return None, rest
    if not match[1]:
        return None, rest[match.end() :]
    word = match[1].lower()
    number = next((place for place, name in enumerate(WEEKDAYS) if name.startswith(word)), None)
    return (None, "") if number is None else (number, rest[match.end() :])


_HYPHENS = dict.fromkeys(map(ord, "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{MINUS SIGN}"), "-")


def _numbers(text: str) -> tuple[int, int, int] | None:
    """Year, month and day as they are written, whether or not there is such a day."""
    if (match := _IN_WORDS.fullmatch(text)) and (month := _month(match[2])):
        return _year(match[3]), month, int(match[1])
    if match := _DAY_FIRST.fullmatch(text):
        return _year(match[3]), int(match[2]), int(match[1])
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    return None


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _month(word: str) -> int:
    """1 to 12 for a month's name or its first three letters or more, else 0."""
    word = word.lower()
    return next((number for number, name in enumerate(MONTHS, start=1) if name.startswith(word)), 0)


def write_date(date: datetime.date) -> str:
    """The date as "1. maj 2027"."""
    return f"{_day_of_year(date)} {date.year}"


def write_period(*days: datetime.date | None) -> str:
    """ "17. februar – 17. april 2026", or the only day there is; "" without any.

    Days that run backwards are no period: they are written one by one, "9. februar 2027 og 11. november 2026".
    """
    known = [day for day in dict.fromkeys(days) if day]
    if known != sorted(known):
        return " og ".join(map(write_date, known))
    first = [_day_of_year(day) if day.year == known[-1].year else write_date(day) for day in known[:-1]]
    return " – ".join([*first, *map(write_date, known[-1:])])


def _day_of_year(date: datetime.date) -> str:
    return f"{date.day}. {MONTHS[date.month - 1]}"


def write_moment(moment: datetime.datetime) -> str:
    """ "kl. 14.32" in Danish time, and the day before it when that is not today."""
    local = timezone.localtime(moment)
    clock = f"kl. {local:%H.%M}"
    return clock if local.date() == timezone.localdate() else f"{write_date(local.date())} {clock}"


def read_month(text: str) -> datetime.date:
    """The first day of the month in "maj 2027", "05-2027", "5/27" or any date.

    Raises:
        Misread: it is no month and no date.
    """
    squeezed = " ".join(text[: _LONGEST * 10].translate(_HYPHENS).split())
    if match := _MONTH_IN_WORDS.fullmatch(squeezed):
        numbers = _year(match[2]), _month(match[1])
    elif match := _MONTH_FIRST.fullmatch(squeezed):
        numbers = _year(match[2]), int(match[1])
    elif match := _ISO_MONTH.fullmatch(squeezed):
        numbers = int(match[1]), int(match[2])
    else:
        return read_date(text).replace(day=1)
    if not 1 <= numbers[1] <= 12 or not numbers[0]:
        raise Misread(MONTH_HELP)
    return datetime.date(*numbers, 1)


def write_month(date: datetime.date) -> str:
    """The month as "maj 2027"."""
    return f"{MONTHS[date.month - 1]} {date.year}"
