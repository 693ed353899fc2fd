"""The codes of rows in sentences."""

from hypothesis import given
from hypothesis import strategies as st

from projects.documents.words import codes


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
