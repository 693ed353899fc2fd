"""Every PDF of a plan is correct and whole, whatever is in it."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from projects.documents.contents import sections_of
from projects.documents.document import PlanDocument
from projects.models import AnchoringDecision
from tests.documents import plans
from tests.documents.checks import (
    assert_accessible,
    assert_nothing_is_cut,
    assert_nothing_touches_the_margins,
    closed_up,
    text_of,
)
from tests.documents.plans import pdf_of

PLANS: dict[str, Callable[[], PlanDocument]] = {
    "empty": plans.empty,
    "half filled": plans.half_filled,
    "ended on purpose": plans.ended,
    "a method that lives on": lambda: plans.filled(decision=AnchoringDecision.METHOD),
    "new money": lambda: plans.filled(decision=AnchoringDecision.NEW_FUNDING),
    "ended and all written": lambda: plans.filled(decision=AnchoringDecision.END),
    "everything filled": plans.filled,
    "hostile text": plans.hostile,
    "ten scripts": plans.in_ten_scripts,
}
# The same words in every field come again at the head of pages; outloud takes them for a running header.
SAME_WORDS = {plans.hostile: "PAG-001", plans.in_ten_scripts: "PAG-001"}
every_plan = pytest.mark.parametrize("make", PLANS.values(), ids=PLANS.keys())


@every_plan
def test_a_plan_is_an_accessible_and_archivable_pdf(make: Callable[[], PlanDocument], tmp_path: Path) -> None:
    assert_accessible(pdf_of(make()), tmp_path, besides=SAME_WORDS.get(make, ""))


@every_plan
def test_nothing_is_cut(make: Callable[[], PlanDocument]) -> None:
    assert_nothing_is_cut(pdf_of(make()))


@every_plan
def test_nothing_touches_the_margins(make: Callable[[], PlanDocument], tmp_path: Path) -> None:
    assert_nothing_touches_the_margins(pdf_of(make()), tmp_path)


@every_plan
def test_the_sections_come_in_their_order_with_their_page_numbers(make: Callable[[], PlanDocument]) -> None:
    reader = PdfReader(io.BytesIO(pdf_of(make())))
    titles = [str(section.title) for section in sections_of(make())]
    headings = [(entry.title, reader.get_destination_page_number(entry)) for entry in _second_level(reader)]
    assert [title for title, _number in headings] == ["Indhold", *titles]
    contents = reader.pages[headings[0][1]].extract_text()
    for title, number in headings[1:]:
        assert f"{title} {number + 1}" in " ".join(contents.split())


def _second_level(reader: PdfReader) -> list:
    (_project, below), *rest = [(reader.outline[0], reader.outline[1])]
    assert not rest
    return [entry for entry in below if not isinstance(entry, list)]


@every_plan
def test_edition_draft_date_and_number_stand_on_every_page(make: Callable[[], PlanDocument]) -> None:
    reader = PdfReader(io.BytesIO(pdf_of(make())))
    for number, sheet in enumerate(reader.pages, start=1):
        words = " ".join(sheet.extract_text().split())
        assert "Arbejdsudgave" in words
        assert "21. november 2026" in words
        if number > 1:
            assert f"{number} af {len(reader.pages)}" in words


def test_an_empty_plan_says_who_supplies_what_is_missing() -> None:
    text = text_of(pdf_of(plans.empty()))
    for sentence in (
        "Styregruppen skal tage stilling til",
        "Skal projektet forankres, helt eller delvist, eller skal det afsluttes?",
        "Mangler: Styregruppen skriver opgaverne i fase 1.",
        "Mangler: Styregruppen kortlægger aktørerne i fase 2.",
        "Mangler: Styregruppen aftaler tiltag i fase 4.",
        "Mangler: Styregruppen lægger driftsbudgettet i fase 4.",
    ):
        assert sentence in text


def test_a_project_that_ends_on_purpose_is_not_asked_to_anchor_anything() -> None:
    text = text_of(pdf_of(plans.ended()))
    assert "Mangler: Styregruppen aftaler tiltag" not in text
    assert "Driftsbudget" not in text
    assert "Styregruppen mangler at skrive, hvad projektet har lært." in text
    assert "Mangler: Det har vi lært" in text


def test_what_a_person_wrote_is_text_and_nothing_else() -> None:
    text = text_of(pdf_of(plans.hostile()))
    together = closed_up(text)
    assert closed_up("<script>alert(1)</script> & <b>fed</b> {{ 7|add:7 }}") in together
    assert "%(body)s" in together
    assert "[U+1F468]" in together
    assert "漢字" in together
    assert "omvendt" in together
    assert "\u202e" not in text


def test_long_answers_are_there_to_the_last_word() -> None:
    assert text_of(pdf_of(plans.hostile())).count("Slutord4711.") == 5


def test_the_file_knows_its_title_language_and_edition() -> None:
    reader = PdfReader(io.BytesIO(pdf_of(plans.empty())))
    assert reader.metadata
    assert reader.metadata.title == "Forankringsplan for Lektiecaféen"
    assert reader.metadata.subject == "Arbejdsudgave – kun for styregruppen"
    assert reader.root_object["/Lang"] == "da"
