"""What can be printed, and how text is made ready for print: the right letters, in the right direction.

Knows the index that `forankring.operations.fonts` writes, and no engine.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

INDEX: Final = "letters.json"
# Our own letters: file by weight.
OWN: Final = {"normal": "IBMPlexSans-Regular.ttf", "bold": "IBMPlexSans-SemiBold.ttf"}
KEPT_CONTROLS: Final = "\t\n\r"
INVISIBLE: Final = {"Cc", "Cf", "Cs"}  # controls, formatting such as "write from right to left", halves of characters
JOINERS: Final = "\u200c\u200d"  # Persian, Urdu and Indian scripts are spelt with them
# What no face needs, written with what ours has: hyphens, dashes, and the bullets Word takes from its symbol fonts.
INSTEAD: Final = {
    **dict.fromkeys("\u2010\u2011\u2043", "-"),
    **dict.fromkeys("\u2012\u2015", "–"),
    **dict.fromkeys("\uf0b7\uf0a7\uf0a8\uf06e\uf075\uf0d8\uf076\uf0e0", "•"),
    **dict.fromkeys("\uf02d\uf0be", "–"),
    **dict.fromkeys("\uf0fc\uf0fe", "✓"),
    **dict.fromkeys("\uf06f\uf071\uf072", "☐"),
    "\uf020": " ",
}
NON_BREAKING: Final = "\u202f\u2007"

# Hebrew, Arabic and their neighbours.
RIGHT_TO_LEFT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_BETWEEN: Final = rf"(?:[\s'’‘\-{JOINERS}]|&\#x27;|&quot;)*"
# A name that was cut goes on where its "…" stands: at its own end.
_RUN: Final = re.compile(rf"[{RIGHT_TO_LEFT}](?:{_BETWEEN}[{RIGHT_TO_LEFT}])*…?")
_TEXT: Final = re.compile(rf">([^<]*[{RIGHT_TO_LEFT}][^<]*)<")
_ENTITY: Final = re.compile(r"&[#\w]+;")
_MARK_LEFT, _MARK_RIGHT = "\u200e", "\u200f"
# Joiners after a letter that none is spelt with are rests of pictures.
_LOOSE_JOINERS: Final = re.compile(rf"(?:^|(?<=[\0-\u058f]))[{JOINERS}]+")


class Face(NamedTuple):
    """A face for what our own letters lack: its files by weight ("normal", "bold") and its characters' widths."""

    family: str
    files: dict[str, str]
    characters: dict[str, int]

    @property
    def ranges(self) -> str:
        """The characters as a CSS unicode-range."""
        codes = sorted(map(ord, self.characters))
        runs = (
            [code for _place, code in group]
            for _key, group in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])
        )
        return ",".join(f"U+{run[0]:X}-{run[-1]:X}" for run in runs)


@dataclass
class Letters:
    """Our own letters and the faces beside them, each character in one of them."""

    own: dict[str, int]
    faces: list[Face]
    _face_of: dict[str, Face] = field(init=False, repr=False)
    _writable: "_Writable" = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._face_of = {character: face for face in self.faces for character in face.characters}
        self._writable = _Writable(self)

    @classmethod
    def read(cls, folder: Path) -> "Letters":
        """From the folder that `forankring.operations.fonts` fills."""
        index = json.loads((folder / INDEX).read_text())
        return cls(index["own"], [Face(**face) for face in index["faces"]])

    def __contains__(self, character: str) -> bool:
        return character in self.own or character in self._face_of

    def width_of(self, text: str) -> int:
        """As it is printed, letter by letter, in thousandths of their size in the regular face."""
        return sum(map(self._width, text.translate(self._writable)))

    def _width(self, character: str) -> int:
        face = self._face_of.get(character)
        return face.characters[character] if face else self.own.get(character, 0)

    def write(self, html: str) -> str:
        """The document with nothing in it that cannot be printed.

        Invisible characters go; a character without a letterform becomes its nearest kin, or else [U+1F468].
        """
        written = unicodedata.normalize("NFC", html).translate(self._writable)
        written = _LOOSE_JOINERS.sub("", written)
        return _TEXT.sub(lambda found: f">{_turn(found[1])}<", written)

    def faces_for(self, text: str) -> Iterator[Face]:
        """The faces that hold a character of the text, in a fixed order."""
        wanted = {id(self._face_of[one]) for one in set(text) if one in self._face_of}
        return (face for face in self.faces if id(face) in wanted)


class _Writable(dict[int, str | None]):
    """A table for str.translate, made as characters turn up."""

    def __init__(self, letters: Letters) -> None:
        super().__init__({ord(character): character for character in KEPT_CONTROLS + JOINERS})
        self.letters = letters

    def __missing__(self, code: int) -> str | None:
        written = self[code] = self._written(chr(code))
        return written

    def _written(self, character: str) -> str | None:
        category = unicodedata.category(character)
        if category in INVISIBLE or _is_variation(character):
            return None
        if character in self.letters.own:
            return character
        if category == "Zs":
            return "\u00a0" if character in NON_BREAKING else " "
        if character in self.letters and character not in INSTEAD:
            return character
        kin = INSTEAD.get(character) or unicodedata.normalize("NFKC", character)
        if kin != character and all(one in self.letters or one == " " for one in kin):
            return kin
        return f"[U+{ord(character):04X}]"


def _is_variation(character: str) -> bool:
    """Whether it only chooses between two pictures of the character before it."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _turn(text: str) -> str:
    """Marks that keep a name written from right to left in its own place among Danish words.

    Without them the comma between two names, or a number after one, is set as part of the name. A text that is written
    from right to left from end to end keeps its marks of punctuation at its own end, but for a colon: that leads on to
    what we say about the name.
    """
    if any(unicodedata.bidirectional(one) == "L" for one in _ENTITY.sub("", text)):
        return _RUN.sub(rf"{_MARK_LEFT}\g<0>{_MARK_LEFT}", text)
    words = text.strip()
    if words.endswith(":"):
        words = words.rstrip(": ")
        return text.replace(words, f"{_MARK_LEFT}{_MARK_RIGHT}{words}{_MARK_RIGHT}{_MARK_LEFT}", 1)
    return text.replace(words, f"{_MARK_RIGHT}{words}{_MARK_RIGHT}", 1)
