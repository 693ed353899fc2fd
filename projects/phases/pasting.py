"""Lines pasted from Word, Excel, a mail or a note, as rows of cells. Pure: text in, rows out, and never an error.

Every line that holds anything becomes a row (docs/method.md, Lister). Left out are the bullets and numbers that
Word sets before a line, spaces around, empty lines, and the quotes that Excel sets around a cell with line breaks.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_LINE_END: Final = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
# What counts as nothing: all white space, and the marks without width that Word and web pages leave behind.
_AROUND: Final = (
    " \t\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d"
    + ("\u202f\u205f\u2060\u3000\ufeff\u00ad")
)
_BULLET: Final = re.compile(r"^(?:[-–—−•·▪▫◦●○■□◆◇►▶➢➤✓✔☐☑☒※*‣⁃§\uf0b7\uf0a7\uf0d8\uf076\uf0fc]|o(?=\s))\s+(?=\S)")
_NUMBER: Final = re.compile(r"^\(?(\d{1,3})(?:[.)]|(?:\.\d{1,3})+[.)]?)\s+(?=\S)")
_LETTER: Final = re.compile(r"^\(?[a-zæøå]\)\s+(?=\S)")
# "4. klasse" and "1. maj" begin with an ordinal number that belongs to the words.
_ORDINAL: Final = re.compile(
    r"^\d{1,3}\.\s+(?:klass|sal\b|etage|årgang|kvartal|halvår|halvdel|uge|gang|del\b|generation|trin|semester|"
    r"januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)",
    re.IGNORECASE,
)
_ONLY_A_MARK: Final = re.compile(r"^(?:[-–—−•·▪▫◦●○■□*‣⁃§o\uf0b7\uf0a7]|[A-ZÆØÅ]?\d{1,3}[.)]?|\(?[a-zæøå]\))$")

# "O1 Finde lokale": how our own tables begin a row.
CODE: Final = re.compile(r"^([A-ZÆØÅ])[0-9]{1,3}\s+(?=\S)")
# What an actor does in a task, in Danish or as RACI: one letter, or several of them.
_PART: Final = re.compile(r"[arcisubl](?:\s*[/,+&]?\s*[arcisubl]){0,3}", re.IGNORECASE)

_LONG_PART: Final = 12
_BESIDE: Final = 2  # the task's name and perhaps its number


@dataclass(frozen=True, slots=True)
class Pasted:
    """A line that holds something: its number as the writer counts, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The lines, and the headings above them when there are any."""

    headings: tuple[str, ...]
    rows: list[Pasted]

    @property
    def is_coded(self) -> bool:
        """Whether our own table was pasted: under headings, and each row begins with a code of the same letter."""
        found = [next((code[1] for cell in row.cells[:2] if (code := CODE.match(cell))), "") for row in self.rows]
        return bool(self.headings) and len(set(filter(None, found))) == 1 and found.count("") <= 1

    @property
    def is_responsibility_sheet(self) -> bool:
        """Whether it is tasks down, actors across, and letters where they meet: A, U, B, R or R, A, C, I."""
        body = self.rows if self.headings else self.rows[1:]
        across = self.headings if self.headings else self.rows[0].cells if self.rows else ()
        marks = [
            [cell for cell in row.cells if cell and len(cell) < _LONG_PART and _PART.fullmatch(cell)] for row in body
        ]
        filled = [sum(cell.strip("-–—.") != "" for cell in row.cells) for row in body]
        others = [count - len(found) for count, found in zip(filled, marks, strict=True)]
        wide = len([cell for cell in across if cell]) > 1
        return wide and sum(map(len, marks)) > 1 and all(count <= _BESIDE for count in others)


def read_table(text: str, is_heading: Callable[[str], bool], is_name: Callable[[str], bool] | None = None) -> Table:
    """The rows of a pasted text in order, and its headings when the first line is that.

    It is when two of its cells are headings, or when its first is the heading of the rows' name.
    Under headings every cell keeps its column, and only a bullet goes. Without them a column of bullets or numbers is
    left out.
    """
    rows = _filled_rows(_LINE_END.sub("\n", text))
    if len(rows) > 1 and _are_headings(rows[0].cells, is_heading, is_name or is_heading):
        return Table(rows[0].cells, [Pasted(row.number, _without_bullet(row.cells)) for row in rows[1:]])
    counting = _counting([_number_of(row.cells) for row in rows])
    marked = zip(rows, counting, strict=True)
    return Table((), [Pasted(row.number, _without_mark(row.cells, counts)) for row, counts in marked])


def _are_headings(cells: Sequence[str], is_heading: Callable[[str], bool], is_name: Callable[[str], bool]) -> bool:
    filled = [cell for cell in cells if cell]
    return is_name(filled[0]) or sum(map(is_heading, filled)) > 1


def _filled_rows(text: str) -> list[Pasted]:
    """The rows that hold anything: cells by tabs, or by semicolons when there is no tab and every line has one."""

    def rows(mark: str) -> list[Pasted]:
        return [Pasted(number, tuple(cells)) for number, cells in _rows(text, mark) if any(cells)]

    if "\t" not in text and ";" in text:
        divided = rows(";")
        if len(divided) > 1 and all(len(row.cells) > 1 for row in divided):
            return divided
    return rows("\t")


def _rows(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    """Each line's number and cells, tidied. A quoted cell may hold line breaks, so a row may be several lines."""
    at = start = 0
    line, cells = 1, list[str]()
    while at <= len(text):
        cell, at = _cell(text, at, mark)
        cells.append(_tidy(cell))
        if at >= len(text) or text[at] == "\n":
            yield line, cells
            line += text.count("\n", start, at) + 1
            start, cells = at + 1, []
        at += 1


def _cell(text: str, at: int, mark: str) -> tuple[str, int]:
    """The cell that begins here and where it ends."""
    if text.startswith('"', at) and (quoted := _quoted(text, at, mark)):
        return quoted
    end = min((found for found in (text.find(mark, at), text.find("\n", at)) if found >= 0), default=len(text))
    return text[at:end], end


def _quoted(text: str, at: int, between: str) -> tuple[str, int] | None:
    """A cell as Excel quotes it: only when it holds a line break, a quote or what parts cells. Each quote is twice."""
    end = at + 1
    while (end := text.find('"', end)) >= 0:
        if not text.startswith('"', end + 1):
            break
        end += 2
    if end < 0 or text[end + 1 : end + 2] not in ("", between, "\n"):
        return None
    inside = text[at + 1 : end]
    if not any(mark in inside for mark in ('""', "\n", between)):
        return None
    return inside.replace('""', '"').replace("\t", " "), end + 1


def _tidy(cell: str) -> str:
    lines = (line.strip(_AROUND) for line in cell.split("\n"))
    return "\n".join(line for line in lines if line)


def _number_of(cells: Sequence[str]) -> int | None:
    found = _NUMBER.match(cells[0]) or re.fullmatch(r"(\d{1,3})[.)]?", cells[0])
    return int(found[1]) if found and not _ORDINAL.match(cells[0]) else None


def _counting(numbers: Sequence[int | None]) -> list[bool]:
    """Whether each line's number counts the lines: it is 1, or follows or is followed by its neighbour."""
    neighbours = zip(numbers, _latest(numbers), _latest(numbers[::-1])[::-1], strict=True)
    return [
        number is not None and (number == 1 or before == number - 1 or after == number + 1 or before == number == after)
        for number, before, after in neighbours
    ]


def _latest(numbers: Sequence[int | None]) -> list[int | None]:
    """At each place the nearest number before it."""
    found: list[int | None] = []
    latest = None
    for number in numbers:
        found.append(latest)
        latest = latest if number is None else number
    return found


def _without_mark(cells: Sequence[str], counts: bool) -> tuple[str, ...]:
    """The cells without what only marks or indents the line. Something is always left."""
    kept = _filled(cells)
    if len(kept) > 1 and _ONLY_A_MARK.match(kept[0]):
        # "1.", "•" or "O3" in a column of its own.
        return _filled(kept[1:])
    first = kept[0]
    for mark in (_BULLET, _LETTER, *([_NUMBER] if counts else [])):
        first = mark.sub("", first)
    return (first, *kept[1:])


def _without_bullet(cells: Sequence[str]) -> tuple[str, ...]:
    return (_BULLET.sub("", cells[0]), *cells[1:])


def _filled(cells: Sequence[str]) -> tuple[str, ...]:
    """From the first cell that holds something to the last."""
    places = [place for place, cell in enumerate(cells) if cell]
    return tuple(cells[places[0] : places[-1] + 1])
