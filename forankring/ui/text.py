"""One normal form for every text that comes in, and one key to compare and search by.

The normal form is what is stored: composed letters (NFC), and without the marks that only tell where a word may be
broken. U+200C and U+200D stay: Persian, Urdu and Devanagari need them. The key is never stored or shown. It
folds what people do not tell apart when they write a name: kinds of space and of hyphen, and capitals. Letters are
letters: é is not e, and aa is not å.
"""

import unicodedata
from typing import Any, Final

# Soft hyphen, zero-width space and byte-order mark.
REMOVED: Final = "\u00ad\u200b\ufeff"
# What a key leaves out too: the word joiner.
NOT_COMPARED: Final = REMOVED + "\u2060"
# Hyphen, non-breaking hyphen, figure dash, en dash, em dash, bar, minus and their wide forms.
HYPHENS: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
# What Python's `split` takes for space, without the control characters that no text may hold.
SPACES: Final = (
    "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029"
    "\u202f\u205f\u3000"
)

_REMOVE: Final = dict.fromkeys(map(ord, REMOVED))
_DO_NOT_COMPARE: Final = dict.fromkeys(map(ord, NOT_COMPARED))
_FOLD: Final = dict.fromkeys(map(ord, HYPHENS), "-") | dict.fromkeys(map(ord, SPACES), " ")


def normal_form(text: str) -> str:
    """The text as it is stored. A text in normal form comes back as it is."""
    return text if text.isascii() else unicodedata.normalize("NFC", text.translate(_REMOVE))


def normal(value: Any) -> Any:
    """The same in normal form when it is text, or a list of texts; anything else as it is."""
    if isinstance(value, str):
        return normal_form(value)
    return [normal(each) for each in value] if isinstance(value, list) else value


def comparison_key(text: str) -> str:
    """What two texts share when people take them for the same. The database has it as the function `text_key`."""
    composed = unicodedata.normalize("NFC", text.translate(_DO_NOT_COMPARE))
    return " ".join(filter(None, composed.lower().translate(_FOLD).split(" ")))
