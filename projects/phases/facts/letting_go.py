"""Phase 4, its second half: risks, the staff's hours, the handover and what comes after."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from projects.models import (
    Decision,
    FollowUp,
    Handover,
    HandoverTick,
    ProjectCost,
    Risk,
    StaffHours,
)
from projects.models.handover import is_settled
from projects.phases.facts.grouping import grouped_records


class RiskFacts(NamedTuple):
    project_id: int
    id: int
    number: int
    title: str
    likelihood: str
    consequence: str
    countermeasure: str
    plan_b: str
    owner: str

    @property
    def name(self) -> str:
        return f"R{self.number} {self.title}"


class StaffHoursFacts(NamedTuple):
    project_id: int
    id: int
    month: date
    role: str
    hours: Decimal | None
    rise_reason: str


class TickFacts(NamedTuple):
    """What is said of a point of the handover check."""

    project_id: int
    point: int
    state: str
    reason: str
    ticked_on: date | None
    said_by: str

    @property
    def is_settled(self) -> bool:
        return is_settled(self.state, self.reason)


class HandoverFacts(NamedTuple):
    project_id: int
    handed_over_on: date | None
    approved_at: datetime | None


class FollowUpFacts(NamedTuple):
    project_id: int
    id: int
    due_on: date
    responsible: str
    result: str

    def is_due(self, today: date) -> bool:
        return not self.result and self.due_on <= today


class DecisionFacts(NamedTuple):
    """A decision of the log. The one of phase 1 is not among them."""

    project_id: int
    id: int
    decided_on: date | None
    body: str
    is_about_project: bool = False


class ProjectCostFacts(NamedTuple):
    project_id: int
    id: int
    title: str
    amount: int | None


def load_risks(found: Iterable[int]) -> defaultdict[int, list[RiskFacts]]:
    return grouped_records(RiskFacts, Risk.objects.filter(project_id__in=found).in_order())


def load_staff_hours(found: Iterable[int]) -> defaultdict[int, list[StaffHoursFacts]]:
    return grouped_records(StaffHoursFacts, StaffHours.objects.filter(project_id__in=found).in_order())


def load_handover_ticks(found: Iterable[int]) -> defaultdict[int, list[TickFacts]]:
    return grouped_records(TickFacts, HandoverTick.objects.filter(project_id__in=found).in_order())


def load_handovers(found: Iterable[int]) -> defaultdict[int, list[HandoverFacts]]:
    return grouped_records(HandoverFacts, Handover.objects.filter(project_id__in=found))


def load_follow_ups(found: Iterable[int]) -> defaultdict[int, list[FollowUpFacts]]:
    return grouped_records(FollowUpFacts, FollowUp.objects.filter(project_id__in=found).in_order())


def load_project_costs(found: Iterable[int]) -> defaultdict[int, list[ProjectCostFacts]]:
    return grouped_records(ProjectCostFacts, ProjectCost.objects.filter(project_id__in=found).in_order())


def load_decisions(found: Iterable[int]) -> defaultdict[int, list[DecisionFacts]]:
    return grouped_records(DecisionFacts, Decision.objects.filter(project_id__in=found).in_order())
