"""What is said at once when a date is saved that cannot be kept. It is saved all the same."""

from datetime import date

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest

from projects.models import Project
from projects.phases.facts import facts_of
from projects.phases.health import findings_of_dates


def tell_of_dates(request: HttpRequest, project: Project, form: BaseForm, step: str, row: int | None = None) -> None:
    """The findings of dates that are mended on that step; with `row`, on that row's page. None without a date sent."""
    if any(isinstance(answer, date) for answer in form.cleaned_data.values()):
        for finding in findings_of_dates(facts_of(project, lazily=True)):
            if finding.step == step and (row is None or finding.row == row):
                messages.warning(request, str(finding.text))
