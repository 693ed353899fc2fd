"""How much room words take in a picture, so that they can be cut where their place ends. Reckoned, never measured.

By the widths of the letters on paper, one by one: joined letters and letters above each other take less room than that.
"""

from functools import cache
from typing import Final

from django.conf import settings

from forankring.rendering.letters import Letters

BOLDER: Final = 1.1  # bold words are at most so much wider


@cache
def _letters() -> Letters:
    return Letters.read(settings.VAR_DIR / "pdf-fonts")


def width_of(text: str, size: float) -> float:
    """At most this wide, written in the regular face; in the size's unit."""
    return _letters().width_of(text) * size / 1000


def fit(text: str, room: float, size: float) -> str:
    """The text on one line, cut with "…" where the room ends."""
    return wrap(text, room, size, 1)[0]


def wrap(text: str, room: float, size: float, lines: int) -> list[str]:
    """The text in at most so many lines, broken between words where it can be; what is left out is shown by "…"."""
    rest = " ".join(text.split())
    found: list[str] = []
    while width_of(rest, size) > room and len(found) < lines - 1:
        here = _cut(rest, room, size)
        words, _, _half = here.rpartition(" ")
        if not words or rest[len(here) : len(here) + 1] in ("", " "):
            words = here or rest[0]
        found.append(words.rstrip())
        rest = rest[len(words) :].lstrip()
    if width_of(rest, size) > room:
        short = _cut(rest, room - width_of("…", size), size)
        rest = f"{short.rstrip(' ,.–-')}…" if short else ""
    return [*found, rest]


def _cut(text: str, room: float, size: float) -> str:
    """As much of the beginning as there is room for."""
    while text and width_of(text, size) > room:
        text = text[:-1]
    return text
