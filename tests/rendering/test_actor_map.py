"""The map: everyone has a place of their own, the same one tomorrow, and no words stand on each other."""

import re
from xml.etree import ElementTree

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from forankring.rendering.actor_map import (
    BOX,
    CROSSED,
    GAP,
    HEAD,
    ROW,
    SIDE,
    SIZE,
    STEP,
    WIDTH,
    ActorMap,
    Hub,
    Link,
    Node,
    Region,
    Tie,
    draw_map,
)
from forankring.rendering.words import fit, width_of

names = st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), max_size=80)
# How many actors each of four regions has: forty in all, and more, however they are spread.
sizes = st.lists(st.integers(0, 30), min_size=4, max_size=4)


def picture(counts: list[int], labels: list[str] | None = None, hubs: int = 9) -> ActorMap:
    labels = labels or ["Foreningen Lektiehjælperne i Pilebro og omegn"]
    regions = [
        Region(
            f"Sfære {place}",
            [Node(f"{place}-{n}", f"A{n} {labels[n % len(labels)]}") for n in range(count)],
            place < 2,
        )
        for place, count in enumerate(counts)
    ]
    middle = [Hub(f"O{n}", f"O{n} {labels[n % len(labels)]}") for n in range(hubs)]
    links = [
        Link(node.key, f"O{n % hubs}", "thin") for region in regions for n, node in enumerate(region.nodes) if hubs
    ]
    return draw_map("Kort", regions, middle, links, [])


def boxes_of(drawn: ActorMap) -> list[tuple[float, float, float, float]]:
    """Where the words of the nodes, the hubs and the regions stand: left, right, top, bottom."""
    found = []
    for spot in drawn.spots:
        wide = width_of(spot.label, SIZE)
        left = spot.words_x - wide if spot.anchor == "end" else spot.words_x
        found.append((left, left + wide, spot.words_y - SIZE * 0.8, spot.words_y + SIZE * 0.25))
    for box in drawn.boxes:
        wide = width_of(box.label, SIZE)
        middle = WIDTH / 2
        found.append((middle - wide / 2, middle + wide / 2, box.words_y - SIZE * 0.8, box.words_y + SIZE * 0.25))
    for panel in drawn.panels:
        wide = width_of(panel.label, SIZE * 1.3)
        x, y = panel.words_at
        found.append((x, x + wide, y - 9, y + 3))
    return found


@given(sizes, st.lists(names, min_size=1, max_size=5), st.integers(0, 60))
def test_no_words_stand_on_each_other_or_outside(counts: list[int], labels: list[str], hubs: int) -> None:
    drawn = picture(counts, labels, hubs)
    places = boxes_of(drawn)
    for place, (left, right, top, bottom) in enumerate(places):
        assert left >= 0
        assert right <= WIDTH
        assert top >= 0
        assert bottom <= drawn.height
        for other_left, other_right, other_top, other_bottom in places[place + 1 :]:
            assert right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top


@given(sizes, st.integers(0, 3))
def test_one_actor_more_moves_nobody_but_those_below_it_and_those_one_step(counts: list[int], grown: int) -> None:
    before = picture(counts)
    after = picture([count + (place == grown) for place, count in enumerate(counts)])
    at = {spot.key: (spot.x, spot.y) for spot in after.spots}
    for spot in before.spots:
        x, y = at[spot.key]
        assert x == spot.x
        region = int(spot.key.split("-")[0])
        may_move = region > grown and (region < 2) == (grown < 2)
        assert y == spot.y or (may_move and abs(y - spot.y - STEP * ROW) < 1e-6)


@given(sizes)
def test_the_same_facts_give_the_same_map(counts: list[int]) -> None:
    assert picture(counts) == picture(counts)


def test_a_region_has_room_for_some_more_before_it_grows() -> None:
    assert picture([1, 0, 0, 0]).panels[0].height == picture([STEP, 0, 0, 0]).panels[0].height == HEAD + STEP * ROW
    assert picture([STEP + 1, 0, 0, 0]).panels[1].y - picture([STEP, 0, 0, 0]).panels[1].y == STEP * ROW
    first, second = picture([1, 0, 0, 0]).panels[:2]
    assert second.y == first.y + first.height + GAP


def test_a_region_without_anybody_and_a_hub_nothing_reaches_are_hatched() -> None:
    whole = draw_map("x", [Region("Kommune", [Node("1", "A1")])], [Hub("tid", "Tid")], [], [])
    assert whole.hatching == ""
    holes = draw_map("x", [Region("Kommune", [])], [Hub("tid", "Tid", "hole")], [], [])
    assert holes.panels[0].is_empty
    corners = [tuple(map(float, found)) for found in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", holes.hatching)]
    assert any(x <= SIDE for x, _y in corners)
    assert any((WIDTH - BOX) / 2 <= x <= (WIDTH + BOX) / 2 for x, _y in corners)


def test_a_line_to_somebody_who_is_not_on_the_map_is_left_out() -> None:
    regions = [Region("Kommune", [Node("1", "A1"), Node("2", "A2")])]
    links = [Link("1", "tid", "thin"), Link("9", "tid", "thin"), Link("1", "penge", "thin")]
    ties = [Tie("1", "2", "plain"), Tie("1", "9", "plain")]
    drawn = draw_map("x", regions, [Hub("tid", "Tid")], links, ties)
    assert drawn.links["thin"].count("M") == 1
    assert drawn.ties["plain"].count("M") == 1


def test_only_what_has_a_direction_gets_an_arrow_and_only_the_crossed_a_cross() -> None:
    regions = [Region("a", [Node("1", "A1"), Node("2", "A2")]), Region("b", [Node("3", "A3")], is_left=False)]
    ties = [Tie("1", "2", "plain"), Tie("1", "3", "dashed", points=True), Tie("2", "3", CROSSED)]
    drawn = draw_map("x", regions, [], [], ties)
    assert drawn.arrows.count("z") == 1
    assert drawn.crosses.count("l8 8") == 1
    # The arrow's point touches the edge of the node it points at, which stands to the right.
    x, y = map(float, re.findall(r"M([\d.]+) ([\d.]+)", drawn.arrows)[0])
    spot = next(spot for spot in drawn.spots if spot.key == "3")
    assert y == spot.y
    assert abs(x - (spot.x - 5)) < 1


def test_somebody_who_is_gone_is_struck_out() -> None:
    drawn = draw_map("x", [Region("a", [Node("1", "A1", "gone"), Node("2", "A2")])], [], [], [])
    assert drawn.strikes.count("M") == 1
    assert set(drawn.dots) == {"gone", "firm"}


@given(names, st.floats(5, 300))
def test_words_are_cut_to_their_room(text: str, room: float) -> None:
    cut = fit(text, room, SIZE)
    assert width_of(cut, SIZE) <= room
    if cut and not cut.endswith("…"):
        assert cut == " ".join(text.split())


def test_forty_actors_have_one_text_each_and_the_picture_is_well_formed() -> None:
    drawn = picture([14, 6, 15, 5], ["Foreningen <b> & Co."], hubs=60)
    svg = render_to_string("pictures/actor_map.html", {"picture": drawn})
    tree = ElementTree.fromstring(svg)
    texts = [each for each in tree.iter() if each.tag.endswith("}text")]
    assert len(texts) == 40 + 60 + 4
    assert "Foreningen &lt;b&gt;" in svg
    assert "style=" not in svg
    assert not re.search(r'(x|y|width|height)="[\d.]*,', svg)
