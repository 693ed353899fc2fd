"""Writes the meetings of the example's project."""

from datetime import datetime, time

from django.utils import timezone

from projects.demo.calendar import Calendar
from projects.demo.shape import Example, Row
from projects.models import Decision, Meeting, NextStep, Project


def write_meetings(example: Example, project: Project, calendar: Calendar) -> None:
    """After the decisions: those of a meeting's day were taken there. With `spent` it has been held."""
    for row in example.meetings:
        meeting = _write(project, calendar.fill({key: row[key] for key in row if key not in ("spent", "next_steps")}))
        if "spent" in row:
            _close(meeting, row["spent"])
        NextStep.objects.bulk_create(
            NextStep(meeting=meeting, **calendar.fill(step)) for step in row.get("next_steps", [])
        )


def _write(project: Project, values: Row) -> Meeting:
    meeting = Meeting.objects.create(project=project, **values)
    Decision.objects.filter(project=project, decided_on=meeting.held_on).update(meeting=meeting)
    return meeting


def _close(meeting: Meeting, minutes: list[int]) -> None:
    """It took so many minutes a step, and was over in the afternoon."""
    meeting.spent, meeting.step = [60 * each for each in minutes], len(minutes)
    meeting.closed_at = timezone.make_aware(datetime.combine(meeting.held_on, time(16)))
    meeting.save(update_fields=["spent", "step", "closed_at"])
