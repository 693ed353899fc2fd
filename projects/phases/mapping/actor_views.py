"""What holds for an actor in every project of the helhedsplan: its relations, and whether it is in use."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from actors.models import ActorRelation, RelationKind
from forankring.accounts.came_back import fill
from forankring.accounts.sent_once import once
from projects.access import Permission, get_project
from projects.models import Project, ProjectActor
from projects.phases.mapping import actor_services
from projects.phases.mapping.relation_form import RelationForm
from projects.phases.mapping.relations import relations_of
from projects.phases.mapping.steps import ACTORS, PHASE
from projects.phases.views import page


def relations(request: HttpRequest, slug: str) -> HttpResponse:
    """The helhedsplan's relations, and a form for one more."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    form = fill(request, RelationForm, project=project, beginning=request.GET.get("aktoer", ""))
    if form.is_valid():
        values = form.cleaned_data | {"kind": RelationKind(form.cleaned_data["kind"])}
        with once(request) as made:
            relation, _is_new = actor_services.add_relation(by=request.user, project=project, **values)
            made.append(relation)
        messages.success(request, _("”%s” er skrevet op.") % relation)
        return redirect("relationer", slug)
    context = page(request, project, PHASE, ACTORS) | {
        "form": form,
        "relations": relations_of(project),
        "enough": bool(request.POST) or project.programme.actors.in_use().count() > 1,
    }
    return render(request, "mapping/relations.html", context)


@require_POST
def remove_relation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    relation = get_object_or_404(ActorRelation.objects.of_programme(project.programme_id).named(), pk=pk)
    words = str(relation)
    actor_services.remove_relation(by=request.user, project=project, relation=relation)
    messages.success(request, _("”%s” er fjernet.") % words)
    return redirect("relationer", slug)


def take_out_of_use(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say what it means, in every project, and do it."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    row = _actor(project, pk)
    if request.method == "POST":
        actor_services.set_in_use(by=request.user, row=row, in_use=False)
        row.actor.is_active = False
        messages.success(request, _("”%s” kan ikke længere vælges til noget nyt.") % row.actor)
        return redirect(f"{reverse(ACTORS.slug, args=[slug])}#row-{row.pk}")
    others = Project.objects.filter(project_actors__actor=row.actor).exclude(pk=project.pk).alphabetical()
    responsible = row.commitments.filter(role="A", task__in=project.tasks.going_on())
    context = page(request, project, PHASE, ACTORS) | {
        "row": row,
        "others": others,
        "tasks": [each.task for each in responsible.select_related("task").order_by("task__position")],
    }
    return render(request, "mapping/out_of_use.html", context)


@require_POST
def take_in_use(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    row = _actor(project, pk)
    actor_services.set_in_use(by=request.user, row=row, in_use=True)
    row.actor.is_active = True
    messages.success(request, _("”%s” er i brug igen.") % row.actor)
    return redirect(f"{reverse(ACTORS.slug, args=[slug])}#row-{row.pk}")


def _actor(project: Project, pk: int) -> ProjectActor:
    row = get_object_or_404(project.project_actors.named(), pk=pk)
    row.project = project
    return row
