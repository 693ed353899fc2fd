"""Pictures as plain records: what to draw and where. One template each in templates/pictures/.

They know nothing of anchoring; the rooms say what the words mean. Always shown next to a table with the same content.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from forankring.rendering.svg import hatch

FULL = 5


@dataclass(frozen=True)
class Bar:
    """One line of a bar picture. `value` is None when nothing is known; `before` is what it was the last time."""

    label: str
    words: str
    value: int | None
    is_weak: bool = False
    before: int | None = None
    y: float = 0

    @property
    def width(self) -> float:
        return Bars.TRACK * (self.value or 0) / FULL


@dataclass(frozen=True)
class Bars:
    """Horizontal bars from 0 to 5; the page writes their words beside them. All that is painted alike is one path."""

    title: str
    bars: tuple[Bar, ...]

    TRACK = 130
    ROW = 20

    @property
    def height(self) -> int:
        return self.ROW * len(self.bars) + 2

    @property
    def known(self) -> str:
        return self._boxes((bar, self.TRACK) for bar in self.bars if bar.value is not None)

    @property
    def unknown(self) -> str:
        return self._boxes((bar, self.TRACK) for bar in self.bars if bar.value is None)

    @property
    def firm(self) -> str:
        return self._boxes((bar, bar.width) for bar in self.bars if bar.width and not bar.is_weak)

    @property
    def weak(self) -> str:
        return self._boxes((bar, bar.width) for bar in self.bars if bar.width and bar.is_weak)

    @property
    def hatching(self) -> str:
        return "".join(hatch(0, bar.y + 4, bar.width, 14, 4) for bar in self.bars if bar.is_weak)

    @property
    def ticks(self) -> str:
        places = [self.TRACK * step / FULL for step in range(1, FULL)]
        return "".join(f"M{x:.1f} {bar.y + 4:.1f}v14" for bar in self.bars for x in places)

    @property
    def marks(self) -> str:
        """A stroke through the bar where it ended before."""
        places = [(self.TRACK * bar.before / FULL, bar.y) for bar in self.bars if bar.before]
        return "".join(f"M{x:.1f} {y + 1:.1f}v20" for x, y in places)

    def _boxes(self, bars: Iterable[tuple[Bar, float]]) -> str:
        return "".join(f"M0 {bar.y + 4:.1f}h{width:.1f}v14H0z" for bar, width in bars)


def draw_bars(
    title: str, lines: Sequence[tuple[str, str, int | None, bool] | tuple[str, str, int | None, bool, int | None]]
) -> Bars:
    """From (label, words, value 1–5 or None, is it weak, and where it was known before, the value then)."""
    bars = tuple(replace(Bar(*line), y=float(Bars.ROW * number)) for number, line in enumerate(lines))
    spoken = "; ".join(f"{bar.label}: {bar.words}" for bar in bars)
    return Bars(f"{title}. {spoken}.", bars)


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
