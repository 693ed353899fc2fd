"""Writing the calendar: a date that is moved, brought back, or was held."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from actors.calendar import Entry
from actors.models import Programme
from projects.models import CalendarDate, Event, Project


@transaction.atomic
def set_date(
    *,
    by: Any,
    programme: Programme,
    project: Project | None,
    entry: Entry,
    day: date | None,
    held_on: date | None = None,
) -> None:
    """Move a date, and say when it was held. The proposed day, or none, is no move: then nothing is stored of it.

    `entry` is the date as it stands. A save that changes nothing leaves no trace in the log.
    """
    moved_to = None if day == entry.proposed else day
    if (moved_to, held_on) == (entry.moved_to, entry.held_on):
        return
    # One at a time, so that two people cannot both make the first row.
    Programme.objects.select_for_update().get(pk=programme.pk)
    rows = CalendarDate.objects.filter(programme=programme, project=project, kind=entry.kind)
    if moved_to is None and held_on is None:
        rows.delete()
    elif not rows.update(moved_to=moved_to, held_on=held_on):
        CalendarDate.objects.create(
            programme=programme, project=project, kind=entry.kind, moved_to=moved_to, held_on=held_on
        )
    text = _happened(entry, moved_to, held_on) % {"date": str(entry.kind.label)}
    Event.objects.record(by=by, project=project, programme=programme, text=text)


def _happened(entry: Entry, moved_to: date | None, held_on: date | None) -> str:
    if held_on != entry.held_on:
        return _("skrev, at ”%(date)s” er holdt") if held_on else _("skrev, at ”%(date)s” ikke er holdt")
    return _("flyttede ”%(date)s” i kalenderen") if moved_to else _("satte ”%(date)s” tilbage til den foreslåede dato")
