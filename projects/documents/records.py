"""The records a plan is made of. Tasks, actors and actions are referred to by their code (O1, A1, P1)."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from actors.concepts import UNKNOWN, Answer, Concept
from actors.models.actor import ActorType, Sphere
from projects.documents.redaction import INTERNAL, Record
from projects.models import (
    ActionStatus,
    AnchoredObject,
    AnchoringDecision,
    AnchoringModel,
    CapacityForm,
    Certainty,
    Choice,
    CommitmentRole,
    CommitmentState,
    ContactStatus,
    Contribution,
    Evidence,
    FundingSource,
    HoursUnit,
    LegalRequirement,
    OperationLevel,
    TaskType,
    Theme,
)


class Frame(Record):
    """The project and the helhedsplan around it."""

    programme: str
    project: str
    slug: str
    deciding_body: str = "styregruppen"
    parties: tuple[str, ...] = ()
    area: str = ""
    focus_area: str = ""
    programme_start: date | None = None
    programme_end: date | None = None
    start: date | None = None
    end: date | None = None
    lbf_journal_number: str = ""
    vision: str = ""
    anchoring_strategy: str = ""
    is_demo: bool = False

    @property
    def ends_on(self) -> date | None:
        """When the project's money ends: its own last day, else the helhedsplan's."""
        return self.end or self.programme_end

    @property
    def body(self) -> str:
        """The deciding body as the first word of a sentence."""
        return self.deciding_body[:1].upper() + self.deciding_body[1:]


class Scope(Record):
    """How much: in the project or in operation."""

    frequency: str = ""
    participants: int | None = None
    hours_per_week: Decimal | None = None


class Why(Record):
    """Phase 1's answers about the project as a whole."""

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
    anchored_objects: tuple[AnchoredObject, ...] = ()
    core_elements: tuple[str, ...] = ()
    adaptable: tuple[str, ...] = ()
    stopping: tuple[str, ...] = ()
    scope_project: Scope = Scope()
    scope_operation: Scope = Scope()
    decision: AnchoringDecision | None = None
    decision_reason: Annotated[str, INTERNAL] = ""
    decided_on: date | None = None

    @property
    def is_decided(self) -> bool:
        return self.decision not in {None, AnchoringDecision.UNDECIDED}

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


class PlanScore(Record):
    """What the group holds about one concept. Internal as a whole: see PlanCandidacy.scores."""

    concept: Concept
    score: Literal[1, 2, 3, 4, 5] | None = None
    is_unknown: bool = False
    evidence: Evidence | None = None
    reason: str = ""
    requirement: str = ""
    assessed_on: date | None = None

    @property
    def answer(self) -> Answer:
        return UNKNOWN if self.is_unknown else self.score


class PlanCandidacy(Record):
    """An actor in a role. `selected` is what others may know; the choice itself can also be "not now"."""

    actor: str
    title: str
    tasks: tuple[str, ...] = ()
    selected: Choice | None = None
    choice: Annotated[Choice | None, INTERNAL] = None
    choice_reason: Annotated[str, INTERNAL] = ""
    scores: Annotated[tuple[PlanScore, ...], INTERNAL] = ()

    @property
    def answers(self) -> dict[Concept, Answer]:
        return {score.concept: score.answer for score in self.scores}


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


class PlanInterface(Record):
    trigger: str
    response: str = ""
    informed: str = ""
    actors: tuple[str, ...] = ()


class PlanQuestion(Record):
    question: str
    settled_by: str = ""
    for_deciding_body: bool = False
    deadline: date | None = None
    answer: str = ""


class Outline(Record):
    """Phase 4's answers about the plan as a whole."""

    anchoring_model: AnchoringModel | None = None
    model_reason: Annotated[str, INTERNAL] = ""
    competences: str = ""
    facilities: str = ""
    leadership: str = ""
