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
    left: float

    @property
    def middle(self) -> float:
        return self.y + Stacks.ROW / 2

    @property
    def top(self) -> float:
        return self.y + 3

    @property
    def words_x(self) -> float:
        end = self.parts[-1].x + self.parts[-1].width if self.parts else self.left
        return end + 6


@dataclass(frozen=True)
class Stacks:
    """The whole picture. Its title tells every number."""

    title: str
    stacks: tuple[Stack, ...]

    WIDTH = 640
    LEFT = 120  # so much of the width is for the labels
    WORDS = 100  # and so much for the words after the longest bar
    ROW = 20
    SIZE = 10.5
    BAR = 14

    @property
    def height(self) -> int:
        return self.ROW * len(self.stacks) + 2


def draw_stacks(
    title: str,
    bars: Sequence[tuple[str, str, Sequence[tuple[Amount, str]]]],
    *,
    left: int = Stacks.LEFT,
    words: int = Stacks.WORDS,
) -> Stacks:
    """From (label, words, parts of (amount, style)). The longest bar fills the width that `left` and `words` leave.

    Parts of nothing are left out.
    """
    full = Stacks.WIDTH - left - words
    longest = max((float(sum(amount for amount, _style in parts)) for _label, _words, parts in bars), default=0.0)
    stacks = []
    for number, (label, said, parts) in enumerate(bars):
        y = float(Stacks.ROW * number)
        stacks.append(
            Stack(label, said, y, tuple(_parts(parts, y, float(left), full / longest if longest else 0)), left)
        )
    spoken = "; ".join(f"{stack.label}: {stack.words}".removesuffix(".") for stack in stacks)
    return Stacks(f"{title}. {spoken}.", tuple(stacks))


def _parts(parts: Sequence[tuple[Amount, str]], y: float, x: float, scale: float) -> list[Part]:
    found: list[Part] = []
    for amount, style in parts:
        if amount <= 0:
            continue
        width = scale * float(amount)
        found.append(Part(style, x, width, hatch(x, y + 3, width, Stacks.BAR, 4) if style == "hatched" else ""))
        x += width
    return found
