"""What in a text points at one person: CPR, e-mail and telephone numbers (docs/method.md, Skriv om roller)."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LOOKS_LIKE_CPR = _(
    "Det ligner et CPR-nummer. Fjern det, før du gemmer. "
    "Er det et andet nummer, så skriv foran, hvad det er, for eksempel P-nr. eller J.nr."
)

_DASH = "-\N{HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
# Six digits that are a date, a separator or none, and four digits. The date may have spaces, points or slashes too.
_TEN = re.compile(
    rf"(?<![0-9])(?P<day>[0-9]{{2}})(?P<inner>[{_DASH} ./]?)(?P<month>[0-9]{{2}})(?P=inner)(?P<year>[0-9]{{2}})"
    rf"(?P<between>[ \t]{{0,3}}[{_DASH}./_:,)\n]?[ \t]{{0,3}})(?P<last>[0-9]{{4}})(?![0-9])"
)
# What a number is, written right before it: "P-nr. 1001234567", "J.nr.: 010203-1234".
_NR = r"[-. ]{0,2}(?:nr|num(?:mer|re)(?:et)?)"
_KIND = (
    rf"(?:p|j|jour|journal|sags?|cvr|se|ean|lbf|reg|tlf|telefon|mobil|konto|afdelings|bilags|faktura|ordre|kunde|løbe"
    rf"|matrikel|projekt|ansøgnings|reference|dokument|police){_NR}"
    r"|p-enhed|produktionsenhed|cvr|ean|lbf|ref|tlf|telefon|mobil|fax|konto|reg|iban|giro|kr|dkk|beløb"
)
_KIND_BEFORE = re.compile(rf"(?<![\w])(?:{_KIND})[.:]?(?:\s+(?:er|nr\.?))?[\s:#]*$", re.IGNORECASE)
# Ten digits in any grouping, when the text itself says what they are.
_SAID_TO_BE_CPR = re.compile(
    r"cpr(?:[-. ]?(?:nr|nummer(?:et)?))?[.:]{0,2}\s{0,3}(?:er )?"
    rf"(?P<digits>(?:[0-9][{_DASH}\s./,()]{{0,2}}){{9}}[0-9])(?![0-9])",
    re.IGNORECASE,
)
_CPR_BEFORE = re.compile(r"cpr[-. ]?(?:nr|nummer)?[.:]?[\s:]*$", re.IGNORECASE)
_ACCOUNT_BEFORE = re.compile(r"(?<![0-9])[0-9]{4} $")
_CHAIN_BEFORE = re.compile(rf"[0-9][{_DASH}]$|\+[0-9]{{1,3}} ?$")
_CHAIN_AFTER = re.compile(rf"[{_DASH}][0-9]")
_MONEY_AFTER = re.compile(r"[ ]?(?:kr\b|kroner\b|dkk\b|,-)", re.IGNORECASE)

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,5}")
_GROUPS = (r"[0-9]{8}", r"[0-9]{2}(?: [0-9]{2}){3}", r"[0-9]{4} [0-9]{4}", rf"[0-9]{{2}}(?:[{_DASH}][0-9]{{2}}){{3}}")
_PHONE = re.compile(rf"(?<![0-9+])(?P<abroad>(?:\+|00)[0-9]{{2}} ?)?(?P<number>{'|'.join(_GROUPS)})(?![0-9])")
_CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)
_PHONE_BEFORE = re.compile(r"(?:tlf|telefon|mobil)[^0-9]{0,12}$", re.IGNORECASE)
_NO_PHONE = re.compile(rf"(?<![\w])(?:{_KIND}|dk)[.:]?[\s:#-]*$", re.IGNORECASE)


def readable(text: str) -> str:
    """The text with one kind of digits and spaces, and without the marks nobody sees that a copied text may carry."""
    seen = "".join(" " if each in "\u00a0\u2007\u202f" else each for each in text if unicodedata.category(each) != "Cf")
    return unicodedata.normalize("NFKC", seen)


def cpr_numbers(text: str) -> list[str]:
    """The CPR-like numbers in the text: ddmmyy and four digits, with any separator or none.

    A number that the text itself calls something else (P-nr., J.nr., konto), an amount, an account after its four
    digits of registration, and a part of a longer row of digits are none.
    """
    plain, start = readable(text), 0
    found = [match["digits"] for match in _SAID_TO_BE_CPR.finditer(plain) if _begins_with_a_day(match["digits"])]
    while match := _TEN.search(plain, start):
        if _is_cpr(match, plain[max(0, match.start() - 40) : match.start()], plain[match.end() : match.end() + 12]):
            found.append(match[0])
            start = match.end()
        else:
            # The digits of what was refused may begin another number.
            start = match.start() + 2
    return found


def _is_cpr(match: re.Match[str], before: str, after: str) -> bool:
    inner, between, last = match["inner"], match["between"], match["last"]
    if not _is_day(int(match["day"]), int(match["month"]), int(match["year"])):
        return False
    if _CPR_BEFORE.search(before):
        return True
    if _KIND_BEFORE.search(before) or _MONEY_AFTER.match(after):
        return False
    if _CHAIN_BEFORE.search(before) or _CHAIN_AFTER.match(after):
        return False
    if inner == " ":
        # Pairs of digits in a row are telephone numbers.
        return not before.endswith(tuple(f"{digit} " for digit in range(10))) and not re.match(r" [0-9]", after)
    if inner:
        # "01.05.27-2030" and "01.05.27 1430" are a day and something more.
        return bool(between.strip()) and not last.startswith(("19", "20"))
    return bool(between) or not _ACCOUNT_BEFORE.search(before)


def _begins_with_a_day(number: str) -> bool:
    digits = re.sub(r"[^0-9]", "", number)
    return _is_day(int(digits[:2]), int(digits[2:4]), int(digits[4:6]))


def _is_day(day: int, month: int, year: int) -> bool:
    """Whether ddmmyy is a day in any of the centuries a CPR number can stand for."""
    try:
        date(2000 + year, month, day)
    except ValueError:
        return False
    return True


def email_addresses(text: str) -> list[str]:
    return _EMAIL.findall(readable(text))


def telephone_numbers(text: str) -> list[str]:
    """The numbers of eight digits that a Dane would ring to: no CVR number, no amount, no date."""
    plain = readable(text)
    return [
        match[0]
        for match in _PHONE.finditer(plain)
        if _is_phone(match, plain[max(0, match.start() - 40) : match.start()], plain[match.end() : match.end() + 12])
    ]


def _is_phone(match: re.Match[str], before: str, after: str) -> bool:
    digits = re.sub(r"[^0-9]", "", match["number"])
    if re.search(r"[0-9][ ,./-]$", before) or re.match(r"[ ./-][0-9]|,[0-9]", after):
        return False
    if match["abroad"] or _PHONE_BEFORE.search(before):
        return True
    if _NO_PHONE.search(before) or _MONEY_AFTER.match(after) or _is_cvr(digits):
        return False
    if match["number"].isdecimal():
        return digits[0] not in "01" and not _is_written_day(digits)
    return not re.fullmatch(r"(?:19|20)[0-9]{2} (?:19|20)[0-9]{2}", match["number"])


def _is_cvr(digits: str) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(digits, _CVR_WEIGHTS, strict=True)) % 11 == 0


def _is_written_day(digits: str) -> bool:
    """20270501 or 01052027."""
    orders = ((digits[:4], digits[4:6], digits[6:]), (digits[4:], digits[2:4], digits[:2]))
    return any(
        1900 <= int(year) < 2100 and _is_day(int(day), int(month), int(year) % 100) for year, month, day in orders
    )


def texts_of(value: Any) -> Iterator[str]:
    """The texts in what a field holds: one, or one per line."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        yield from (each for each in value if isinstance(each, str))


def refuse_personal_numbers(value: Any) -> None:
    """Refuse a text, or a list of texts, with a CPR-like number in it. A draft asks the same before it is stored."""
    if any(cpr_numbers(text) for text in texts_of(value)):
        raise ValidationError(LOOKS_LIKE_CPR, code="personal_number")


class WithoutPersonalNumbers:
    """Mixed into a form of the administration, before it; a DanishForm refuses CPR-like numbers by itself."""

    def clean(self) -> Any:
        cleaned = super().clean()  # type: ignore[misc]
        for name, value in list(self.cleaned_data.items()):  # type: ignore[attr-defined]
            try:
                refuse_personal_numbers(value)
            except ValidationError as error:
                self.add_error(name, error)  # type: ignore[attr-defined]
        return cleaned
