"""The list of meetings, planning one, and its agenda."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from forankring.accounts.came_back import fill
from forankring.accounts.sent_once import once
from forankring.ui.notices import say_with_undo
from projects.access import Permission, get_project, may
from projects.meetings import services
from projects.meetings.agenda import AGENDAS, TimedStep, agenda_of, length, steps_of, timed_steps
from projects.meetings.clock import in_minutes
from projects.meetings.forms import MeetingForm, MinutesForm
from projects.meetings.pages import links_of, page_of
from projects.meetings.screen import screen_of
from projects.models import Meeting, MeetingKind, NextStep, Project
from projects.phases.analysis.rounds.forgotten import running_round
from projects.phases.timely import tell_of_dates


def meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """Every meeting of the project, and what the four are for."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    steps = NextStep.objects.filter(meeting__project=project).still_open().in_order().select_related("meeting")
    context = {
        "project": project,
        "crumbs": [(project.name, reverse("project", args=[slug])), (_("Møder"), "")],
        "meetings": list(project.meetings.newest_first()),
        "kinds": [_kind(kind) for kind in MeetingKind],
        "next_steps": list(steps),
        "may_lead": may_lead(project),
    }
    return render(request, "meetings/meetings.html", context)


def new(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    before = project.meetings.newest_first().first()
    initial = {"kind": request.GET.get("slags", ""), "present": before.present if before else []}
    form = fill(request, MeetingForm, instance=Meeting(project=project), initial=initial)
    if form.is_valid():
        with once(request) as made:
            meeting = services.save_meeting(by=request.user, project=project, form=form)
            made.append(meeting)
        messages.success(request, _("Mødet står på listen. Send mødepakken ud, når I er klar."))
        tell_of_dates(request, project, form, "moede", meeting.pk)
        return redirect("moede", slug, meeting.pk)
    context = {
        "project": project,
        "crumbs": crumbs_to(project, here=_("Planlæg et møde")),
        "form": form,
        "cancel": reverse("moeder", args=[slug]),
    }
    return render(request, "meetings/new.html", context)


def meeting(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One meeting's agenda, with what there is to do before, during and after it."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    meeting = find(project, pk)
    timed = steps_of(meeting)
    context = {
        "project": project,
        "crumbs": crumbs_to(project, here=meeting.get_kind_display()),
        "meeting": meeting,
        "agenda": agenda_of(meeting.kind),
        "steps": [_shown(each, meeting) for each in timed],
        "length": length(timed),
        "now": screen_of(meeting) if meeting.is_running else None,
        "open_round": running_round(project.pk) if meeting.is_begun else None,
        "may_lead": may_lead(project),
    }
    return render(request, "meetings/meeting.html", context)


def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    meeting = find(project, pk)
    crumbs = crumbs_to(project, meeting, _("Ret mødet"))
    form = fill(request, MeetingForm, instance=meeting)
    if form.is_valid():
        services.save_meeting(by=request.user, project=project, form=form)
        messages.success(request, _("Mødet er rettet."))
        tell_of_dates(request, project, form, "moede", pk)
        return redirect("moede", slug, pk)
    context = {"project": project, "meeting": meeting, "crumbs": crumbs, "form": form, "cancel": address(meeting)}
    return render(request, "meetings/edit.html", context)


def minutes_of_steps(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change how long each step may take."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    meeting = find(project, pk)
    if "standard" in request.POST:
        services.set_minutes(by=request.user, meeting=meeting, minutes=[])
        messages.success(request, _("Tiderne er igen dem, vi foreslår."))
        return redirect("moede", slug, pk)
    form = fill(request, MinutesForm, meeting=meeting)
    if form.is_valid():
        services.set_minutes(by=request.user, meeting=meeting, minutes=form.minutes)
        messages.success(request, _("Tiderne er gemt."))
        return redirect("moede", slug, pk)
    context = {
        "project": project,
        "meeting": meeting,
        "crumbs": crumbs_to(project, meeting, _("Tider")),
        "form": form,
        "cancel": address(meeting),
    }
    return render(request, "meetings/times.html", context)


def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    meeting = find(project, pk)
    if request.method == "POST":
        services.remove_meeting(by=request.user, meeting=meeting)
        gone = _("Mødet er fjernet. Beslutningerne står stadig i beslutningsloggen.")
        say_with_undo(request, gone, reverse("moede-fortryd", args=[slug, pk]))
        return redirect("moeder", slug)
    lost = [str(step) for step in meeting.next_steps.in_order()]
    context = {
        "project": project,
        "meeting": meeting,
        "crumbs": crumbs_to(project, meeting, _("Fjern")),
        "lost": [_("Dagsordenen med tider og deltagere"), *lost],
        "cancel": address(meeting),
    }
    return render(request, "meetings/remove.html", context)


# What the other views of the room share -----------------------------------------------------------
def find(project: Project, pk: int) -> Meeting:
    meeting: Meeting = get_object_or_404(project.meetings.all(), pk=pk)
    meeting.project = project
    return meeting


def may_lead(project: Project) -> bool:
    return may(project.my_role, Permission.LEAD_MEETINGS) and not project.archived_at


def address(meeting: Meeting, name: str = "moede") -> str:
    return reverse(name, args=[meeting.project.slug, meeting.pk])


def crumbs_to(project: Project, meeting: Meeting | None = None, here: str = "") -> list[tuple[str, str]]:
    above = [
        (project.name, reverse("project", args=[project.slug])),
        (_("Møder"), reverse("moeder", args=[project.slug])),
    ]
    if meeting:
        above.append((str(meeting.get_kind_display()), address(meeting)))
    return [*above, (here, "")]


def _kind(kind: MeetingKind) -> dict[str, Any]:
    return {"kind": kind, "purpose": AGENDAS[kind].purpose, "minutes": length(timed_steps(kind))}


def _shown(timed: TimedStep, meeting: Meeting) -> dict[str, Any]:
    spent = meeting.spent[timed.number - 1] if len(meeting.spent) >= timed.number else 0
    return {
        "timed": timed,
        "url": page_of(timed, meeting),
        "more": links_of(timed, meeting),
        "spent": in_minutes(spent) if meeting.is_begun else None,
        "is_in_hand": meeting.is_running and meeting.step == timed.number,
    }
