"""The coverage matrix and its cells, and taking in an actor that the helhedsplan already has."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from forankring.accounts.came_back import fill
from forankring.accounts.sent_once import once
from projects.access import Permission, get_project
from projects.models import Commitment, CommitmentRole, Project, ProjectActor, Task
from projects.phases.facts import ProjectFacts, facts_of
from projects.phases.keeping.desk import Desk, NotSavedError
from projects.phases.mapping import services
from projects.phases.mapping.blind_spots import prompts
from projects.phases.mapping.coverage import KEY, coverage_of
from projects.phases.mapping.forms import SMALL_GROUP, CellForm, ReuseForm, reusable_actors, role_field
from projects.phases.mapping.services import AlreadyAgreedError
from projects.phases.mapping.steps import ACTOR_ROWS, ACTORS, COVERAGE, PHASE
from projects.phases.mapping.weak_spots import carried_in, weak_spots
from projects.phases.rows import list_page
from projects.phases.views import address_after_saving, page


def actors(request: HttpRequest, slug: str) -> HttpResponse:
    """The actor cards, and a way to take in one that the helhedsplan already has."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    form = fill(request, ReuseForm, project=project)
    if form.is_valid():
        with once(request) as made:
            row = services.reuse_actor(by=request.user, project=project, actor=form.cleaned_data["actor"])
            made.append(row)
        messages.success(request, _("”%s” er taget med. Skriv nu, hvad den kan i dette projekt.") % row)
        return redirect(f"{ACTORS.slug}-ret", slug, row.pk)
    context = list_page(request, project, PHASE, ACTOR_ROWS) | {
        "form": form,
        "can_reuse": bool(request.POST) or reusable_actors(project).exists(),
        "small_group": SMALL_GROUP,
        "prompts": prompts(facts_of(project)),
    }
    return render(request, ACTOR_ROWS.template, context)


def coverage(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    as_list = request.GET.get("vis") == "liste"
    facts = facts_of(project)
    context = page(request, project, PHASE, COVERAGE, facts) | {
        "coverage": coverage_of(project),
        "weak_spots": list(weak_spots(*carried_in(facts))),
        "prompts": prompts(facts),
        "outdated": list(_outdated(facts)),
        "key": KEY,
        "as_list": as_list,
        "suffix": _suffix(request),
        # A narrow screen shows the list in any case.
        "list_suffix": "?vis=liste",
    }
    return render(request, "mapping/coverage.html", context)


def coverage_task(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One task with every actor: the matrix's row, for a small screen and for whoever comes from a finding."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    task = get_object_or_404(Task, project=project, pk=pk)
    matrix = coverage_of(project, task=task)
    context = page(request, project, PHASE, COVERAGE) | {"row": matrix.rows[0], "suffix": _suffix(request)}
    return render(request, "mapping/coverage_task.html", context)


def coverage_cell(request: HttpRequest, slug: str, task: int, actor: int) -> HttpResponse:
    """One actor's roles in one task."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    the_task, the_actor = _cell(project, task, actor)

    def build(data: QueryDict | None) -> list[CellForm]:
        commitments = Commitment.objects.filter(task=the_task, project_actor=the_actor)
        states = dict(commitments.values_list("role", "state"))
        return [CellForm(data, states=states, in_use=the_actor.actor.is_active)]

    def save(form: CellForm) -> None:
        _cell(project, task, actor)  # neither was removed in the same moment
        try:
            services.save_commitments(by=request.user, task=the_task, project_actor=the_actor, states=form.states)
        except AlreadyAgreedError as refusal:
            form.add_error(role_field(CommitmentRole.RESPONSIBLE), str(refusal))
            raise NotSavedError from refusal

    desk = Desk(request, project, f"cell:{task}:{actor}", build, logged_as=services.about_roles(task))
    if desk.saves(save):
        messages.success(request, _("%(actor)s og %(task)s er gemt.") % {"actor": the_actor, "task": the_task.code})
        return redirect(address_after_saving(request, project, PHASE, COVERAGE, otherwise=_back(request, the_task)))
    context = {"task": the_task, "actor": the_actor, "back": _back(request, the_task)}
    return desk.page("mapping/cell.html", page(request, project, PHASE, COVERAGE) | context)


def _outdated(facts: ProjectFacts) -> Iterator[tuple[str, int]]:
    """The roles whose assessment is too old to trust, and the row that is assessed again."""
    gone = {actor.id for actor in facts.actors if not actor.is_active}
    for each in facts.candidacies:
        if each.project_actor_id not in gone and each.outdated(facts.today):
            names = {"actor": facts.actor_name(each.project_actor_id), "role": each.title}
            yield _("Vurderingen af %(actor)s som %(role)s er over seks måneder gammel.") % names, each.id


def _cell(project: Project, task: int, actor: int) -> tuple[Task, ProjectActor]:
    """Both, or 404 when one of them is not the project's."""
    the_task = get_object_or_404(Task, project=project, pk=task)
    return the_task, get_object_or_404(ProjectActor.objects.named(), project=project, pk=actor)


def _suffix(request: HttpRequest) -> str:
    """What a link carries on, so that the person comes back to where they were: the list, the review page."""
    kept = {name: value for name, value in (("vis", "liste"), ("fra", "gennemse")) if request.GET.get(name) == value}
    return f"?{urlencode(kept)}" if kept else ""


def _back(request: HttpRequest, task: Task) -> str:
    """The matrix or the list, at the task."""
    anchor = f"liste-{task.pk}" if request.GET.get("vis") == "liste" else f"opgave-{task.pk}"
    return f"{reverse(COVERAGE.slug, args=[task.project.slug])}{_suffix(request)}#{anchor}"
