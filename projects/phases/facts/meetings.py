"""What is planned at meetings: those that are not held, and what was agreed and is not done."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from projects.models import Meeting, NextStep
from projects.phases.facts.grouping import grouped_records


class PlannedMeetingFacts(NamedTuple):
    project_id: int
    id: int
    kind: str
    held_on: date


class NextStepFacts(NamedTuple):
    project_id: int
    id: int
    text: str
    due_on: date | None


def load_planned_meetings(found: Iterable[int]) -> defaultdict[int, list[PlannedMeetingFacts]]:
    rows = Meeting.objects.filter(project_id__in=found, closed_at__isnull=True)
    return grouped_records(PlannedMeetingFacts, rows.order_by("held_on", "pk"))


def load_next_steps(found: Iterable[int]) -> defaultdict[int, list[NextStepFacts]]:
    rows = NextStep.objects.filter(meeting__project_id__in=found).still_open()
    return grouped_records(NextStepFacts, rows.in_order(), project="meeting__project_id")
