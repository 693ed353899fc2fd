"""Dates as Danes write them, in both directions."""

import datetime
import re

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip

EARLIEST, LATEST = datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)

_IN_WORDS = re.compile(r"(?:den\s+)?(\d{1,2})\s*\.?\s*([a-zæøå]{3,9})\.?\s+(\d{4})", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./\s]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def parse_date(text: str) -> datetime.date | None:
    """The date in "1. maj 2027", "01-05-2027", "1.5.2027", "1/5 2027" or "2027-05-01"; None for anything else."""
    text = " ".join(text.split())
    if match := _IN_WORDS.fullmatch(text):
        day, month, year = int(match[1]), _month(match[2]), int(match[3])
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
    elif match := _ISO.fullmatch(text):
        day, month, year = int(match[3]), int(match[2]), int(match[1])
    else:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int:
    """1 to 12 for a month's name or its first three letters or more, else 0."""
    word = word.lower()
    return next((number for number, name in enumerate(MONTHS, start=1) if name.startswith(word)), 0)


def write_date(date: datetime.date) -> str:
    """The date as "1. maj 2027"."""
    return f"{date.day}. {MONTHS[date.month - 1]} {date.year}"
