"""What is said at once when a date is saved that cannot be kept. It is saved all the same."""

from django.contrib import messages
from django.http import HttpRequest

from projects.models import Project
from projects.phases.facts import facts_of
from projects.phases.health import findings_of_dates


def tell_of_dates(request: HttpRequest, project: Project, step: str, row: int | None = None) -> None:
    """The findings of dates that are mended on that step; with `row`, on that row's page."""
    for finding in findings_of_dates(facts_of(project, lazily=True)):
        if finding.step == step and (row is None or finding.row == row):
            messages.warning(request, str(finding.text))
