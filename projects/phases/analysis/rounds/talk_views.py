"""What is left to find out when the talk is over."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from projects.access import Permission, get_project, may
from projects.phases.analysis.rounds.talk_assumed import count_of, unsure_of
from projects.phases.analysis.steps import ASSESSMENT, PHASE
from projects.phases.views import page


def assumed(request: HttpRequest, slug: str) -> HttpResponse:
    """The list "det vi kun formoder"."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    unsure = unsure_of(project)
    context = page(request, project, PHASE, ASSESSMENT) | {
        "unsure": unsure,
        "count": count_of(unsure),
        "may_fill": may(project.my_role, Permission.FILL_PHASES) and not project.archived_at,
    }
    return render(request, "rounds/talk_assumed.html", context)
