"""Pictures as plain records: what to draw and where. One template each in templates/pictures/.

They know nothing of anchoring; the rooms say what the words mean. Always shown next to a table with the same content.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forankring.rendering.svg import hatch
from forankring.rendering.words import fit

FULL = 5


@dataclass(frozen=True)
class Measure:
    """One bar from 0 to 5. `value` is None when nothing is known; `before` is what it was the last time."""

    value: int | None
    is_weak: bool = False
    before: int | None = None


@dataclass(frozen=True)
class Bar:
    """A measure as drawn."""

    measure: Measure
    x: float
    y: float

    @property
    def width(self) -> float:
        return Profiles.TRACK * (self.measure.value or 0) / FULL


@dataclass(frozen=True)
class Line:
    """One row's words."""

    words: str
    y: float


@dataclass(frozen=True)
class Profiles:
    """A row of bars for each of several, side by side. What is painted alike is one path."""

    title: str
    columns: tuple[tuple[float, str], ...]
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]

    WIDTH = 640
    LEFT = 232
    TRACK = 90
    STEP = 102
    ROW = 17
    TOP = 18
    SIZE = 9
    ROOM = LEFT - 8  # for a row's words

    @property
    def height(self) -> int:
        return self.TOP + self.ROW * len(self.lines)

    @property
    def known(self) -> str:
        return self._boxes((bar, self.TRACK) for bar in self.bars if bar.measure.value is not None)

    @property
    def unknown(self) -> str:
        return self._boxes((bar, self.TRACK) for bar in self.bars if bar.measure.value is None)

    @property
    def firm(self) -> str:
        return self._boxes((bar, bar.width) for bar in self.bars if bar.width and not bar.measure.is_weak)

    @property
    def weak(self) -> str:
        return self._boxes((bar, bar.width) for bar in self.bars if bar.width and bar.measure.is_weak)

    @property
    def hatching(self) -> str:
        return "".join(hatch(bar.x, bar.y, bar.width, 10, 4) for bar in self.bars if bar.measure.is_weak)

    @property
    def ticks(self) -> str:
        return "".join(f"M{self._at(bar, step):.1f} {bar.y:.1f}v10" for bar in self.bars for step in range(1, FULL))

    @property
    def marks(self) -> str:
        """A stroke through the bar where it ended before."""
        befores = [(bar, bar.measure.before) for bar in self.bars if bar.measure.before]
        return "".join(f"M{self._at(bar, before):.1f} {bar.y - 2:.1f}v14" for bar, before in befores)

    def _at(self, bar: Bar, value: int) -> float:
        return bar.x + self.TRACK * value / FULL

    def _boxes(self, bars: Iterable[tuple[Bar, float]]) -> str:
        return "".join(f"M{bar.x:.1f} {bar.y:.1f}h{width:.1f}v10h-{width:.1f}z" for bar, width in bars)


def draw_profiles(title: str, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[Measure]]]) -> Profiles:
    """From the columns' headings and (the row's words, a measure for each column)."""
    lefts = [float(Profiles.LEFT + Profiles.STEP * place) for place in range(len(columns))]
    tops = [float(Profiles.TOP + Profiles.ROW * place) for place in range(len(rows))]
    lines = tuple(
        Line(fit(words, Profiles.ROOM, Profiles.SIZE), top + 9)
        for top, (words, _measures) in zip(tops, rows, strict=True)
    )
    bars = tuple(
        Bar(measure, left, top)
        for top, (_words, measures) in zip(tops, rows, strict=True)
        for left, measure in zip(lefts, measures, strict=True)
    )
    return Profiles(title, tuple(zip(lefts, columns, strict=True)), lines, bars)


@dataclass(frozen=True)
class Segment:
    """A part of a whole: `style` is one of solid, medium, light, hatched, empty."""

    label: str
    words: str
    amount: int
    style: str
    x: float = 0
    width: float = 0
    y: float = 0
    hatching: str = ""


@dataclass(frozen=True)
class Shares:
    """One bar of parts and a legend under it."""

    title: str
    segments: tuple[Segment, ...]

    WIDTH = 640
    ROW = 17

    @property
    def height(self) -> int:
        return 40 + self.ROW * len(self.segments)


def draw_shares(title: str, parts: Sequence[tuple[str, str, int, str]]) -> Shares:
    """From (label, words, amount, style). Parts of nothing are left out."""
    total = sum(amount for _label, _words, amount, _style in parts)
    segments: list[Segment] = []
    x = 0.0
    for label, words, amount, style in parts:
        if not amount:
            continue
        width = Shares.WIDTH * amount / total
        y = 36.0 + Shares.ROW * len(segments)
        lines = hatch(x, 2, width, 22) + hatch(0, y, 12, 12) if style == "hatched" else ""
        segments.append(Segment(label, words, amount, style, x, width, y, lines))
        x += width
    spoken = "; ".join(f"{segment.label}: {segment.words}" for segment in segments)
    return Shares(f"{title}. {spoken.removesuffix('.')}.", tuple(segments))
