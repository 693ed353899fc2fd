"""The talks with the actors, held and planned, and whom nobody has talked with yet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from projects.access import Permission, get_project
from projects.phases.mapping.interview_notes import QUESTIONS
from projects.phases.mapping.interview_steps import INTERVIEW_ROWS, not_talked_with
from projects.phases.mapping.steps import PHASE
from projects.phases.rows import list_page


def interviews(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    context = list_page(request, project, PHASE, INTERVIEW_ROWS)
    today = timezone.localdate()
    for row in context["rows"]:
        row.planned = row.is_planned(today)
        row.said = [(question.words, getattr(row, question.field)) for question in QUESTIONS]
    context["waiting"] = not_talked_with(project, context["rows"])
    return render(request, INTERVIEW_ROWS.template, context)
