"""What is special about copying and pasting actors: each is a row of the helhedsplan and one of the project."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from actors.models import Actor
from forankring.ui.text import comparison_key
from projects.models import Event, Project, ProjectActor
from projects.phases.columns import Columns
from projects.phases.copying import first_free
from projects.phases.mapping.forms import reusable_actors
from projects.phases.mapping.services import reuse_actor
from projects.phases.services import place_last, put_after

# What an actor of the same sort shares. Its number, its register row and its talks with us are its own.
_OF_THE_ACTOR = ("actor_type", "sphere", "location", "staying", "run_by_volunteers")
_IN_THE_PROJECT = ("current_role", "contributions", "contribution_note", "task_types", "limits")


@transaction.atomic
def copy_actor(
    *, by: Any, project: Project, row: ProjectActor, what: str, not_copied: Collection[str], parts: Collection[str]
) -> ProjectActor:
    """Another actor of the same sort, new in the helhedsplan too, after the one it is copied from."""
    taken = set(Actor.objects.filter(programme_id=project.programme_id).values_list("name", flat=True))
    name = first_free(str(row.actor), taken, longest=120)
    shared = {each: getattr(row.actor, each) for each in _OF_THE_ACTOR}
    actor = Actor.objects.create(programme_id=project.programme_id, name=name, **shared)
    kept = {each: getattr(row, each) for each in _IN_THE_PROJECT if each not in not_copied}
    copy = ProjectActor(project=project, actor=actor, **kept)
    place_last(copy)
    copy.save()
    put_after(row=copy, other=row)
    Event.objects.record(by=by, project=project, text=f"{what} {copy.code}")
    return copy


def actors_by_name(project: Project) -> Mapping[str, Actor]:
    """The helhedsplan's actors that the project can take in, by the name one would write."""
    return {comparison_key(str(actor)): actor for actor in reusable_actors(project)}


def _contributions(cell: str) -> Mapping[str, str]:
    """ "Lokale hver onsdag (lokaler, tid)": the words, and in brackets what of the list it is."""
    words, _bracket, kinds = cell.rstrip(")").rpartition("(") if cell.endswith(")") else (cell, "", "")
    return {"contribution_note": words.strip(), "contributions": kinds}


ACTOR_COLUMNS = Columns(
    places=("name",),
    words={
        "name": ("aktør", "aktører", "navn", "organisation", "hvem"),
        "actor_type": ("type", "aktørtype", "slags"),
        "sphere": ("sfære", "sektor"),
        "own_cvr": ("cvr", "cvr-nummer", "cvr-nr"),
        "location": ("placering", "sted"),
        "staying": ("blivende",),
        "current_role": ("i dag", "rolle i dag"),
        "contribution_note": ("bemærkninger", "bemærkning", "noter", "note"),
        "limits": ("begrænsninger", "grænser"),
        "decision_role": ("beslutter",),
        "contact_role": ("kontakt", "kontaktrolle"),
        "contact_status": ("status",),
    },
    rest="contribution_note",
    split={"kan bidrage med": _contributions},
    example=_("Aktør, Type, Bidrag"),
    reusable=actors_by_name,
    reuse=reuse_actor,
)
