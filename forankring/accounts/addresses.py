"""One form of a mail address, so that one mailbox is one person however the address was typed or copied."""

import re
from typing import Any, Final

from django import forms

from forankring.ui.text import normal_form

WORD_JOINER: Final = "\u2060"  # invisible too, but no part of the normal form
# As mail programs copy it: Karen Hald <karen@kommunen.example>, (karen@…), [mailto:karen@…]
_WITH_NAME: Final = re.compile(r"[^<>()\[\]]*[<(\[]([^<>()\[\]]*)[>)\]][\s,;.]*")
# What stands around an address in a text, and what a link asks to be written in the mail.
_AROUND: Final = " \t\n\r\f\v\u00a0,;.\"'”’“‘<>"
_LINK: Final = re.compile(r"mailto:([^?]*)(?:\?.*)?")
_TWO: Final = re.compile(r"[\s<>]")


def one_form(text: str) -> str:
    """The address alone, in lower case and with its domain in letters (`bøgeparken`, not `xn--bgeparken-l8a`).

    A name around it, `mailto:`, quotes, invisible characters, and a comma or full stop after it go. What holds no
    address, or two, comes back as it was typed, trimmed: the field says so.
    """
    text = normal_form(text).replace(WORD_JOINER, "").strip()
    found = _WITH_NAME.fullmatch(text)
    address = (found[1] if found else text).strip(_AROUND).lower()
    link = _LINK.fullmatch(address)
    name, at, domain = (link[1].strip(_AROUND) if link else address).rpartition("@")
    return f"{name}@{_in_letters(domain)}" if at and not _TWO.search(f"{name}@{domain}") else text


def _in_letters(domain: str) -> str:
    """The domain as it is read, whichever of its two forms it was typed in."""
    try:
        return domain.encode("idna").decode("idna")
    except UnicodeError:
        return domain


class AddressField(forms.EmailField):
    """A mail address, in its one form. The browser does not cut what is pasted: a name may stand around it."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}

    def to_python(self, value: Any) -> Any:
        return one_form(str(super().to_python(value) or ""))
