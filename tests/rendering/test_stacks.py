"""Horizontal bars of parts on one scale."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from forankring.rendering.stacks import Stacks, draw_stacks

FULL = Stacks.WIDTH - Stacks.LEFT - Stacks.WORDS
AMOUNTS = st.lists(st.lists(st.integers(0, 10**9), max_size=4), max_size=6)


@given(AMOUNTS)
def test_the_longest_bar_fills_the_width_and_no_bar_passes_it(rows: list[list[int]]) -> None:
    picture = draw_stacks("Timer", [("maj", "8 timer", [(amount, "solid") for amount in row]) for row in rows])

    lengths = [sum(part.width for part in stack.parts) for stack in picture.stacks]
    assert all(length <= FULL + 0.01 for length in lengths)
    if any(sum(row) for row in rows):
        assert abs(max(lengths) - FULL) < 0.01


@given(AMOUNTS, st.integers(0, 300), st.integers(0, 300))
def test_long_labels_and_words_get_the_room_they_ask_for(rows: list[list[int]], left: int, words: int) -> None:
    bars = [("maj", "8 timer", [(amount, "solid") for amount in row]) for row in rows]

    for stack in draw_stacks("Timer", bars, left=left, words=words).stacks:
        assert all(part.x >= left - 0.01 for part in stack.parts)
        assert stack.words_x <= Stacks.WIDTH - words + 6.01


@given(AMOUNTS)
def test_parts_follow_each_other_and_parts_of_nothing_are_left_out(rows: list[list[int]]) -> None:
    picture = draw_stacks("Timer", [("maj", "", [(amount, "light") for amount in row]) for row in rows])

    for stack, row in zip(picture.stacks, rows, strict=True):
        assert len(stack.parts) == sum(amount > 0 for amount in row)
        x = float(Stacks.LEFT)
        for part in stack.parts:
            assert abs(part.x - x) < 0.01
            x += part.width


def test_the_title_tells_every_number_and_what_is_missing_is_hatched() -> None:
    picture = draw_stacks(
        "Hvad det koster", [("I dag", "2 kr.", [(Decimal(2), "hatched")]), ("Drift", "0 kr.", [(0, "solid")])]
    )

    assert picture.title == "Hvad det koster. I dag: 2 kr; Drift: 0 kr."
    assert picture.stacks[0].parts[0].hatching
    assert picture.stacks[1].parts == ()
    assert picture.height > Stacks.ROW
