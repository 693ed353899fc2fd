"""The map of the actors, and what falls away with one of them."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors.models import ActorRelation, RelationKind
from forankring.ui.forms import DanishForm
from projects.access import Permission, get_project, may
from projects.models import Project
from projects.phases.facts import facts_of
from projects.phases.mapping.falls_away import STAFF, Absence, every_absence
from projects.phases.mapping.map import Bond, contributions_map, shows_only_responsible, tasks_map
from projects.phases.mapping.map_list import entries_of, holes_of
from projects.phases.mapping.steps import ACTORS, COVERAGE, PHASE
from projects.phases.mapping.weak_spots import carried_in
from projects.phases.views import page


def actor_map(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is where, what they can give or do, and what they have to do with each other: as a map and as a list."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    tasks, actors = carried_in(facts_of(project))
    bonds = _bonds(project)
    shows_tasks = request.GET.get("vis") == "opgaver"
    focus = next((actor for actor in actors if str(actor.key) == request.GET.get("aktoer")), None)
    key = focus.key if focus else None
    context = page(request, project, PHASE, ACTORS) | {
        "shows_tasks": shows_tasks,
        "focus": focus,
        "picture": tasks_map(actors, tasks, bonds, focus=key)
        if shows_tasks
        else contributions_map(actors, bonds, focus=key),
        "only_responsible": shows_tasks and shows_only_responsible(tasks),
        "holes": list(holes_of(actors, tasks, bonds)),
        "spheres": entries_of(actors, tasks, bonds),
        "has_actors": bool(actors),
        "may_fill": _may_fill(project),
    }
    return render(request, "mapping/map.html", context)


def falls_away(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose who is no longer there: the project's own people on its last day, or an actor."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    facts = facts_of(project)
    tasks, actors = carried_in(facts)
    absences = every_absence(tasks, actors, facts.end)
    form = AbsenceForm(absences=absences, asked=request.GET.get("uden", STAFF))
    chosen = form.chosen
    context = page(request, project, PHASE, COVERAGE, facts) | {
        "absences": absences,
        "absence": chosen,
        "choose": form,
        "end": facts.end,
        "picture": tasks_map(actors, tasks, gone=chosen.key, fallen=chosen.codes) if actors and tasks else None,
        "only_responsible": shows_only_responsible(tasks),
        "has_tasks": bool(tasks),
        "may_fill": _may_fill(project),
    }
    return render(request, "mapping/falls_away.html", context)


class AbsenceForm(DanishForm, forms.Form):
    """Who is no longer there. Somebody who is not in the project gives the project's own people."""

    uden = forms.ChoiceField(label=gettext_lazy("Hvem er der ikke mere?"))

    def __init__(self, *, absences: list[Absence], asked: str) -> None:
        by_key = {str(absence.key): absence for absence in absences}
        self.chosen = by_key.get(asked, by_key[STAFF])
        super().__init__(initial={"uden": str(self.chosen.key)})
        names = {key: each.name for key, each in by_key.items()} | {
            STAFF: _("Projektmedarbejderne, når projektet slutter")
        }
        self.fields["uden"] = forms.ChoiceField(label=self.base_fields["uden"].label, choices=list(names.items()))


def _bonds(project: Project) -> list[Bond]:
    keys = dict(project.project_actors.values_list("actor_id", "pk"))
    rows = ActorRelation.objects.among(keys).in_order().values_list("from_actor_id", "to_actor_id", "kind")
    return [Bond(keys[one], keys[other], RelationKind(kind)) for one, other, kind in rows]


def _may_fill(project: Project) -> bool:
    return may(project.my_role, Permission.FILL_PHASES) and not project.archived_at
