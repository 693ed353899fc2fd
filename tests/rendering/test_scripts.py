"""Names in ten scripts on paper: whose letters they are set in, in which order, and how much room they take."""

import io
import os
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from django.conf import settings
from pypdf import PdfReader

from forankring.operations.fonts import FAMILIES
from forankring.rendering.pdf import html_to_pdf
from forankring.rendering.words import width_of
from tests.rendering.test_pdf import document
from tests.scripts import NAMES

WORD = re.compile(r'<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="[0-9.]+">(.*?)</word>')
OURS = ("IBM-Plex-Sans", *(family.replace(" ", "-") for family in FAMILIES.values()))
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 600 40" width="600"><title>Navn</title>{}</svg>'
)


class Word(NamedTuple):
    left: float
    top: float
    right: float
    text: str

    def says(self, part: str) -> bool:
        """The tool tells a word from left to right, as it stands."""
        return part in self.text or part[::-1] in self.text


@pytest.fixture
def style(tmp_path: Path) -> Path:
    file = tmp_path / "style.css"
    file.write_text("@page { size: 400mm 200mm } html { font: 12pt 'IBM Plex Sans' }")
    return file


def words_in(pdf: bytes, folder: Path) -> list[Word]:
    file = folder / "words.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return [Word(*map(float, found[:3]), found[3]) for found in WORD.findall(told)]


def fonts_in(pdf: bytes) -> set[str]:
    resources = [page["/Resources"].get("/Font", {}) for page in PdfReader(io.BytesIO(pdf)).pages]
    return {str(font.get_object()["/BaseFont"])[8:] for fonts in resources for font in fonts.values()}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_only_our_own_faces_are_in_the_file(name: str, style: Path) -> None:
    pdf = html_to_pdf(
        document(f"<p>Navnet {name}, <b>{name}</b> 漢</p>" + PICTURE.format(f"<text>{name}</text>")), style
    )
    assert all(font.startswith(OURS) for font in fonts_in(pdf))
    assert "[U+" not in "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_a_hyphen_at_a_line_end_is_ours_too(style: Path) -> None:
    long = "Forankringsorganisationssammensætning " * 3
    pdf = html_to_pdf(document(f'<p style="width: 40mm; hyphens: auto">{long}</p>'), style)
    assert "-\n" in PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert all(font.startswith("IBM-Plex-Sans") for font in fonts_in(pdf))


def test_the_engine_sees_no_font_of_the_machine() -> None:
    """The way the process is started: with a configuration that names no folder."""
    from forankring.rendering import pdf

    seen = subprocess.run(["fc-list"], env=pdf.ENVIRONMENT, capture_output=True, text=True, check=True).stdout
    assert seen == ""
    assert os.environ.get("FONTCONFIG_FILE") != pdf.ENVIRONMENT["FONTCONFIG_FILE"]


LINE = "Først נשים, ילדים (afd. 12) og نساء 7 sidst"
IN_ORDER = ["Først", "נשים", "ילדים", "12", "نساء", "7", "sidst"]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{LINE}</p>",
        f"<table><tr><td>{LINE}</td></tr></table>",
        PICTURE.format(f'<text y="20" font-family="IBM Plex Sans" font-size="12">{LINE}</text>'),
        PICTURE.format(
            f'<text x="500" y="20" text-anchor="end" font-family="IBM Plex Sans" font-size="12">{LINE}</text>'
        ),
    ],
    ids=["sentence", "table", "picture", "right side of a picture"],
)
def test_names_from_right_to_left_stand_where_the_danish_sentence_has_them(
    body: str, style: Path, tmp_path: Path
) -> None:
    words = words_in(html_to_pdf(document(body), style), tmp_path)
    lefts = [next(word.left for word in words if word.says(part)) for part in IN_ORDER]
    assert lefts == sorted(lefts)


def test_a_name_of_two_words_is_read_from_its_right_end(style: Path, tmp_path: Path) -> None:
    words = words_in(html_to_pdf(document("<p>Foreningen نساء الحي mødes.</p>"), style), tmp_path)
    first, second = (next(word for word in words if word.says(part)) for part in ("نساء", "الحي"))
    assert second.left < first.left


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_takes_no_more_room_than_pictures_reckon(name: str, style: Path, tmp_path: Path) -> None:
    text = f'<text x="10" y="30" font-family="IBM Plex Sans" font-size="10">{name}</text>'
    before = words_in(html_to_pdf(document(""), style), tmp_path)
    words = words_in(html_to_pdf(document(PICTURE.format(text)), style), tmp_path)[len(before) :]
    wide = (max(word.right for word in words) - min(word.left for word in words)) / 0.75
    assert 0.6 * width_of(name, 10) <= wide <= width_of(name, 10) * 1.01


def test_the_file_grows_by_the_letters_in_use(style: Path) -> None:
    plain = len(html_to_pdf(document("<p>Kvinderne</p>"), style))
    for name in NAMES.values():
        assert len(html_to_pdf(document(f"<p>Kvinderne {name}</p>"), style)) < plain + 18_000


def test_a_document_is_the_same_whatever_was_written_before_it(style: Path) -> None:
    first = html_to_pdf(document("<p>妇女</p>"), style)
    html_to_pdf(document("<p>" + " ".join(NAMES.values()) + " 日本語</p>"), style)
    assert html_to_pdf(document("<p>妇女</p>"), style) == first


def test_every_face_lies_where_the_engine_looks() -> None:
    folder = settings.VAR_DIR / "pdf-fonts"
    assert (folder / "letters.json").is_file()
    assert len(list(folder.glob("*.ttf"))) == 2
