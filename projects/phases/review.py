"""Answers as the review page shows them: in words, in the order they were asked."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.forms import BooleanField, Field, ModelForm
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from forankring.ui.numbers import write_number
from projects.models import Project
from projects.phases.steps import Line, Step


def lines_of(step: Step, project: Project) -> Iterable[Line]:
    """The lines of a step: its own, or a line per question of its form."""
    if step.lines:
        return step.lines(project)
    assert step.form
    model = step.form._meta.model
    return lines_of_form(step.form(instance=model.objects.filter(pk=project.pk).first() or model(project=project)))


def lines_of_form(form: ModelForm) -> list[Line]:
    return [
        Line(field.label or name, in_words(form.initial.get(name), field), field=name)
        for name, field in form.fields.items()
    ]


def in_words(value: Any, field: Field) -> str:
    """An answer as a person would say it; "" when there is none."""
    choices = {str(key): str(text) for key, text in _flat(getattr(field, "choices", ()))}
    if value is None or value == "" or value == []:
        return ""
    if isinstance(field, BooleanField) or isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if isinstance(value, list):
        return "\n".join(choices.get(str(item), str(item)) for item in value)
    if str(value) in choices:
        return choices[str(value)]
    if isinstance(value, date):
        return date_format(value)
    if isinstance(value, int | Decimal):
        return write_number(value)
    return str(value)


def _flat(choices: Any) -> Iterable[tuple[Any, Any]]:
    return ((choice[0], choice[1]) for choice in choices)
