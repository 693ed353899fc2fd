"""The one way from the database to the facts: a constant number of queries, however many projects there are."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils import timezone

from projects.models import PlanOutline, Project, WhyWhat
from projects.phases.facts.acceptances import load_acceptances
from projects.phases.facts.actors import load_actors, load_commitments
from projects.phases.facts.calendars import load_calendars
from projects.phases.facts.candidacies import load_candidacies
from projects.phases.facts.cooperation import (
    load_dependencies,
    load_informed,
    load_interface_parts,
    load_role_shifts,
)
from projects.phases.facts.later import Later, LaterRows
from projects.phases.facts.letting_go import (
    load_decisions,
    load_follow_ups,
    load_handover_ticks,
    load_handovers,
    load_project_costs,
    load_risks,
    load_staff_hours,
)
from projects.phases.facts.meetings import load_next_steps, load_planned_meetings
from projects.phases.facts.operation import load_actions, load_budget_lines, load_interfaces, load_questions
from projects.phases.facts.outcomes import load_bids, load_notices, load_outcome_answers, load_wind_down
from projects.phases.facts.project import ProjectFacts
from projects.phases.facts.tasks import load_tasks

# The field of ProjectFacts → what reads its rows, by project.
LOADERS: Mapping[str, Callable[[Iterable[int]], defaultdict[int, list[Any]]]] = {
    "tasks": load_tasks,
    "actors": load_actors,
    "commitments": load_commitments,
    "candidacies": load_candidacies,
    "actions": load_actions,
    "budget_lines": load_budget_lines,
    "interfaces": load_interfaces,
    "questions": load_questions,
}
# The same, for rows that are read when a check first asks for them.
LATER: Mapping[str, Callable[[Iterable[int]], defaultdict[int, list[Any]]]] = {
    "risks": load_risks,
    "staff_hours": load_staff_hours,
    "handover_ticks": load_handover_ticks,
    "handovers": load_handovers,
    "follow_ups": load_follow_ups,
    "project_costs": load_project_costs,
    "decisions": load_decisions,
    "interface_parts": load_interface_parts,
    "informed": load_informed,
    "dependencies": load_dependencies,
    "role_shifts": load_role_shifts,
    "outcome_answers": load_outcome_answers,
    "wind_down": load_wind_down,
    "notices": load_notices,
    "bids": load_bids,
    "planned_meetings": load_planned_meetings,
    "next_steps": load_next_steps,
    "acceptances": load_acceptances,
}


def load_facts(projects: Iterable[Project], *, lazily: bool = False) -> dict[int, ProjectFacts]:
    """The facts of each project by its id. `lazily` reads each kind of rows first when somebody asks for it."""
    found = {project.pk: project for project in projects}
    today = timezone.localdate()
    why_what = WhyWhat.objects.in_bulk(found)
    outlines = PlanOutline.objects.in_bulk(found)
    rows = {} if lazily else {name: load(found) for name, load in LOADERS.items()}
    waiting = {**LOADERS, **LATER} if lazily else LATER
    later = {name: Later(load, found) for name, load in waiting.items()}
    later["calendars"] = Later(lambda _found: load_calendars(found), found)
    return {
        pk: ProjectFacts(
            id=pk,
            slug=project.slug,
            start=project.start or project.programme.start,
            end=project.ends_on,
            programme_start=project.programme.start,
            programme_end=project.programme.end,
            today=today,
            why_what=why_what.get(pk) or WhyWhat(project=project),
            outline=outlines.get(pk) or PlanOutline(project=project),
            **{name: of_project[pk] for name, of_project in rows.items()},
            **_of(pk, later),
        )
        for pk, project in found.items()
    }


def _of(project_id: int, later: Mapping[str, Later]) -> dict[str, Any]:
    return {name: LaterRows(each, project_id) for name, each in later.items()}


def facts_of(project: Project, *, lazily: bool = False) -> ProjectFacts:
    """The facts of one project."""
    return load_facts([project], lazily=lazily)[project.pk]
