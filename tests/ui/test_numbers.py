"""Amounts as people type them, and nothing typed that is slow to refuse."""

from decimal import Decimal
from time import process_time

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from forankring.ui.misread import Misread
from forankring.ui.numbers import plain_number, read_kroner, write_kroner


@pytest.mark.parametrize("typed", ["120.000", "120.000 kr.", "kr. 120 000,00", "120000,-", " 120000 ", "DKK 120.000"])
def test_an_amount_is_read_as_people_write_it(typed: str) -> None:
    assert read_kroner(typed).number == Decimal(120_000)


@pytest.mark.parametrize("typed", ["", "mange", "12,3,4", "1.2.3", "--5", "9" * 400, "kr"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(Misread):
        read_kroner(typed)


@pytest.mark.parametrize("typed", ["kr" + " " * 5000 + "x", " " * 5000, "1." * 5000, "," * 5000, "1 " * 5000 + "kr"])
def test_nothing_typed_is_slow_to_refuse(typed: str) -> None:
    start = process_time()
    with pytest.raises(Misread):
        read_kroner(typed)
    plain_number(typed)
    # It once took minutes; a busy machine may take its time about milliseconds.
    assert process_time() - start < 1


@given(st.integers(0, 999_999_999))
def test_what_we_write_is_read_back(amount: int) -> None:
    assert read_kroner(write_kroner(amount)).number == amount


def test_a_number_in_a_template_is_written_as_it_is() -> None:
    """An id of four digits is no amount: only our own filters put points in numbers."""
    from_template = Template("{{ pk }} {{ amount|kroner }} {{ hours|floatformat:'-1g' }}")

    written = from_template.render(Context({"pk": 12345, "amount": 12345, "hours": Decimal("1234.5")}))

    assert written.replace("\N{NO-BREAK SPACE}", " ") == "12345 12.345 kr. 1.234,5"
