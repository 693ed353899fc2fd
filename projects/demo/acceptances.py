"""Writes what the groups of the example live with of what the health check finds."""

from datetime import datetime, time

from django.utils import timezone

from forankring.accounts.models import User
from projects.demo.calendar import Calendar
from projects.demo.shape import Example
from projects.models import AcceptedFinding, Project
from projects.phases.health.subjects import rows_of


def write_acceptances(example: Example, project: Project, calendar: Calendar, by: User) -> None:
    of = {"action": project.actions, "task": project.tasks}
    keys = {kind: dict(rows.values_list("number", "pk")) for kind, rows in of.items()}
    for (kind, number), row in example.accepted.items():
        subject = f"{kind}-{keys[kind][number]}"
        noon = timezone.make_aware(datetime.combine(calendar.on(row["on"]), time(12)))
        AcceptedFinding.objects.create(
            project=project,
            rule=row["rule"],
            subject=subject,
            reason=calendar.fill(row["reason"]),
            accepted_by=by,
            accepted_at=noon,
            **rows_of(subject),
        )
