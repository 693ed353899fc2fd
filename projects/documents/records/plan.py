"""Phase 4 in the plan. An action is referred to by its code (P1)."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from actors.concepts import Concept
from projects.documents.redaction import INTERNAL, Record
from projects.models import (
    ActionStatus,
    AnchoringModel,
    CapacityForm,
    Certainty,
    FundingSource,
    OperationLevel,
    Pace,
    Theme,
)


class PlanGap(Record):
    actor: str
    concept: Concept


class PlanAction(Record):
    code: str
    title: str
    theme: Theme | None = None
    capacity_form: CapacityForm | None = None
    actors: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()
    responsible: str = ""
    contributors: str = ""
    start: date | None = None
    deadline: date | None = None
    milestone: str = ""
    success_criterion: str = ""
    hours: Decimal | None = None
    cost: int | None = None
    funding_source: FundingSource | None = None
    risk: Annotated[str, INTERNAL] = ""
    plan_b: Annotated[str, INTERNAL] = ""
    status: ActionStatus = ActionStatus.NOT_STARTED
    done_on: date | None = None
    status_note: Annotated[str, INTERNAL] = ""
    gaps: Annotated[tuple[PlanGap, ...], INTERNAL] = ()

    def is_overdue(self, today: date) -> bool:
        return self.deadline is not None and self.deadline < today and self.status.is_open


class PlanBudgetLine(Record):
    title: str
    task: str = ""
    amount: int | None = None
    source: FundingSource | None = None
    source_note: str = ""
    certainty: Certainty | None = None
    expires_on: date | None = None

    @property
    def is_missing(self) -> bool:
        """Nobody is named who pays, or it is said that nobody does."""
        return self.certainty in {None, Certainty.MISSING}


class PlanQuestion(Record):
    question: str
    settled_by: str = ""
    for_deciding_body: bool = False
    deadline: date | None = None
    answer: str = ""


class Outline(Record):
    """Phase 4's answers about the plan as a whole."""

    learning_strategy: str = ""
    pace: Pace | None = None
    pace_note: str = ""
    ambition: OperationLevel | None = None
    ambition_note: str = ""

    anchoring_model: AnchoringModel | None = None
    model_reason: Annotated[str, INTERNAL] = ""
    competences: str = ""
    competence_courses: str = ""
    competence_deadline: date | None = None
    facilities: str = ""
    facility_keys: str = ""
    facility_equipment: str = ""
    facility_payer: str = ""
    facility_agreement: str = ""
    leadership: str = ""
    free_of_charge: str = ""
    leadership_forum: str = ""
    leadership_decides: str = ""
    leadership_deputies: str = ""

    @property
    def tells_how_it_is_run(self) -> bool:
        """Whether anything is written of competences, premises or leadership."""
        names = (name for name in type(self).model_fields if name.startswith(("competence", "facilit", "leadership")))
        return any(getattr(self, name) for name in names)
