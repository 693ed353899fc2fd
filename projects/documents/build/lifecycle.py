"""The project in time, and the three levels. What is done is derived here, so that a frozen plan says what it said."""

from datetime import date
from typing import Any

from projects.documents.records import PlanDate, PlanLevel, PlanStage
from projects.lifecycle.due import due_in_project
from projects.lifecycle.levels import levels_of
from projects.models import Project
from projects.phases.facts import ProjectFacts
from projects.phases.facts.calendars import calendar_of_project


def lifecycle_of(project: Project, facts: ProjectFacts, today: date) -> dict[str, Any]:
    """The fields of the plan that come of the calendar."""
    calendar = calendar_of_project(project)
    return {
        "stages": tuple(
            PlanStage(number=stage.number, name=stage.name, start=stage.start, end=stage.end)
            for stage in calendar.stages
        ),
        "dates": tuple(
            PlanDate(
                title=due.title,
                day=due.day,
                until=due.until,
                is_moved=due.is_moved,
                state=due.state,
                sentence=due.sentence,
            )
            for due in due_in_project(calendar, facts, today)
        ),
        "levels": tuple(
            PlanLevel(
                name=level.name,
                asks=level.asks,
                status=str(level.status.value) if level.status else "",
                sentence=level.sentence,
            )
            for level in levels_of(project.programme, facts)
        ),
    }
