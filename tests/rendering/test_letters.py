"""What may be printed, and in which direction."""

import unicodedata

import pytest
from django.conf import settings

from forankring.rendering.letters import Letters
from tests.scripts import NAMES

LEFT, RIGHT = "\u200e", "\u200f"


@pytest.fixture(scope="module")
def letters() -> Letters:
    return Letters.read(settings.VAR_DIR / "pdf-fonts")


def written(letters: Letters, text: str) -> str:
    return letters.write(f"<p>{text}</p>").removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_in_any_script_is_printed_as_its_letters(letters: Letters, name: str) -> None:
    assert written(letters, name).strip(RIGHT) == name


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\u2010b a\u2011b", "a-b a-b"),
        ("kl.\u202f14\u2009t", "kl.\u00a014 t"),
        ("\uf0b7 punkt \uf0a7 punkt", "• punkt • punkt"),
        ("\u2610 valgt \u25a1 \u2611", "\u2610 valgt \u25a1 \u2611"),
        ("①  𝐅𝐞𝐝", "①  Fed"),
        ("A\u030aben e\u0301n", "Åben én"),
        ("✔\ufe0f", "✔"),
        ("bind\u00adestreg", "bindestreg"),
        ("a\x07b\u202ec\u200dd\ufeffe\x1bf\u2066g\u2069", "abcdefg"),
        ("👨\u200d👩", "[U+1F468][U+1F469]"),
        ("\U0010ffff \ue123", "[U+10FFFF] [U+E123]"),
    ],
)
def test_what_no_letterform_exists_for_becomes_its_nearest_kin_or_a_number(
    letters: Letters, typed: str, printed: str
) -> None:
    assert written(letters, typed) == printed


def test_joiners_stay_where_words_are_spelt_with_them(letters: Letters) -> None:
    assert "می‌خواهم" in written(letters, "می‌خواهم")
    assert written(letters, "क्\u200dष") == "क्\u200dष"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("نساء الحي, אגודת (afd. 12)", f"{LEFT}نساء الحي{LEFT}, {LEFT}אגודת{LEFT} (afd. 12)"),
        ("Mød נשים 2", f"Mød {LEFT}נשים{LEFT} 2"),
        ("Mød נש…", f"Mød {LEFT}נש…{LEFT}"),
        ("נשים 5: ", f"{LEFT}{RIGHT}נשים 5{RIGHT}{LEFT}: "),
        ("צה&quot;ל kommer", f"{LEFT}צה&quot;ל{LEFT} kommer"),
        (" نعم، شكرا. ", f" {RIGHT}نعم، شكرا.{RIGHT} "),
        ("Helt dansk, 2 gange.", "Helt dansk, 2 gange."),
    ],
)
def test_a_name_written_from_right_to_left_keeps_its_place(letters: Letters, typed: str, printed: str) -> None:
    assert written(letters, typed) == printed


def test_attributes_are_left_alone(letters: Letters) -> None:
    assert letters.write('<a href="/נשים">Se</a>') == '<a href="/נשים">Se</a>'


def test_a_character_has_one_face_and_only_those_in_use_are_asked_for(letters: Letters) -> None:
    everything = [one for face in letters.faces for one in face.characters] + list(letters.own)
    assert len(everything) == len(set(everything)) > 35_000
    assert list(letters.faces_for("Æblehaven & Łódź, Общество")) == []
    assert [face.family for face in letters.faces_for("نساء og נשים")] == [
        "IBM Plex Sans Arabic",
        "IBM Plex Sans Hebrew",
    ]
    assert all(len({face.family}) == 1 for face in letters.faces)
    assert len({face.family for face in letters.faces}) == len(letters.faces)


@pytest.mark.parametrize(
    "block", ["٠-٩ ء-ي ٹ پ چ ڈ ڑ ژ ک گ ں ھ ہ ی ے", "א-ת", "ऀ-ॿ", "ก-ฺ", "அ-ஹ", "ሀ-ፚ", "ა-ჰ", "আ-হ", "ਅ-ਹ", "ក-អ"]
)
def test_whole_alphabets_have_letterforms(letters: Letters, block: str) -> None:
    for part in block.split():
        first, _, last = part.partition("-")
        for one in map(chr, range(ord(first), ord(last or first) + 1)):
            if last == "" or unicodedata.category(one) != "Cn":
                assert one in letters, f"U+{ord(one):04X}"
