from projects.models.action import (
    Action,
    ActionGap,
    ActionStatus,
    BudgetLine,
    CapacityForm,
    Certainty,
    FundingSource,
    Interface,
    OpenQuestion,
    Theme,
)
from projects.models.assessment import AssessmentRound, SharedScore
from projects.models.candidacy import Candidacy, Choice
from projects.models.commitment import (
    Commitment,
    CommitmentRole,
    CommitmentState,
    ContactStatus,
    Contribution,
    ProjectActor,
)
from projects.models.event import Event
from projects.models.outline import AnchoringModel, PlanOutline
from projects.models.project import FocusArea, Project
from projects.models.task import HoursUnit, LegalRequirement, OperationLevel, Task, TaskType
from projects.models.why_what import AnchoredObject, AnchoringDecision, Evidence, WhyWhat

__all__ = [
    "Action",
    "ActionGap",
    "ActionStatus",
    "AnchoredObject",
    "AnchoringDecision",
    "AnchoringModel",
    "AssessmentRound",
    "BudgetLine",
    "Candidacy",
    "CapacityForm",
    "Certainty",
    "Choice",
    "Commitment",
    "CommitmentRole",
    "CommitmentState",
    "ContactStatus",
    "Contribution",
    "Event",
    "Evidence",
    "FocusArea",
    "FundingSource",
    "HoursUnit",
    "Interface",
    "LegalRequirement",
    "OpenQuestion",
    "OperationLevel",
    "PlanOutline",
    "Project",
    "ProjectActor",
    "SharedScore",
    "Task",
    "TaskType",
    "Theme",
    "WhyWhat",
]
