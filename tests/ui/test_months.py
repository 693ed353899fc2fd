"""A month in any of the ways Danes write it."""

from datetime import date

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from forankring.ui.dates import EARLIEST, LATEST, read_month, write_date, write_month
from forankring.ui.fields import MonthField
from forankring.ui.forms import DanishForm
from forankring.ui.misread import Misread


class MonthForm(DanishForm, forms.Form):
    month = MonthField(label="Hvilken måned?")


@pytest.mark.parametrize(
    "text", ["maj 2027", "Maj  2027", "maj. 27", "05-2027", "5/27", "5.2027", "2027-05", "17. maj 2027", "2027-05-17"]
)
def test_all_of_these_are_may(text: str) -> None:
    assert read_month(text) == date(2027, 5, 1)


@pytest.mark.parametrize("text", ["", "maj", "2027", "13-2027", "0-2027", "snart 2027", "31. februar 2027", "5-0000"])
def test_these_are_no_month(text: str) -> None:
    with pytest.raises(Misread):
        read_month(text)


@given(st.dates(EARLIEST, LATEST))
def test_what_is_written_is_read_again(day: date) -> None:
    assert read_month(write_month(day)) == read_month(write_date(day)) == day.replace(day=1)


@given(st.text(max_size=40))
def test_any_text_is_answered(text: str) -> None:
    form = MonthForm({"month": text})
    if form.is_valid():
        assert form.cleaned_data["month"].day == 1
    else:
        assert form.errors["month"]


def test_the_month_is_shown_in_words_and_a_change_is_seen() -> None:
    form = MonthForm(initial={"month": date(2027, 5, 1)})

    assert 'value="maj 2027"' in str(form["month"])
    assert not MonthForm({"month": "05-2027"}, initial={"month": date(2027, 5, 1)}).has_changed()
    assert MonthForm({"month": "06-2027"}, initial={"month": date(2027, 5, 1)}).has_changed()


def test_a_month_out_of_reach_is_told_how_to_be_written() -> None:
    assert MonthForm({"month": "maj 1800"}).errors["month"] == ["Skriv måneden med navn og år, for eksempel maj 2027."]
