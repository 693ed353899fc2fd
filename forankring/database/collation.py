"""Danish alphabetical order for SQLite, the same as PostgreSQL's da-x-icu."""

import sqlite3
import unicodedata
from functools import lru_cache


class _Weights(dict[int, str]):
    """A character's place: spaces and signs, digits, a–z, æ, ø, å, other letters."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isdigit():
            weight = chr(0x1000 + unicodedata.digit(character, 0))
        elif character.isalpha():
            weight = _letter(character)
        else:
            # Signs keep their order among themselves, below the digits.
            weight = chr(min(code, 0x0FFF))
        self[code] = weight
        return weight


_PLACES = {letter: chr(0x2000 + place) for place, letter in enumerate("abcdefghijklmnopqrstuvwxyzæøå")}
# How Danish dictionaries place the neighbours' letters.
_PLACES |= {"ä": _PLACES["æ"], "ö": _PLACES["ø"], "ü": _PLACES["y"], "ð": _PLACES["d"]}


def _letter(character: str) -> str:
    if character in _PLACES:
        return _PLACES[character]
    bare = unicodedata.normalize("NFD", character)[0]
    return _PLACES.get(bare, chr(min(0x3000 + ord(bare), 0x10FFFF)))


_WEIGHTS = _Weights()


@lru_cache(maxsize=20_000)
def danish_key(text: str) -> tuple[str, str]:
    """What to sort Danish words by: aa as å, upper and lower case together, upper first when all else is equal."""
    lowered = unicodedata.normalize("NFC", text).lower()
    return lowered.replace("aa", "å").translate(_WEIGHTS), text


def compare(one: str, other: str) -> int:
    """-1, 0 or 1, as SQLite asks for."""
    first, second = danish_key(one), danish_key(other)
    return (first > second) - (first < second)


def register(connection: sqlite3.Connection) -> None:
    """Teach a bare sqlite3 connection the collation `danish`; without it, names cannot be sorted or indexed there."""
    connection.create_collation("danish", compare)
