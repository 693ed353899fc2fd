"""Two messages of the same kind can be told apart, and a message reads the same in the summary and at its field."""

from typing import Any

import pytest
from django import forms
from django.template import Context, Template

from forankring.ui.fields import KroneField, LinesField
from forankring.ui.forms import DanishForm


class Period(DanishForm, forms.Form):
    first = forms.DateField(label="Projektets første dag", required=False)
    last = forms.DateField(label="Hvornår er det slut?", required=False)
    price = KroneField(label="Pris", required=False)
    goals = LinesField(label="Mål", max_items=1, required=False)
    note = forms.CharField(label="Note", required=False)
    email = forms.EmailField(label="E-mail", required=False)
    role = forms.ChoiceField(label="Rolle", choices=[("a", "A")])

    def clean_note(self) -> str:
        if self.cleaned_data["note"] == "nej":
            raise forms.ValidationError("Skriv, hvorfor ikke.")
        return str(self.cleaned_data["note"])


def shown(answers: dict[str, Any]) -> tuple[list[str], str]:
    """The links of the summary, and the fields below it."""
    context = Context({"form": Period({"role": "a"} | answers)})
    summary = Template("{% error_summary %}").render(context)
    links = [part.split(">", 1)[1].split("</a>")[0] for part in summary.split("<a ")[1:]]
    return links, Template("{% form_fields form %}").render(context)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"first": "snart"}, "Projektets første dag: skriv datoen som dag, måned og år, for eksempel"),
        ({"last": "snart"}, "Hvornår er det slut? Skriv datoen som dag, måned og år, for eksempel"),
        ({"first": "1-1-0027"}, "Projektets første dag: skriv datoen"),
        ({"last": "31-2-2027"}, "Hvornår er det slut? Den dag findes ikke. Ret datoen."),
        ({"price": "mange"}, "Pris: skriv beløbet i hele kroner, for eksempel 120.000."),
        ({"goals": "a\nb"}, "Mål: skriv højst 1 linjer. Der står 2."),
        ({"note": "a\x00b"}, "Note: slet tegnene"),
    ],
)
def test_a_message_that_fits_any_field_begins_with_the_label(answers: dict[str, Any], words: str) -> None:
    [link], fields = shown(answers)

    assert link.startswith(words)
    assert f"</span>{link}</span>" in fields


def test_two_bad_dates_are_two_different_messages() -> None:
    links, _fields = shown({"first": "snart", "last": "snart"})

    assert len(set(links)) == 2


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"note": "nej"}, "Skriv, hvorfor ikke."),
        ({"email": "nej"}, "Skriv en e-mailadresse, for eksempel navn@kommune.dk."),
        ({"role": ""}, "Vælg et svar: Rolle."),
    ],
)
def test_a_message_that_says_what_is_asked_stays_as_it_is(answers: dict[str, Any], words: str) -> None:
    assert shown(answers)[0] == [words]
