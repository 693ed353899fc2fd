"""What WeasyPrint leaves out changes nothing on the page."""

import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from forankring.rendering.pdf import ENVIRONMENT, PYTHON, html_to_pdf
from projects.documents.document import PlanDocument
from projects.documents.render import STYLE, plan_html
from tests.documents.plans import half_filled, hostile

NEVER_ASKED_FOR = re.compile(r"\b(float|position|text-align:\s*justify)\s*:|\b(calc|clamp|max|min|running)\(")
STYLES = [file for app in ("projects", "forankring", "actors") for file in (settings.BASE_DIR / app).rglob("*.css")]
WITHOUT_SHORTCUTS = """
import sys
from pathlib import Path
from forankring.rendering import lean
from forankring.rendering.engine import Engine
from forankring.rendering.pdf import INDENTATION

lean.Node.text = property(lean.words_in_one_piece)  # this one does move letters: it sets a label with its kerning
html, style, fonts, written = map(Path, sys.argv[1:])
written.write_bytes(Engine(fonts).render(INDENTATION.sub("><", html.read_text()), style.read_text()))
"""


@pytest.mark.parametrize("plan", [half_filled(), hostile()], ids=["half-filled", "hostile text"])
def test_every_page_is_drawn_as_it_is_without_the_shortcuts(plan: PlanDocument, tmp_path: Path) -> None:
    html = tmp_path / "plan.html"
    html.write_text(plan_html(plan))
    plain = tmp_path / "plan.pdf"
    fonts = settings.VAR_DIR / "pdf-fonts"
    command = [*PYTHON, "-c", WITHOUT_SHORTCUTS, html, STYLE, fonts, plain]
    subprocess.run(command, env=ENVIRONMENT, check=True)

    assert html_to_pdf(html.read_text(), STYLE) == plain.read_bytes()


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_no_style_sheet_of_a_document_asks_for_what_is_left_out(style: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", style.read_text(), flags=re.S)
    assert not NEVER_ASKED_FOR.search(rules)
    assert set(re.findall(r'font(?:-family)?:[^;}"]*"([^"]+)"', rules)) <= {"IBM Plex Sans"}
    assert not re.search(r"\bfont-(style|stretch|variant|feature|kerning)", rules)
