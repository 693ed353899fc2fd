"""Phase 4."""

from collections.abc import Iterator

from django.db.models import Prefetch

from actors.concepts import Concept
from projects.documents.build.likeness import like
from projects.documents.records import (
    PlanAction,
    PlanBudgetLine,
    PlanGap,
)
from projects.models import (
    Action,
    ActionGap,
    BudgetLine,
    Project,
    ProjectActor,
    Task,
)


def actions_of(project: Project) -> Iterator[PlanAction]:
    gaps = ActionGap.objects.select_related("candidacy__project_actor").order_by("candidacy__project_actor__position")
    rows = Action.objects.filter(project=project).in_order()
    for row in rows.prefetch_related(
        Prefetch("actors", ProjectActor.objects.in_order()),
        Prefetch("tasks", Task.objects.going_on().in_order()),
        Prefetch("gaps", gaps),
        Prefetch("depends_on", Action.objects.in_order()),
    ):
        yield like(
            PlanAction,
            row,
            actors=tuple(actor.code for actor in row.actors.all()),
            tasks=tuple(task.code for task in row.tasks.all()),
            depends_on=tuple(action.code for action in row.depends_on.all()),
            gaps=tuple(
                PlanGap(actor=gap.candidacy.project_actor.code, concept=Concept(gap.concept)) for gap in row.gaps.all()
            ),
        )


def budget_of(project: Project) -> Iterator[PlanBudgetLine]:
    for row in BudgetLine.objects.filter(project=project).in_operation().select_related("task").in_order():
        yield like(PlanBudgetLine, row, task=row.task.code if row.task else "")
