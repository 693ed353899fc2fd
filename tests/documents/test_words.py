"""Numbers and dates in sentences."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from projects.documents.words import codes, period


def test_three_in_a_row_are_written_as_a_range() -> None:
    assert codes(["A1", "A2", "A3", "A5", "O1", "O2"]) == "A1–A3, A5, O1, O2"
    assert codes(["A2", "A1"]) == "A2, A1"
    assert codes([]) == ""


@given(st.lists(st.builds("{}{}".format, st.sampled_from("AOP"), st.integers(1, 30)), unique=True))
def test_no_code_is_left_out_or_added(given_codes: list[str]) -> None:
    read = []
    for part in codes(given_codes).split(", ") if given_codes else []:
        first, _dash, last = part.partition("–")
        read += [f"{first[0]}{number}" for number in range(int(first[1:]), int((last or first)[1:]) + 1)]
    assert read == given_codes


def test_a_period_says_its_year_once() -> None:
    assert period(date(2026, 2, 17), date(2026, 4, 17)) == "17. februar – 17. april 2026"
    assert period(date(2026, 11, 3), date(2027, 1, 12)) == "3. november 2026 – 12. januar 2027"
    assert period(date(2026, 2, 6), date(2026, 2, 6)) == period(None, date(2026, 2, 6)) == "6. februar 2026"
    assert period(None, None) == ""
