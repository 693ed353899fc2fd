"""The timeline's picture: everything stands inside it, and the words can be told apart."""

import re
from datetime import date
from itertools import pairwise

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from forankring.rendering.timeline import WIDTH, Mark, Part, Timeline, draw_timeline

TODAY = date(2026, 11, 21)
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
spans = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))
styles = st.sampled_from(["done", "late", "now", "later"])
marks = st.one_of(
    st.builds(Mark, st.text(max_size=40), styles, days),
    st.builds(lambda words, style, span: Mark(words, style, *span), st.text(max_size=40), styles, spans),
)
parts = st.lists(days, min_size=5, max_size=5).map(
    lambda found: [Part(number, "Igangsætning", *pair) for number, pair in enumerate(pairwise(found), 1)]
)


def draw(stages: list[Part], dates: list[Mark], finish: date | None = None) -> Timeline:
    return draw_timeline(
        "Tidslinje", stages, dates, today=TODAY, today_words="i dag", finish=finish, finish_words="slutter"
    )


@given(parts, st.lists(marks, min_size=1, max_size=9), st.none() | days)
def test_everything_stands_inside_the_picture(stages: list[Part], dates: list[Mark], finish: date | None) -> None:
    picture = draw(stages, dates, finish)

    for block in picture.blocks:
        assert block.x >= 0
        assert block.x + block.width <= WIDTH + 1
    for spot in picture.spots:
        assert spot.x >= 0
        assert spot.x + spot.width <= WIDTH + 0.1
        assert spot.y < picture.height
        for x, _y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", spot.hatching):
            assert spot.x - 0.1 <= float(x) <= spot.x + spot.width + 0.1


@given(st.lists(st.builds(Mark, st.text(min_size=1, max_size=40), styles, days), min_size=1, max_size=9))
def test_the_words_of_a_date_have_room_on_one_side(dates: list[Mark]) -> None:
    for spot in draw([], dates).spots:
        assert spot.words_left >= -1
        assert spot.words_left + spot.words_width <= WIDTH + 1


def test_a_stage_too_narrow_for_its_name_shows_its_number() -> None:
    short = Part(2, "Igangsætning", date(2024, 1, 1), date(2024, 3, 1))
    long = Part(3, "Drift", date(2024, 3, 2), date(2028, 1, 1))

    assert [block.words for block in draw([short, long], []).blocks] == ["2", "3 Drift"]


def test_a_stage_without_days_is_left_out() -> None:
    gone = Part(2, "Igangsætning", date(2024, 1, 2), date(2024, 1, 1))
    assert draw([gone], [Mark("Plan", "done", TODAY)]).blocks == ()


def test_today_is_drawn_only_when_it_falls_on_the_axis() -> None:
    before, after = Mark("a", "done", date(2020, 1, 1)), Mark("b", "later", date(2027, 1, 1))

    assert draw([], [before, after]).today is not None
    assert draw([], [before]).today is None


def test_the_words_of_today_and_the_end_turn_away_from_each_other() -> None:
    picture = draw([], [Mark("a", "done", date(2023, 1, 1)), Mark("b", "later", date(2029, 1, 1))], date(2027, 3, 1))

    assert picture.today
    assert picture.finish
    assert (picture.today.anchor, picture.finish.anchor) == ("end", "start")


def test_what_is_late_is_told_by_shape_and_weight_and_not_by_colour_alone() -> None:
    picture = draw([], [Mark("Plan · burde være gjort", "late", TODAY), Mark("Eftersyn · gjort", "done", TODAY)])
    svg = render_to_string("pictures/timeline.html", {"picture": picture})

    assert svg.count("<circle") == 1
    assert 'font-weight="bold" fill="#7a4900">Plan · burde være gjort' in svg
    assert "<title>Tidslinje</title>" in svg
    assert "style=" not in svg
