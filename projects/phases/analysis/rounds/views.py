"""A round for those who work on the project: the list, a seat of one's own, and opening."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from forankring.accounts.came_back import fill
from forankring.accounts.sent_once import once
from forankring.ui.fields import LONGEST_ID
from projects.access import Permission, get_project, may
from projects.models import AssessmentRound, Event, Project
from projects.phases.analysis.rounds import answer_views
from projects.phases.analysis.rounds.forgotten import close_if_forgotten, closes_at, running_round
from projects.phases.analysis.rounds.forms import YES, OpenRoundForm, offered_in
from projects.phases.analysis.rounds.listing import rounds_of
from projects.phases.analysis.rounds.seats import Seat, seat_of_member
from projects.phases.analysis.rounds.services import (
    RoundIsOverError,
    RunningRoundError,
    join_as_member,
    open_round,
    seat_in,
)
from projects.phases.analysis.rounds.state import Ended, about_round
from projects.phases.analysis.steps import ASSESSMENT, PHASE
from projects.phases.views import page
from projects.private import private


def rounds(request: HttpRequest, slug: str) -> HttpResponse:
    """The round that runs, and those that are closed."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    running_round(project.pk)  # one that was forgotten is closed now
    running, closed = rounds_of(project)
    context = page(request, project, PHASE, ASSESSMENT) | {
        "running": running,
        "closes_on": timezone.localdate(closes_at(running)) if running else None,
        "closed": closed,
        "may_lead": may(project.my_role, Permission.LEAD_MEETINGS) and not project.archived_at,
        "may_rate": may(project.my_role, Permission.RATE) and not project.archived_at,
        "has_candidacies": bool(offered_in(project)[:1]),
    }
    return render(request, "rounds/rounds.html", context)


def open_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask everybody about some of the candidacies."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    running = running_round(project.pk)
    if running and request.method != "POST":
        return _to_the_running(request, project, running)
    like = _round_like(project, request.GET.get("som", ""))
    form = fill(request, OpenRoundForm, project=project, like=like)
    if request.method == "POST" and form.is_valid():
        try:
            with once(request) as made:
                opened = open_round(
                    by=request.user,
                    project=project,
                    subjects=form.chosen,
                    concepts=form.cleaned_data["concepts"],
                    deadline=form.deadline,
                    shows_names=form.cleaned_data["shows_names"] == YES,
                )
                made.append(opened)
        except RunningRoundError:
            running = AssessmentRound.objects.running().filter(project=project).first()
            return _to_the_running(request, project, running) if running else redirect("runder-ny", slug)
        messages.success(request, _("Runden er åben. Alle, der kan vurdere, kan svare nu."))
        return redirect("runde-led", slug, opened.pk)
    if running:
        return _to_the_running(request, project, running)
    context = page(request, project, PHASE, ASSESSMENT) | {"form": form, "may_open": bool(offered_in(project)[:1])}
    return render(request, "rounds/open.html", context)


@private
def seat(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The person's own list. The button takes a seat and leads to the first question; looking at it does not."""
    project = get_project(request.user, slug, needs=Permission.RATE)
    round_ = find_round(project, pk)
    taken = round_ and _seat(request, project, round_)
    if not taken:
        return over(request, project, pk)
    if request.method == "POST":
        return redirect(taken.open_places[0].url if taken.open_places else taken.home)
    return answer_views.show_places(request, taken)


@private
def questions(request: HttpRequest, slug: str, pk: int, subject: int) -> HttpResponse:
    """The person's own answers about one candidacy."""
    project = get_project(request.user, slug, needs=Permission.RATE)
    round_ = find_round(project, pk)
    taken = round_ and _seat(request, project, round_)
    if not taken:
        return over(request, project, pk)
    return answer_views.show_questions(request, taken, subject)


def find_round(project: Project, pk: int) -> AssessmentRound | None:
    """A round of the project that was opened; None when it was broken off since.

    Raises:
        Http404: there never was one.
    """
    found = AssessmentRound.objects.opened().filter(project=project, pk=pk).first()
    if found is None and not Event.objects.filter(project=project, about=f"round:{pk}").exists():
        raise Http404
    if found:
        found.project = project
        close_if_forgotten(found)
    return found


def over(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Where to go when the round is closed or broken off, with who did it."""
    last = Event.objects.filter(project=project, about=f"round:{pk}").newest_first().first()
    is_closed = AssessmentRound.objects.opened().filter(project=project, pk=pk).exists()
    if answer_views.asks_for_words(request):
        why = Ended.CLOSED.value if is_closed else _("Runden er afbrudt, og alle svar er slettet.")
        return answer_views.not_kept(why)
    if request.method == "POST":
        messages.warning(request, _("Runden er slut, og det, du sendte, er ikke gemt."))
    if is_closed:
        return redirect("runde-resultat", project.slug, pk)
    if last:
        who = {"who": last.by or _("En anden"), "what": last.text}
        messages.info(request, _("%(who)s %(what)s. Alle svar er slettet.") % who)
    return redirect("runder", project.slug)


def _seat(request: HttpRequest, project: Project, round_: AssessmentRound) -> Seat | None:
    """The person's seat, taken when something is sent; None when the round is over."""
    if not round_.is_running:
        return None
    take = join_as_member if request.method == "POST" else seat_in
    try:
        return seat_of_member(take(user=request.user, round_=round_), round_)
    except RoundIsOverError:
        return None


def _to_the_running(request: HttpRequest, project: Project, running: AssessmentRound) -> HttpResponse:
    messages.info(request, _("Der er allerede en runde i gang. Luk den, før I åbner en ny."))
    return redirect("runde-led", project.slug, running.pk)


def _round_like(project: Project, asked: str) -> AssessmentRound | None:
    """The earlier round whose subjects and concepts the new one begins with, if the address names one."""
    if not (asked.isascii() and asked.isdigit() and len(asked) <= LONGEST_ID):
        return None
    return get_object_or_404(AssessmentRound.objects.opened(), project=project, pk=int(asked))


def leader_page(request: HttpRequest, project: Project, round_: AssessmentRound) -> dict[str, Any]:
    """What the leader's pages show around their own content."""
    return page(request, project, PHASE, ASSESSMENT) | {"round": round_, "about": about_round(round_)}
