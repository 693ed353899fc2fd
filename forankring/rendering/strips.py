"""A strip of dots: how many chose each step of a short scale, each dot one answer. Readable without colour.

Drawn by templates/pictures/strip.html. It knows nothing of anchoring, and stands next to a table with the same numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Dot:
    x: float
    y: float


@dataclass(frozen=True)
class Mark:
    """A small shape under the scale with its words below it: what is not one of the dots."""

    x: float
    words: str
    anchor: str


@dataclass(frozen=True)
class Strip:
    """The dots stand on the line of the scale; the middle is a triangle under it, other marks are open squares."""

    title: str
    dots: tuple[Dot, ...]
    steps: tuple[tuple[str, float], ...]
    middle: Mark | None
    marks: tuple[Mark, ...]
    line_y: float
    span: tuple[float, float] | None

    WIDTH = 320
    COLUMN = 60
    LEFT = 40  # the middle of the first column
    PITCH = 13
    IN_A_ROW = 4
    RADIUS = 5
    MARK_HEIGHT = 26

    @property
    def height(self) -> float:
        return self.line_y + 24 + self.MARK_HEIGHT * (bool(self.middle) + bool(self.marks))

    @property
    def filled(self) -> str:
        """All dots as one path."""
        r = self.RADIUS
        return "".join(
            f"M{dot.x - r:.1f} {dot.y:.1f}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 -{2 * r} 0z" for dot in self.dots
        )

    @property
    def ticks(self) -> str:
        return "".join(f"M{x:.1f} {self.line_y:.1f}v4" for _step, x in self.steps)

    @property
    def steps_y(self) -> float:
        return self.line_y + 16

    @property
    def middle_y(self) -> float:
        return self.line_y + 23

    @property
    def marks_y(self) -> float:
        return self.middle_y + self.MARK_HEIGHT * bool(self.middle)


def draw_strip(
    title: str, counts: Sequence[int], middle: tuple[Decimal, str] | None, marks: Sequence[tuple[int, str]] = ()
) -> Strip:
    """From how many chose each step (the first is 1), the middle and its words, and other marks at a step."""
    most = max((-(-count // Strip.IN_A_ROW) for count in counts), default=0)
    line_y = 8.0 + Strip.PITCH * max(most, 1)
    dots = [dot for place, count in enumerate(counts) for dot in _stack(_x(place + 1), line_y, count)]
    chosen = [_x(place + 1) for place, count in enumerate(counts) if count]
    return Strip(
        title,
        tuple(dots),
        tuple((str(step), _x(step)) for step in range(1, len(counts) + 1)),
        _mark(*middle) if middle else None,
        tuple(_mark(step, words) for step, words in marks),
        line_y,
        (chosen[0], chosen[-1]) if chosen else None,
    )


def _x(step: int | Decimal) -> float:
    return Strip.LEFT + Strip.COLUMN * (float(step) - 1)


def _mark(step: int | Decimal, words: str) -> Mark:
    """The words keep inside the picture at both ends."""
    x = _x(step)
    anchor = "start" if step <= Decimal("1.5") else "end" if step >= Decimal("4.5") else "middle"
    return Mark(x, words, anchor)


def _stack(x: float, line_y: float, count: int) -> list[Dot]:
    """From the line and up, a few beside each other, every row centred."""
    dots = []
    for row in range(-(-count // Strip.IN_A_ROW)):
        here = min(Strip.IN_A_ROW, count - row * Strip.IN_A_ROW)
        y = line_y - Strip.RADIUS - 2 - Strip.PITCH * row
        dots += [Dot(x + Strip.PITCH * (place - (here - 1) / 2), y) for place in range(here)]
    return dots
