"""What WeasyPrint may leave out for documents as plain as ours. Half of a plan's time, and not a point on the page.

tests/rendering/test_lean.py holds a plan against what WeasyPrint makes without the shortcuts, and the style sheets
against what they take for granted.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, ParamSpec, TypeVar
from xml.etree import ElementTree

from cssselect2 import ElementWrapper
from weasyprint import CSS, HTML, css
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.formatting_structure.boxes import Box
from weasyprint.svg import Node
from weasyprint.text import line_break
from weasyprint.urls import URLFetcher

# Properties that need no thought where no rule names them; those with sides may be named by another name.
_THOUGHT = {"display", "float", "page", "position", *INITIAL_NOT_COMPUTED}
SIMPLE_WITH_SIDES = frozenset(key for key in INITIAL_VALUES if not key.startswith("text_decoration_")) - _THOUGHT
SIMPLE = SIMPLE_WITH_SIDES - set(PHYSICAL_FUNCTIONS)
LOGICAL = frozenset(key for key in INITIAL_VALUES if re.search("block|inline", key))

P = ParamSpec("P")
R = TypeVar("R")
ENDLESS = re.compile(r"<((?:br|col|hr|img|meta|wbr)\b[^<>]*?)\s*/?>")


class Document(HTML):
    """A document read as XML, which ours are but for the elements without an end: a tenth of the time of reading HTML.

    Without WeasyPrint's rules for notes as well: six parts of every element that none of ours has.
    """

    def __init__(self, html: str, fetcher: URLFetcher) -> None:
        root = ElementTree.fromstring(ENDLESS.sub(r"<\1/>", html[html.index("<html") :]))
        self.base_url, self.url_fetcher, self.media_type = None, fetcher, "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = root

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return [_without_notes()]


@cache
def _without_notes() -> CSS:
    rules = files("weasyprint.css").joinpath("html5_ua.css").read_text().splitlines()
    return CSS(string="\n".join(rule for rule in rules if not rule.startswith(("::footnote", "::note"))))


def with_roomy_stack(function: Callable[P, R]) -> Callable[P, R]:
    """Python takes 16 kB of stack at a time and gives it back at once: deep in a layout that is done 25,000 times for
    a plan, an eighth of the time. A call that claims half a megabyte gets a piece with room for all calls below it."""
    function.__code__ = function.__code__.replace(co_stacksize=65_536)
    return function


class OneLine(str):
    """A picture's words, set in one piece: WeasyPrint would lay out each letter it is given by itself."""

    def __iter__(self) -> Iterator[str]:
        yield str(self)


def words_in_one_piece(node: Any) -> str | None:
    text = node._etree_node.text
    return OneLine(text) if text else text


class KeptLine(line_break.Layout):
    """A line of text as it was measured: WeasyPrint would set it once more to draw it."""

    def setup(self, style: Any) -> None:
        super().setup(style)
        if style["white_space"] in ("normal", "nowrap"):
            # Asked for before drawing; there is no line break in the text, and Pango need not set it again.
            line_break.pango.pango_layout_set_single_paragraph_mode(self.layout, True)

    def deactivate(self) -> None:
        pass

    def reactivate(self, style: Any) -> None:
        pass


def _letters(style: Any, include_size: bool = False) -> tuple[Any, ...]:
    """What tells one measure of our letters from another: one family, no variants."""
    return style["font_weight"], style["lang"], include_size and (style["font_size"], style["line_height"])


class QuickStyle(css.ComputedStyle):
    """Most of what an element is asked about is what its parent has, or what everything has from the start."""

    def __init__(self, parent_style: Any, cascaded: dict[str, Any], *others: Any) -> None:
        super().__init__(parent_style, cascaded, *others)
        if parent_style is None:
            self.simple: frozenset[str] = frozenset()
        else:
            self.simple = SIMPLE_WITH_SIDES if LOGICAL.isdisjoint(cascaded) else SIMPLE

    def __missing__(self, key: str) -> Any:
        if key not in self.simple or key in self.cascaded:
            return super().__missing__(key)
        value = self[key] = self.parent_style[key] if key in INHERITED else INITIAL_VALUES[key]
        return value


def take_shortcuts() -> None:
    """For this process and all documents after."""
    Node.text = property(words_in_one_piece)
    line_break.Layout = KeptLine
    line_break._font_style_cache_key = _letters
    Box.is_in_normal_flow = lambda self: True
    css.ComputedStyle = QuickStyle
    css.check_math = lambda value: False
