"""Undoing a removal: a meeting comes back with all that hung on it, a next step to its meeting."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import Permission, get_project
from projects.meetings.outcomes import OUTCOMES
from projects.meetings.views import address, find
from projects.models import Meeting, NextStep, Project, RemovedRow
from projects.phases.undo import CannotBringBackError, bring_back


@require_POST
def bring_back_meeting(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    if not _bring_back(request, project, Meeting, pk, _("hentede et møde tilbage")):
        find(project, pk)  # somebody undid it already, or it never was
    return redirect("moeder", slug)


@require_POST
def bring_back_step(request: HttpRequest, slug: str, pk: int, step: int) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    meeting = find(project, pk)
    if not _bring_back(request, project, NextStep, step, _("hentede et næste skridt tilbage")):
        get_object_or_404(meeting.next_steps.all(), pk=step)
    return redirect(address(meeting, OUTCOMES) + "#naeste-skridt")


def _bring_back(request: HttpRequest, project: Project, model: Any, pk: int, what: str) -> bool:
    """Whether it was among the removed; the person is told how it went."""
    removed = RemovedRow.objects.in_time().filter(project=project, kind=model._meta.label_lower, row=pk).first()
    if removed is None:
        return False
    try:
        back = bring_back(by=request.user, removed=removed, what=what)
        messages.success(request, _("”%s” er hentet tilbage.") % back.row)
    except CannotBringBackError as reason:
        messages.error(request, str(reason))
    return True
