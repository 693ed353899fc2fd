"""What the leader shows and hands out: the code on the wall, and the actors' own links."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from forankring.accounts.came_back import fill
from forankring.accounts.sent_once import once
from forankring.ui.live import live
from projects.access import Permission, get_project
from projects.phases.analysis.rounds import actor_voice, networks, taking_out
from projects.phases.analysis.rounds.progress import progress_of
from projects.phases.analysis.rounds.services import RoundIsOverError
from projects.phases.analysis.rounds.state import hidden_at
from projects.phases.analysis.rounds.views import find_round, leader_page, over
from projects.phases.analysis.rounds.way_in import way_in
from projects.private import private


def wall(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """For the projector: where to point the phone, the code in large type, and how many have come."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    running = find_round(project, pk)
    if not running or not running.is_running:
        return over(request, project, pk)
    progress = progress_of(running)

    def context() -> dict[str, Any]:
        return {"project": project, "round": running, "progress": progress} | way_in(request, running)

    return live(request, progress.mark, "rounds/guest_wall.html", "rounds/guest_count.html", context)


@require_POST
def let_more_in(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """There are more people in the room than one network may have seats."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    running = find_round(project, pk)
    if not running or not running.is_running:
        return over(request, project, pk)
    networks.let_more_in(by=request.user, round_=running)
    messages.success(request, _("Flere gæster kan komme ind nu."))
    return redirect("runde-led", slug, pk)


@never_cache
def seats(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Every guest's seat, to take out those that nobody in the room knows. What they hold stands nowhere."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    running = find_round(project, pk)
    if not running or not running.is_running:
        return over(request, project, pk)
    guests = taking_out.guests_of(running)
    form = fill(request, taking_out.SeatsForm, guests=guests, asked=request.GET.get("plads", ""))
    if request.method == "POST" and form.is_valid():
        try:
            count = taking_out.take_out(by=request.user, round_=running, seats=form.chosen)
        except RoundIsOverError:
            return over(request, project, pk)
        except taking_out.AllShownError:
            messages.error(request, _("Alle svar er vist. Derfor kan en plads ikke tages ud mere."))
        else:
            messages.success(request, taking_out.said_out(count))
        return redirect("runde-led", slug, pk)
    has_hidden = running.subjects.filter(hidden_at(timezone.now())).exists()
    context = {"form": form, "guests": guests, "has_hidden": has_hidden}
    return render(request, "rounds/guest_seats.html", leader_page(request, project, running) | context)


@private  # each link is a key
@never_cache
def voices(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The actors of the round, each with a link of its own to send to it."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    running = find_round(project, pk)
    if not running or not running.is_running:
        return over(request, project, pk)
    actors = actor_voice.actors_of(running)
    if request.method == "POST":
        chosen = next((actor for actor in actors if str(actor.pk) == request.POST.get("actor")), None)
        if chosen is None:
            raise Http404
        try:
            with once(request) as made:
                made.append(actor_voice.make_link(by=request.user, round_=running, project_actor=chosen))
        except actor_voice.LinkGoneError:
            return over(request, project, pk)
        except actor_voice.VoiceShownError:
            messages.error(request, _("Svarene fra %s er vist. Derfor kan linket ikke laves om.") % chosen)
        else:
            messages.success(request, _("Linket til %s er lavet. Send det til den, der skal svare.") % chosen)
        return redirect(reverse("runde-stemmer", args=[slug, pk]) + f"#aktoer-{chosen.pk}")
    links = {link.project_actor_id: link for link in running.actor_links.all()}
    rows = [(actor, links.get(actor.pk), _address(request, links.get(actor.pk))) for actor in actors]
    return render(request, "rounds/guest_voices.html", {"project": project, "round": running, "rows": rows})


def _address(request: HttpRequest, link: actor_voice.ActorLink | None) -> str:
    return request.build_absolute_uri(reverse("stemme", args=[link.token])) if link else ""
