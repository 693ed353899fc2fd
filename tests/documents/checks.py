"""What every PDF of a plan must live up to."""

import io
import re
import subprocess
from pathlib import Path
from typing import Any

import outloud
import page
from PIL import Image
from pypdf import PdfReader

# A4 in points, upright or lying.
FORMATS = {(595, 842), (842, 595)}
DPI = 60
# What stays empty, in tenths of a millimetre: at the sides of a page that stands or lies, and over and under it.
SIDE = {False: 160, True: 150}
END = 70


def assert_accessible(pdf: bytes, folder: Path, *, besides: str = "") -> None:
    """Two independent checkers of PDF/UA, and PDF/A as the file claims: neither has anything to say."""
    for profile in ("pdfua-1", "pdfa-3a"):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]
    file = folder / "plan.pdf"
    file.write_bytes(pdf)
    result = outloud.check(str(file))
    assert result.error is None
    told = [finding for finding in result.findings if finding.severity != "info" and finding.rule != besides]
    assert [(finding.rule, finding.message, finding.page) for finding in told] == []


def assert_nothing_is_cut(pdf: bytes) -> None:
    """Every word begins on the page it belongs to, inside the margins' outer edge."""
    for sheet in PdfReader(io.BytesIO(pdf)).pages:
        width, height = float(sheet.mediabox.width), float(sheet.mediabox.height)
        assert (round(width), round(height)) in FORMATS

        def look(text: str, matrix: Any, line: Any, *rest: Any, right: float = width, top: float = height) -> None:
            if text.strip():
                x, y = line[4] * matrix[0] + matrix[4], line[5] * matrix[3] + matrix[5]
                assert 0 < x < right, text
                assert 0 < y < top, text

        sheet.extract_text(visitor_text=look)


def text_of(pdf: bytes) -> str:
    """All text, one space between words, soft line ends of hyphenated words mended."""
    pages = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages]
    return " ".join(re.sub(r"[-\u00ad]\n", "", "\n".join(pages)).split())


def closed_up(text: str) -> str:
    """Without any space or hyphen of a line end, to look for words that one may have split."""
    return re.sub(r"[\s\u00ad\u2010]", "", text)


def assert_nothing_touches_the_margins(pdf: bytes, folder: Path) -> None:
    """As a printer sees it: the edges of every page, drawn, hold one colour and nothing else."""
    file = folder / "margins.pdf"
    file.write_bytes(pdf)
    subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), str(file), str(folder / "sheet")], check=True)
    sheets = sorted(folder.glob("sheet-*.pgm"))
    assert sheets
    for number, path in enumerate(sheets, start=1):
        with Image.open(path) as sheet:
            side, end = (SIDE[sheet.width > sheet.height] * DPI // 254, END * DPI // 254)
            right, bottom = sheet.width - 2, sheet.height - 2  # a page is no whole number of dots
            edges = {
                "left": (0, 0, side, bottom),
                "right": (right - side, 0, right, bottom),
                "top": (0, 0, right, end),
                "bottom": (0, bottom - end, right, bottom),
            }
            for name, box in edges.items():
                darkest, lightest = sheet.crop(box).getextrema()
                assert darkest == lightest, f"page {number}, {name} margin"
