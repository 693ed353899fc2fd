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
from projects.models.cooperation import ActionTemplate, InterfacePart, RoleShift, RoleShiftKind
from projects.models.event import Event
from projects.models.outcome import BidStatus, FundingBid, Notice, OutcomeAnswers, WindDownItem, WindDownKind
from projects.models.outline import AnchoringModel, PlanOutline
from projects.models.project import FocusArea, Project
from projects.models.task import HoursUnit, LegalRequirement, OperationLevel, Task, TaskType
from projects.models.why_what import AnchoredObject, AnchoringDecision, Evidence, Outcome, WhyWhat

__all__ = [
    "Action",
    "ActionGap",
    "ActionStatus",
    "ActionTemplate",
    "AnchoredObject",
    "AnchoringDecision",
    "AnchoringModel",
    "AssessmentRound",
    "BidStatus",
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
    "FundingBid",
    "FundingSource",
    "HoursUnit",
    "Interface",
    "InterfacePart",
    "LegalRequirement",
    "Notice",
    "OpenQuestion",
    "OperationLevel",
    "Outcome",
    "OutcomeAnswers",
    "PlanOutline",
    "Project",
    "ProjectActor",
    "RoleShift",
    "RoleShiftKind",
    "SharedScore",
    "Task",
    "TaskType",
    "Theme",
    "WhyWhat",
    "WindDownItem",
    "WindDownKind",
]
