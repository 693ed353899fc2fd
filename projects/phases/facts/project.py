"""One project as plain records: what every check is a function of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from actors.calendar import Calendar, calendar_of
from projects.models import Outcome, OutcomeAnswers, PlanOutline, WhyWhat
from projects.phases.facts.acceptances import AcceptanceFacts
from projects.phases.facts.actors import ActorFacts, CommitmentFacts
from projects.phases.facts.candidacies import CandidacyFacts
from projects.phases.facts.cooperation import (
    DependencyFacts,
    InformedFacts,
    InterfacePartFacts,
    RoleShiftFacts,
)
from projects.phases.facts.letting_go import (
    DecisionFacts,
    FollowUpFacts,
    HandoverFacts,
    ProjectCostFacts,
    RiskFacts,
    StaffHoursFacts,
    TickFacts,
)
from projects.phases.facts.meetings import NextStepFacts, PlannedMeetingFacts
from projects.phases.facts.operation import ActionFacts, BudgetFacts, InterfaceFacts, QuestionFacts
from projects.phases.facts.outcomes import BidFacts, NoticeFacts, WindDownFacts
from projects.phases.facts.tasks import TaskFacts


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """One project as it stands today."""

    id: int
    slug: str
    end: date | None
    today: date
    why_what: WhyWhat
    outline: PlanOutline
    tasks: list[TaskFacts] = field(default_factory=list)
    actors: list[ActorFacts] = field(default_factory=list)
    commitments: list[CommitmentFacts] = field(default_factory=list)
    candidacies: list[CandidacyFacts] = field(default_factory=list)
    actions: list[ActionFacts] = field(default_factory=list)
    budget_lines: list[BudgetFacts] = field(default_factory=list)
    interfaces: list[InterfaceFacts] = field(default_factory=list)
    questions: list[QuestionFacts] = field(default_factory=list)
    risks: Sequence[RiskFacts] = ()
    staff_hours: Sequence[StaffHoursFacts] = ()
    handover_ticks: Sequence[TickFacts] = ()
    handovers: Sequence[HandoverFacts] = ()
    follow_ups: Sequence[FollowUpFacts] = ()
    project_costs: Sequence[ProjectCostFacts] = ()
    decisions: Sequence[DecisionFacts] = ()
    interface_parts: Sequence[InterfacePartFacts] = ()
    informed: Sequence[InformedFacts] = ()
    dependencies: Sequence[DependencyFacts] = ()
    role_shifts: Sequence[RoleShiftFacts] = ()
    outcome_answers: Sequence[OutcomeAnswers] = ()
    wind_down: Sequence[WindDownFacts] = ()
    notices: Sequence[NoticeFacts] = ()
    bids: Sequence[BidFacts] = ()
    start: date | None = None
    programme_start: date | None = None
    programme_end: date | None = None
    planned_meetings: Sequence[PlannedMeetingFacts] = ()
    next_steps: Sequence[NextStepFacts] = ()
    acceptances: Sequence[AcceptanceFacts] = ()
    calendars: Sequence[Calendar] = ()

    @property
    def outcome(self) -> Outcome:
        return Outcome.of(self.why_what.decision)

    @property
    def hands_over(self) -> bool:
        """Whether the phases about actors and operation are needed: not when the project ends or seeks new money."""
        return self.outcome in Outcome.LIVES_ON

    @property
    def on_outcome(self) -> OutcomeAnswers:
        """What is written about the outcome; empty until somebody writes."""
        return next(iter(self.outcome_answers), OutcomeAnswers())

    @property
    def handover(self) -> HandoverFacts | None:
        """None: nobody has written of it."""
        return next(iter(self.handovers), None)

    @property
    def calendar(self) -> Calendar:
        """The dates of the project's period, with those that were moved."""
        return next(iter(self.calendars), calendar_of(self.start, self.end))

    @property
    def living_tasks(self) -> list[TaskFacts]:
        return [task for task in self.tasks if task.lives_on]

    def commitments_of(self, task: TaskFacts, role: str) -> list[CommitmentFacts]:
        return [c for c in self.commitments if c.task_id == task.id and c.role == role]

    @property
    def candidacies_in_use(self) -> list[CandidacyFacts]:
        """Without those of actors that are taken out of use in the helhedsplan."""
        return [each for each in self.candidacies if self.is_in_use(each.project_actor_id)]

    def is_in_use(self, project_actor_id: int) -> bool:
        return any(actor.id == project_actor_id and actor.is_active for actor in self.actors)

    def actor_name(self, project_actor_id: int) -> str:
        return next(actor.name for actor in self.actors if actor.id == project_actor_id)
