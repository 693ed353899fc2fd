"""Numbers that identify an organisation."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from stdnum.dk import cvr
from stdnum.exceptions import ValidationError as InvalidNumber

validate_lbf_number = RegexValidator(r"\A[0-9]{4}\Z", _("Skriv LBF-nummeret med fire cifre, for eksempel 0123."))


def clean_cvr(value: str) -> str:
    """The eight digits of a CVR number typed with spaces, hyphens or DK in front; "" stays "".

    Raises:
        ValidationError: the check digit (modulus 11) does not fit, or the number begins with 0.
    """
    if not value.strip():
        return ""
    try:
        return str(cvr.validate(value))
    except InvalidNumber as error:
        raise ValidationError(
            _("Skriv et CVR-nummer med otte cifre. Kontrollér, at alle cifre er rigtige."), code="cvr"
        ) from error


def validate_cvr(value: str) -> None:
    """Refuse what `clean_cvr` refuses."""
    clean_cvr(value)
