"""Removing a row so that it can be brought back whole, with what hung on it (docs/adr/0023)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.admin.utils import NestedObjects
from django.core import serializers
from django.core.exceptions import FieldDoesNotExist
from django.core.serializers.base import DeserializationError
from django.db import IntegrityError, models, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from projects.models import Event, Project, RemovedRow


class CannotBringBackError(Exception):
    """The row cannot come back as things are now. The message says why, and what to do."""


@dataclass(frozen=True)
class BroughtBack:
    """The row, and how many of the things that hung on it could not come with it."""

    row: Any
    left_behind: int = 0


@transaction.atomic
def remove_row(*, by: Any, project: Project, row: Any, what: str) -> RemovedRow:
    """Remove the row and what hangs on it, and keep them aside for DAYS_TO_UNDO days. Older ones are forgotten."""
    RemovedRow.objects.out_of_time().delete()
    kind = row._meta.label_lower
    # An earlier removal of the same row, undone outside this door, says nothing any more.
    RemovedRow.objects.filter(project=project, kind=kind, row=row.pk).delete()
    names = {"number": getattr(row, "number", None), "name": str(row)[:320]}
    kept = RemovedRow.objects.create(project=project, kind=kind, row=row.pk, content=_take(row), **names)
    about = f"{row._meta.model_name}:{row.pk}"
    row.delete()
    Event.objects.record(by=by, project=project, text=what, about=about)
    return kept


@transaction.atomic
def bring_back(*, by: Any, removed: RemovedRow, what: str) -> BroughtBack:
    """Write the row again, with its number, its place and everything that hung on it and still has its other end.

    What hung on another removed row too is left with that one, and comes when that one is brought back.

    Raises:
        CannotBringBackError: the tables have changed too much, or something else has taken its place.
    """
    project = Project.objects.select_for_update().get(pk=removed.project_id)
    first, *rest = _read(removed.content["rows"])
    row = first.object
    if any(_is_gone(field, row) and not field.null for field in _ends(row)):
        raise CannotBringBackError(_("”%s” hang på noget, der også er fjernet. Hent først det tilbage.") % removed)
    _make_room(row)
    if not _write(first):
        raise CannotBringBackError(_("”%s” er her igen, eller en anden har taget dens plads.") % removed)
    left = [each for each in rest if not _write(each)]
    waiting = _hand_over(left, removed)
    _link_again(removed.content["links"])
    removed.delete()
    Event.objects.record(by=by, project=project, text=f"{what} {getattr(row, 'code', '')}".strip())
    return BroughtBack(type(row)._default_manager.get(pk=row.pk), left_behind=len(left) - waiting)


def highest_removed(row: Any) -> int:
    """The highest number among the removed rows of the same kind: a number is given once (docs/adr/0008)."""
    removed = RemovedRow.objects.filter(project_id=row.project.pk, kind=row._meta.label_lower)
    return removed.aggregate(highest=Max("number"))["highest"] or 0


def _take(row: models.Model) -> dict[str, Any]:
    """Everything that deleting the row would take or change, as plain JSON."""
    collector = NestedObjects(using=row._state.db or "default")
    collector.collect([row])
    taken = [one for kind in collector.model_objs.values() for one in kind if one != row]
    written = serializers.serialize("python", [row, *_ends_first(taken)])
    return {"rows": [{**one, "fields": _columns(one)} for one in written], "links": list(_links(collector))}


def _ends_first(rows: list[Any]) -> list[Any]:
    """What others point at before those that do: rows that join two others come last."""
    among = {type(row) for row in rows}

    def depth(model: Any, seen: frozenset[Any] = frozenset()) -> int:
        above = {field.related_model for field in model._meta.concrete_fields if field.is_relation} & among
        return 1 + max((depth(each, seen | {model}) for each in above - seen - {model}), default=0)

    return sorted(rows, key=lambda row: (depth(type(row)), row._meta.label_lower, row.pk))


def _columns(one: dict[str, Any]) -> dict[str, Any]:
    """Without the many-to-many answers: their own rows are kept beside, with their keys."""
    many = {field.name for field in apps.get_model(one["model"])._meta.many_to_many}
    return {name: _exactly(value) for name, value in one["fields"].items() if name not in many}


def _exactly(value: Any) -> Any:
    """JSON as Django writes it rounds a moment to thousandths of a second."""
    return value.isoformat() if isinstance(value, datetime) else value


def _links(collector: NestedObjects) -> Iterator[dict[str, Any]]:
    """The columns of other rows that are emptied when the row goes, and what stood there."""
    updates: Any = collector.field_updates
    for (field, value), groups in updates.items():
        if value is None:
            for one in (each for group in groups for each in group):
                yield {
                    "model": one._meta.label_lower,
                    "pk": one.pk,
                    "field": field.name,
                    "value": getattr(one, field.attname),
                }


def _read(rows: Iterable[dict[str, Any]]) -> list[Any]:
    """The rows as they would be written today. Columns that the tables no longer have are passed over."""
    try:
        return list(serializers.deserialize("python", rows, ignorenonexistent=True))
    except (DeserializationError, LookupError) as error:
        raise CannotBringBackError(_("Det kan ikke hentes tilbage, fordi Forankring er ændret siden.")) from error


def _write(one: Any) -> bool:
    """Whether the row could be written: what it must point at is there, and no rule of the tables is in its way."""
    row = one.object
    for field in (field for field in _ends(row) if _is_gone(field, row)):
        if not field.null:
            return False
        setattr(row, field.attname, None)
    try:
        with transaction.atomic():
            row.save_base(raw=True, force_insert=True)
    except IntegrityError:
        return False
    return True


def _ends(row: Any) -> list[Any]:
    return [field for field in row._meta.concrete_fields if field.is_relation]


def _is_gone(field: Any, row: Any) -> bool:
    value = getattr(row, field.attname)
    target = field.related_model._default_manager.filter(**{field.target_field.name: value})
    return value is not None and not target.exists()


def _make_room(row: Any) -> None:
    """Let those after the row's old place move one on if another stands there. Nobody's number is taken from them."""
    siblings = type(row)._default_manager
    if hasattr(row, "position") and siblings.filter(project_id=row.project_id, position=row.position).exists():
        after = siblings.filter(project_id=row.project_id, position__gte=row.position)
        after.update(position=models.F("position") + 1)
    if hasattr(row, "number") and siblings.filter(project_id=row.project_id, number=row.number).exists():
        highest = siblings.filter(project_id=row.project_id).aggregate(highest=Max("number"))["highest"]
        row.number = max(highest, highest_removed(row)) + 1


def _hand_over(left: list[Any], removed: RemovedRow) -> int:
    """Give what could not be written to the removed row that holds its other end. How many found one."""
    waiting = RemovedRow.objects.in_time().filter(project_id=removed.project_id).exclude(pk=removed.pk) if left else ()
    others = {(one["model"], one["pk"]): other for other in waiting for one in other.content["rows"]}
    content = {(one["model"], one["pk"]): one for one in removed.content["rows"]}
    found = 0
    for one in left:
        row = one.object
        ends = (
            (field.related_model._meta.label_lower, getattr(row, field.attname))
            for field in _ends(row)
            if _is_gone(field, row)
        )
        if other := next((others[end] for end in ends if end in others), None):
            other.content["rows"].append(content[row._meta.label_lower, row.pk])
            other.save(update_fields=["content"])
            found += 1
    return found


def _link_again(links: Iterable[dict[str, Any]]) -> None:
    """Point at the row again from where the column is still empty."""
    for link in links:
        try:
            model = apps.get_model(link["model"])
            column = model._meta.get_field(link["field"])
        except (LookupError, FieldDoesNotExist):
            continue
        still_empty = model._default_manager.filter(pk=link["pk"], **{f"{column.name}__isnull": True})
        still_empty.update(**{column.name: link["value"]})
