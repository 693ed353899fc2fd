"""Dates, amounts and hours as Danes write them: read as they are meant, refused in words where they may mean more."""

import contextlib
import datetime
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from forankring.ui.dates import EARLIEST, LATEST, MONTHS, WEEKDAYS, parse_date, read_date, write_date
from forankring.ui.fields import DateField, HoursField, KroneField, MonthField
from forankring.ui.forms import DanishForm
from forankring.ui.misread import Misread
from forankring.ui.numbers import Period, read_hours, read_kroner, read_number, read_period, write_kroner, write_number

DAYS = st.dates(EARLIEST, LATEST)
AMOUNTS = st.integers(0, 999_999_999)
CENTS = st.decimals(0, 9_999_999, places=2)


def with_thousands(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


@pytest.mark.parametrize(
    "typed",
    ["28.000,- kr.", "28.000 kr", "28 000", "28000,-", "kr. 28.000,00", "28.000,-kr.", "28\u00a0000 kr.", "28\u202f000",
     "DKK 28.000", "28.000 kroner", "28.000.-", "28.000,–", "28 tkr.", "28 t.kr.", "28 tusind kr."],
)  # fmt: skip
def test_an_amount_is_read_as_danes_write_it(typed: str) -> None:
    assert KroneField().clean(typed) == 28_000


@pytest.mark.parametrize(
    "typed",
    ["28,000", "28,000.50", "28.00", "0.500", "12 34", "28.000.00", "1.0000", "28 t", "ca. 28.000", "28-30.000", "5-",
     "28.000 pr. md.", "1/2", "28.000 30.000", "to tusind", "28.000,500"],
)  # fmt: skip
def test_an_amount_that_may_be_another_is_refused_in_words(typed: str) -> None:
    form = Money({"amount": typed})

    assert not form.is_valid()
    assert "kriv" in form.errors["amount"][0]
    assert f'value="{typed}"' in str(form["amount"])


@given(
    AMOUNTS, st.sampled_from([".", " ", "\u00a0", "\u202f", ""]), st.sampled_from(["", " kr.", " kr", ",-", ",- kr."])
)
def test_an_amount_is_never_another_one(amount: int, mark: str, after: str) -> None:
    assert read_kroner(with_thousands(amount, mark) + after).number == amount


@given(AMOUNTS)
def test_the_amount_we_write_is_read_back(amount: int) -> None:
    assert KroneField().clean(write_kroner(amount)) == amount
    assert KroneField(period=Period.YEAR).clean(f"{write_kroner(amount)} om året") == amount


@given(CENTS)
def test_the_number_we_write_is_read_back(number: Decimal) -> None:
    assert read_number(write_number(number)) == read_hours(f"{write_number(number)} timer").number == number


@given(st.text("0123456789.,- krÅåt½/", max_size=12))
def test_whatever_is_read_as_an_amount_has_the_digits_that_were_typed(text: str) -> None:
    """A machine reads only what it can write again: the digits before the comma, in their order."""
    try:
        quantity = read_number(text)
    except Misread:
        return
    typed = "".join(each for each in text.partition(",")[0] if each.isdigit()) if "½" not in text else None
    if typed is not None and "." not in text:
        assert abs(int(quantity)) == int(typed)


@given(st.text(max_size=80))
def test_any_text_is_read_or_answered_at_the_field(text: str) -> None:
    for field in (DateField(), KroneField(), HoursField(), MonthField()):
        with contextlib.suppress(forms.ValidationError):
            field.clean(text)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("7,5", "7.5"), ("7.5", "7.5"), ("7½", "7.5"), ("7,5 timer", "7.5"), ("½ time", "0.5"), ("2 t.", "2")],
)
def test_hours_are_read_as_danes_write_them(typed: str, hours: str) -> None:
    assert HoursField().clean(typed) == Decimal(hours)


@pytest.mark.parametrize("typed", ["7.30", "7:30", "1,125", "7 30", "ca. 3", "3-4", "60 timer om året", "2 t/uge"])
def test_hours_that_may_be_others_are_refused(typed: str) -> None:
    with pytest.raises(forms.ValidationError):
        HoursField().clean(typed)


def test_hours_of_a_year_are_never_taken_for_hours_of_a_week() -> None:
    assert HoursField(period=Period.WEEK).clean("7 timer om ugen") == 7
    with pytest.raises(forms.ValidationError, match="Skriv kun timetallet"):
        HoursField(period=Period.WEEK).clean("300 timer om året")


@pytest.mark.parametrize(
    ("text", "period"),
    [("om året", Period.YEAR), ("timer om ugen", Period.WEEK), ("pr. uge", Period.WEEK), ("Timer/år", Period.YEAR),
     ("t/uge", Period.WEEK), ("årligt", Period.YEAR), ("pr. md.", Period.MONTH), ("året rundt", None), ("timer", None)],
)  # fmt: skip
def test_a_period_is_read_from_its_own_words(text: str, period: Period | None) -> None:
    assert read_period(text) is period


@pytest.mark.parametrize(
    "typed",
    ["d. 1. maj 2027", "lørdag den 1. maj 2027", "lør. d. 1/5-27", "lørdag, 1. maj 2027", "1/5-27", "1/5 - 2027",
     "2027-05-01", "2027-05-01 00:00:00", "01-maj-27", "1. maj, 2027", "d.1.5.2027", "den 1.5. 2027", "1. maj '27",
     "1\u20115\u20112027", "1.\u00a0maj\u00a02027"],
)  # fmt: skip
def test_a_date_is_read_as_danes_write_it(typed: str) -> None:
    assert DateField().clean(typed) == datetime.date(2027, 5, 1)


def test_a_wrong_day_of_the_week_is_said() -> None:
    form = Money({"day": "fredag den 1. maj 2027"})

    assert form.errors["day"] == ["Den 1. maj 2027 er en lørdag, ikke en fredag. Ret ugedagen eller datoen."]
    assert 'value="fredag den 1. maj 2027"' in str(form["day"])


@pytest.mark.parametrize("typed", ["1/5", "maj 2027", "1. maj", "uge 18 2027", "2027", "1/5-27 kl. 10", "5 maj 127"])
def test_what_is_less_or_more_than_a_day_is_refused(typed: str) -> None:
    with pytest.raises(forms.ValidationError):
        DateField().clean(typed)


@given(DAYS, st.sampled_from(["", "d. ", "den "]), st.booleans())
def test_a_day_is_never_another_one(day: datetime.date, before: str, with_weekday: bool) -> None:
    weekday = f"{WEEKDAYS[day.weekday()]} " if with_weekday else ""
    month = MONTHS[day.month - 1]
    for written in (
        write_date(day),
        f"{day.day}/{day.month}-{day.year}",
        f"{day:%d.%m.%Y}",
        f"{day.day}. {month[:3]}. {day.year}",
    ):
        assert parse_date(weekday + before + written) == day
    assert parse_date(day.isoformat()) == day


@given(DAYS, st.integers(1, 6))
def test_every_wrong_day_of_the_week_is_refused(day: datetime.date, off: int) -> None:
    with pytest.raises(Misread):
        read_date(f"{WEEKDAYS[(day.weekday() + off) % 7]} den {write_date(day)}")


class Money(DanishForm, forms.Form):
    amount = KroneField(label="Beløb", required=False)
    day = forms.DateField(label="Dag", required=False)
    month = MonthField(label="Måned", required=False)


def press(**answers: Any) -> Money:
    form = Money(answers)
    form.is_valid()
    return form


@time_machine.travel("2026-06-01")
@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("day", "1. maj 2127", "1. maj 2127"),
        ("day", "1. maj 85", "1. maj 2085"),
        ("day", "1-5-1927", "1. maj 1927"),
        ("month", "maj 2127", "maj 2127"),
        ("amount", "280 mio. kr.", "280.000.000"),
    ],
)
def test_what_is_improbable_is_asked_about_once_and_nothing_is_lost(name: str, typed: str, words: str) -> None:
    asked = press(**{name: typed})
    assert not asked.is_valid()
    assert not asked.errors
    assert words in asked.cautions[name][0].text
    assert asked[name].value() == typed

    kept = press(**{name: typed, f"{name}-behold": asked.mark_to_keep(name)})
    assert kept.is_valid()


@time_machine.travel("2026-06-01")
def test_what_is_probable_is_not_asked_about() -> None:
    assert press(amount="100.000.000", day="1. maj 2076", month="maj 1976").is_valid()
