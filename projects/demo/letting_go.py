"""Writes how the example's project lets go."""

from projects.demo.calendar import Calendar
from projects.demo.shape import Example, MonthBack, Row
from projects.models import (
    Decision,
    FollowUp,
    Handover,
    HandoverTick,
    Project,
    ProjectCost,
    Risk,
    StaffHours,
)


def write_letting_go(example: Example, project: Project, calendar: Calendar) -> None:
    """A table at a time."""
    data = example.letting_go
    ProjectCost.objects.bulk_create(
        ProjectCost(project=project, position=position, **calendar.fill(row))
        for position, row in enumerate(data.costs, start=1)
    )
    Risk.objects.bulk_create(
        Risk(project=project, number=number, position=number, **calendar.fill(row))
        for number, row in enumerate(data.risks, start=1)
    )
    StaffHours.objects.bulk_create(
        StaffHours(project=project, role=data.role, **_month(row, calendar)) for row in data.hours
    )
    if data.handover:
        Handover.objects.create(project=project, **calendar.fill(data.handover))
    HandoverTick.objects.bulk_create(HandoverTick(project=project, **calendar.fill(row)) for row in data.ticks)
    FollowUp.objects.bulk_create(FollowUp(project=project, **calendar.fill(row)) for row in data.follow_ups)
    Decision.objects.bulk_create(Decision(project=project, **calendar.fill(row)) for row in data.decisions)


def _month(row: Row, calendar: Calendar) -> Row:
    back: MonthBack = row["month"]
    return calendar.fill({key: value for key, value in row.items() if key != "month"}) | {
        "month": back.before(calendar.end)
    }
