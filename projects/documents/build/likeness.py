"""A record with what a row holds under the same names."""

from typing import Any, TypeVar

from django.db.models import Model

from projects.documents.redaction import Record

R = TypeVar("R", bound=Record)


def like(kind: type[R], row: Model, **others: Any) -> R:
    """The record with what the row holds under the same names. An unanswered choice is "" there and None here."""
    values = {}
    for name, field in kind.model_fields.items():
        if name not in others:
            value = getattr(row, name)
            values[name] = None if value == "" and field.annotation is not str else value
    return kind(**values, **others)
