"""Leading a meeting: its steps, its clock, the big screen, and its end."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import Permission, get_project
from projects.meetings import services
from projects.meetings.agenda import steps_of
from projects.meetings.pages import page_of
from projects.meetings.screen import screen_of, turn_off, turn_on
from projects.meetings.views import address, find
from projects.models import Meeting, Project
from projects.phases.analysis.rounds.forgotten import closes_at, running_round


@require_POST
def begin(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Start the meeting, or go on with it, on the big screen."""
    meeting = services.begin_meeting(by=request.user, meeting=_find(request, slug, pk))
    return _on_screen(request, meeting)


@require_POST
def step(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take the step whose number is sent in hand, and open its page."""
    meeting = _find(request, slug, pk)
    numbers = {str(timed.number): timed.number for timed in steps_of(meeting)}
    number = numbers.get(request.POST.get("trin", ""))
    if number is None or not meeting.is_running:
        messages.info(request, _("Mødet er ikke på det trin. Vælg trinnet på dagsordenen."))
        return redirect(address(meeting))
    return _on_screen(request, services.go_to_step(meeting=meeting, step=number))


def clock(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The clock as it stands; a POST pauses it or lets it go on."""
    meeting = _find(request, slug, pk)
    if request.method == "POST":
        turn = services.start_clock if "fortsaet" in request.POST else services.pause_clock
        meeting = turn(meeting=meeting)
        if "application/json" not in request.headers.get("Accept", ""):
            return redirect(_back(request, meeting))
    return JsonResponse(_state(meeting), headers={"Cache-Control": "no-store"})


@require_POST
def big_screen(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the step in hand in large type, or go back to ordinary size."""
    meeting = _find(request, slug, pk)
    if "luk" in request.POST or not meeting.is_running:
        turn_off(request)
        return redirect(_back(request, meeting))
    return _on_screen(request, meeting)


@require_POST
def close(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    meeting = services.close_meeting(by=request.user, meeting=_find(request, slug, pk))
    turn_off(request)
    messages.success(request, _("Mødet er slut. Her er referatet."))
    if running := running_round(meeting.project_id):
        day = date_format(timezone.localdate(closes_at(running)), "DATE_FORMAT")
        words = _("Vurderingsrunden er stadig åben. Luk den, når I er færdige. Ellers lukker den af sig selv %(day)s.")
        messages.warning(request, words % {"day": day})
    return redirect(address(meeting, "moede-referat"))


@require_POST
def reopen(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    meeting = services.reopen_meeting(by=request.user, meeting=_find(request, slug, pk))
    messages.success(request, _("Mødet er åbent igen."))
    return redirect(address(meeting))


def _find(request: HttpRequest, slug: str, pk: int) -> Meeting:
    project: Project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    return find(project, pk)


def _on_screen(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The page of the step in hand, in large type. A meeting that is over has none."""
    if not meeting.is_running:
        messages.info(request, _("Mødet er slut. Åbn det igen, hvis I vil fortsætte."))
        return redirect(address(meeting))
    turn_on(request, meeting)
    return redirect(page_of(screen_of(meeting).timed, meeting))


def _back(request: HttpRequest, meeting: Meeting) -> str:
    """Where the person came from, when that is a page of ours; else the agenda."""
    wanted = request.POST.get("fra", "")
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.isprintable()
    return wanted if ours and wanted.startswith("/") else address(meeting)


def _state(meeting: Meeting) -> dict[str, Any]:
    """What the bar's script asks for every few seconds."""
    if not meeting.is_running:
        return {"over": True}
    now = screen_of(meeting)
    return {
        "over": False,
        "step": now.timed.number,
        "seconds": now.seconds,
        "planned": now.planned * 60,
        "running": now.clock.is_running,
    }
