"""The lines of the map as the `d` of paths. Every line leaves and reaches its ends level, bent in between."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final, NamedTuple

DOT: Final = 4.5  # a node's radius


class End(NamedTuple):
    """The middle of a node; `inwards` is 1 or -1, the way to the middle of the map."""

    x: float
    y: float
    inwards: int

    @property
    def edge(self) -> float:
        return self.x + (DOT + 1) * self.inwards


def link(end: End, x: float, y: float) -> str:
    """From a node to the edge of a hub."""
    pull = 40 * end.inwards
    start = end.edge
    return f"M{start:.1f} {end.y:.1f}C{start + pull:.1f} {end.y:.1f} {x - pull:.1f} {y:.1f} {x:.1f} {y:.1f}"


def tie(one: End, other: End) -> str:
    (x, y), *rest = _bend(one, other)
    return f"M{x:.1f} {y:.1f}C" + " ".join(f"{a:.1f} {b:.1f}" for a, b in rest)


def cross(one: End, other: End) -> str:
    """On the curve between them: in its middle, or near the first where its middle lies among the hubs."""
    points = _bend(one, other)
    share = 0.5 if one.inwards == other.inwards else 0.12
    while len(points) > 1:
        points = [(a + (c - a) * share, b + (d - b) * share) for (a, b), (c, d) in pairwise(points)]
    x, y = points[0]
    return f"M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8"


def arrow(end: End) -> str:
    """The head of an arrow that points at the node."""
    return f"M{end.edge - 0.5 * end.inwards:.1f} {end.y:.1f}l{8 * end.inwards} -3.6v7.2z"


def dot(end: End) -> str:
    return f"M{end.x - DOT:.1f} {end.y:.1f}a{DOT} {DOT} 0 1 0 {2 * DOT} 0a{DOT} {DOT} 0 1 0 -{2 * DOT} 0z"


def joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """From (style, path): one path for each style."""
    found: dict[str, list[str]] = {}
    for style, path in pairs:
        found.setdefault(style, []).append(path)
    return {style: "".join(paths) for style, paths in found.items()}


def _bend(one: End, other: End) -> list[tuple[float, float]]:
    """The four points of the curve: a bow on one side, an S through the middle."""
    if one.inwards == other.inwards:
        bow = one.inwards * min(80, 34 + abs(one.y - other.y) * 0.2)
        pulls = (bow, bow)
    else:
        pulls = (150 * one.inwards, 150 * other.inwards)
    return [
        (one.edge, one.y),
        (one.edge + pulls[0], one.y),
        (other.edge + pulls[1], other.y),
        (other.edge, other.y),
    ]
