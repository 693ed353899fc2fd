"""Form fields of the method: lists, codes, kroner and hours."""

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from forankring.ui.dates import DATE_HELP, EARLIEST, LATEST, MONTH_HELP, read_date, read_month, write_month
from forankring.ui.misread import Misread
from forankring.ui.numbers import NO_NUMBER, Period, Quantity, read_hours, read_kroner, write_number
from forankring.ui.widgets import DateInput, TextareaInput

LONGEST_ID = 18  # digits; a 64-bit number has room for all of them
_BULLET = re.compile(r"^\s*(?:[•·▪◦‣*–—-]|\d{1,2}[.)])\s+")


class LinesField(forms.Field):
    """One short text per line ↔ a list of texts. Bullets and empty lines are left out.

    `max_items` lines of `max_length` characters each.
    """

    widget = TextareaInput
    default_error_messages = {
        "required": _("Skriv mindst én linje."),
        "too_many": _("Skriv højst %(max)d linjer. Der står %(count)d. Saml dem, der ligner hinanden."),
        "too_long": _("Skriv linje %(line)d kortere. Der er plads til %(max)d tegn, og der står %(length)d."),
    }

    def __init__(self, *, max_items: int = 20, max_length: int = 200, **kwargs: Any) -> None:
        self.max_items, self.max_length = max_items, max_length
        kwargs.setdefault("help_text", _("Skriv én på hver linje."))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        lines = value if isinstance(value, list) else str(value or "").split("\n")
        return [text for line in lines if (text := _BULLET.sub("", line).strip().lstrip("•").strip())]

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if len(value) > self.max_items:
            raise self._error("too_many", max=self.max_items, count=len(value))
        for number, line in enumerate(value, start=1):
            if len(line) > self.max_length:
                raise self._error("too_long", line=number, max=self.max_length, length=len(line))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((initial or []) != self.to_python(data))

    def _error(self, code: str, **params: int) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=params)


class ChoicesField(forms.MultipleChoiceField):
    """Checkboxes ↔ a list of codes, in the order of the choices. `hints` explains a code below its label."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, hints: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.hints = hints or {}

    def clean(self, value: Any) -> list[str]:
        chosen = set(super().clean(value))
        return [str(code) for code, _label in self._flat_choices() if str(code) in chosen]

    def _flat_choices(self) -> list[tuple[Any, Any]]:
        pairs: list[tuple[Any, Any]] = []
        choices: Any = self.choices
        for code, label in choices:
            pairs.extend(label if isinstance(label, list | tuple) else [(code, label)])
        return pairs


class RadioField(forms.ChoiceField):
    """Radio buttons with nothing chosen beforehand. `hints` explains a code below its label."""

    widget = forms.RadioSelect

    def __init__(self, *, hints: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.hints = hints or {}


def _refusal(misread: Misread, words: Any = None) -> ValidationError:
    """The same as an answer at the field. `words` say it better where nothing at all could be read."""
    said = words if words is not None and misread.words in (NO_NUMBER, DATE_HELP) else misread.words
    return ValidationError(said, code="invalid", params=misread.params)


class QuantityField(forms.Field):
    """A number with what it counts. `period` is what the question asks for: "28.000 kr. om året" fits a yearly one.

    Another period is refused, never counted as if it were the right one.
    """

    period: Period | None = None

    def read(self, value: Any, reader: Callable[[str], Quantity]) -> Decimal:
        try:
            quantity = reader(str(value))
        except Misread as misread:
            raise _refusal(misread, self.error_messages["invalid"]) from None
        if quantity.period not in (None, self.period):
            raise ValidationError(self.error_messages["other_period"], code="other_period")
        return quantity.number

    def prepare_value(self, value: Any) -> Any:
        return write_number(value) if isinstance(value, int | float | Decimal) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(initial != self.to_python(data))
        except ValidationError:
            return True


class KroneField(QuantityField, forms.IntegerField):
    """An amount in whole kroner: "120.000", "28.000,- kr." or "120000,00". `period` as in QuantityField."""

    suffix = _("kr.")
    default_error_messages = {
        "invalid": _("Skriv beløbet i hele kroner, for eksempel 120.000."),
        "not_whole": _("Skriv beløbet i hele kroner, uden ører."),
        "other_period": _("Skriv kun beløbet. Se i spørgsmålet, om det er om året, i alt eller noget andet."),
        "min_value": _("Skriv et beløb på mindst %(limit_value)s kr."),
        "max_value": _("Skriv et beløb på højst %(limit_value)s kr."),
    }

    def __init__(
        self,
        *,
        min_value: int | None = 0,
        max_value: int = 999_999_999,
        period: Period | None = None,
        **kwargs: Any,
    ) -> None:
        self.period = period
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric"}))
        super().__init__(min_value=min_value, max_value=max_value, **kwargs)

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        amount = value if isinstance(value, int | Decimal) else self.read(value, read_kroner)
        if amount != int(amount):
            raise ValidationError(self.error_messages["not_whole"], code="not_whole")
        return int(amount)


class HoursField(QuantityField, forms.DecimalField):
    """A number of hours: "1,5", "1.5", "1½" or "1,5 timer". `period` as in QuantityField."""

    suffix = _("timer")
    default_error_messages = {
        "invalid": _("Skriv timerne med cifre, for eksempel 1,5."),
        "other_period": _("Skriv kun timetallet. Se i spørgsmålet, om det er om ugen, om året eller noget andet."),
        "min_value": _("Skriv et timetal på mindst %(limit_value)s."),
        "max_value": _("Skriv et timetal på højst %(limit_value)s."),
    }

    def __init__(
        self, *, max_digits: int = 7, decimal_places: int = 2, period: Period | None = None, **kwargs: Any
    ) -> None:
        self.period = period
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        kwargs.setdefault("min_value", 0)
        super().__init__(max_digits=max_digits, decimal_places=decimal_places, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs call DecimalField an IntegerField
        if value in self.empty_values:
            return None
        return super().to_python(self.read(value, read_hours) if isinstance(value, str) else value)


class DateField(forms.DateField):
    """A day, typed in any of the ways that `read_date` knows."""

    widget = DateInput

    @classmethod
    def like(cls, field: forms.DateField) -> "DateField":
        """One that asks the same as Django's."""
        widget = field.widget if type(field.widget) is not forms.DateInput else DateInput(field.widget.attrs)
        made = cls(
            required=field.required,
            label=field.label,
            initial=field.initial,
            help_text=field.help_text,
            disabled=field.disabled,
            widget=widget,
        )
        made.validators, made.error_messages = list(field.validators), dict(field.error_messages)
        return made

    def to_python(self, value: Any) -> datetime.date | None:
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        try:
            return read_date(value)
        except Misread as misread:
            raise _refusal(misread, self.error_messages["invalid"]) from None


class RowsField(forms.ModelMultipleChoiceField):
    """Checkboxes ↔ rows. A number that no row can have is refused before the database is asked about it."""

    widget = forms.CheckboxSelectMultiple

    def _check_values(self, value: Any) -> Any:
        for pk in value:
            if not str(pk).isdecimal() or len(str(pk)) > LONGEST_ID:
                raise ValidationError(self.error_messages["invalid_pk_value"], code="invalid_pk_value")
        return super()._check_values(value)  # type: ignore[misc]


class MonthField(forms.Field):
    """A month ↔ its first day: "maj 2027", "05-2027" or any day in it."""

    widget = forms.TextInput
    default_error_messages = {
        "required": _("Skriv måneden, for eksempel maj 2027."),
        "invalid": MONTH_HELP,
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("For eksempel maj 2027."))
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "input-date"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> datetime.date | None:
        if value in self.empty_values:
            return None
        try:
            month = value.replace(day=1) if isinstance(value, datetime.date) else read_month(str(value))
        except Misread as misread:
            raise _refusal(misread, self.error_messages["invalid"]) from None
        if not EARLIEST <= month <= LATEST:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return month

    def prepare_value(self, value: Any) -> Any:
        return write_month(value) if isinstance(value, datetime.date) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(initial != self.to_python(data))
        except ValidationError:
            return True
