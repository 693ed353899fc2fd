"""Reading pasted lines: nothing one wrote is lost, and nothing makes it stumble."""

import re
import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forankring.ui.text import comparison_key
from projects.phases.pasting import read_table

HEADINGS = {"opgave", "type", "timer", "nr"}


def is_heading(cell: str) -> bool:
    return comparison_key(cell).rstrip(".:") in HEADINGS


def read(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(text, is_heading).rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Finde lokale\nTale med skolen", [("Finde lokale",), ("Tale med skolen",)]),
        ("Finde lokale\r\nTale med skolen\r\n", [("Finde lokale",), ("Tale med skolen",)]),
        ("  Finde lokale\u00a0 \n\n \t \n\ufeffTale med skolen  ", [("Finde lokale",), ("Tale med skolen",)]),
        (
            "• Finde lokale\n- Tale\n– Ringe\n* Spise\no Synge",
            [("Finde lokale",), ("Tale",), ("Ringe",), ("Spise",), ("Synge",)],
        ),
        ("\uf0b7\tFinde lokale\n\uf0b7\tTale", [("Finde lokale",), ("Tale",)]),
        ("·\u00a0\u00a0\u00a0 Finde lokale", [("Finde lokale",)]),
        ("1. Finde lokale\n2. Tale\n10) Ringe", [("Finde lokale",), ("Tale",), ("10) Ringe",)]),
        ("1.\tFinde lokale\n2.\tTale", [("Finde lokale",), ("Tale",)]),
        ("1.1 Finde lokale\n1.2 Tale", [("Finde lokale",), ("Tale",)]),
        ("a) Finde lokale\nb) Tale", [("Finde lokale",), ("Tale",)]),
        ("O1\tFinde lokale\tFYS\nO2\tTale\tSAM", [("Finde lokale", "FYS"), ("Tale", "SAM")]),
        ("4. klasse spiser med\n5. klasse er på tur", [("4. klasse spiser med",), ("5. klasse er på tur",)]),
        ("1. maj holdes fri\n2. juni er der fest", [("1. maj holdes fri",), ("2. juni er der fest",)]),
        ("60 børn hvert år", [("60 børn hvert år",)]),
        ("-5 grader", [("-5 grader",)]),
        ("ordet o er et bogstav", [("ordet o er et bogstav",)]),
        ("•", [("•",)]),
        ("-\tFinde lokale", [("Finde lokale",)]),
        ("\tFinde lokale\tFYS", [("Finde lokale", "FYS")]),
        ("Finde lokale\t\tFYS\t\t", [("Finde lokale", "", "FYS")]),
        ('Finde lokale\t"Hver uge\nog i ferien"\tFYS', [("Finde lokale", "Hver uge\nog i ferien", "FYS")]),
        ('"Kalde det ""café"""\tUDF', [('Kalde det "café"', "UDF")]),
        ('"Hej" sagde de\nog gik', [('"Hej" sagde de',), ("og gik",)]),
        ('"Åben dør"', [('"Åben dør"',)]),
        ('"Uden slutning\nnæste linje', [('"Uden slutning',), ("næste linje",)]),
        ("", []),
        (" \n\t\n\u00a0", []),
    ],
)
def test_lines_as_they_come_from_word_and_excel(text: str, rows: list[tuple[str, ...]]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "headings", "rows"),
    [
        ("Opgave\tType\nFinde lokale\tFYS", ("Opgave", "Type"), [("Finde lokale", "FYS")]),
        ("OPGAVE:\tTimer\nFinde lokale\t2", ("OPGAVE:", "Timer"), [("Finde lokale", "2")]),
        ("Nr.\tOpgave\n1\tFinde lokale", ("Nr.", "Opgave"), [("1", "Finde lokale")]),
        ("Opgave\nFinde lokale", ("Opgave",), [("Finde lokale",)]),
        ("Opgave\tType\n• Finde lokale\tFYS", ("Opgave", "Type"), [("Finde lokale", "FYS")]),
        ("Opgave\tHos hvem\nFinde lokale\tos", ("Opgave", "Hos hvem"), [("Finde lokale", "os")]),
        ("Farve\tHos hvem\nFinde lokale\tos", (), [("Farve", "Hos hvem"), ("Finde lokale", "os")]),
        ("Opgave;Type\nFinde lokale;FYS", ("Opgave", "Type"), [("Finde lokale", "FYS")]),
        ('Opgave;Type\n"Finde; lokale";FYS', ("Opgave", "Type"), [("Finde; lokale", "FYS")]),
        ("Finde lokale; tale\nRinge", (), [("Finde lokale; tale",), ("Ringe",)]),
        ("Finde lokale;FYS", (), [("Finde lokale;FYS",)]),
        ("Opgave", (), [("Opgave",)]),
    ],
)
def test_the_first_line_is_headings_when_it_says_so(
    text: str, headings: tuple[str, ...], rows: list[tuple[str, ...]]
) -> None:
    table = read_table(text, is_heading)

    assert table.headings == headings
    assert [row.cells for row in table.rows] == rows


def test_a_lone_word_is_a_heading_only_when_it_names_the_rows() -> None:
    def is_name(cell: str) -> bool:
        return cell == "Opgave"

    assert read_table("Opgave\nFinde lokale", is_heading, is_name).headings == ("Opgave",)
    assert [row.cells for row in read_table("Timer\nFinde lokale", is_heading, is_name).rows] == [
        ("Timer",),
        ("Finde lokale",),
    ]


def test_a_line_is_counted_as_the_writer_counts() -> None:
    table = read_table('Opgave\tType\n\nFinde lokale\t"to\nlinjer"\nTale\tSAM', is_heading)

    assert [row.number for row in table.rows] == [3, 5]


def test_long_runs_of_spaces_are_read_at_once() -> None:
    text = "\n".join("a" + " " * 20_000 + "b" for _ in range(3))

    started = time.process_time()
    assert len(read(text)) == 3
    assert time.process_time() - started < 1


LETTERS = string.ascii_letters + "æøåÆØÅé"
WORD = st.text(LETTERS, min_size=2, max_size=12)
NAME = st.lists(WORD, min_size=1, max_size=6).map(" ".join).filter(lambda name: not is_heading(name))
MARK = st.sampled_from(["", "• ", "- ", "– ", "o ", "*\t", "\uf0b7\t", "   "])
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)
MESSY = st.lists(
    st.sampled_from([*'"\t\n\r', "•", "1.", "2)", "o ", "-", " ", '""', "Opgave", "Type", "a", "Å", "\u00a0"]),
    max_size=60,
).map("".join)


@given(st.lists(st.tuples(MARK, NAME), min_size=1, max_size=20), st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_names_with_any_marks_come_back_as_they_were(lines: list[tuple[str, str]], ending: str) -> None:
    text = ending.join(mark + name for mark, name in lines)

    assert read(text) == [(name,) for _mark, name in lines]


@given(st.lists(NAME.map("Gøre {}".format), min_size=1, max_size=30))
def test_numbered_names_come_back_as_they_were(names: list[str]) -> None:
    """A verb first, as we ask for: "1. august" would be a day."""
    text = "\n".join(f"{number}. {name}" for number, name in enumerate(names, start=1))

    assert read(text) == [(name,) for name in names]


@given(
    st.lists(
        st.tuples(NAME, st.text(LETTERS + ' "\n', max_size=40).map(lambda t: "\n".join(t.split("\n")).strip()), WORD),
        min_size=1,
        max_size=8,
    )
)
def test_cells_quoted_as_excel_does_come_back_as_they_were(rows: list[tuple[str, str, str]]) -> None:
    def as_excel(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in '"\n\t') else cell

    text = "\n".join("\t".join(map(as_excel, row)) for row in rows)
    tidied = ["\n".join(line.strip() for line in middle.split("\n") if line.strip()) for _name, middle, _last in rows]

    expected = [(name, middle, last) for (name, _m, last), middle in zip(rows, tidied, strict=True)]
    assert read(text) == expected


@given(ANYTHING | MESSY)
def test_it_never_stumbles_and_every_row_holds_something(text: str) -> None:
    for row in read_table(text, is_heading).rows:
        assert any(row.cells)
        assert row.number >= 1


@given(ANYTHING | MESSY | st.lists(NAME | MESSY, max_size=10).map("\n".join))
def test_no_word_is_lost_and_none_changes_its_place(text: str) -> None:
    def words(read: str) -> list[str]:
        # What marks a line ("o", "a)", "O1") has one letter.
        return re.findall(r"[^\W\d_]{2,}", read)

    table = read_table(text, lambda cell: False)

    assert words("\n".join(cell for row in table.rows for cell in row.cells)) == words(text)


@given(st.lists(NAME, min_size=1, max_size=10), MESSY)
def test_a_line_of_words_is_a_row_whatever_surrounds_it(names: list[str], mess: str) -> None:
    """Unless an open quotation mark takes it in; then it is in that row's cell."""
    text = mess + "\n" + "\n".join(names)

    everything = "\n".join(cell for row in read_table(text, lambda cell: False).rows for cell in row.cells)
    for name in names:
        assert name in everything
