"""What a person may type, what comes out, and what the field says when it cannot be used."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError

from forankring.ui.dates import parse_date, write_date, write_period
from forankring.ui.fields import ChoicesField, HoursField, KroneField, LinesField, RadioField
from forankring.ui.forms import DanishForm
from forankring.ui.numbers import plain_number, write_kroner, write_number

FIRST_OF_MAY = datetime.date(2027, 5, 1)


@pytest.mark.parametrize(
    "typed",
    ["01-05-2027", "1-5-2027", "01.05.2027", "1/5 2027", "1/5/2027", "2027-05-01", "1. maj 2027", "1 maj 2027",
     "den 1. maj 2027", "1.maj 2027", " 1.  MAJ  2027 ", "01.05.27", "1/5 27", "1. maj 27"],
)  # fmt: skip
def test_a_date_is_read_however_danes_write_it(typed: str) -> None:
    assert parse_date(typed) == FIRST_OF_MAY


@pytest.mark.parametrize("typed", ["", "i morgen", "31-02-2027", "1/13 2027", "1. mej 2027", "05-2027", "1. m 2027"])
def test_what_is_no_date_is_none(typed: str) -> None:
    assert parse_date(typed) is None


def test_every_day_of_a_year_reads_back_as_it_was_written() -> None:
    for number in range(366):
        day = datetime.date(2028, 1, 1) + datetime.timedelta(days=number)
        assert parse_date(write_date(day)) == day


class Dated(DanishForm, forms.Form):
    date = forms.DateField(label="Dato", required=False)


def test_a_date_field_takes_and_shows_danish_dates() -> None:
    form = Dated({"date": "1. maj 2027"})
    assert form.is_valid()
    assert form.cleaned_data["date"] == FIRST_OF_MAY
    assert 'value="1. maj 2027"' in str(form["date"])
    assert 'value="1. maj 2027"' in str(Dated(initial={"date": FIRST_OF_MAY})["date"])


@pytest.mark.parametrize("typed", ["1. mej 2027", "snart", "1-1-0027", "1. maj 9999"])
def test_a_bad_date_stays_as_typed_and_the_message_says_how(typed: str) -> None:
    form = Dated({"date": typed})
    assert "Skriv datoen som dag, måned og år" in form.errors["date"][0]


@pytest.mark.parametrize("typed", ["31-02-2027", "29.2.27", "1/13 2027", "31. april 2027", "2027-00-10", "00-00-0000"])
def test_a_day_that_the_calendar_does_not_have_is_told_so(typed: str) -> None:
    form = Dated({"date": typed})
    assert form.errors["date"] == ["Den dag findes ikke. Ret datoen."]
    assert f'value="{typed}"' in str(form["date"])


@pytest.mark.parametrize(
    ("typed", "kroner"),
    [("120000", 120000), ("120.000", 120000), ("120.000 kr.", 120000), ("kr. 120 000,00", 120000), ("120000,-", 120000),
     ("0", 0), ("1.200", 1200)],
)  # fmt: skip
def test_an_amount_is_read_however_danes_write_it(typed: str, kroner: int) -> None:
    assert KroneField().clean(typed) == kroner


@pytest.mark.parametrize("typed", ["mange", "12,5", "1.20", "-5", "9999999999", "1,2,3", "kr."])
def test_an_amount_that_cannot_be_used_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        KroneField().clean(typed)


@pytest.mark.parametrize(("typed", "hours"), [("1,5", "1.5"), ("1.5", "1.5"), ("4", "4"), ("1.200,25", "1200.25")])
def test_hours_are_read_with_comma_or_point(typed: str, hours: str) -> None:
    assert HoursField().clean(typed) == Decimal(hours)


def test_unchanged_answers_are_not_changed() -> None:
    assert not KroneField().has_changed(120000, "120.000")
    assert not HoursField().has_changed(Decimal("1.50"), "1,5")
    assert not LinesField().has_changed(["ét", "to"], "ét\nto")
    assert KroneField().has_changed(120000, "mange")
    assert HoursField().has_changed(Decimal("1.50"), "mange")


def test_numbers_are_written_the_danish_way_and_read_back() -> None:
    assert write_number(Decimal("1234.50")) == "1.234,5"
    assert plain_number("1.234,5") == "1234.5"
    assert write_kroner(120000) == "120.000\N{NO-BREAK SPACE}kr."


@pytest.mark.parametrize("typed", ["+0", "1½", "28.000,- kr.", "1,50", "007", " 3 "])
def test_a_number_stands_as_it_was_typed_when_the_form_comes_back(typed: str) -> None:
    form = Everything({"name": "for lang til feltet", "count": typed, "price": typed})

    assert not form.is_valid()
    assert str(form["count"]).count(f'value="{typed}"') == 1
    assert str(form["price"]).count(f'value="{typed}"') == 1


def test_lines_lose_their_bullets_and_empty_lines() -> None:
    assert LinesField().clean("• Flere læser\n\n - Færre pjækker\n1. Trygge børn\n2027 bliver godt\n") == [
        "Flere læser",
        "Færre pjækker",
        "Trygge børn",
        "2027 bliver godt",
    ]


@pytest.mark.parametrize(("typed", "words"), [("a\n" * 21, "højst 20 linjer"), ("x" * 201, "linje 1 kortere")])
def test_too_much_in_a_list_says_what_to_do(typed: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        LinesField().clean(typed)


def test_codes_come_once_each_in_the_order_of_the_choices() -> None:
    field = ChoicesField(choices=[("a", "A"), ("b", "B"), ("c", "C")])
    assert field.clean(["c", "a", "c"]) == ["a", "c"]


class Everything(DanishForm, forms.Form):
    name = forms.CharField(label="Navn", max_length=5, error_messages={"required": "Skriv, hvad opgaven hedder."})
    note = forms.CharField(label="100 % sikkert", widget=forms.Textarea, max_length=3)
    lines = LinesField(label="Mål")
    count = forms.IntegerField(label="Antal", min_value=1)
    price = forms.DecimalField(label="Pris", max_digits=4, decimal_places=1)
    role = forms.ChoiceField(label="Rolle", choices=[("a", "A")])
    one = RadioField(label="Valg", choices=[("", "---------"), ("a", "A")])


def errors_for(**answers: Any) -> dict[str, list[str]]:
    return {name: list(words) for name, words in Everything(answers).errors.items()}


def test_no_message_is_djangos_own() -> None:
    for answers in (
        {},
        dict.fromkeys(Everything.base_fields, "\x00forkert" * 9),
        {"count": 0, "price": "12345,55"},
    ):
        for words in errors_for(**answers).values():
            for word in words:
                assert word.startswith(("Skriv", "Vælg", "Slet", "Udfyld")), word


def test_a_forms_own_words_win() -> None:
    assert errors_for()["name"] == ["Skriv, hvad opgaven hedder."]
    assert errors_for()["note"] == ["Skriv et svar: 100 % sikkert."]


@pytest.mark.parametrize("name", ["name", "note", "lines"])
@pytest.mark.parametrize("character", ["\x00", "\x07", "\x85", "\ud800"])
def test_control_characters_get_one_message_at_the_field(name: str, character: str) -> None:
    [words] = errors_for(**{name: f"a{character}b"})[name]
    assert "usynlige" in words


def test_what_is_too_long_is_told_with_its_length_and_not_cut() -> None:
    form = Everything({"name": "Lektiecafé", "note": "abcde"})

    assert "maxlength" not in str(form)
    assert form.errors["name"] == ["Skriv det kortere. Der er plads til 5 tegn, og der står 10."]
    assert form.errors["note"] == ["Skriv det kortere. Der er plads til 3 tegn, og der står 5."]
    assert 'value="Lektiecafé"' in str(form["name"])
    assert "abcde" in str(form["note"])


def test_a_line_break_counts_as_one_character() -> None:
    assert "note" not in errors_for(note="a\r\nb")


def test_a_whole_number_may_have_thousand_separators() -> None:
    form = Everything({"count": "1.200"})
    form.is_valid()
    assert form.cleaned_data["count"] == 1200


def test_radio_buttons_have_no_button_for_nothing() -> None:
    assert "---" not in str(Everything()["one"])


def test_the_browser_is_not_asked_to_refuse_anything() -> None:
    html = Everything().as_p()
    assert "required" not in html
    assert "placeholder" not in html
    assert 'type="number"' not in html


def test_a_period_says_its_year_once() -> None:
    assert write_period(datetime.date(2026, 2, 17), datetime.date(2026, 4, 17)) == "17. februar – 17. april 2026"
    assert write_period(datetime.date(2026, 11, 3), datetime.date(2027, 1, 12)) == "3. november 2026 – 12. januar 2027"
    assert (
        write_period(datetime.date(2026, 2, 6), datetime.date(2026, 2, 6))
        == write_period(None, datetime.date(2026, 2, 6))
        == "6. februar 2026"
    )
    assert write_period(None, None) == ""
