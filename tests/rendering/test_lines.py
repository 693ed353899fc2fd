"""Lines over time: the same days in every panel, and nothing told by colour alone."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from forankring.rendering.lines import Lines, Series, draw_lines

START = date(2026, 1, 1)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
values = st.none() | st.integers(1, 5)
points = st.lists(st.tuples(days, values), max_size=8).map(lambda found: sorted(found, key=lambda one: one[0]))
series = st.builds(Series, st.text("abc", min_size=1), points)


@given(followed=st.lists(series, min_size=1, max_size=4))
def test_every_point_lies_inside_its_own_panel(followed: list[Series]) -> None:
    picture = draw_lines("Udvikling", followed, ("først", "sidst"))

    for panel in picture.panels:
        for point in panel.points:
            assert panel.x <= point.x - 4.5
            assert point.x + 4.5 <= panel.x + Lines.PANEL_WIDTH
            assert panel.y <= point.y <= panel.y + Lines.PANEL_HEIGHT
            assert panel.y <= point.words_y <= panel.days_y - 4
    assert picture.height >= max(panel.y for panel in picture.panels) + Lines.PANEL_HEIGHT


def test_a_higher_value_lies_higher_and_a_later_day_further_to_the_right() -> None:
    [panel] = draw_lines("x", [Series("Evne", [(START, 2), (START + timedelta(9), 4)])], ("a", "b")).panels

    first, second = panel.points
    assert second.y < first.y
    assert second.x > first.x
    assert panel.path == f"M{first.x} {first.y}L{second.x} {second.y}"


def test_the_line_breaks_where_the_value_was_not_known() -> None:
    points = [(START + timedelta(n), value) for n, value in enumerate([2, None, 3])]
    [panel] = draw_lines("x", [Series("Evne", points)], ("a", "b")).panels

    assert panel.path.count("M") == 2
    assert "L" not in panel.path
    assert [point.words for point in panel.points] == ["2", "?", "3"]


def test_one_day_alone_is_named_once() -> None:
    picture = draw_lines("x", [Series("Evne", [(START, 2)])], ("1. januar 2026", "1. januar 2026"))

    assert (picture.first, picture.last) == ("1. januar 2026", "")
