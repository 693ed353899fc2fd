"""The engine behind the door: what it refuses, what it writes, and when it stops."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from forankring.rendering import pdf
from forankring.rendering.pdf import PdfBusyError, PdfError, html_to_pdf


@pytest.fixture
def style(tmp_path: Path) -> Path:
    file = tmp_path / "style.css"
    file.write_text("html { font-family: 'IBM Plex Sans' }")
    return file


def document(body: str) -> str:
    return f'<!doctype html><html lang="da"><head><title>Prøve</title></head><body><h1>Prøve</h1>{body}</body></html>'


def text_of(body: str, style: Path) -> str:
    return PdfReader(io.BytesIO(html_to_pdf(document(body), style))).pages[0].extract_text()


@pytest.mark.parametrize("address", ["http://example.org/x.png", "https://example.org/x.png", "file:///etc/passwd"])
def test_nothing_is_fetched_from_elsewhere_and_it_is_said_aloud(address: str, style: Path) -> None:
    with pytest.raises(PdfError, match=f"may not fetch {re.escape(address)}"):
        html_to_pdf(document(f'<img alt="x" src="{address}">'), style)


def test_a_document_may_carry_its_own_picture(style: Path) -> None:
    dot = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
    assert html_to_pdf(document(f'<img alt="En prik" src="{dot}">'), style).startswith(b"%PDF")


def test_a_character_without_a_letterform_is_written_by_its_number(style: Path) -> None:
    assert "Hej [U+1F468] og 漢 æøå" in text_of("<p>Hej 👨 og 漢 æøå</p>", style)


def test_controls_and_hidden_directions_are_left_out(style: Path) -> None:
    assert "abcdef" in text_of("<p>a\x07b\u202ec\u200dd\ufeffe\x1bf</p>", style)


def test_only_our_own_letters_are_in_the_file(style: Path) -> None:
    reader = PdfReader(io.BytesIO(html_to_pdf(document("<p>Mager og <b>fed</b> 👨</p>"), style)))
    fonts = {str(font.get_object()["/BaseFont"]) for font in reader.pages[0]["/Resources"]["/Font"].values()}
    assert len(fonts) == 2
    assert all("IBM-Plex-Sans" in name or "IBMPlexSans" in name for name in fonts)


def test_it_stops_when_time_is_up_and_works_again_after(style: Path) -> None:
    many = "<p>" + "ord " * 200_000 + "</p>"
    with pytest.raises(PdfError, match=r"over 0\.2 s"):
        html_to_pdf(document(many), style, seconds=0.2)
    assert "igen" in text_of("<p>igen</p>", style)


def test_it_stops_when_memory_is_up(style: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf.close_all()
    monkeypatch.setattr(pdf, "MEGABYTES", 16)
    with pytest.raises(PdfError, match="over 16 MB"):
        html_to_pdf(document("<p>ord</p>"), style)


def test_a_process_is_used_again_and_replaced_after_a_while(style: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf.close_all()
    monkeypatch.setattr(pdf, "DOCUMENTS_EACH", 2)
    html_to_pdf(document(""), style)
    (process,) = pdf._idle
    html_to_pdf(document(""), style)
    assert process not in pdf._idle
    assert process.popen.returncode is not None


def test_who_finds_every_process_busy_is_not_kept_waiting(style: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "WAIT", 0.1)
    for _place in range(pdf.AT_ONCE):
        pdf._room.acquire()
    try:
        with pytest.raises(PdfBusyError):
            html_to_pdf(document(""), style)
    finally:
        pdf._room.release(pdf.AT_ONCE)
    assert "plads" in text_of("<p>plads</p>", style)


def test_a_picture_says_where_on_its_page_it_stands(style: Path) -> None:
    square = """<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" role="img" viewBox="0 0 8 4">
        <title>Felt</title><path d="M0 0h8v4z"/></svg>"""
    file = pikepdf.open(io.BytesIO(html_to_pdf(document(square), style)))
    (figure,) = (one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure")
    left, bottom, right, top = (float(side) for side in figure.A.BBox)
    assert (round(right - left), round(top - bottom)) == (60, 30)
    assert 0 <= left < right <= 596
    assert 600 < bottom < top <= 842  # near the top of the sheet


def test_a_label_in_a_picture_is_set_whole_not_letter_by_letter(style: Path) -> None:
    def pieces(label: str) -> int:
        words = f'<text x="5" y="20">{label}</text>'
        body = f'<svg role="img" viewBox="0 0 200 30" width="200"><title>Billede</title>{words}</svg>'
        with pikepdf.open(io.BytesIO(html_to_pdf(document(body), style))) as file:
            return [str(operator) for _, operator in pikepdf.parse_content_stream(file.pages[0])].count("Tm")

    assert pieces("Overdragelse") == pieces("O")
