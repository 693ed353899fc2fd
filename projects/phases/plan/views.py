"""What the furniture does not do: who takes over a task, and what can be done about a gap."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from actors.calendar import leaves_a_gap
from actors.concepts import Concept
from forankring.accounts.sent_once import once
from forankring.ui.dates import write_date
from projects.access import Permission, get_project
from projects.models import Candidacy
from projects.phases.keeping.desk import Desk
from projects.phases.mapping.services import about_roles
from projects.phases.plan import services
from projects.phases.plan.gaps import weak_candidacies
from projects.phases.plan.responsibility import ResponsibilityForm, takeover_of, takeovers
from projects.phases.plan.steps import ACTIONS, PHASE, RESPONSIBLE
from projects.phases.views import address_after_saving, page


def responsibilities(request: HttpRequest, slug: str) -> HttpResponse:
    """Every task that lives on and who takes it over from when."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    context = page(request, project, PHASE, RESPONSIBLE) | {"takeovers": takeovers(project)}
    return render(request, "plan/responsibilities.html", context)


def responsibility(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Who takes over one task. A task that is to be stopped has no such page."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    task = get_object_or_404(project.tasks.going_on(), pk=pk)
    task.project = project

    def build(data: QueryDict | None) -> list[ResponsibilityForm]:
        return [ResponsibilityForm(data, takeover=takeover_of(task))]

    def save(form: ResponsibilityForm) -> None:
        services.hand_over_task(by=request.user, task=task, **form.answers())

    desk = Desk(request, project, f"responsible:{pk}", build, logged_as=about_roles(pk))
    if desk.saves(save):
        messages.success(request, _("Ansvaret for ”%s” er gemt.") % task)
        end, agreed = project.ends_on, takeover_of(task).agreed
        if end and agreed and agreed.takes_over_on and leaves_a_gap(end, agreed.takes_over_on):
            text = _("Projektet slutter %(end)s. Indtil %(day)s er der ingen til at løse ”%(task)s”.")
            days = {"end": write_date(end), "day": write_date(agreed.takes_over_on), "task": task}
            messages.warning(request, text % days)
        otherwise = f"{RESPONSIBLE.url(slug)}#row-{task.pk}"
        return redirect(address_after_saving(request, project, PHASE, RESPONSIBLE, otherwise=otherwise))
    return desk.page("plan/responsibility.html", page(request, project, PHASE, RESPONSIBLE) | {"task": task})


@require_POST
def action_from_gap(request: HttpRequest, slug: str, pk: int, concept: str) -> HttpResponse:
    """One press: a proposed action that closes the gap, the first one open to be edited or the chosen one."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    if concept not in Concept.values:
        raise Http404
    candidacies = Candidacy.objects.of_project(project.pk).select_related("project_actor__actor")
    candidacy = get_object_or_404(candidacies, pk=pk)
    code = request.POST.get("skabelon", "")
    try:
        with once(request) as made:
            proposed = services.propose_action(
                by=request.user, candidacy=candidacy, concept=Concept(concept), code=code
            )
            made.append(proposed.action)
    except services.NoSuchProposalError as gone:
        raise Http404 from gone
    if code:
        text = _("%s er lagt i planen.") if proposed.is_new else _("%s ligger allerede i planen.")
        messages.success(request, text % proposed.action)
        return redirect(reverse("gab-ret", args=[slug, pk]) + f"#{concept}-{pk}")
    if proposed.is_new:
        messages.success(request, _("Vi har lavet et forslag til et tiltag. Ret det, så det passer til jer."))
    else:
        messages.info(request, _("Der er allerede et tiltag, der lukker gabet. Her er det."))
    return redirect(reverse("tiltag-ret", args=[slug, proposed.action.pk]))


def gaps(request: HttpRequest, slug: str) -> HttpResponse:
    """Every weak concept: what is planned about it, and proposals that one press puts in the plan."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    weak = weak_candidacies(project, timezone.localdate())
    context = page(request, project, PHASE, ACTIONS) | {
        "weak": weak,
        "open": sum(each.open_count for each in weak),
        "set_aside": any(each.is_set_aside for each in weak),
    }
    return render(request, "plan/gaps.html", context)


def gaps_of_one(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The same for one actor in one role."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    candidacy = get_object_or_404(Candidacy.objects.of_project(project.pk).named(), pk=pk)
    weak = weak_candidacies(project, timezone.localdate(), only=candidacy.pk)
    context = page(request, project, PHASE, ACTIONS) | {"weak": weak, "candidacy": candidacy}
    return render(request, "plan/gaps.html", context)
