"""Where a long Danish word may be broken: not every browser knows."""

import re
from functools import lru_cache
from typing import Final

import pyphen
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_SOFT_HYPHEN: Final = "\u00ad"  # no text of ours has one (forankring/ui/text.py)
_LONG_WORD: Final = re.compile(r"\w{12,}")


@lru_cache(maxsize=1)
def _danish() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="da_DK", left=4, right=5)


@lru_cache(maxsize=4096)
def may_break(text: str) -> SafeString:
    """The text with a mark wherever a long word may be broken at the end of a line.

    The hyphen is the style sheet's (.may-break), so that it is not copied along with the name.
    """
    first, *rest = _LONG_WORD.sub(lambda word: _danish().inserted(word[0], _SOFT_HYPHEN), text).split(_SOFT_HYPHEN)
    marked = format_html_join("", '<span class="may-break"></span>{}', ((part,) for part in rest))
    return format_html("{}{}", first, marked)
