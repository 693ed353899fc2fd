"""For whoever leads the round: who has answered, more time, and the two ways to end it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from forankring.accounts.came_back import fill
from forankring.ui.live import live
from projects.access import Permission, get_project
from projects.models import AssessmentRound, Participant
from projects.phases.analysis.rounds import services
from projects.phases.analysis.rounds.forms import DeadlineForm
from projects.phases.analysis.rounds.leading import standing_of
from projects.phases.analysis.rounds.progress import progress_of
from projects.phases.analysis.rounds.services import HasSharedScoresError, RoundIsOverError
from projects.phases.analysis.rounds.views import find_round, leader_page, over


def lead(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """How many have answered and who is missing. What they answered stands nowhere."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    round_ = find_round(project, pk)
    if round_ is None or not round_.is_running:
        return over(request, project, pk)
    standing = standing_of(round_, timezone.now(), led_by=request.user)

    def context() -> dict[str, object]:
        return leader_page(request, project, round_) | {"standing": standing}

    return live(request, standing.mark, "rounds/lead.html", "rounds/lead_part.html", context)


def give_time(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Another last day, or none."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    round_ = find_round(project, pk)
    if round_ is None or not round_.is_running:
        return over(request, project, pk)
    form = fill(request, DeadlineForm, running=round_)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_deadline(by=request.user, round_=round_, deadline=form.deadline)
        except RoundIsOverError:
            return over(request, project, pk)
        messages.success(request, _("Fristen er ændret."))
        return redirect("runde-led", slug, pk)
    return render(request, "rounds/deadline.html", leader_page(request, project, round_) | {"form": form})


def close(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Are you sure, with what is kept and what goes; then the end of the round."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    round_ = find_round(project, pk)
    if round_ is None or not round_.is_running:
        return over(request, project, pk)
    if request.method == "POST":
        try:
            services.close_round(by=request.user, round_=round_)
        except RoundIsOverError:
            return over(request, project, pk)
        messages.success(request, _("Runden er lukket. De enkelte svar er slettet, og fordelingen er gemt."))
        return redirect("runde-resultat", slug, pk)
    lost = [_("De enkelte svar og begrundelser"), _("Hvem der var med"), _("Koden til gæster og links til aktørerne")]
    context = {"standing": standing_of(round_, timezone.now(), led_by=request.user), "lost": lost}
    return render(request, "rounds/close.html", leader_page(request, project, round_) | context)


def cancel(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The same for breaking off: nothing is kept."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    round_ = find_round(project, pk)
    if round_ is None or not round_.is_running:
        return over(request, project, pk)
    if request.method == "POST":
        try:
            services.cancel_round(by=request.user, round_=round_)
        except RoundIsOverError:
            return over(request, project, pk)
        except HasSharedScoresError:
            messages.error(request, _("I har skrevet en fælles vurdering i runden. Luk den i stedet."))
            return redirect("runde-led", slug, pk)
        messages.success(request, _("Runden er afbrudt, og alle svar er slettet."))
        return redirect("runder", slug)
    answered = progress_of(round_).given_by
    lost = [_("Runden selv"), ngettext("Svar fra én", "Svar fra %(count)d", answered) % {"count": answered}]
    context = {"lost": lost if answered else lost[:1], "has_scores": round_.scores.exists()}
    return render(request, "rounds/cancel.html", leader_page(request, project, round_) | context)


@require_POST
def stop_waiting(request: HttpRequest, slug: str, pk: int, participant: int) -> HttpResponse:
    """Wait no longer for somebody who has left."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    round_ = get_object_or_404(AssessmentRound, project=project, pk=pk)
    people = Participant.objects.filter(round=round_).select_related("round__project")
    services.stop_waiting(by=request.user, participant=get_object_or_404(people, pk=participant))
    return redirect("runde-led", slug, pk)
