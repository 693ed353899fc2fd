"""The strip of dots: a dot for every answer, above its step and inside the picture."""

from decimal import Decimal
from xml.etree import ElementTree

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from actors.spread import median_of
from forankring.rendering.strips import Strip, draw_strip

SVG = "{http://www.w3.org/2000/svg}"
scores = st.lists(st.integers(1, 5), min_size=1, max_size=60)


def drawn(given_scores: list[int], *marks: tuple[int, str]) -> Strip:
    counts = [given_scores.count(step) for step in range(1, 6)]
    return draw_strip("Svarene", counts, (median_of(given_scores), "median"), marks)


@given(scores)
def test_there_is_a_dot_for_every_answer_and_none_lies_on_another(given_scores: list[int]) -> None:
    strip = drawn(given_scores)

    assert len(strip.dots) == len(given_scores)
    for number, dot in enumerate(strip.dots):
        for other in strip.dots[number + 1 :]:
            apart = ((dot.x - other.x) ** 2 + (dot.y - other.y) ** 2) ** 0.5
            assert apart >= 2 * Strip.RADIUS


@given(scores)
def test_every_dot_stands_nearest_its_own_step(given_scores: list[int]) -> None:
    strip = drawn(given_scores)

    steps = [float(x) for _step, x in strip.steps]
    found = [1 + min(range(5), key=lambda place: abs(steps[place] - dot.x)) for dot in strip.dots]
    assert found == sorted(given_scores)


@given(scores, st.lists(st.tuples(st.integers(1, 5), st.just("aktøren selv")), max_size=2))
def test_everything_is_inside_the_picture(given_scores: list[int], marks: list[tuple[int, str]]) -> None:
    strip = drawn(given_scores, *marks)

    for dot in strip.dots:
        assert Strip.RADIUS <= dot.x <= Strip.WIDTH - Strip.RADIUS
        assert Strip.RADIUS <= dot.y <= strip.line_y - Strip.RADIUS
    assert strip.middle
    for mark in (strip.middle, *strip.marks):
        assert 0 < mark.x < Strip.WIDTH
    assert strip.height > (strip.marks_y if strip.marks else strip.middle_y)


def test_the_middle_may_lie_between_two_steps() -> None:
    strip = draw_strip("Svarene", [0, 0, 2, 2, 0], (Decimal("3.5"), "median 3,5"))

    assert strip.middle
    (third, fourth) = [x for step, x in strip.steps if step in "34"]
    assert strip.middle.x == (third + fourth) / 2


def test_the_line_reaches_from_the_lowest_to_the_highest_answer() -> None:
    strip = drawn([2, 3, 4])

    assert strip.span == (strip.steps[1][1], strip.steps[3][1])


def test_the_picture_is_one_path_of_dots_with_words_for_whoever_cannot_see_it() -> None:
    picture = render_to_string("pictures/strip.html", {"picture": drawn([4, 4, 2], (5, "aktøren selv"))})
    root = ElementTree.fromstring(picture)

    assert root.findtext(f"{SVG}title") == "Svarene"
    words = ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]
    assert words == ["1", "2", "3", "4", "5", "median", "aktøren selv"]
    assert "style" not in picture.replace("<title>", "")
