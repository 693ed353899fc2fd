"""Reads the method and the glossary and turns them into pages. Our own texts, so their HTML is safe."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown import Markdown
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

DOCS = Path(settings.BASE_DIR) / "docs"
HEADINGS = {"h1", "h2", "h3", "h4"}
# æ, ø and å come after z; aa is sorted as å.
DANISH_ORDER = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


class Heading(NamedTuple):
    """A heading that the page can be entered at."""

    anchor: str
    text: str


class Page(NamedTuple):
    """A page of help: its title, what stands on it, and its main headings."""

    title: str
    body: SafeString
    contents: list[Heading]


class Word(NamedTuple):
    """A row of the glossary."""

    danish: str
    code: str
    meaning: str
    avoided: list[str]


@cache
def method_pages() -> tuple[Page, ...]:
    """One page for each heading of the first level in docs/method.md."""
    chapters = re.split(r"^# ", (DOCS / "method.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return tuple(_page(*chapter.split("\n", 1)) for chapter in chapters)


@cache
def glossary() -> tuple[Word, ...]:
    """The rows of docs/glossary.md in Danish alphabetical order."""
    lines = (DOCS / "glossary.md").read_text(encoding="utf-8").splitlines()
    # The first two lines of a table are its headings and the rule below them.
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")][2:]
    words = [Word(danish, code, meaning, _listed(avoided)) for danish, code, meaning, avoided in rows]
    return tuple(sorted(words, key=lambda word: word.danish.lower().replace("aa", "å").translate(DANISH_ORDER)))


def anchor_of(text: str, separator: str = "-") -> str:
    """The id of a heading: "Gør nu" is "goer-nu"."""
    spelled = text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return slugify(spelled).replace("-", separator)


def _page(title: str, text: str) -> Page:
    markdown = Markdown(extensions=["tables", TocExtension(slugify=anchor_of)], output_format="html")
    markdown.treeprocessors.register(_OurTables(markdown), "our_tables", 0)
    body = markdown.convert(text)
    contents = [Heading(token["id"], token["name"]) for token in markdown.toc_tokens]  # type: ignore[attr-defined]
    return Page(title.strip(), mark_safe(body), contents)


class _OurTables(Treeprocessor):
    """Tables with our classes, headings that say what they head, and room to scroll on a narrow screen."""

    def run(self, root: Element) -> None:
        above = ""
        for place, element in enumerate(list(root)):
            if element.tag in HEADINGS:
                above = element.get("id", "")
            if element.tag == "table":
                root[place] = _in_a_scroller(element, above, f"{above}-{place}")


def _in_a_scroller(table: Element, heading: str, columns: str) -> Element:
    """Named by the heading and the table's own columns: a heading may have several tables."""
    table.set("class", "data-table")
    for cell in table.iter("th"):
        cell.set("scope", "col")
    if (head := table.find("thead/tr")) is not None:
        head.set("id", columns)
    name = f"{heading} {columns}"
    scroller = Element("div", {"class": "scroller", "role": "region", "aria-labelledby": name, "tabindex": "0"})
    scroller.append(table)
    return scroller


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
