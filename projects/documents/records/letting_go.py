"""Phase 4, its second half, in the plan. A risk is referred to by its code (R1)."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from projects.documents.redaction import INTERNAL, Record
from projects.models import Consequence, FollowUpResult, HandoverPoint, HandoverState, Likelihood
from projects.models.handover import is_settled


class PlanRisk(Record):
    code: str
    title: str
    likelihood: Likelihood | None = None
    consequence: Consequence | None = None
    countermeasure: str = ""
    plan_b: str = ""
    owner: str = ""


class PlanStaffHours(Record):
    """A role's hours in a month, given by its first day."""

    month: date
    role: str = ""
    hours: Decimal | None = None
    hands_over: str = ""
    rise_reason: str = ""


class PlanTick(Record):
    """What a person said of one point of the handover."""

    point: HandoverPoint
    state: HandoverState | None = None
    reason: str = ""
    ticked_on: date | None = None
    said_by: str = ""
    note: Annotated[str, INTERNAL] = ""

    @property
    def is_settled(self) -> bool:
        return is_settled(self.state, self.reason)


class PlanHandover(Record):
    """The day, the roles that sign, and since when it is approved. A point nobody has looked at has no tick."""

    handed_over_on: date | None = None
    signatures: tuple[str, ...] = ()
    approved_on: date | None = None
    approval_reason: Annotated[str, INTERNAL] = ""
    ticks: tuple[PlanTick, ...] = ()


class PlanFollowUp(Record):
    due_on: date
    responsible: str = ""
    looks_at: str = ""
    result: FollowUpResult | None = None
    note: Annotated[str, INTERNAL] = ""

    def is_due(self, today: date) -> bool:
        return self.result is None and self.due_on <= today


class PlanProjectCost(Record):
    """What the project costs a year today."""

    title: str
    amount: int | None = None


class PlanDecision(Record):
    """A decision of the log. The one of phase 1 stands in Why."""

    decided_on: date | None = None
    text: str
    body: str = ""
    reason: Annotated[str, INTERNAL] = ""
