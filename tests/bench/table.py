"""What every benchmark returns, and how it is printed."""

from collections.abc import Callable, Iterable
from statistics import median
from time import perf_counter
from typing import NamedTuple


class Row(NamedTuple):
    """One measurement: ours, what it is held against, their ratio and the promise about it, all as they are printed."""

    name: str
    ours: str
    other: str
    ratio: str
    limit: str
    kept: bool


def turn_by_turn(*works: Callable[[], object], times: int) -> list[float]:
    """Each work's median time in ms after one run that does not count; in turns, so that what else the machine does
    hits them all."""
    rounds = [[_timed(work) for work in works] for _number in range(times + 1)]
    return [median(found) * 1000 for found in zip(*rounds[1:], strict=True)]


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def compared(name: str, ours: float, other: float, limit: float, unit: str = "ms") -> Row:
    """Ours may be at most `limit` times the other."""
    ratio = ours / other
    return Row(name, f"{ours:.1f} {unit}", f"{other:.1f} {unit}", f"{ratio:.2f}", f"≤ {limit:g}", ratio <= limit)


def counted(name: str, ours: int, limit: int) -> Row:
    """Ours may be at most `limit`."""
    return Row(name, str(ours), "", "", f"≤ {limit}", ours <= limit)


def at_most(name: str, ours: float, limit: float, unit: str) -> Row:
    """Ours may be at most `limit`, both in that unit."""
    return Row(name, f"{ours:.1f} {unit}", "", "", f"≤ {limit:g} {unit}", ours <= limit)


def told(name: str, ours: float, unit: str = "ms") -> Row:
    """A figure without a promise."""
    return Row(name, f"{ours:.1f} {unit}", "", "", "", True)


def _verdict(row: Row) -> str:
    if not row.limit:
        return ""
    return "kept" if row.kept else "BROKEN"


def printed(rows: Iterable[Row]) -> str:
    """The rows as a table for the terminal."""
    lines = [("Measured", "Ours", "Against", "Ratio", "Promise", "")]
    lines += [(*row[:5], _verdict(row)) for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(6)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
