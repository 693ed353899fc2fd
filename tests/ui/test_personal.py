"""CPR-like numbers are found in every way they are written, and other numbers are left alone."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from forankring.ui.numbers import write_kroner
from forankring.ui.personal import cpr_numbers, email_addresses, refuse_personal_numbers, telephone_numbers

SEPARATORS = ["", "-", " ", "\u00a0", "–", "\N{NON-BREAKING HYPHEN}", " - ", "/", ".", "_"]
AROUND = ["", "barnet ", "CPR: ", "(", "Født ", "afd. 12 ", "Tre børn: "]
AFTER = ["", ".", ", mor", ")", " er ti år", "\n2027"]
days = st.dates(date(1900, 1, 1), date(2026, 12, 31))
four_digits = st.integers(0, 9999).map("{:04}".format)
telephones = st.integers(20_000_000, 99_999_999).map(str)


@given(days, four_digits, st.sampled_from(SEPARATORS), st.sampled_from(AROUND), st.sampled_from(AFTER))
def test_every_day_with_four_digits_is_found(day: date, last: str, separator: str, before: str, after: str) -> None:
    assert cpr_numbers(f"{before}{day:%d%m%y}{separator}{last}{after}")


@given(days, four_digits)
def test_each_of_several_is_found(day: date, last: str) -> None:
    number = f"{day:%d%m%y}-{last}"

    assert len(cpr_numbers(f"{number}, {number} og {number}")) == 3


@given(st.integers(0, 999_999), four_digits, st.sampled_from(SEPARATORS))
def test_six_digits_that_are_no_day_are_left_alone(six: int, last: str, separator: str) -> None:
    text = f"{six:06}"
    try:
        date(2000 + int(text[4:]), int(text[2:4]), int(text[:2]))
    except ValueError:
        assert not cpr_numbers(f"{text}{separator}{last}")


@given(telephones, st.sampled_from(["", "+45", "+45 ", "0045 ", "tlf. "]), st.booleans())
def test_a_telephone_number_is_no_cpr_number(digits: str, before: str, in_pairs: bool) -> None:
    number = " ".join(digits[at : at + 2] for at in range(0, 8, 2)) if in_pairs else digits

    assert not cpr_numbers(f"Ring {before}{number} efter kl. 14.30")


@given(days, four_digits, st.sampled_from(["P-nr. ", "P-nummer: ", "p-nummeret er ", "Produktionsenhed ", "pnr "]))
def test_a_p_number_that_is_called_one_is_left_alone(day: date, last: str, before: str) -> None:
    assert not cpr_numbers(f"{before}{day:%d%m%y}{last}")


@given(days, four_digits, st.sampled_from(["J.nr. ", "jnr. ", "Journalnummer: ", "Sagsnr. ", "LBF-nr. ", "LBF j.nr. "]))
def test_a_journal_number_that_is_called_one_is_left_alone(day: date, last: str, before: str) -> None:
    assert not cpr_numbers(f"{before}{day:%d%m%y}-{last}")


@given(st.integers(10_000_000, 99_999_999), st.sampled_from(["", "CVR ", "CVR-nr. ", "DK", "CVR: DK-"]))
def test_a_cvr_number_is_left_alone(cvr: int, before: str) -> None:
    digits = str(cvr)
    pairs = f"{digits[:2]} {digits[2:4]} {digits[4:6]} {digits[6:]}"

    assert not cpr_numbers(f"{before}{digits}, {before}{pairs}")


@given(st.integers(0, 9_999_999_999), st.booleans())
def test_an_amount_is_left_alone(amount: int, plain: bool) -> None:
    assert not cpr_numbers(
        f"Det koster {amount} kr. om året" if plain else f"Det koster {write_kroner(amount)} om året"
    )


@given(days, days, st.sampled_from(["%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d/%m %Y", "%Y%m%d"]))
def test_days_and_years_are_left_alone(start: date, end: date, shape: str) -> None:
    for between in ("-", " - ", " til ", " "):
        assert not cpr_numbers(f"{start.strftime(shape)}{between}{end.strftime(shape)}")
        assert not cpr_numbers(f"{start.strftime(shape)}{between}{end.year}")
    assert not cpr_numbers(f"{start:%d.%m.%y}-{end.year}")


@pytest.mark.parametrize(
    "text",
    [
        "Reg. 1234 konto 0101901234",
        "1234 0101901234",
        "DK50 0040 0440 1162 43",
        "EAN 5790000123456",
        "2026-012345",
        "27.03.40-P20-1-24",
        "2026-010190-1234",
        "+46 0101901234",
        "010190-123",
        "010190-12345",
    ],
)
def test_other_long_numbers_are_left_alone(text: str) -> None:
    assert not cpr_numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "01 01 90 1234",
        "01.01.90-1234",
        "01-01-90-1234",
        "0101\u00ad90-1234",
        "０１０１９０-1234",
        "cpr 2026 010190-1234",
        "cpr 0101 90 1234",
        "CPR-nr.: 01 01 90 12 34",
        "(010190)1234",
        "010190,1234",
        "010190\n1234",
    ],
)
def test_other_ways_of_writing_it_are_found(text: str) -> None:
    assert cpr_numbers(text)


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    for find in (cpr_numbers, email_addresses, telephone_numbers):
        assert isinstance(find(text), list)


def test_a_list_of_lines_is_refused_for_one_of_them() -> None:
    refuse_personal_numbers(["Børn", "Forældre"])
    with pytest.raises(ValidationError):
        refuse_personal_numbers(["Børn", "010190-1234"])


@given(telephones)
def test_a_number_after_tlf_is_a_telephone_number(digits: str) -> None:
    assert telephone_numbers(f"tlf. {digits}")
    assert telephone_numbers(f"+45 {digits}")


@pytest.mark.parametrize(
    "text",
    [
        "CVR 24256790", "24256790", "24 25 67 90", "20270501", "01052027", "30.000.000 kr.", "30000000 kr.",
        "2027 2028", "2026-2027", "EAN 5790000123456", "P-nr. 1012345678", "Kl. 14.30-16.00", "10.000.000",
    ],
)  # fmt: skip
def test_no_telephone_number(text: str) -> None:
    assert not telephone_numbers(text)


def test_days_after_days() -> None:
    first = date(2027, 1, 1)
    text = " ".join(f"{first + timedelta(weeks=week):%d-%m-%Y}" for week in range(52))
    assert not cpr_numbers(text)
    assert not telephone_numbers(text)


@pytest.mark.parametrize("text", ["mig@pilebro.example", "Skriv til a.b+c@kommune.dk.", "<x@y.example>"])
def test_an_email_address(text: str) -> None:
    assert len(email_addresses(text)) == 1


@pytest.mark.parametrize("text", ["@rolle", "a@b", "2 stk. @ 30 kr."])
def test_no_email_address(text: str) -> None:
    assert not email_addresses(text)
