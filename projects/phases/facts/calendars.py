"""The calendar of a helhedsplan and of a project: what is stored on top of what is proposed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q

from actors.calendar import Calendar, calendar_of, calendar_within
from actors.models import Programme
from projects.models import CalendarDate, Project

Stored = dict[str, CalendarDate]


def calendar_of_programme(programme: Programme) -> Calendar:
    """The helhedsplan's calendar, in one query."""
    return _of_programme(programme, {row.kind: row for row in CalendarDate.objects.of_programme(programme)})


def calendar_of_project(project: Project) -> Calendar:
    """The project's calendar, in one query."""
    return calendars_of([project])[project.pk]


def calendars_of(projects: Iterable[Project]) -> dict[int, Calendar]:
    """The calendars of some projects, with their helhedsplan at hand, by their id, in one query.

    A project in the helhedsplan's own period has the helhedsplan's dates. One with a period of its own has its dates
    proposed from that. Either way it may move them. What is held together is the helhedsplan's.
    """
    found = list(projects)
    programmes = {project.programme_id: project.programme for project in found}
    theirs: dict[int, Stored] = {project.pk: {} for project in found}
    ours: defaultdict[int, Stored] = defaultdict(dict)
    for row in CalendarDate.objects.filter(Q(project__isnull=True) | Q(project__in=theirs), programme__in=programmes):
        (ours[row.programme_id] if row.project_id is None else theirs[row.project_id])[row.kind] = row
    shared = {pk: _of_programme(programme, ours[pk]) for pk, programme in programmes.items()}
    return {
        project.pk: calendar_within(
            shared[project.programme_id], *period_of(project, project.programme), _moved(theirs[project.pk])
        )
        for project in found
    }


def load_calendars(projects: Mapping[int, Project]) -> dict[int, list[Calendar]]:
    """The one calendar of each project, as the facts want it."""
    return {pk: [calendar] for pk, calendar in calendars_of(projects.values()).items()}


def has_own_period(project: Project, programme: Programme) -> bool:
    return period_of(project, programme) != (programme.start, programme.end)


def period_of(project: Project, programme: Programme) -> tuple[date | None, date | None]:
    """The project's first and last day; what it does not say itself is the helhedsplan's."""
    return project.start or programme.start, project.end or programme.end


def _of_programme(programme: Programme, rows: Stored) -> Calendar:
    return calendar_of(programme.start, programme.end, moved=_moved(rows), held=_held(rows))


def _moved(rows: Stored) -> dict[str, date]:
    return {kind: row.moved_to for kind, row in rows.items() if row.moved_to}


def _held(rows: Stored) -> dict[str, date]:
    return {kind: row.held_on for kind, row in rows.items() if row.held_on}
