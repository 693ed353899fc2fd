"""What WeasyPrint leaves open in a tagged PDF, closed just before the file is written."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

import pydyf

POINTS: Final = 0.75  # in a CSS pixel
CMAP: Final = b"/CIDInit /ProcSet findresource begin"
WORD_JOINER: Final = b" <2060>"
_START: Final = b"\nstream\n"
_END: Final = b"\nendstream"
_DOUBTFUL: Final = re.compile(rb"[\r\n]\nendstream")


def finish(document: Any, pdf: Any, *, attempt: int = 0) -> None:
    """WeasyPrint's `finisher`: headers of tables point somewhere, page margins are not read aloud.

    Another `attempt` writes the same document with other bytes; see `has_doubtful_lengths`.
    """
    tree = _Tree(pdf)
    for table in tree.tables():
        _point_headers(tree, table)
    _place_pictures(tree)
    _silence_margins(tree)
    for one in pdf.objects:
        if isinstance(one, pydyf.Stream) and one.compress:
            _name_silent_letters(one)
            _compress(one)
    if attempt:
        pdf.add_object(pydyf.Dictionary({"Attempt": attempt}))


def has_doubtful_lengths(file: bytes) -> bool:
    """Whether a stream ends in what could be the line end before `endstream`: then its length can be read two ways."""
    return bool(_DOUBTFUL.search(file))


def _name_silent_letters(stream: Any) -> None:
    """Where several letterforms share a syllable's text, the first has it all. PDF/UA asks for text on each."""
    if stream.stream and stream.stream[0] == CMAP:
        stream.stream = [line.replace(b" <>", WORD_JOINER) for line in stream.stream]


def _compress(stream: Any) -> None:
    """Compress now and once: writing asks for the bytes several times. A doubtful last byte is moved by one more.

    With zlib's usual effort: pydyf's utmost takes four times as long for a twentieth fewer bytes.
    """
    stream.compress = False
    plain = _body_of(stream)
    body = zlib.compress(plain)
    if body.endswith((b"\r", b"\n")):
        # zlib ends in the low byte of a sum of all bytes: what is added must not be nothing.
        more = b"\n\0" if "Length1" in stream.extra else b" "
        body = zlib.compress(plain + more)
        if "Length1" in stream.extra:
            stream.extra["Length1"] += len(more)
    stream.stream = [body]
    stream.extra["Filter"] = "/FlateDecode"


def _body_of(stream: Any) -> bytes:
    data: bytes = stream.data
    return data[data.index(_START) + len(_START) : -len(_END)]


class _Tree:
    """The structure elements of a file by their reference ("12 0 R")."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.objects = {one.reference: one for one in pdf.objects}
        self.elements: list[Any] = [
            one for one in pdf.objects if isinstance(one, dict) and one.get("Type") == "/StructElem"
        ]

    def parent(self, element: Any) -> Any:
        return self.objects[element["P"]]

    def has_content(self, element: Any) -> bool:
        kids = element.get("K", [])
        return any(isinstance(kid, int) or self.has_content(self.objects[kid]) for kid in kids)

    def tables(self) -> Iterator[list[Any]]:
        """The cells of each table, or of each part when a table runs over several pages."""
        found = defaultdict(list)
        for element in self.elements:
            if element["S"] in ("/TH", "/TD"):
                table = self.parent(self.parent(self.parent(element)))
                found[table.reference].append(element)
        yield from found.values()

    def read_aloud(self) -> set[bytes]:
        """What can be reached from the root."""
        waiting, seen = [self.pdf.catalog["StructTreeRoot"]], set()
        while waiting:
            reference = waiting.pop()
            seen.add(reference)
            kids = self.objects[reference].get("K", [])
            waiting.extend(kid for kid in kids if isinstance(kid, bytes) and kid not in seen)
        return seen


def _point_headers(tree: _Tree, cells: list[Any]) -> None:
    """Scope on every header cell. Where one row stands alone, its first cell is a cell like the others.

    So is an empty one: a row that runs on over a page end has its words on the page before.
    """
    headers = [cell for cell in cells if cell["S"] == "/TH"]
    lonely = len(headers) > len(cells) - len(headers)
    for cell in headers:
        in_head = tree.parent(tree.parent(cell))["S"] == "/THead"
        if in_head:
            cell["A"]["Scope"] = "/Column"
        elif lonely or (len(headers) > 1 and not tree.has_content(cell)):
            cell["S"] = "/TD"
            identity = cell.pop("ID", None)
            for other in cells:
                if identity in other["A"].get("Headers", []):
                    other["A"]["Headers"].remove(identity)
        else:
            cell["A"]["Scope"] = "/Row"


def _place_pictures(tree: _Tree) -> None:
    """A picture's box in points from the page's lower left corner; WeasyPrint gives CSS pixels from the upper left."""
    for figure in tree.elements:
        if figure["S"] == "/Figure":
            height = tree.objects[figure["Pg"]]["MediaBox"][3]
            left, top, right, bottom = (POINTS * side for side in figure["A"]["BBox"])
            figure["A"]["BBox"] = pydyf.Array((left, height - bottom, right, height - top))


def _silence_margins(tree: _Tree) -> None:
    """What stands in page margins hangs on no branch of the tree; the page must not claim that it is content."""
    aloud = tree.read_aloud()
    silent: dict[bytes, set[int]] = defaultdict(set)
    for element in tree.elements:
        if element.reference not in aloud:
            silent[element["Pg"]].update(kid for kid in element["K"] if isinstance(kid, int))
    root = tree.objects[tree.pdf.catalog["StructTreeRoot"]]
    numbers = tree.objects[root["ParentTree"]]["Nums"]
    for page_reference, marks in silent.items():
        page = tree.objects[page_reference]
        content = tree.objects[page["Contents"]].stream
        for position, operand in enumerate(content):
            if isinstance(operand, dict) and operand.get("MCID") in marks:
                content[position - 1 : position + 2] = ["/Artifact", b"", b"BMC"]
        owners = numbers[2 * page["StructParents"] + 1]
        for mark in marks:
            owners[mark] = b"null"
