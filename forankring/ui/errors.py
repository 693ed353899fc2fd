"""What a field says when its answer cannot be used: always what to do, never only that it is wrong."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from forankring.ui.dates import DATE_HELP, MONTH_HELP, NO_SUCH_DAY, OTHER_WEEKDAY
from forankring.ui.fields import HoursField, KroneField, LinesField
from forankring.ui.numbers import NO_NUMBER, POINT_OR_COMMA

CONTROL_CHARACTERS = _("Slet tegnene � i teksten. De er usynlige og ofte kommet med, da den blev kopieret.")

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

MESSAGES: Final[dict[type[forms.Field], dict[str, Any]]] = {
    forms.Field: {"required": _("Udfyld dette: %(label)s.")},
    forms.CharField: {
        "required": _("Skriv et svar: %(label)s."),
        "max_length": _("Skriv det kortere. Der er plads til %(limit_value)d tegn, og der står %(show_value)d."),
        "null_characters_not_allowed": CONTROL_CHARACTERS,
        "min_length": _("Skriv mindst %(limit_value)d tegn. Der står %(show_value)d."),
    },
    forms.EmailField: {
        "required": _("Skriv en e-mailadresse."),
        "invalid": _("Skriv en e-mailadresse, for eksempel navn@kommune.dk."),
    },
    forms.URLField: {"invalid": _("Skriv hele adressen, for eksempel https://www.eksempel.dk.")},
    forms.SlugField: {"invalid": _("Brug kun små bogstaver, tal og bindestreg.")},
    forms.IntegerField: {
        "required": _("Skriv et tal: %(label)s."),
        "invalid": _("Skriv et helt tal med cifre, for eksempel 12."),
        "max_value": _("Skriv et tal, der højst er %(limit_value)s."),
        "min_value": _("Skriv et tal, der mindst er %(limit_value)s."),
    },
    forms.DecimalField: {
        "invalid": _("Skriv et tal med cifre, for eksempel 1,5."),
        "max_digits": _("Skriv et tal med højst %(max)s cifre."),
        "max_decimal_places": _("Skriv højst %(max)s cifre efter kommaet."),
        "max_whole_digits": _("Skriv højst %(max)s cifre før kommaet."),
    },
    forms.DateField: {"required": DATE_HELP, "invalid": DATE_HELP},
    forms.BooleanField: {"required": _("Sæt kryds: %(label)s.")},
    forms.ChoiceField: {
        "required": _("Vælg et svar: %(label)s."),
        "invalid_choice": _("Vælg et af svarene på listen: %(label)s."),
    },
    forms.MultipleChoiceField: {
        "required": _("Vælg mindst ét svar: %(label)s."),
        "invalid_list": _("Vælg et eller flere af svarene på listen."),
    },
    forms.ModelChoiceField: {"invalid_choice": _("Vælg et af svarene på listen. Det, du valgte, findes ikke længere.")},
    forms.ModelMultipleChoiceField: {
        "invalid_choice": _("Vælg svar på listen. Et af dem, du valgte, findes ikke længere."),
        "invalid_pk_value": _("Vælg et eller flere af svarene på listen."),
        "invalid_list": _("Vælg et eller flere af svarene på listen."),
    },
}


def refuse_control_characters(value: Any) -> None:
    """Refuse characters that no keyboard writes (C0 and C1 but line break and tab) in a text or a list of texts."""
    text = "".join(value) if isinstance(value, list) else value
    if isinstance(text, str) and _CONTROL.search(text):
        raise ValidationError(CONTROL_CHARACTERS, code="control_characters")


def show_control_characters(html: str) -> str:
    """The same with a visible sign for each, so that they can be found and deleted (and HTML has no place for them)."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", html)


def speak_danish(field: forms.Field, label: Any) -> None:
    """Replace the field's default messages by ours. A message that the form or the model chose itself stays."""
    ours: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        ours |= MESSAGES.get(kind, {})
    for code, message in ours.items():
        if field.error_messages.get(code) in _defaults(type(field), code):
            field.error_messages[code] = _with_label(message, label, code == "required")


def _defaults(kind: type[forms.Field], code: str) -> list[Any]:
    """Django's own messages for the code, and None where the message comes from a validator."""
    djangos = (each for each in kind.__mro__ if each.__module__.startswith("django."))
    own = (vars(each).get("default_error_messages", {}).get(code) for each in djangos)
    return [None, *own]


def _with_label(message: Any, label: Any, is_whole: bool) -> Any:
    """The message with the label in it, read when it is shown. Django fills in the rest unless it `is_whole`."""
    return _filled(message, label, is_whole) if "%(label)s" in str(message) else message


def _fill(message: Any, label: Any, is_whole: bool) -> str:
    words = str(label) if is_whole else str(label).replace("%", "%%")
    return str(message).replace("%(label)s", words).replace("?.", "?")


_filled = lazy(_fill, str)


def messages_of(field: BoundField) -> Iterator[str]:
    """What the field says, in the same words there and in the summary.

    A message that fits any field begins with the label, so that two of them can be told apart in the summary.
    """
    for error in field.errors.as_data():
        for message in error.messages:
            yield _named(str(field.label), message) if str(error.message) in _fit_any_field() else message


@cache
def _fit_any_field() -> frozenset[str]:
    """The messages that do not tell what was asked. An e-mail address does."""
    ours: Iterable[Any] = (
        message for kind, messages in MESSAGES.items() if kind is not forms.EmailField for message in messages.values()
    )
    own = (message for kind in (LinesField, KroneField, HoursField) for message in kind.default_error_messages.values())
    read = (NO_SUCH_DAY, OTHER_WEEKDAY, MONTH_HELP, NO_NUMBER, POINT_OR_COMMA)
    every = {str(message) for message in (*ours, *own, *read)}
    return frozenset(message for message in every if "%(label)s" not in message)


def _named(label: str, message: str) -> str:
    """ "Frist: skriv datoen …", or after a question "Hvornår er fristen? Skriv datoen …"."""
    if label.endswith(("?", ".", "!")):
        return f"{label} {message}"
    return f"{label}: {message[:1].lower()}{message[1:]}"
