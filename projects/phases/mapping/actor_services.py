"""Writing what holds for an actor in the whole helhedsplan: its relations, and whether it is in use."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from actors.models import Actor, ActorRelation, Programme, RelationKind
from projects.models import Event, Project, ProjectActor


@transaction.atomic
def add_relation(
    *, by: Any, project: Project, from_actor: Actor, to_actor: Actor, kind: RelationKind
) -> tuple[ActorRelation, bool]:
    """Write the relation down, and whether it was new. One that is there already stays as it is.

    Raises:
        ValueError: the actors are the same, or one of them is not the helhedsplan's.
    """
    if from_actor == to_actor or {from_actor.programme_id, to_actor.programme_id} != {project.programme_id}:
        raise ValueError("A relation is between two actors of the project's helhedsplan.")
    first, second = in_stored_order(from_actor, to_actor, kind)
    # One at a time in a helhedsplan, so that two people do not meet the constraint.
    Programme.objects.select_for_update().get(pk=project.programme_id)
    relation, is_new = ActorRelation.objects.get_or_create(from_actor=first, to_actor=second, kind=kind)
    if is_new:
        Event.objects.record(by=by, project=project, text=_("skrev en relation mellem to aktører op"))
    return relation, is_new


def in_stored_order(from_actor: Actor, to_actor: Actor, kind: RelationKind) -> tuple[Actor, Actor]:
    """As chosen where the direction matters, else the older first."""
    if kind.is_directed or from_actor.pk < to_actor.pk:
        return from_actor, to_actor
    return to_actor, from_actor


@transaction.atomic
def remove_relation(*, by: Any, project: Project, relation: ActorRelation) -> None:
    relation.delete()
    Event.objects.record(by=by, project=project, text=_("fjernede en relation mellem to aktører"))


@transaction.atomic
def set_in_use(*, by: Any, row: ProjectActor, in_use: bool) -> None:
    """Take the actor out of use in the whole helhedsplan, or in use again. What it has been part of stays."""
    actor = Actor.objects.select_for_update().get(pk=row.actor_id)
    if actor.is_active != in_use:
        actor.is_active = in_use
        actor.save(update_fields=["is_active"])
        words = _("tog aktøren %s i brug igen") if in_use else _("tog aktøren %s ud af brug i helhedsplanen")
        Event.objects.record(by=by, project=row.project, text=words % row.code)
