"""The map as plain records: regions at the sides with their nodes, hubs in the middle, and lines between them.

Nothing is drawn by chance or by what was drawn last: a node's place follows from its region and its turn in it, and
a region grows by several places at a time. One node more moves no other node, or those below it by one such step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from forankring.rendering.map_lines import End, arrow, cross, dot, joined, link, tie
from forankring.rendering.svg import hatch
from forankring.rendering.words import fit

WIDTH = 720
SIDE = 232  # so wide is a region
BOX = 120  # so wide is a hub
SIZE = 9.5  # of the words
BELOW = 3.2  # from a line's middle to where its words stand
ROW = 19
STEP = 4  # a region has room for so many nodes more each time it grows
HEAD = 24
GAP = 10
TOP = 2
CROSSED = "crossed"  # a tie with a cross in its middle
LEAST, MOST = 16, 60  # from one hub to the next


class Node(NamedTuple):
    """Someone in a region. `style` is firm, open (nothing comes from it), chosen or gone."""

    key: str
    label: str
    style: str = "firm"


class Region(NamedTuple):
    """A part of the map. One without nodes is hatched and says so."""

    label: str
    nodes: Sequence[Node]
    is_left: bool = True
    note: str = ""  # said where nodes would stand


class Hub(NamedTuple):
    """Something in the middle. `style` is firm, open, faint or hole."""

    key: str
    label: str
    style: str = "open"


class Link(NamedTuple):
    """From a node to a hub. `style` is one of the template's line styles, as is a tie's; quiet is the faintest."""

    node: str
    hub: str
    style: str


class Tie(NamedTuple):
    """From a node to another. `points` is whether the direction matters."""

    one: str
    other: str
    style: str
    points: bool = False


@dataclass(frozen=True)
class Panel:
    """A region as drawn."""

    label: str
    x: float
    y: float
    height: float
    is_empty: bool
    note: str = ""

    @property
    def words_at(self) -> tuple[float, float]:
        return self.x + 10, self.y + 16

    @property
    def note_at(self) -> tuple[float, float]:
        """Where the first node would stand."""
        return self.x + 10, self.y + HEAD + ROW / 2 + BELOW


@dataclass(frozen=True)
class Spot:
    """A node as drawn."""

    key: str
    label: str
    style: str
    x: float
    y: float
    is_left: bool

    @property
    def words_x(self) -> float:
        return self.x - 9 if self.is_left else self.x + 9

    @property
    def words_y(self) -> float:
        return self.y + BELOW

    @property
    def anchor(self) -> str:
        return "end" if self.is_left else "start"

    @property
    def end(self) -> End:
        """Where its lines end: to the right lies the middle for those on the left, and the other way round."""
        return End(self.x, self.y, 1 if self.is_left else -1)


@dataclass(frozen=True)
class Box:
    """A hub as drawn; `y` is its middle."""

    key: str
    label: str
    style: str
    y: float
    height: float

    X = (WIDTH - BOX) / 2
    WIDTH = BOX

    @property
    def words_y(self) -> float:
        return self.y + BELOW

    @property
    def outline(self) -> str:
        return f"M{self.X} {self.y - self.height / 2:.1f}h{BOX}v{self.height:.1f}h-{BOX}z"

    def gate(self, spot: Spot) -> tuple[float, float]:
        """Where a line from the node reaches it."""
        return self.X + (0 if spot.is_left else BOX), self.y

    @property
    def hatching(self) -> str:
        return hatch(self.X, self.y - self.height / 2, BOX, self.height) if self.style == "hole" else ""


@dataclass(frozen=True)
class ActorMap:
    """The whole picture. What is painted alike is one path; every node, hub and region has one text."""

    title: str
    panels: tuple[Panel, ...]
    spots: tuple[Spot, ...]
    boxes: tuple[Box, ...]
    links: dict[str, str]
    ties: dict[str, str]
    arrows: str
    crosses: str
    height: float

    WIDTH = WIDTH
    SIDE = SIDE
    MIDDLE = WIDTH / 2

    @property
    def dots(self) -> dict[str, str]:
        """By style, as the `d` of one path."""
        return joined((spot.style, dot(spot.end)) for spot in self.spots)

    @property
    def outlines(self) -> dict[str, str]:
        return joined((box.style, box.outline) for box in self.boxes)

    @property
    def hatching(self) -> str:
        """Of what is missing: hubs that nothing reaches, and regions without nodes."""
        empty = (hatch(p.x, p.y, SIDE, p.height, 9) for p in self.panels if p.is_empty)
        return "".join((*empty, *(box.hatching for box in self.boxes)))

    @property
    def frames(self) -> str:
        return "".join(f"M{p.x} {p.y:.1f}h{SIDE}v{p.height:.1f}h-{SIDE}z" for p in self.panels)

    @property
    def strikes(self) -> str:
        """A cross over each node that is gone."""
        gone = (spot for spot in self.spots if spot.style == "gone")
        return "".join(f"M{spot.x - 6:.1f} {spot.y - 6:.1f}l12 12m0 -12l-12 12" for spot in gone)


def draw_map(
    title: str, regions: Sequence[Region], hubs: Sequence[Hub], links: Sequence[Link], ties: Sequence[Tie]
) -> ActorMap:
    """Everything where it belongs. A line to something that is not on the map is left out."""
    left, left_ends = _side([region for region in regions if region.is_left], 0)
    right, right_ends = _side([region for region in regions if not region.is_left], WIDTH - SIDE)
    height = max(left_ends, right_ends, TOP + LEAST * len(hubs)) + TOP
    panels, spots = [each for each, _ in left + right], [spot for _, here in left + right for spot in here]
    boxes = _boxes(hubs, height)
    at, box_of = {spot.key: spot for spot in spots}, {box.key: box for box in boxes}
    drawn = [one for one in ties if one.one in at and one.other in at]
    return ActorMap(
        title=title,
        panels=tuple(panels),
        spots=tuple(spots),
        boxes=tuple(boxes),
        links=joined(
            (one.style, link(at[one.node].end, *box_of[one.hub].gate(at[one.node])))
            for one in links
            if one.node in at and one.hub in box_of
        ),
        ties=joined((one.style, tie(at[one.one].end, at[one.other].end)) for one in drawn),
        arrows="".join(arrow(at[one.other].end) for one in drawn if one.points),
        crosses="".join(cross(at[one.one].end, at[one.other].end) for one in drawn if one.style == CROSSED),
        height=height,
    )


def _side(regions: Sequence[Region], x: float) -> tuple[list[tuple[Panel, list[Spot]]], float]:
    found = []
    y = float(TOP)
    for region in regions:
        places = STEP * max(1, -(-len(region.nodes) // STEP))
        height = HEAD + ROW * places
        inner = SIDE - 10 if region.is_left else WIDTH - SIDE + 10
        spots = [
            Spot(
                node.key,
                fit(node.label, SIDE - 27, SIZE),
                node.style,
                inner,
                y + HEAD + ROW * (place + 0.5),
                region.is_left,
            )
            for place, node in enumerate(region.nodes)
        ]
        # Bold letters are about an eighth wider.
        label = fit(region.label, SIDE - 12, SIZE * 1.13)
        found.append((Panel(label, x, y, height, not region.nodes, region.note), spots))
        y += height + GAP
    return found, y - GAP


def _boxes(hubs: Sequence[Hub], height: float) -> list[Box]:
    pitch = min(MOST, (height - 2 * TOP) / max(len(hubs), 1))
    first = (height - pitch * len(hubs)) / 2 + pitch / 2
    tall = min(20, pitch - 3)
    return [
        Box(hub.key, fit(hub.label, BOX - 8, SIZE), hub.style, first + pitch * place, tall)
        for place, hub in enumerate(hubs)
    ]
