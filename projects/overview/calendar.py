"""The calendar's pages: everybody sees the dates, an owner moves them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.calendar import SHARED, Calendar, DateKind
from actors.models import Programme
from forankring.accounts.came_back import fill
from forankring.ui.dates import write_date
from projects.access import IS_ARCHIVED, Permission, get_programme, get_project, may
from projects.lifecycle import services
from projects.lifecycle.due import Due, State, due_in_project
from projects.lifecycle.forms import DateForm
from projects.models import Project
from projects.overview.fitting import projects_of, tell_what_no_longer_fits
from projects.overview.timeline import timeline_of_programme, timeline_of_project
from projects.overview.words import crumbs_below, period_in_words
from projects.phases.facts import facts_of, load_facts
from projects.phases.facts.calendars import calendar_of_programme, calendar_of_project, calendars_of, has_own_period


def programme_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The helhedsplan's dates; those who work on the projects also see how far each project is."""
    programme = get_programme(request.user, pk, needs=Permission.READ_SHARED_PLAN)
    calendar = calendar_of_programme(programme)
    projects = _projects(programme) if may(programme.my_role, Permission.READ_WORKING_PLAN) else []
    context = {
        "programme": programme,
        "crumbs": crumbs_below(programme, _("Tidslinje")),
        "period": period_in_words(programme.start, programme.end),
        "timeline": timeline_of_programme(programme, calendar, [dues for _project, dues in projects]),
        "entries": _entries(calendar, "programme_calendar_date", programme.pk),
        "may_move": may(programme.my_role, Permission.MANAGE_PROGRAMME),
        "projects": [_shown(project, dues, programme) for project, dues in projects],
    }
    return render(request, "lifecycle/programme_calendar.html", context)


def project_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    may_fill = may(project.my_role, Permission.FILL_PHASES) and not project.archived_at
    calendar = calendar_of_project(project)
    context = {
        "project": project,
        "crumbs": crumbs_below(project, _("Tidslinje")),
        "period": period_in_words(calendar.start, calendar.end),
        "own_period": has_own_period(project, project.programme),
        "timeline": timeline_of_project(project, facts_of(project), may_fill=may_fill),
        "entries": _entries(calendar, "project_calendar_date", slug, leave_out=SHARED),
        "may_move": may(project.my_role, Permission.MANAGE_PROJECTS) and not project.archived_at,
    }
    return render(request, "lifecycle/project_calendar.html", context)


def programme_date(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    programme = get_programme(request.user, pk, needs=Permission.MANAGE_PROGRAMME)
    calendar = calendar_of_programme(programme)
    return _date_page(request, programme, calendar, _known(kind), back=reverse("programme_calendar", args=[pk]))


def project_date(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.MANAGE_PROJECTS)
    if project.archived_at:
        raise PermissionDenied(IS_ARCHIVED)
    calendar = calendar_of_project(project)
    known = _known(kind)
    if known in SHARED:
        raise Http404
    return _date_page(request, project, calendar, known, back=reverse("project_calendar", args=[slug]))


def _date_page(
    request: HttpRequest, place: Programme | Project, calendar: Calendar, kind: DateKind, *, back: str
) -> HttpResponse:
    """Move one date, or bring it back to the proposed day."""
    project = place if isinstance(place, Project) else None
    programme = place.programme if isinstance(place, Project) else place
    entry = calendar[kind]
    whose: dict[str, Any] = {"by": request.user, "programme": programme, "project": project, "entry": entry}
    if "reset" in request.POST:
        services.set_date(**whose, day=None, held_on=entry.held_on)
        messages.success(request, _("”%(date)s” følger igen perioden.") % {"date": kind.label})
        tell_what_no_longer_fits(request, [project] if project else projects_of(programme))
        return redirect(back)
    form = fill(request, DateForm, calendar=calendar, which=kind, today=timezone.localdate())
    if form.is_valid():
        services.set_date(**whose, day=form.cleaned_data["day"], held_on=form.cleaned_data.get("held_on"))
        messages.success(request, _message(kind, form))
        tell_what_no_longer_fits(request, [project] if project else projects_of(programme))
        return redirect(back)
    context = {
        "programme": programme,
        "project": project,
        "crumbs": crumbs_below(place, str(kind.label)),
        "entry": entry,
        "form": form,
        "back": back,
    }
    return render(request, "lifecycle/date.html", context)


def _message(kind: DateKind, form: DateForm) -> str:
    held_on, day = form.cleaned_data.get("held_on"), form.cleaned_data["day"]
    if held_on:
        return _("Det er skrevet, at ”%(date)s” blev holdt %(day)s.") % {
            "date": kind.label,
            "day": write_date(held_on),
        }
    if day:
        return _("”%(date)s” er nu %(day)s.") % {"date": kind.label, "day": write_date(day)}
    return _("”%(date)s” følger perioden.") % {"date": kind.label}


def _known(kind: str) -> DateKind:
    try:
        return DateKind(kind)
    except ValueError as error:
        raise Http404 from error


def _entries(
    calendar: Calendar, name: str, place: Any, leave_out: frozenset[DateKind] = frozenset()
) -> list[dict[str, Any]]:
    return [
        {
            "entry": entry,
            "outside": entry.is_moved and calendar.is_outside(entry.kind),
            "url": reverse(name, args=[place, entry.kind.value]),
        }
        for entry in calendar
        if entry.kind not in leave_out
    ]


def _projects(programme: Programme) -> list[tuple[Project, list[Due]]]:
    """Each project in use with what it ought to do."""
    projects = projects_of(programme)
    calendars, facts = calendars_of(projects), load_facts(projects)
    return [
        (project, due_in_project(calendars[project.pk], facts[project.pk], facts[project.pk].today))
        for project in projects
    ]


def _shown(project: Project, dues: list[Due], programme: Programme) -> dict[str, Any]:
    own = [due for due in dues if due.kind not in SHARED]
    return {
        "project": project,
        "own_period": has_own_period(project, programme),
        "late": [due for due in own if due.state is State.LATE],
        "done": sum(due.state is State.DONE for due in own),
        "all": len(own),
    }
