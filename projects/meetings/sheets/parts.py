"""What a sheet is made of: questions with room to write, and choices to tick. Pure."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _

from forankring.ui.dates import write_date

SPARE: Final = 2  # lines after one's own, for what comes up at the meeting


class Tick(NamedTuple):
    """A choice with a box before it."""

    words: str
    is_chosen: bool = False


def ticks(choices: Iterable[tuple[Any, Any]], chosen: Collection[str] | str = ()) -> list[Tick]:
    codes = {chosen} if isinstance(chosen, str) else set(chosen)
    return [Tick(str(label), code in codes) for code, label in choices if code != ""]


class Answer(NamedTuple):
    """A question and what is written already. `room` is how many lines there are to write on."""

    question: str
    text: str = ""
    ticks: Sequence[Tick] = ()
    room: int = 1


class Card(NamedTuple):
    """A page of questions about one thing: an actor, or a talk with it."""

    title: str
    answers: Sequence[Answer]


def yes_no(value: bool | None) -> list[Tick]:
    return [Tick(_("ja"), value is True), Tick(_("nej"), value is False)]


def in_parts(columns: Sequence[Any], most: int) -> list[Sequence[Any]]:
    """As few parts as can hold them, as even as can be, none with more than `most`; one empty part of nothing."""
    count = max(1, -(-len(columns) // most))
    size, longer = divmod(len(columns), count)
    parts, start = [], 0
    for number in range(count):
        end = start + size + (number < longer)
        parts.append(columns[start:end])
        start = end
    return parts


def spare(own: int, least: int) -> range:
    """The empty lines after one's own: at least SPARE, and enough to fill a page."""
    return range(max(SPARE, least - own))


def day(value: date | None) -> str:
    return write_date(value) if value else ""
