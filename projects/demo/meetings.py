"""Writes the meetings of the example's project."""

from datetime import datetime, time

from django.utils import timezone

from projects.demo.calendar import Calendar
from projects.demo.shape import Example, Row
from projects.models import Decision, Meeting, NextStep, Project


def write_meetings(example: Example, project: Project, calendar: Calendar) -> None:
    """A table at a time, after the decisions: those of a meeting's day were taken there."""
    if not example.meetings:
        return
    rows = calendar.fill(example.meetings)
    meetings = Meeting.objects.bulk_create(_meeting(project, row) for row in rows)
    NextStep.objects.bulk_create(
        NextStep(meeting=meeting, **step)
        for meeting, row in zip(meetings, rows, strict=True)
        for step in row.get("next_steps", [])
    )
    held = {meeting.held_on: meeting for meeting in meetings}
    taken = [row for row in Decision.objects.filter(project=project) if row.decided_on in held]
    for decision in taken:
        decision.meeting = held[decision.decided_on] if decision.decided_on else None
    Decision.objects.bulk_update(taken, ["meeting"])


def _meeting(project: Project, row: Row) -> Meeting:
    """With `spent`, the minutes that each step took, it was held and over in the afternoon."""
    values = {name: value for name, value in row.items() if name not in ("spent", "next_steps")}
    meeting = Meeting(project=project, **values)
    if "spent" in row:
        meeting.spent, meeting.step = [60 * minutes for minutes in row["spent"]], len(row["spent"])
        meeting.closed_at = timezone.make_aware(datetime.combine(meeting.held_on, time(16)))
    return meeting
