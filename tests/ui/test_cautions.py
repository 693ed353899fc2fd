"""A text that may point at a person: a CPR number is refused, the rest is asked about once."""

from typing import Any

import pytest
from django import forms
from django.http import QueryDict

from forankring.ui.cautions import KEPT
from forankring.ui.fields import LinesField
from forankring.ui.forms import DanishForm


class NoteForm(DanishForm, forms.Form):
    judging = frozenset({"reason"})

    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    reason = forms.CharField(label="Grund", required=False, widget=forms.Textarea)
    lines = LinesField(label="Linjer", required=False)
    email = forms.EmailField(label="E-mail", required=False)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


def sent(initial: Any = None, **data: Any) -> NoteForm:
    query = QueryDict(mutable=True)
    query.update(data)
    return NoteForm(query, initial=initial)


@pytest.mark.parametrize("name", ["note", "reason", "lines"])
def test_a_cpr_number_is_refused_and_the_text_stays(name: str) -> None:
    form = sent(**{name: "Ring til barnet 010190-1234"})

    assert not form.is_valid()
    assert "Det ligner et CPR-nummer. Fjern det, før du gemmer." in form.errors[name][0]
    assert form[name].value() == "Ring til barnet 010190-1234"


def test_what_the_page_carries_hidden_is_not_read() -> None:
    assert sent(seen="a0101901234f").is_valid()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("note", "Skriv til mig@pilebro.example", "e-mailadresse"),
        ("note", "Ring 33 12 45 67", "telefonnummer"),
        ("note", "Han har en diagnose", "helbred"),
        ("lines", "Familier\nMuslimske kvinder", "tro"),
        ("note", "Etniske minoriteter", "herkomst"),
        ("note", "Tidligere straffede", "strafbare"),
        ("reason", "Lederen Hanne siger ja", "Ville du være tryg ved, at aktøren læste det?"),
        ("reason", "Skolelederen er ligeglad", "Ville du være tryg ved, at aktøren læste det?"),
    ],
)
def test_a_text_to_read_again_is_kept_by_the_next_press(name: str, text: str, said: str) -> None:
    first = sent(**{name: text})
    assert not first.is_valid()
    assert not first.errors, "a caution is no error"
    (caution,) = first.cautions[name]
    assert said in caution.text

    second = sent(**{name: text, f"{name}-{KEPT}": first.mark_to_keep(name)})
    assert second.is_valid()


def test_a_kept_text_is_not_asked_about_again() -> None:
    assert sent(initial={"note": "Ring 33 12 45 67"}, note="Ring 33 12 45 67").is_valid()
    assert sent(initial={"note": "Ring 33 12 45 67"}, note="Ring kl. 12: 33 12 45 67").is_valid()


def test_what_is_new_in_a_kept_text_is_asked_about() -> None:
    form = sent(initial={"note": "Ring 33 12 45 67"}, note="Ring 33 12 45 67 eller 44 12 45 67")

    assert [caution.found for caution in form.cautions["note"]] == [("44 12 45 67",)]


def test_a_mark_for_one_finding_keeps_no_other() -> None:
    mark = sent(note="Ring 33 12 45 67").mark_to_keep("note")

    assert not sent(note="Ring 44 12 45 67", **{f"note-{KEPT}": mark}).is_valid()


def test_only_a_reason_is_read_as_a_judgement() -> None:
    assert sent(note="Lederen Hanne er ligeglad").is_valid()


def test_an_address_that_is_asked_for_is_no_surprise() -> None:
    assert sent(email="mig@pilebro.example").is_valid()


def test_the_mark_stays_when_another_field_is_refused() -> None:
    first = sent(note="Ring 33 12 45 67", email="intet")
    again = sent(note="Ring 33 12 45 67", email="intet", **{f"note-{KEPT}": first.mark_to_keep("note")})

    assert again.mark_to_keep("note") == first.mark_to_keep("note")
    assert not again.cautions
