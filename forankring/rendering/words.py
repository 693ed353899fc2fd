"""How much room words take in a picture, so that they can be cut where their place ends. Reckoned, never measured.

The widths are those of IBM Plex Sans in thousandths of its size, rounded up; a character nobody foresaw gets the
widest of them.
"""

from typing import Final

WIDTHS: Final = {
    250: " 'ij",
    275: ",.l’",
    325: "!:;[]f|",
    375: "(){}·rt",
    400: "-/I\\",
    450: '"*',
    500: "z”?svy",
    525: "JLcx",
    550: "aegkåéä",
    575: "FT_hnouøüö",
    600: "$+0123456789<=>ESYZ^`bdpq~É§–",
    650: "CPVXAKRÅÄß",
    700: "BD&GUÜ",
    725: "#HNOQØÖ",
    825: "wM…",
    950: "mæ@WÆ%—",
}
WIDEST: Final = 1310
_WIDTH: Final = {character: width for width, characters in WIDTHS.items() for character in characters}


def width_of(text: str, size: float) -> float:
    """At most this wide, written in the regular face."""
    return sum(_WIDTH.get(character, WIDEST) for character in text) * size / 1000


def fit(text: str, room: float, size: float) -> str:
    """The text on one line, cut with "…" where the room ends."""
    words = " ".join(text.split())
    if width_of(words, size) <= room:
        return words
    while words and width_of(f"{words}…", size) > room:
        words = words[:-1]
    return f"{words.rstrip(' ,.–-')}…" if words else ""
