"""Phase 1 in the plan. A task is referred to by its code (O1)."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from projects.documents.redaction import INTERNAL, Record
from projects.models import (
    AnchoredObject,
    AnchoringDecision,
    Evidence,
    HoursUnit,
    LegalRequirement,
    OperationLevel,
    TaskType,
)


class Scope(Record):
    """How much: in the project or in operation."""

    frequency: str = ""
    participants: int | None = None
    hours_per_week: Decimal | None = None


class PlanWording(Record):
    """A question that was asked in other words than the standard's, when the plan was made."""

    key: str
    label: str


class Why(Record):
    """Phase 1's answers about the project as a whole, and the questions that were put in words of one's own."""

    asked: tuple[PlanWording, ...] = ()
    problem: str = ""
    target_group: str = ""
    target_count: int | None = None
    target_age_from: int | None = None
    target_age_to: int | None = None
    effect: str = ""
    effect_evidence: Evidence | None = None
    consequence: str = ""
    spread: str = ""
    beneficiaries: tuple[str, ...] = ()
    goal: str = ""
    goal_date: date | None = None
    goal_is_old: bool = False
    anchored_objects: tuple[AnchoredObject, ...] = ()
    core_elements: tuple[str, ...] = ()
    adaptable: tuple[str, ...] = ()
    stopping: tuple[str, ...] = ()
    scope_project: Scope = Scope()
    scope_operation: Scope = Scope()
    decision: AnchoringDecision | None = None
    decision_reason: Annotated[str, INTERNAL] = ""
    decided_on: date | None = None

    def heading(self, key: str, standard: str) -> str:
        """What stands above the answer: the question as it was put, or the plan's own short word for it."""
        return next((each.label for each in self.asked if each.key == key), standard)

    @property
    def is_decided(self) -> bool:
        return self.decision not in {None, AnchoringDecision.UNDECIDED}

    @property
    def opens_with_goal(self) -> bool:
        """Not with the goal of an earlier decision when the project is closed: it says the opposite of what is done."""
        return not self.ends or (bool(self.goal) and not self.goal_is_old)

    @property
    def ends(self) -> bool:
        """The project is closed on purpose: nothing is handed over."""
        return self.decision is AnchoringDecision.END


class PlanTask(Record):
    code: str
    title: str
    task_type: TaskType | None = None
    description: str = ""
    solved_today_by: str = ""
    hours_project: Decimal | None = None
    hours_operation: Decimal | None = None
    hours_unit: HoursUnit = HoursUnit.WEEK
    competences: str = ""
    legal_requirements: tuple[LegalRequirement, ...] = ()
    is_critical: bool | None = None
    operation_level: OperationLevel | None = None

    @property
    def continues(self) -> bool:
        """A task that is stopped is no gap when nobody takes it."""
        return self.operation_level is not OperationLevel.STOP
