"""Phase 4, its second half."""

from collections.abc import Iterator
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.utils import timezone

from projects.documents.build.likeness import like
from projects.documents.records import (
    PlanDecision,
    PlanFollowUp,
    PlanHandover,
    PlanProjectCost,
    PlanRisk,
    PlanStaffHours,
    PlanTick,
)
from projects.documents.redaction import Record
from projects.models import Decision, FollowUp, Handover, HandoverTick, Project, ProjectCost, Risk, StaffHours

R = TypeVar("R", bound=Record)


def letting_go_of(project: Project) -> dict[str, Any]:
    """The fields of the plan that tell how the project lets go, by name."""
    return {
        "risks": tuple(_all(PlanRisk, Risk.objects.filter(project=project).in_order())),
        "staff_hours": tuple(_all(PlanStaffHours, StaffHours.objects.filter(project=project).in_order())),
        "handover": _handover(project),
        "follow_ups": tuple(_all(PlanFollowUp, FollowUp.objects.filter(project=project).in_order())),
        "project_costs": tuple(_all(PlanProjectCost, ProjectCost.objects.filter(project=project).in_order())),
        "decisions": tuple(_all(PlanDecision, Decision.objects.filter(project=project).in_order())),
    }


def _all(kind: type[R], rows: QuerySet[Any]) -> Iterator[R]:
    return (like(kind, row) for row in rows)


def _handover(project: Project) -> PlanHandover:
    row = Handover.objects.filter(project=project).first() or Handover()
    return PlanHandover(
        handed_over_on=row.handed_over_on,
        signatures=tuple(row.signatures),
        approved_on=timezone.localdate(row.approved_at) if row.approved_at else None,
        approval_reason=row.approval_reason,
        ticks=tuple(_all(PlanTick, HandoverTick.objects.filter(project=project).in_order())),
    )
