"""Addresses made of Danish names."""

from collections.abc import Callable
from typing import Final

from django.utils.text import slugify

_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})
# Room for "-12345" within the 80 characters of Project.slug.
_LENGTH: Final = 72


def latinised(text: str) -> str:
    """The text with æ, ø and å written ae, oe and aa."""
    return text.translate(_LETTERS)


def unique_slug(name: str, *, is_taken: Callable[[str], bool]) -> str:
    """An address for a name: "lektiecafeen", then "lektiecafeen-2", … A name without letters gives "projekt"."""
    stem = slugify(latinised(name))[:_LENGTH].strip("-_") or "projekt"
    slug, number = stem, 1
    while is_taken(slug):
        number += 1
        slug = f"{stem}-{number}"
    return slug
