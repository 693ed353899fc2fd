"""What a meeting leads to: decisions, which go into the project's log, and next steps with an owner and a date."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from forankring.accounts.came_back import fill
from forankring.accounts.sent_once import once
from forankring.ui.notices import say_with_undo
from projects.access import Permission, get_project
from projects.meetings import services
from projects.meetings.forms import MeetingDecisionForm, NextStepForm, PresentForm
from projects.meetings.views import address, crumbs_to, find, may_lead
from projects.models import Decision, Meeting, MeetingKind, NextStep, Project

OUTCOMES = "moede-udbytte"


def outcomes(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Both lists, and a form under each for those who lead."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    return _page(request, find(project, pk))


def decision(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    meeting = find(project, pk)
    form = fill(request, MeetingDecisionForm, instance=_new_decision(meeting))
    if form.is_valid():
        with once(request) as made:
            made.append(services.add_decision(by=request.user, meeting=meeting, form=form))
        messages.success(request, _("Beslutningen er skrevet i beslutningsloggen."))
        return redirect(address(meeting, OUTCOMES) + "#beslutninger")
    return _page(request, meeting, decision=form)


def next_step(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    meeting = find(project, pk)
    form = fill(request, NextStepForm, instance=NextStep(meeting=meeting))
    if form.is_valid():
        with once(request) as made:
            step = services.save_next_step(by=request.user, meeting=meeting, form=form)
            made.append(step)
        messages.success(request, _said(step))
        return redirect(address(meeting, OUTCOMES) + "#naeste-skridt")
    return _page(request, meeting, next_step=form)


def edit_step(request: HttpRequest, slug: str, pk: int, step: int) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    found = _step(project, pk, step)
    form = fill(request, NextStepForm, instance=found)
    if form.is_valid():
        messages.success(request, _said(services.save_next_step(by=request.user, meeting=found.meeting, form=form)))
        return redirect(address(found.meeting, OUTCOMES) + "#naeste-skridt")
    context = {
        "project": project,
        "crumbs": crumbs_to(project, found.meeting, _("Ret næste skridt")),
        "form": form,
        "cancel": address(found.meeting, OUTCOMES),
    }
    return render(request, "meetings/step.html", context)


def remove_step(request: HttpRequest, slug: str, pk: int, step: int) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    found = _step(project, pk, step)
    if request.method == "POST":
        services.remove_next_step(by=request.user, step=found)
        say_with_undo(request, _("Skridtet er fjernet."), reverse("moede-skridt-fortryd", args=[slug, pk, step]))
        return redirect(address(found.meeting, OUTCOMES) + "#naeste-skridt")
    context = {
        "project": project,
        "crumbs": crumbs_to(project, found.meeting, _("Fjern næste skridt")),
        "lost": [str(found)],
        "cancel": address(found.meeting, OUTCOMES),
    }
    return render(request, "meetings/step_remove.html", context)


@require_POST
def step_done(request: HttpRequest, slug: str, pk: int, step: int) -> HttpResponse:
    """Whoever works on the project says that it is done, or that it was not after all."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    found = _step(project, pk, step)
    undo = "ikke-gjort" in request.POST
    services.mark_done(by=request.user, step=found, on=None if undo else timezone.localdate())
    messages.success(request, _("Skridtet er åbent igen.") if undo else _("Skridtet er gjort."))
    if "liste" in request.POST:
        return redirect("moeder", slug)
    return redirect(address(found.meeting, OUTCOMES) + "#naeste-skridt")


def present(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Who was there, for the minutes."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    meeting = find(project, pk)
    form = fill(request, PresentForm, instance=meeting)
    if form.is_valid():
        services.save_meeting(by=request.user, project=project, form=form)
        messages.success(request, _("Deltagere, afbud og bilag er gemt."))
        return redirect(address(meeting, OUTCOMES))
    context = {
        "project": project,
        "crumbs": crumbs_to(project, meeting, _("Deltagere, afbud og bilag")),
        "form": form,
        "cancel": address(meeting, OUTCOMES),
    }
    return render(request, "meetings/present.html", context)


def _page(request: HttpRequest, meeting: Meeting, **forms: Any) -> HttpResponse:
    """The page of outcomes; a form that was sent and not saved comes again in its place."""
    project = meeting.project
    decision = forms.get("decision") or MeetingDecisionForm(instance=_new_decision(meeting))
    next_step = forms.get("next_step") or NextStepForm(instance=NextStep(meeting=meeting))
    context = {
        "project": project,
        "meeting": meeting,
        "crumbs": crumbs_to(project, meeting, _("Beslutninger og næste skridt")),
        "decisions": list(meeting.decisions.order_by("pk")),
        "next_steps": list(meeting.next_steps.in_order()),
        "may_lead": may_lead(project),
        "decision_form": decision,
        "step_form": next_step,
        "forms": list(forms.values()),
    }
    return render(request, "meetings/outcomes.html", context)


def _new_decision(meeting: Meeting) -> Decision:
    """A board decides itself; what a workshop agrees on is decided by whoever it says."""
    body = meeting.project.programme.deciding_body if meeting.kind == MeetingKind.BOARD else ""
    return Decision(project=meeting.project, body=body)


def _said(step: NextStep) -> str:
    if not step.owner:
        return _("Skridtet er gemt. Aftal også, hvem der gør det.")
    return _("Skridtet er gemt.") if step.due_on else _("Skridtet er gemt. Aftal også en dato.")


def _step(project: Project, pk: int, step: int) -> NextStep:
    meeting = find(project, pk)
    found: NextStep = get_object_or_404(meeting.next_steps.all(), pk=step)
    found.meeting = meeting
    return found
