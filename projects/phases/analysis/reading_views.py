"""Reading the assessments: how one has moved over time, and all of them side by side."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from actors.concepts import Concept
from forankring.accounts.sent_once import once
from forankring.ui.fields import LONGEST_ID
from projects.access import Permission, get_project, may
from projects.models import Candidacy, Project
from projects.phases.analysis import services
from projects.phases.analysis.assessments import Card, latest_and_before
from projects.phases.analysis.comparison import Order, arranged
from projects.phases.analysis.comparison import lines_of as compared
from projects.phases.analysis.history import lines_of, standings_of
from projects.phases.analysis.rounds.talk_agreement import agreement_of
from projects.phases.analysis.services import AssessedMeanwhileError
from projects.phases.analysis.steps import ASSESSMENT, PHASE
from projects.phases.views import page


def history(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Every round of one candidacy, with a line for each concept."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    candidacy = _candidacy(project, pk)
    rounds = standings_of(candidacy)
    latest, before = latest_and_before([candidacy])
    context = page(request, project, PHASE, ASSESSMENT) | {
        "candidacy": candidacy,
        "card": Card(candidacy, latest[candidacy.pk], timezone.localdate(), before=before[candidacy.pk]),
        "rounds": list(reversed(rounds)),
        "picture": lines_of(candidacy, rounds) if rounds else None,
        "agreement": agreement_of(candidacy),
        "concept_labels": Concept.labels,
        "seen": candidacy.scores.order_by("-pk").values_list("pk", flat=True).first(),
        "may_fill": _may_fill(project),
        "may_assess": _may_fill(project) and candidacy.project_actor.actor.is_active,
    }
    return render(request, "analysis/history.html", context)


@require_POST
def still_holds(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The group has looked at an old assessment and stands by it."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    candidacy = _candidacy(project, pk)
    seen = request.POST.get("seen", "")
    try:
        with once(request) as made:
            made += services.confirm_assessment(
                by=request.user,
                candidacy=candidacy,
                held_on=timezone.localdate(),
                seen=int(seen) if seen.isascii() and seen.isdigit() and len(seen) <= LONGEST_ID else 0,
            )
    except AssessedMeanwhileError:
        messages.warning(request, _("En anden har imens vurderet. Se den nye vurdering, før I siger god for den."))
    else:
        messages.success(request, _("Vurderingen af ”%s” gælder stadig og har fået dato i dag.") % candidacy)
    return redirect("vurdering-udvikling", slug, pk)


def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """All actors against the four concepts, sorted by the address alone."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    order = Order.asked(request.GET.get("orden", ""))
    context = page(request, project, PHASE, ASSESSMENT) | {
        "lines": arranged(compared(project), order),
        "headings": order.headings,
        "may_fill": _may_fill(project),
    }
    return render(request, "analysis/comparison.html", context)


def _candidacy(project: Project, pk: int) -> Candidacy:
    rows = Candidacy.objects.of_project(project.pk).named().select_related("project_actor__project")
    return get_object_or_404(rows, pk=pk)


def _may_fill(project: Project) -> bool:
    return may(project.my_role, Permission.FILL_PHASES) and not project.archived_at
