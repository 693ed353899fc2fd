"""Numbers as Danes write them: 120.000,5."""

import re
from decimal import Decimal, InvalidOperation

NBSP = "\N{NO-BREAK SPACE}"

_THOUSANDS = re.compile(r"(\d{1,3})((?:\.\d{3})+)(,\d+)?")
# Read without spaces, and no longer than any amount: nothing here may be slow to refuse.
_KRONER = re.compile(r"(?:kr\.?|dkk)?([+-]?)([\d.,]+?)(?:,-|kr\.?|dkk)?", re.IGNORECASE)
_LONGEST = 40


def plain_number(text: str) -> str:
    """The number without spaces and thousand separators and with a point for the decimals: "1.234,5" → "1234.5".

    What is no number comes back as it is, so that the field can say so and show what was typed.
    """
    squeezed = "".join(text.split()).removeprefix("+")
    sign, digits = ("-", squeezed[1:]) if squeezed[:1] in {"-", "\N{MINUS SIGN}"} else ("", squeezed)
    if match := _THOUSANDS.fullmatch(digits):
        return sign + match[1] + match[2].replace(".", "") + (match[3] or "").replace(",", ".")
    if re.fullmatch(r"\d+(?:[.,]\d+)?", digits):
        return sign + digits.replace(",", ".")
    return text


def parse_kroner(text: str) -> Decimal | None:
    """The amount in "120.000", "120.000 kr.", "kr. 120 000,00" or "120000,-"; None for anything else."""
    squeezed = "".join(text.split())
    if len(squeezed) > _LONGEST or not (match := _KRONER.fullmatch(squeezed)):
        return None
    try:
        return Decimal(match[1] + plain_number(match[2]))
    except InvalidOperation:
        return None


def write_number(value: Decimal | int | float, places: int = 2) -> str:
    """The number with point for thousands and comma for decimals, without needless zeros: 1234.50 → "1.234,5"."""
    text = f"{Decimal(str(value)):,.{places}f}"
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + ("," + decimals if decimals else "")


def write_kroner(value: Decimal | int) -> str:
    """The amount as "120.000 kr.", kept together on one line."""
    return f"{write_number(value)}{NBSP}kr."
