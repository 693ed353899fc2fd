"""Phase 2."""

from collections.abc import Iterator

from projects.documents.build.likeness import like
from projects.documents.records import (
    PlanActor,
    PlanCommitment,
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
        )


def commitments_of(project: Project) -> Iterator[PlanCommitment]:
    rows = Commitment.objects.filter(task__project=project).select_related("task", "project_actor")
    for row in rows.order_by("task__position", "project_actor__position", "role"):
        yield like(PlanCommitment, row, task=row.task.code, actor=row.project_actor.code)
