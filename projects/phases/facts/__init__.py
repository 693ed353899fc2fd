"""What the checks need to know of a project, as plain records.

Checks, statuses, gates and "Gør nu" are pure functions of these; they ask neither the database nor the clock.
A new kind of row: a record and its loader in the module of its phase, a field in `ProjectFacts`, a line in `LOADERS`.
"""

from projects.phases.facts.acceptances import AcceptanceFacts
from projects.phases.facts.actors import ActorFacts, CommitmentFacts
from projects.phases.facts.candidacies import CandidacyFacts, latest_answers
from projects.phases.facts.cooperation import DependencyFacts, InformedFacts, InterfacePartFacts, RoleShiftFacts
from projects.phases.facts.letting_go import (
    DecisionFacts,
    FollowUpFacts,
    HandoverFacts,
    ProjectCostFacts,
    RiskFacts,
    StaffHoursFacts,
    TickFacts,
)
from projects.phases.facts.loading import facts_of, load_facts
from projects.phases.facts.meetings import NextStepFacts, PlannedMeetingFacts
from projects.phases.facts.operation import ActionFacts, BudgetFacts, InterfaceFacts, QuestionFacts
from projects.phases.facts.outcomes import BidFacts, NoticeFacts, WindDownFacts
from projects.phases.facts.project import ProjectFacts
from projects.phases.facts.tasks import TaskFacts

__all__ = [
    "AcceptanceFacts",
    "ActionFacts",
    "ActorFacts",
    "BidFacts",
    "BudgetFacts",
    "CandidacyFacts",
    "CommitmentFacts",
    "DecisionFacts",
    "DependencyFacts",
    "FollowUpFacts",
    "HandoverFacts",
    "InformedFacts",
    "InterfaceFacts",
    "InterfacePartFacts",
    "NextStepFacts",
    "NoticeFacts",
    "PlannedMeetingFacts",
    "ProjectCostFacts",
    "ProjectFacts",
    "QuestionFacts",
    "RiskFacts",
    "RoleShiftFacts",
    "StaffHoursFacts",
    "TaskFacts",
    "TickFacts",
    "WindDownFacts",
    "facts_of",
    "latest_answers",
    "load_facts",
]
