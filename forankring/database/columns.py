"""The columns for text. A form, a pasted line, the administration and a command all write the normal form.

The database sees Django's own columns, so a migration names those.
"""

from typing import Any

from django import forms
from django.db import models

from forankring.database.lookups import Holds, Same
from forankring.ui.text import normal


class NormalText(forms.CharField):
    """What the columns below ask with: counted and judged in the form that is stored, never cut by the browser."""

    def to_python(self, value: Any) -> Any:
        return normal(super().to_python(value))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class _Normal(models.Field):
    def to_python(self, value: Any) -> Any:
        return normal(super().to_python(value))

    def get_prep_value(self, value: Any) -> Any:
        return normal(super().get_prep_value(value))

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": NormalText, **kwargs})

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, f"django.db.models.{type(self).__name__}", args, kwargs


class CharField(_Normal, models.CharField):
    """One line of text in normal form."""


class TextField(_Normal, models.TextField):
    """Text over several lines in normal form."""


for _column in (CharField, TextField):
    _column.register_lookup(Same)
    _column.register_lookup(Holds)


def normalise_rows(apps: Any, app_label: str) -> None:
    """For a migration: bring what is stored into normal form."""
    for model in apps.get_app_config(app_label).get_models():
        names = [
            column.attname
            for column in model._meta.concrete_fields
            if isinstance(column, models.CharField | models.TextField)
            and not (column.primary_key or column.choices or column.is_relation)
        ]
        for pk, *values in model._default_manager.values_list("pk", *names).iterator():
            stored = dict(zip(names, values, strict=True))
            changed = {name: normal(value) for name, value in stored.items() if normal(value) != value}
            if changed:
                model._default_manager.filter(pk=pk).update(**changed)


def number_equal_names(model: Any, within: tuple[str, ...], name: str, key: Any) -> None:
    """For a migration before a rule about equal names: the later of two gets a number, "Tovholder (2)"."""
    longest, seen = model._meta.get_field(name).max_length, set[Any]()
    for row in model._default_manager.order_by("pk"):
        original, count = getattr(row, name), 1
        own = tuple(getattr(row, each) for each in within)
        while (*own, key(getattr(row, name))) in seen:
            count += 1
            ending = f" ({count})"
            setattr(row, name, original[: longest - len(ending)] + ending)
        seen.add((*own, key(getattr(row, name))))
        if count > 1:
            row.save(update_fields=[name])
