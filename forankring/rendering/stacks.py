"""Horizontal bars of parts, all on one scale: hours by month, this year's cost beside the next one's."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from forankring.rendering.svg import hatch

Amount = int | float | Decimal


@dataclass(frozen=True)
class Part:
    """A piece of a bar: `style` is one of solid, medium, light, hatched, empty."""

    style: str
    x: float
    width: float
    hatching: str = ""


@dataclass(frozen=True)
class Stack:
    label: str
    words: str
    y: float
    parts: tuple[Part, ...]

    @property
    def middle(self) -> float:
        return self.y + Stacks.ROW / 2

    @property
    def top(self) -> float:
        return self.y + 3

    @property
    def words_x(self) -> float:
        end = self.parts[-1].x + self.parts[-1].width if self.parts else Stacks.LEFT
        return end + 6


@dataclass(frozen=True)
class Stacks:
    """The whole picture. Its title tells every number."""

    title: str
    stacks: tuple[Stack, ...]

    WIDTH = 640
    LEFT = 120
    ROW = 20
    BAR = 14
    FULL = 420  # the longest bar; the rest of the width is for its words

    @property
    def height(self) -> int:
        return self.ROW * len(self.stacks) + 2


def draw_stacks(title: str, bars: Sequence[tuple[str, str, Sequence[tuple[Amount, str]]]]) -> Stacks:
    """From (label, words, parts of (amount, style)). The longest bar fills the width; parts of nothing are left out."""
    longest = max((float(sum(amount for amount, _style in parts)) for _label, _words, parts in bars), default=0.0)
    stacks = []
    for number, (label, words, parts) in enumerate(bars):
        y = float(Stacks.ROW * number)
        stacks.append(Stack(label, words, y, tuple(_parts(parts, y, longest))))
    spoken = "; ".join(f"{stack.label}: {stack.words}".removesuffix(".") for stack in stacks)
    return Stacks(f"{title}. {spoken}.", tuple(stacks))


def _parts(parts: Sequence[tuple[Amount, str]], y: float, longest: float) -> list[Part]:
    found: list[Part] = []
    x = float(Stacks.LEFT)
    for amount, style in parts:
        if amount <= 0:
            continue
        width = Stacks.FULL * float(amount) / longest
        found.append(Part(style, x, width, hatch(x, y + 3, width, Stacks.BAR, 4) if style == "hatched" else ""))
        x += width
    return found
