"""Pictures as records: everything is drawn where it belongs."""

import re
from datetime import date

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from forankring.rendering.gantt import LEFT, WIDTH, Span, draw_gantt
from forankring.rendering.pictures import Measure, Profiles, draw_profiles, draw_shares
from forankring.rendering.svg import hatch
from forankring.rendering.words import width_of, wrap

sizes = st.floats(1, 700)


@given(sizes, sizes, sizes, sizes)
def test_hatching_stays_inside_its_rectangle(x: float, y: float, width: float, height: float) -> None:
    for one, other in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", hatch(x, y, width, height)):
        assert x - 0.1 <= float(one) <= x + width + 0.1
        assert y - 0.1 <= float(other) <= y + height + 0.1


@given(st.text(max_size=300))
def test_a_label_has_at_most_two_lines_and_always_one(text: str) -> None:
    lines = wrap(text, 100, 9, 2)
    assert 1 <= len(lines) <= 2
    assert all(width_of(line, 9) <= 100 for line in lines)


def test_a_row_of_bars_hatches_the_weak_one_and_strikes_where_it_stood_before() -> None:
    rows = [("A1 tovholder", [Measure(2, is_weak=True, before=1), Measure(None)])]
    picture = draw_profiles("Aktørerne", ["Evne", "Vilje"], rows)
    weak, unknown = picture.bars
    assert weak.width == Profiles.TRACK * 2 / 5
    assert unknown.width == 0
    assert picture.hatching
    assert not picture.firm
    assert picture.known != picture.unknown
    assert picture.marks.count("M") == 1
    assert picture.marks.startswith(f"M{weak.x + Profiles.TRACK / 5:.1f} ")


measures = st.builds(Measure, st.none() | st.integers(1, 5), st.booleans(), st.none() | st.integers(1, 5))


@given(st.lists(st.tuples(st.text(max_size=200), st.tuples(*[measures] * 4)), max_size=40))
def test_any_rows_of_bars_stay_inside_the_picture(rows: list[tuple[str, tuple[Measure, ...]]]) -> None:
    picture = draw_profiles("x", ["Forståelse", "Mening", "Evne", "Vilje"], rows)
    assert all(Profiles.LEFT <= bar.x <= bar.x + Profiles.TRACK <= Profiles.WIDTH for bar in picture.bars)
    assert all(bar.y + 10 <= picture.height for bar in picture.bars)
    assert len(picture.lines) == len(rows)


def test_shares_fill_the_bar_and_leave_out_what_is_nothing() -> None:
    picture = draw_shares(
        "Penge", [("a", "30 kr.", 30, "solid"), ("b", "0 kr.", 0, "light"), ("c", "10 kr.", 10, "empty")]
    )
    assert [part.label for part in picture.segments] == ["a", "c"]
    assert sum(part.width for part in picture.segments) == picture.WIDTH


dates = st.none() | st.dates()


@given(st.lists(st.tuples(dates, dates), max_size=5), st.dates(), dates)
def test_any_dates_give_a_gantt_inside_its_frame(
    spans: list[tuple[date | None, date | None]], today: date, finish: date | None
) -> None:
    given_spans = [Span("x", "i gang", "going", start, end) for start, end in spans]
    picture = draw_gantt("x", given_spans, today=today, today_words="i dag", finish=finish, finish_words="slut")
    for stroke in picture.strokes:
        assert stroke.x is None or LEFT <= stroke.x <= stroke.x + stroke.width <= WIDTH + 0.1
    assert len(picture.months) < 40
    assert picture.today


def test_a_picture_is_well_formed_and_speaks_danish_numbers_only_in_words() -> None:
    picture = draw_gantt(
        "Tid",
        [Span("P1 <b>", "i gang", "late", date(2026, 1, 2), date(2026, 3, 9))],
        today=date(2026, 2, 1),
        today_words="i dag",
        finish=None,
        finish_words="",
    )
    svg = render_to_string("pictures/gantt.html", {"picture": picture})
    assert "P1 &lt;b&gt;" in svg
    assert not re.search(r'(x|y|width|height)="[\d.]*,', svg)
    assert "style=" not in svg
