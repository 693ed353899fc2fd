"""Where a long Danish word may be broken: browsers have no Danish hyphenation to rely on."""

import re
from functools import lru_cache
from typing import Final

import pyphen

SOFT_HYPHEN: Final = "\u00ad"
_LONG_WORD = re.compile(r"\w{12,}")


@lru_cache(maxsize=1)
def _danish() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="da_DK", left=4, right=5)


@lru_cache(maxsize=4096)
def soft_hyphens(text: str) -> str:
    """The text with invisible hyphens in its long words. They show only where a line is broken."""
    return _LONG_WORD.sub(lambda word: _danish().inserted(word[0], SOFT_HYPHEN), text)
