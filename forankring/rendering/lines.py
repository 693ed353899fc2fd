"""Small multiples: a line from 1 to 5 over time for each thing that is followed. Readable without colour.

Drawn by templates/pictures/lines.html. It knows nothing of anchoring, and stands next to a table with the same content.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

LOWEST, HIGHEST = 1, 5


class Series(NamedTuple):
    """What is followed, and its values by day in order. None is a day when the value was not known."""

    label: str
    points: Sequence[tuple[date, int | None]]


@dataclass(frozen=True)
class Point:
    """A dot with its value written above it; a value not known is an open dot with a question mark."""

    x: float
    y: float
    value: int | None

    @property
    def words(self) -> str:
        return "?" if self.value is None else str(self.value)

    @property
    def words_y(self) -> float:
        """Above the dot, or below it where the panel ends."""
        return self.y + 17 if self.value == HIGHEST else self.y - 8


@dataclass(frozen=True)
class Panel:
    """One line in a frame of its own."""

    label: str
    x: float
    y: float
    points: tuple[Point, ...]
    path: str
    steps: tuple[tuple[int, float], ...]

    @property
    def track_x(self) -> float:
        return self.x + Lines.LEFT - 8

    @property
    def right(self) -> float:
        return self.x + Lines.PANEL_WIDTH

    @property
    def days_y(self) -> float:
        return self.y + Lines.PANEL_HEIGHT - 14


@dataclass(frozen=True)
class Lines:
    title: str
    panels: tuple[Panel, ...]
    first: str
    last: str

    WIDTH = 640
    COLUMNS = 2
    PANEL_WIDTH = 300
    PANEL_HEIGHT = 160
    LEFT = 24
    RIGHT = 16
    TOP = 30
    STEP = 22

    @property
    def height(self) -> int:
        return self.PANEL_HEIGHT * -(-len(self.panels) // self.COLUMNS)

    @property
    def track(self) -> int:
        return self.PANEL_WIDTH - self.LEFT + 8


def draw_lines(title: str, series: Sequence[Series], ends: tuple[str, str]) -> Lines:
    """Every panel has the same days, so that the lines can be compared. `ends` names the first and the last day."""
    days = [day for one in series for day, _value in one.points]
    first, last = (min(days), max(days)) if days else (date.min, date.min)
    panels = [_panel(one, number, first, last) for number, one in enumerate(series)]
    return Lines(title, tuple(panels), ends[0], ends[1] if ends[1] != ends[0] else "")


def _panel(series: Series, number: int, first: date, last: date) -> Panel:
    row, column = divmod(number, Lines.COLUMNS)
    x = float(column * (Lines.WIDTH - Lines.PANEL_WIDTH))
    y = float(row * Lines.PANEL_HEIGHT)
    track = Lines.PANEL_WIDTH - Lines.LEFT - Lines.RIGHT
    span = (last - first).days
    points = [
        Point(
            round(x + Lines.LEFT + (track * (day - first).days / span if span else track / 2), 1),
            _height(y, LOWEST if value is None else value),
            value,
        )
        for day, value in series.points
    ]
    steps = tuple((step, _height(y, step)) for step in range(LOWEST, HIGHEST + 1))
    return Panel(series.label, x, y, tuple(points), _path(points), steps)


def _height(top: float, value: int) -> float:
    return round(top + Lines.TOP + Lines.STEP * (HIGHEST - value), 1)


def _path(points: Sequence[Point]) -> str:
    """Through the known values; the line breaks where a value was not known."""
    parts = []
    is_open = False
    for point in points:
        if point.value is not None:
            parts.append(f"{'L' if is_open else 'M'}{point.x} {point.y}")
        is_open = point.value is not None
    return "".join(parts)
