"""How wide words are: never reckoned narrower than the font on paper draws them."""

import unicodedata

from django.conf import settings
from fontTools.ttLib import TTFont

from forankring.rendering.letters import INVISIBLE, OWN
from forankring.rendering.words import width_of


def test_no_character_of_the_font_is_wider_than_reckoned() -> None:
    font = TTFont(settings.VAR_DIR / "pdf-fonts" / OWN["normal"])
    advances, scale = font["hmtx"], 1000 / font["head"].unitsPerEm
    drawn = {chr(code): advances[glyph][0] * scale for code, glyph in font.getBestCmap().items()}
    drawn = {one: width for one, width in drawn.items() if unicodedata.category(one) not in INVISIBLE}

    assert {"A", "æ", "Ø", "…"} <= drawn.keys()
    assert {one: width for one, width in drawn.items() if width_of(one, 1000) < width} == {}


def test_ordinary_words_are_not_reckoned_much_too_wide() -> None:
    font = TTFont(settings.VAR_DIR / "pdf-fonts" / OWN["normal"])
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    for words in ("A2 Kommunens fritids- og kulturforvaltning", "Afdelingsbestyrelsen, afd. 12", "WILLIAMS KØB"):
        drawn = sum(advances[glyphs[ord(one)]][0] for one in words)
        assert drawn <= width_of(words, 1000) <= drawn * 1.06
