"""The timeline picture as plain records: a band of stages, a row for each date below it, and today."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from forankring.rendering.svg import hatch
from forankring.rendering.words import BOLDER, fit, width_of

WIDTH = 640
SIZE = 9.5
ROW = 20
BAND_TOP, BAND_HEIGHT = 16, 24
FIRST_ROW = 58
YEAR_ROOM = 28  # so wide is a year's word
CLOSE = 110  # guides nearer than this turn their words away from each other


@dataclass(frozen=True)
class Part:
    """A stage to draw; `end` is its last day. One that has no days is left out."""

    number: int
    name: str
    start: date
    end: date


@dataclass(frozen=True)
class Mark:
    """A date to draw, or a span when it has an `end`. `style` is done, late, now or later."""

    words: str
    style: str
    start: date
    end: date | None = None


@dataclass(frozen=True)
class Block:
    """A stage as drawn. Where the name has no room, its number stands alone."""

    words: str
    x: float
    width: float
    is_odd: bool

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class Spot:
    """A date as drawn: a dot, or a bar when it has a width."""

    words: str
    style: str
    x: float
    width: float
    y: float
    words_x: float
    anchor: str
    hatching: str
    words_width: float

    @property
    def top(self) -> float:
        return self.y - 5

    @property
    def words_left(self) -> float:
        """Where the words begin: a white ground keeps the lines off them."""
        return self.words_x - self.words_width if self.anchor == "end" else self.words_x


@dataclass(frozen=True)
class Guide:
    x: float
    words: str
    anchor: str = "middle"

    @property
    def words_x(self) -> float:
        """A little off the line when the words stand beside it."""
        return self.x + {"start": 3, "end": -3}.get(self.anchor, 0)


@dataclass(frozen=True)
class Timeline:
    title: str
    blocks: tuple[Block, ...]
    spots: tuple[Spot, ...]
    years: tuple[Guide, ...]
    today: Guide | None
    finish: Guide | None
    height: float

    WIDTH = WIDTH
    BAND_TOP = BAND_TOP
    BAND_HEIGHT = BAND_HEIGHT
    BAND_BOTTOM = BAND_TOP + BAND_HEIGHT
    TICK = BAND_TOP - 10  # today's line stops at the band, to leave the stage's name alone
    BAND_WORDS = BAND_TOP + BAND_HEIGHT / 2 + 3.5
    GUIDE_WORDS = BAND_TOP + BAND_HEIGHT + 11

    @property
    def bottom(self) -> float:
        return self.height - 2


def draw_timeline(
    title: str,
    parts: Sequence[Part],
    marks: Sequence[Mark],
    *,
    today: date,
    today_words: str,
    finish: date | None,
    finish_words: str,
) -> Timeline:
    """Stages, marks and the finish decide the axis; today is drawn when it falls on it."""
    days = [day for part in parts for day in (part.start, part.end)]
    days += [day for mark in marks for day in (mark.start, mark.end) if day]
    days += [finish] if finish else []
    first, last = min(days, default=today), max(days, default=today)
    # Room for a dot at either end.
    scale = (WIDTH - 12) / max((last - first).days, 1)

    def at(day: date) -> float:
        return round(6 + (min(max(day, first), last) - first).days * scale, 1)

    spots = tuple(_spot(mark, FIRST_ROW + row * ROW, at) for row, mark in enumerate(marks))
    now = at(today) if first <= today <= last else None
    end = at(finish) if finish else None
    return Timeline(
        title=title,
        blocks=tuple(_block(part, at) for part in parts if part.start <= part.end),
        spots=spots,
        years=tuple(_years(first, last, at, scale)),
        today=None if now is None else Guide(now, today_words, _turn(now, end)),
        finish=None if end is None else Guide(end, finish_words, _turn(end, now)),
        height=FIRST_ROW + len(marks) * ROW - 4,
    )


def _block(part: Part, at: Callable[[date], float]) -> Block:
    x = at(part.start)
    width = round(max(at(part.end) - x, 1), 1)
    words = f"{part.number} {part.name}"
    if width_of(words, SIZE) + 6 > width:
        words = str(part.number) if width > 8 else ""
    return Block(words, x, width, part.number % 2 == 1)


def _spot(mark: Mark, y: float, at: Callable[[date], float]) -> Spot:
    x = at(mark.start)
    width = round(max(at(mark.end) - x, 6), 1) if mark.end else 0
    x = min(x, WIDTH - width) if width else x
    right, left = (x + width + 5, x - 5) if width else (x + 9, x - 9)
    bold = BOLDER if mark.style == "late" else 1
    needed = width_of(mark.words, SIZE) * bold
    stands_right = right + needed <= WIDTH or (left < needed and WIDTH - right >= left)
    words_x, anchor, room = (right, "start", WIDTH - right) if stands_right else (left, "end", left)
    words = fit(mark.words, room / bold, SIZE)
    lines = hatch(x, y - 5, width, 10, 4) if width and mark.style == "late" else ""
    return Spot(words, mark.style, x, width, y, round(words_x, 1), anchor, lines, width_of(words, SIZE) * bold)


def _turn(x: float, other: float | None) -> str:
    """Away from the other line when it is near, and always into the picture."""
    if x < CLOSE / 2:
        return "start"
    if x > WIDTH - CLOSE / 2:
        return "end"
    if other is not None and abs(x - other) < CLOSE:
        return "end" if x <= other else "start"
    return "middle"


def _years(first: date, last: date, at: Callable[[date], float], scale: float) -> list[Guide]:
    """A line at each January, or at as many of them as the words can stand."""
    step = max(1, ceil(YEAR_ROOM / (365 * scale)))
    januaries = (date(year, 1, 1) for year in range(first.year, last.year + 1))
    found = [Guide(at(day), str(day.year)) for day in januaries if first <= day <= last]
    return [guide for guide in found[::step] if guide.x <= WIDTH - YEAR_ROOM / 2]
