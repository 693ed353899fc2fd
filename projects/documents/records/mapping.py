"""Phase 2 in the plan. An actor is referred to by its code (A1)."""

from datetime import date
from typing import Annotated

from actors.models.actor import ActorType, Sphere
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
    current_role: str = ""
    contributions: tuple[Contribution, ...] = ()
    contribution_note: str = ""
    task_types: tuple[TaskType, ...] = ()
    limits: Annotated[str, INTERNAL] = ""
    decision_role: Annotated[str, INTERNAL] = ""
    contact_role: Annotated[str, INTERNAL] = ""
    contact_status: Annotated[ContactStatus | None, INTERNAL] = None
    contact_date: Annotated[date | None, INTERNAL] = None


class PlanCommitment(Record):
    task: str
    actor: str
    role: CommitmentRole
    state: CommitmentState
    takes_over_on: date | None = None
