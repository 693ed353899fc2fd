"""Writing answers and rows. Every change tells the event log who did what."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.forms import ModelForm

from projects.models import Event, Project
from projects.phases.undo import highest_removed


# Inside another transaction, as when a desk holds it, these two need no savepoint of their own.
@transaction.atomic(savepoint=False)
def save_answers(
    *, by: Any, project: Project, form: ModelForm, what: str, about: str = "", is_fresh: bool = False
) -> None:
    """Save a valid form of one step. A save that changes nothing leaves no trace in the log.

    `about` is the step as its desk knows it (projects/phases/keeping), so that a conflict can say who was there.
    `is_fresh`: the row was read in this transaction, with the project locked, as a desk does.
    """
    if form.has_changed():
        _save(form, is_fresh=is_fresh)
        Event.objects.record(by=by, project=project, text=what, about=about)


@transaction.atomic(savepoint=False)
def save_row(*, by: Any, project: Project, form: ModelForm, what: str, is_fresh: bool = False) -> Any:
    """Save a valid form of one row; a new one gets the next number and the last place in the project.

    `what` is the log's words before the row's number, which may be new. The log never holds what was typed.
    `is_fresh`: as for `save_answers`.
    """
    row = form.instance
    if row.pk is None:
        row.project = project
        place_last(row)
    _save(form, is_fresh=is_fresh)
    if form.has_changed():
        text = f"{what} {getattr(row, 'code', '')}".strip()
        Event.objects.record(by=by, project=project, text=text, about=about_row(row))
    return row


def about_row(row: Any) -> str:
    """What the desk of a row's page, and an event about the row, is about: "task:12", "task:ny"."""
    return f"{row._meta.model_name}:{row.pk or 'ny'}"


def place_last(row: Any) -> None:
    """Give a new row of a project the next number and the last place. Call it in the transaction that saves the row."""
    # One at a time, so that two new rows cannot get the same number.
    Project.objects.select_for_update().get(pk=row.project.pk)
    for name in ("position", "number"):
        if hasattr(row, name):
            highest = type(row).objects.filter(project=row.project).aggregate(highest=Max(name))["highest"] or 0
            if name == "number":
                highest = max(highest, highest_removed(row))
            setattr(row, name, highest + 1)


@transaction.atomic
def move_row(*, row: Any, up: bool) -> None:
    """Let the row change places with its neighbour. At the end of the list nothing happens."""
    rows = _siblings(row)
    _put(rows, row, rows.index(row) + (-1 if up else 1))


@transaction.atomic
def put_row(*, row: Any, place: int) -> None:
    """Put the row at this place of its list, from 1; at an end when the list is shorter."""
    _put(_siblings(row), row, place - 1)


@transaction.atomic
def put_after(*, row: Any, other: Any) -> None:
    """Put the row right after the other one, where the list has an order."""
    if hasattr(row, "position"):
        rows = _siblings(row)
        _put(rows, row, [each for each in rows if each != row].index(other) + 1)


def _siblings(row: Any) -> list[Any]:
    return list(type(row).objects.filter(project_id=row.project_id).in_order().select_for_update())


def _put(rows: list[Any], row: Any, index: int) -> None:
    others = [each for each in rows if each != row]
    others.insert(min(max(index, 0), len(others)), row)
    if others != rows:
        for position, each in enumerate(others, start=1):
            each.position = position
        type(row).objects.bulk_update(others, ["position"])


def _save(form: ModelForm, *, is_fresh: bool) -> None:
    """Save what was changed on this form and nothing else: two pages may show the same row."""
    instance = form.instance
    if not instance._state.adding and not is_fresh:
        stored = type(instance)._default_manager.select_for_update().filter(pk=instance.pk).first()
        for column in instance._meta.concrete_fields if stored else ():
            if column.name not in form.changed_data:
                setattr(instance, column.attname, getattr(stored, column.attname))
    form.save()
