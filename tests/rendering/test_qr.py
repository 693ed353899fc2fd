"""The picture that a phone is pointed at is the code, dark module for dark module, with white around it."""

import re

import segno
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from forankring.rendering.qr import QUIET, QrCode, draw_qr

RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def dark_in(code: QrCode) -> set[tuple[int, int]]:
    runs = [tuple(map(int, run)) for run in RUN.findall(code.path)]
    assert RUN.sub("", code.path) == ""
    assert all(length == back for _x, _y, length, back in runs)
    return {(x + step, y) for x, y, length, _back in runs for step in range(length)}


@given(st.text(min_size=1, max_size=120))
def test_every_dark_module_is_drawn_once_and_no_other(text: str) -> None:
    drawn = draw_qr(text, "En kode")
    matrix = segno.make(text, error="q", micro=False).matrix

    dark = {(x + QUIET, y + QUIET) for y, line in enumerate(matrix) for x, is_dark in enumerate(line) if is_dark}
    assert dark_in(drawn) == dark
    assert drawn.size == len(matrix) + 2 * QUIET


def test_the_picture_says_where_it_leads_and_needs_no_style_of_its_own() -> None:
    html = render_to_string("pictures/qr.html", {"qr": draw_qr("https://forankring.example/deltag/", "Fører til <b>")})

    assert "<title>Fører til &lt;b&gt;</title>" in html
    assert "style=" not in html
    assert 'role="img"' in html
