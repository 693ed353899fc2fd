"""Dates as Danes write them, in both directions."""

import datetime
import re

from django.utils import timezone

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip

EARLIEST, LATEST = datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)

_YEAR = r"(\d{4}|\d{2})"
_IN_WORDS = re.compile(rf"(?:den\s+)?(\d{{1,2}})\s*\.?\s*([a-zæøå]{{3,9}})\.?\s+{_YEAR}", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})\s*[-./]\s*(\d{{1,2}})\s*[-./\s]\s*{_YEAR}")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH_IN_WORDS = re.compile(rf"([a-zæøå]{{3,9}})\.?\s+{_YEAR}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"(\d{{1,2}})\s*[-./]\s*{_YEAR}")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")


def parse_date(text: str) -> datetime.date | None:
    """The date in "1. maj 2027", "01-05-2027", "1.5.27", "1/5 2027" or "2027-05-01"; None for anything else.

    A year of two digits is one of this century.
    """
    numbers = _numbers(text)
    try:
        return datetime.date(*numbers) if numbers else None
    except ValueError:
        return None


def is_no_day(text: str) -> bool:
    """Whether the text is written as a date, but of a day that the calendar does not have."""
    return _numbers(text) is not None and parse_date(text) is None


def _numbers(text: str) -> tuple[int, int, int] | None:
    """Year, month and day as they are written, whether or not there is such a day."""
    text = " ".join(text.split())
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
    """ "17. februar – 17. april 2026", or the only day there is; "" without any."""
    known = [day for day in dict.fromkeys(days) if day]
    first = [_day_of_year(day) if day.year == known[-1].year else write_date(day) for day in known[:-1]]
    return " – ".join([*first, *map(write_date, known[-1:])])


def _day_of_year(date: datetime.date) -> str:
    return f"{date.day}. {MONTHS[date.month - 1]}"


def write_moment(moment: datetime.datetime) -> str:
    """ "kl. 14.32" in Danish time, and the day before it when that is not today."""
    local = timezone.localtime(moment)
    clock = f"kl. {local:%H.%M}"
    return clock if local.date() == timezone.localdate() else f"{write_date(local.date())} {clock}"


def parse_month(text: str) -> datetime.date | None:
    """The first day of the month in "maj 2027", "05-2027", "5/27" or any date; None for anything else."""
    text = " ".join(text.split())
    if match := _MONTH_IN_WORDS.fullmatch(text):
        numbers = _year(match[2]), _month(match[1])
    elif match := _MONTH_FIRST.fullmatch(text):
        numbers = _year(match[2]), int(match[1])
    elif match := _ISO_MONTH.fullmatch(text):
        numbers = int(match[1]), int(match[2])
    else:
        day = parse_date(text)
        return day.replace(day=1) if day else None
    return datetime.date(*numbers, 1) if 1 <= numbers[1] <= 12 and numbers[0] else None


def write_month(date: datetime.date) -> str:
    """The month as "maj 2027"."""
    return f"{MONTHS[date.month - 1]} {date.year}"
