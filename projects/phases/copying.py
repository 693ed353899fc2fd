"""A copy of a row, placed after it: what can be said again is copied, what was agreed or judged is not.

Copied: the row's own answers and its many-to-many choices, and its `parts` (rows that belong to it alone). Not copied:
its number and place, agreements, gaps, scores and choices, and what the kind names as `not_copied`.
"""

import re
from collections.abc import Collection
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from forankring.database.lookups import TextKey
from forankring.ui.text import comparison_key
from projects.models import Event, Project
from projects.phases.services import place_last, put_after


@transaction.atomic
def duplicate_row(
    *, by: Any, project: Project, row: Any, what: str, not_copied: Collection[str] = (), parts: Collection[str] = ()
) -> Any:
    """Write a copy of the row after the row itself."""
    copy = _copy_of(row, not_copied)
    copy.project = project
    if name := name_field(type(row)):
        setattr(copy, name.name, free_name(row, name))
    place_last(copy)
    copy.save()
    for many in type(row)._meta.many_to_many:
        if many.name not in not_copied:
            getattr(copy, many.name).set(getattr(row, many.name).all())
    for part in parts:
        _copy_parts(row, copy, part)
    put_after(row=copy, other=row)
    Event.objects.record(by=by, project=project, text=f"{what} {getattr(copy, 'code', '')}".strip())
    return copy


def name_field(model: type[models.Model]) -> models.CharField | None:
    """The column that a row is called by: the first text of its own that may not be empty."""
    texts = (each for each in model._meta.concrete_fields if isinstance(each, models.CharField))
    return next((each for each in texts if each.editable and not each.blank and not each.choices), None)


def names_in(rule: models.UniqueConstraint) -> set[str]:
    """The columns that the rule is about, by themselves or by a key of theirs."""
    named: list[Any] = list(rule.expressions)
    keyed = [part for each in named if isinstance(each, TextKey) for part in each.get_source_expressions()]
    return {*rule.fields, *(part.name for part in [*named, *keyed] if not isinstance(part, TextKey))}


def free_name(row: Any, name: models.CharField) -> str:
    """ "Rekruttere frivillige (kopi)", with a number when there is one already; never longer than the column."""
    taken = set(type(row)._default_manager.values_list(name.name, flat=True).filter(**_same_list(row)))
    return first_free(str(getattr(row, name.name)), taken, longest=name.max_length or 160)


def first_free(original: str, taken: Collection[str], *, longest: int) -> str:
    original = re.sub(r" \(kopi(?: \d+)?\)$", "", original)
    known = set(map(comparison_key, taken))
    for count in range(1, len(taken) + 2):
        ending = _(" (kopi)") if count == 1 else _(" (kopi %d)") % count
        proposal = original[: longest - len(ending)].rstrip() + ending
        if comparison_key(proposal) not in known:
            return proposal
    raise AssertionError("There are more names than rows.")


def _same_list(row: Any) -> dict[str, Any]:
    columns = {field.name for field in row._meta.concrete_fields}
    return {"project_id": row.project_id} if "project" in columns else {"project_actor_id": row.project_actor_id}


def _copy_of(row: Any, not_copied: Collection[str]) -> Any:
    """A new row with the same answers. Columns that nobody answers (number, place, version) begin anew."""
    columns = (each for each in row._meta.concrete_fields if each.editable and not each.primary_key)
    return type(row)(**{each.attname: getattr(row, each.attname) for each in columns if each.name not in not_copied})


def _copy_parts(row: Any, copy: Any, name: str) -> None:
    relation = type(row)._meta.get_field(name)
    for part in getattr(row, name).order_by("pk"):
        again = _copy_of(part, ())
        setattr(again, relation.field.name, copy)
        again.save()
