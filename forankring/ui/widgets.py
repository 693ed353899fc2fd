"""Controls that read what Danes type. All are plain text inputs, so that they look and work alike everywhere."""

import datetime
from decimal import Decimal
from typing import Any

from django import forms

from forankring.ui.dates import parse_date, write_date
from forankring.ui.numbers import plain_number, write_number


class TextareaInput(forms.Textarea):
    """A text over several lines. A line break counts as one character, as it does in the browser's own count."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__({"rows": 4, **(attrs or {})})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value


class DateInput(forms.TextInput):
    """A date, shown as "1. maj 2027". The field reads what is typed; what it cannot read is shown as it was typed."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__({"class": "input-date", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        date = value if isinstance(value, datetime.date) else parse_date(str(value or ""))
        return write_date(date) if date else super().format_value(value)


class TypedNumber(str):
    """A number as a machine writes it, which remembers how it was typed."""

    typed: str

    @classmethod
    def read(cls, typed: str) -> "TypedNumber":
        number = cls(plain_number(typed))
        number.typed = typed
        return number


class NumberInput(forms.TextInput):
    """A number, typed with or without thousand separators and with a comma for the decimals."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return TypedNumber.read(value) if isinstance(value, str) else value

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, TypedNumber):
            return value.typed or None
        if isinstance(value, Decimal | float):
            return write_number(value)
        # Without the thousand separators that a localised number would get: 2.027 is no year.
        return str(value) if isinstance(value, int) else super().format_value(value)
