"""CVR and LBF numbers as people type them."""

import pytest
from django.core.exceptions import ValidationError

from actors.models import HousingOrganisation
from actors.validators import clean_cvr

pytestmark = pytest.mark.django_db

VALID = ["13748136", "24256790", "29190623", "29190925", "29190941", "29190658", "29190909", "64942212", "99999896"]


@pytest.mark.parametrize("number", VALID)
def test_a_number_with_the_right_check_digit_is_taken(number: str) -> None:
    assert clean_cvr(number) == number


@pytest.mark.parametrize("typed", ["13 74 81 36", "13-748136", "DK13748136", "dk 13 74 81 36", " 13748136 "])
def test_it_may_be_typed_as_people_write_it(typed: str) -> None:
    assert clean_cvr(typed) == "13748136"


@pytest.mark.parametrize(
    "typed",
    ["12345678", "24256791", "10000000", "35254119", "00000000", "01234567", "1374813", "137481360", "abcdefgh"],
)
def test_a_wrong_number_is_refused_in_words_that_help(typed: str) -> None:
    with pytest.raises(ValidationError, match="Skriv et CVR-nummer med otte cifre"):
        clean_cvr(typed)


@pytest.mark.parametrize("typed", ["", "   "])
def test_no_number_is_fine(typed: str) -> None:
    assert clean_cvr(typed) == ""


def test_the_lbf_number_keeps_its_zeros_and_may_be_missing() -> None:
    for number in ("0123", "", ""):
        organisation = HousingOrganisation(name=f"Boligforeningen {number}", lbf_number=number)
        organisation.full_clean()
        organisation.save()

    assert sorted(HousingOrganisation.objects.values_list("lbf_number", flat=True), key=str) == ["0123", None, None]


@pytest.mark.parametrize("typed", ["123", "12345", "12a4", "１２３４"])
def test_an_lbf_number_has_four_digits(typed: str) -> None:
    with pytest.raises(ValidationError, match="Skriv LBF-nummeret med fire cifre"):
        HousingOrganisation(name="Boligforeningen", lbf_number=typed).full_clean()


def test_two_organisations_cannot_have_the_same_lbf_number() -> None:
    HousingOrganisation.objects.create(name="Den ene", lbf_number="0123")

    with pytest.raises(ValidationError, match="Der er allerede en boligorganisation med det LBF-nummer"):
        HousingOrganisation(name="Den anden", lbf_number="0123").full_clean()
