"""What the leader shows and hands out: the code on the wall, and the actors' own links."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from forankring.rendering.qr import draw_qr
from forankring.ui.live import live
from projects.access import Permission, get_project
from projects.models import AssessmentRound
from projects.phases.analysis.rounds import actor_voice, networks
from projects.phases.analysis.rounds.codes import key_of, show_code
from projects.phases.analysis.rounds.guest_views import KEY
from projects.phases.analysis.rounds.progress import progress_of
from projects.phases.analysis.rounds.views import find_round, over


def wall(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """For the projector: where to point the phone, the code in large type, and how many have come."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    running = find_round(project, pk)
    if not running or not running.is_running:
        return over(request, project, pk)
    progress = progress_of(running)

    def context() -> dict[str, Any]:
        return {"project": project, "round": running, "progress": progress} | _way_in(request, running)

    return live(request, progress.mark, "rounds/guest_wall.html", "rounds/guest_count.html", context)


def _way_in(request: HttpRequest, running: AssessmentRound) -> dict[str, Any]:
    join, code = request.build_absolute_uri(reverse("deltag")), show_code(running.code)
    title = _("QR-kode, der fører til %(address)s uden at skrive koden %(code)s") % {"address": join, "code": code}
    return {
        "code": code,
        "address": join.partition("://")[2].rstrip("/"),
        "qr": draw_qr(f"{join}?{KEY}={key_of(running.code)}", title),
    }


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
            actor_voice.make_link(by=request.user, round_=running, project_actor=chosen)
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
