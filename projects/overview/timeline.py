"""The timeline as the pages of a helhedsplan and of a project show it."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.calendar import SHARED, Calendar
from actors.models import Programme
from projects.access import Permission, may
from projects.lifecycle.drawing import timeline_of
from projects.lifecycle.due import Due, State, all_dates, due_in_project, upcoming
from projects.lifecycle.goal import goal_in_time
from projects.lifecycle.levels import levels_of, levels_of_programme
from projects.models import Project
from projects.phases.facts import ProjectFacts
from projects.phases.facts.calendars import calendar_of_programme, calendar_of_project


def timeline_of_programme(
    programme: Programme, calendar: Calendar | None = None, projects: Sequence[list[Due]] = ()
) -> dict[str, Any]:
    """What the helhedsplan holds, and the dates of its projects. One query unless the calendar is given."""
    calendar = calendar or calendar_of_programme(programme)
    dues = all_dates(calendar, timezone.localdate(), projects)
    return _shown(programme.name, calendar, dues, [_row(due, programme, slug="", may_fill=False) for due in dues])


def timeline_of_project(project: Project, facts: ProjectFacts, *, may_fill: bool) -> dict[str, Any]:
    """The project's dates and its helhedsplan's, with how far each is. One query."""
    calendar = calendar_of_project(project)
    dues = due_in_project(calendar, facts, facts.today)
    programme = project.programme
    programme.my_role = project.my_role
    rows = [_row(due, programme, slug=project.slug, may_fill=may_fill) for due in dues]
    return _shown(project.name, calendar, dues, rows)


def levels_of_project(project: Project, facts: ProjectFacts, *, may_fill: bool) -> list[dict[str, Any]]:
    """Strategy, method and plan, with the way to each. Who may only read has the helhedsplan and the plan to go to."""
    found = []
    for level in levels_of(project.programme, facts):
        if not level.step:
            url = reverse("programme", args=[project.programme_id]) + "#oplysninger"
        elif level.step == "plan" or may_fill:
            url = reverse(level.step, args=[project.slug])
        else:
            url = ""
        found.append({"level": level, "url": url})
    return found


def levels_shown_on_programme(programme: Programme) -> list[dict[str, Any]]:
    """The same three, as the helhedsplan's own page shows them."""
    places = ("#oplysninger", "#projekter", "#projekter")
    return [{"level": level, "url": url} for level, url in zip(levels_of_programme(programme), places, strict=True)]


def goal_of_project(facts: ProjectFacts) -> dict[str, str]:
    """The first success criterion, and when it is to be reached."""
    goal = facts.why_what.goal
    return {"goal": goal, "goal_in_time": goal_in_time(goal, facts.why_what.goal_date, facts.today)}


def _shown(name: str, calendar: Calendar, dues: list[Due], rows: list[dict[str, Any]]) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "picture": timeline_of(name, calendar.stages, dues, end=calendar.end, today=today),
        "stage": calendar.stage_on(today),
        "stages": calendar.stages,
        "rows": rows,
        "late": [row for row in rows if row["due"].state is State.LATE],
        "is_for_projects_to_say": any(due.state is State.PASSED for due in dues),
        "next": upcoming(dues),
    }


def _row(due: Due, programme: Programme, *, slug: str, may_fill: bool) -> dict[str, Any]:
    """A date with the way to where it is done, for those who can go there."""
    row: dict[str, Any] = {"due": due, "url": "", "link": ""}
    if due.state is State.DONE or due.state is State.UNKNOWN:
        return row
    if due.kind in SHARED and may(programme.my_role, Permission.MANAGE_PROGRAMME):
        row |= {"url": reverse("programme_calendar_date", args=[programme.pk, due.kind.value]), "link": _("Skriv det")}
    elif not slug:
        knows = may(programme.my_role, Permission.READ_WORKING_PLAN)
        if knows and due.kind not in SHARED and due.state is not State.LATER:
            address = reverse("programme_calendar", args=[programme.pk])
            row |= {"url": f"{address}#projekter", "link": _("Se projekterne")}
    elif due.step and may_fill:
        row |= {"url": reverse(due.step, args=[slug]), "link": _("Gå dertil")}
    return row
