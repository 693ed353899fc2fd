"""Phase 2 in the plan. An actor is referred to by its code (A1)."""

from datetime import date
from typing import Annotated

from actors.models import RelationKind
from actors.models.actor import ActorType, Sphere, YesNoUnknown
from projects.documents.redaction import INTERNAL, Record
from projects.models import (
    CommitmentRole,
    CommitmentState,
    ContactStatus,
    Contribution,
    TaskType,
)


class PlanActor(Record):
    code: str
    name: str
    organisation: str = ""
    actor_type: ActorType | None = None
    sphere: Sphere | None = None
    run_by_volunteers: YesNoUnknown | None = None
    in_use: bool = True
    current_role: str = ""
    contributions: tuple[Contribution, ...] = ()
    contribution_note: str = ""
    task_types: tuple[TaskType, ...] = ()
    limits: Annotated[str, INTERNAL] = ""
    decision_role: Annotated[str, INTERNAL] = ""
    contact_role: Annotated[str, INTERNAL] = ""
    contact_status: Annotated[ContactStatus | None, INTERNAL] = None
    contact_date: Annotated[date | None, INTERNAL] = None


class PlanRelation(Record):
    """Two actors of the plan, by their codes. The direction matters where the kind says so."""

    actor: str
    other: str
    kind: RelationKind


class PlanCommitment(Record):
    task: str
    actor: str
    role: CommitmentRole
    state: CommitmentState
    takes_over_on: date | None = None
