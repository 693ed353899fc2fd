"""What a page showed, field by field, so that a later save can tell who changed what (docs/adr/0035).

A page carries a short keyed digest of every stored answer it showed. No column is needed for it, and whoever reads the
page learns nothing from it that the page does not say.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.forms.utils import ErrorDict
from django.forms.widgets import CheckboxInput, ChoiceWidget
from django.utils import timezone
from django.utils.crypto import salted_hmac

LENGTH: Final = 12  # letters of a digest: 48 bits, and nobody can try them out without the key


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page showed and when. `digests` is None when the page's word for it cannot be trusted."""

    digests: Mapping[str, str] | None
    at: datetime

    def knew(self, name: str) -> bool:
        return self.digests is None or name in self.digests

    def of(self, name: str) -> str:
        return (self.digests or {}).get(name, "")


def write_version(digests: Mapping[str, str], *, salt: str, at: datetime | None = None) -> str:
    """The digests and the moment as one signed text for a hidden field."""
    moment = at or timezone.now()
    return signing.dumps({"at": moment.timestamp(), "shown": dict(digests)}, salt=salt, compress=True)


def read_version(text: str, *, salt: str) -> Seen:
    """What `write_version` wrote with the same salt; anything else is a page we cannot trust."""
    try:
        told = signing.loads(text, salt=salt)
        return Seen(told["shown"], datetime.fromtimestamp(told["at"], UTC))
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return Seen(None, timezone.now())


def stored(form: BaseForm, name: str) -> Any:
    """What is stored for the field, as the form found it."""
    return form.get_initial_for_field(form.fields[name], name)


def typed(form: BaseForm, name: str) -> Any:
    """What was sent for the field of a bound form, as its control reads it."""
    return form.fields[name].widget.value_from_datadict(form.data, form.files, form.add_prefix(name))


def as_sent(form: BaseForm, name: str) -> list[str]:
    """What the browser would send for the field if nobody touched it."""
    field = form.fields[name]
    value = stored(form, name)
    if isinstance(field.widget, CheckboxInput):
        return ["on"] if value else []
    text = field.widget.format_value(field.prepare_value(value))
    return [str(each) for each in (text if isinstance(text, list | tuple) else [text]) if each is not None]


def digests_of(given: Iterable[BaseForm]) -> dict[str, str]:
    """The digest of every stored answer of the forms, by the name the browser knows it by."""
    return {form.add_prefix(name): digest(form, name, stored(form, name)) for form, name in _fields(given)}


def digests_sent(given: Iterable[BaseForm], *, only: Container[str]) -> dict[str, str]:
    """The digest of every answer sent with bound forms that is among `only`, by the same names."""
    sent = ((form, name) for form, name in _fields(given) if form.add_prefix(name) in only)
    return {form.add_prefix(name): digest(form, name, typed(form, name)) for form, name in sent}


def answered(given: Iterable[BaseForm], seen: Seen) -> set[str]:
    """The names of what was sent with bound forms and is not what the page showed."""
    return {
        form.add_prefix(name)
        for form, name in _fields(given)
        if digest(form, name, typed(form, name)) != seen.of(form.add_prefix(name))
    }


def digest(form: BaseForm, name: str, value: Any) -> str:
    """The same for two values that mean the same to the field."""
    field = form.add_prefix(name)
    return salted_hmac(f"forankring.version.{field}", _plain(form.fields[name], value)).hexdigest()[:LENGTH]


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """One answer that somebody else changed after the page was shown.

    `mine` tells whether this person changed it too; `now` is the digest of what is stored.
    """

    form: BaseForm
    name: str
    mine: bool
    now: str

    @property
    def html_name(self) -> str:
        return self.form.add_prefix(self.name)


def changed_meanwhile(given: Iterable[BaseForm], seen: Seen) -> Iterator[Meanwhile]:
    """The answers of bound forms whose stored value is neither what the page showed nor what was sent."""
    for form, name in _fields(given):
        field = form.add_prefix(name)
        now, mine = digest(form, name, stored(form, name)), digest(form, name, typed(form, name))
        if now not in {seen.of(field), mine}:
            # A question that the page did not have cannot have been answered on it.
            yield Meanwhile(form, name, mine=seen.knew(field) and mine != seen.of(field), now=now)


def differs(given: Iterable[BaseForm]) -> bool:
    """Whether bound forms say anything else than what is stored."""
    return any(
        digest(form, name, stored(form, name)) != digest(form, name, typed(form, name)) for form, name in _fields(given)
    )


def show_only(form: BaseForm) -> None:
    """Let a bound form show what was typed before it is sent: nothing is judged yet, and nothing can be saved."""
    form._errors = ErrorDict(renderer=form.renderer)  # type: ignore[attr-defined]
    form.cleaned_data = {}
    form.is_valid = lambda: False  # type: ignore[method-assign]


def _fields(given: Iterable[BaseForm]) -> Iterator[tuple[BaseForm, str]]:
    """Every field that shows something stored."""
    for form in given:
        for name in form.fields:
            if name not in getattr(form, "not_stored", ()):
                yield form, name


def _plain(field: forms.Field, value: Any) -> str:
    """A value as one text: what the browser sends and what the database holds become the same."""
    if isinstance(field.widget, ChoiceWidget):
        chosen = field.prepare_value(value)
        several = chosen if isinstance(chosen, list | tuple) else [chosen]
        return "\n".join(sorted({str(each) for each in several if each not in (None, "")}))
    try:
        value = field.to_python(value)
        if isinstance(value, Decimal):
            return str(value.normalize())
    except (ValidationError, ArithmeticError):
        pass
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "\n".join(str(each) for each in value)
    return "" if value is None or value is False else str(value).replace("\r\n", "\n").strip()
