"""Phase 2."""

from collections.abc import Iterator
from typing import Any

from actors.models import ActorRelation, RelationKind
from projects.documents.build.likeness import like
from projects.documents.records import (
    PlanActor,
    PlanCommitment,
    PlanRelation,
)
from projects.models import (
    Commitment,
    Project,
    ProjectActor,
)


def actors_of(project: Project) -> Iterator[PlanActor]:
    for row in ProjectActor.objects.filter(project=project).named().in_order():
        yield like(
            PlanActor,
            row,
            name=str(row.actor),
            organisation=row.actor.organisation_name if row.actor.name else "",
            actor_type=row.actor.actor_type or None,
            sphere=row.actor.sphere or None,
            run_by_volunteers=row.actor.run_by_volunteers or None,
            in_use=row.actor.is_active,
        )


def relations_of(project: Project) -> dict[str, Any]:
    """What the plan's actors have to do with each other. What may hurt has a field of its own, which is internal."""
    rows = ProjectActor.objects.filter(project=project).only("actor_id", "number")
    codes = {row.actor_id: row.code for row in rows}
    relations = ActorRelation.objects.among(codes).in_order()
    found = [
        PlanRelation(actor=codes[row.from_actor_id], other=codes[row.to_actor_id], kind=RelationKind(row.kind))
        for row in relations
    ]
    return {
        "relations": tuple(one for one in found if not one.kind.is_internal),
        "conflicts": tuple(one for one in found if one.kind.is_internal),
    }


def commitments_of(project: Project) -> Iterator[PlanCommitment]:
    rows = Commitment.objects.filter(task__project=project).select_related("task", "project_actor")
    for row in rows.order_by("task__position", "project_actor__position", "role"):
        yield like(PlanCommitment, row, task=row.task.code, actor=row.project_actor.code)
