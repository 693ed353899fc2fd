"""The coverage picture as plain records: who may carry what, as letters in shapes."""

from collections.abc import Sequence
from dataclasses import dataclass

from forankring.rendering.svg import hatch

# The letters of the marks as strokes around their middle: text is the slow part of a picture.
LETTERS = {
    "A": "m-2.8 3.3l2.8-6.6l2.8 6.6m-4.6-2.2h3.6",
    "B": "m-2-3.3v6.6h2.4a1.8 1.8 0 0 0 0-3.6h-2.4h2a1.5 1.5 0 0 0 0-3h-2",
    "R": "m-2 3.3v-6.6h2.2a1.8 1.8 0 0 1 0 3.6h-2.2m2 0l2.2 3",
    "U": "m-2.5-3.3v4.1a2.5 2.5 0 0 0 5 0v-4.1",
}


@dataclass(frozen=True)
class Mark:
    """A letter in a shape. `shape` is square, circle, triangle or diamond; `strength` is firm, open or faint."""

    letter: str
    shape: str
    strength: str
    x: float
    y: float

    @property
    def outline(self) -> str:
        """The shape as the `d` of a path around its middle."""
        x, y = f"{self.x:.1f}", self.y
        return {
            "square": f"M{self.x - 8:.1f} {y - 8:.1f}h16v16h-16z",
            "circle": f"M{self.x - 8.5:.1f} {y:.1f}a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0z",
            "triangle": f"M{x} {y - 10.5:.1f}l10 17.5h-20z",
            "diamond": f"M{x} {y - 10.5:.1f}l10.5 10.5l-10.5 10.5l-10.5 -10.5z",
        }[self.shape]

    @property
    def stroke(self) -> str:
        """The letter as the `d` of a path; a triangle's middle lies low."""
        return f"M{self.x:.1f} {self.y + (1.8 if self.shape == 'triangle' else 0):.1f}{LETTERS[self.letter]}"


@dataclass(frozen=True)
class Line:
    """A row of the coverage picture."""

    label: tuple[str, ...]
    y: float
    height: float
    marks: tuple[Mark, ...]
    verdict: str
    hatching: str

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True)
class Coverage:
    """Who may carry what: rows against columns with a verdict at the end of each row."""

    title: str
    columns: tuple[tuple[str, float], ...]
    lines: tuple[Line, ...]
    verdict_label: str
    height: float

    WIDTH = 640
    LEFT = 190
    RIGHT = 84
    TOP = 24

    @property
    def verdict_x(self) -> int:
        return self.WIDTH - self.RIGHT + 8

    @property
    def rules(self) -> str:
        """The lines between the rows as one path; so with all that is painted alike."""
        return "".join(f"M0 {line.y:.1f}H{self.WIDTH}" for line in self.lines)

    @property
    def hatching(self) -> str:
        return "".join(line.hatching for line in self.lines)

    @property
    def outlines(self) -> dict[str, str]:
        """By strength."""
        return {strength: "".join(mark.outline for mark in marks) for strength, marks in self._by_strength().items()}

    @property
    def letters(self) -> dict[str, str]:
        """By strength."""
        return {strength: "".join(mark.stroke for mark in marks) for strength, marks in self._by_strength().items()}

    def _by_strength(self) -> dict[str, list[Mark]]:
        found: dict[str, list[Mark]] = {"firm": [], "open": [], "faint": []}
        for mark in (mark for line in self.lines for mark in line.marks):
            found[mark.strength].append(mark)
        return found


def draw_coverage(
    title: str,
    columns: Sequence[str],
    rows: Sequence[tuple[Sequence[str], Sequence[Sequence[tuple[str, str, str]]], str, bool]],
    verdict_label: str,
) -> Coverage:
    """From column labels and rows of (label lines, per column (letter, shape, strength), verdict, is it a gap)."""
    cell = (Coverage.WIDTH - Coverage.LEFT - Coverage.RIGHT) / max(len(columns), 1)
    per_line = max(1, int(cell // 22))
    y = float(Coverage.TOP)
    lines = []
    for label, cells, verdict, is_gap in rows:
        most = max((len(marks) for marks in cells), default=0)
        height = max(26.0, 6 + 22 * -(-most // per_line), 6 + 11 * len(label))
        marks = [
            mark
            for number, content in enumerate(cells)
            for mark in _place(content, Coverage.LEFT + cell * (number + 0.5), y + height / 2, per_line)
        ]
        hatching = hatch(Coverage.WIDTH - Coverage.RIGHT, y + 2, Coverage.RIGHT, height - 4, 6) if is_gap else ""
        lines.append(Line(tuple(label), y, height, tuple(marks), verdict, hatching))
        y += height
    heads = tuple((name, Coverage.LEFT + cell * (number + 0.5)) for number, name in enumerate(columns))
    return Coverage(title, heads, tuple(lines), verdict_label, y)


def _place(content: Sequence[tuple[str, str, str]], x: float, y: float, per_line: int) -> list[Mark]:
    rows = [content[start : start + per_line] for start in range(0, len(content), per_line)]
    return [
        Mark(letter, shape, strength, x + 22 * (column - (len(row) - 1) / 2), y + 22 * (number - (len(rows) - 1) / 2))
        for number, row in enumerate(rows)
        for column, (letter, shape, strength) in enumerate(row)
    ]
