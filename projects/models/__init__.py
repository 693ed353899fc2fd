from projects.models.acceptance import AcceptedFinding
from projects.models.action import Action, ActionGap, ActionStatus, CapacityForm, Interface, OpenQuestion, Theme
from projects.models.assessment import AssessmentRound, SharedScore
from projects.models.budget import BudgetLine, Certainty, FundingSource
from projects.models.calendar_date import CalendarDate
from projects.models.candidacy import Candidacy, Choice
from projects.models.commitment import (
    Commitment,
    CommitmentRole,
    CommitmentState,
    ContactStatus,
    Contribution,
    Pledge,
    ProjectActor,
    carrying_already,
    standing_reserves,
)
from projects.models.cooperation import ActionTemplate, InterfacePart, RoleShift, RoleShiftKind
from projects.models.decision import AnchoringDecision, Outcome
from projects.models.draft import Draft
from projects.models.event import Event
from projects.models.handover import Handover, HandoverPoint, HandoverState, HandoverTick
from projects.models.interview import ActorInterview
from projects.models.meeting import Meeting, MeetingKind, NextStep
from projects.models.operation import (
    Consequence,
    Decision,
    FollowUp,
    FollowUpResult,
    Likelihood,
    ProjectCost,
    Risk,
    StaffHours,
)
from projects.models.outcome import BidStatus, FundingBid, Notice, OutcomeAnswers, WindDownItem, WindDownKind
from projects.models.outline import AnchoringModel, Pace, PlanOutline
from projects.models.project import FocusArea, Project
from projects.models.rating import ActorLink, Participant, Rating, RoundNetwork, RoundResult, RoundSubject
from projects.models.removed import DAYS_TO_UNDO, RemovedRow
from projects.models.task import HoursUnit, LegalRequirement, OperationLevel, Task, TaskType
from projects.models.template import ActivityTemplate, TemplateTask
from projects.models.why_what import AnchoredObject, Evidence, WhyWhat, is_goal_old
from projects.models.wording import Wording

__all__ = [
    "DAYS_TO_UNDO",
    "AcceptedFinding",
    "Action",
    "ActionGap",
    "ActionStatus",
    "ActionTemplate",
    "ActivityTemplate",
    "ActorInterview",
    "ActorLink",
    "AnchoredObject",
    "AnchoringDecision",
    "AnchoringModel",
    "AssessmentRound",
    "BidStatus",
    "BudgetLine",
    "CalendarDate",
    "Candidacy",
    "CapacityForm",
    "Certainty",
    "Choice",
    "Commitment",
    "CommitmentRole",
    "CommitmentState",
    "Consequence",
    "ContactStatus",
    "Contribution",
    "Decision",
    "Draft",
    "Event",
    "Evidence",
    "FocusArea",
    "FollowUp",
    "FollowUpResult",
    "FundingBid",
    "FundingSource",
    "Handover",
    "HandoverPoint",
    "HandoverState",
    "HandoverTick",
    "HoursUnit",
    "Interface",
    "InterfacePart",
    "LegalRequirement",
    "Likelihood",
    "Meeting",
    "MeetingKind",
    "NextStep",
    "Notice",
    "OpenQuestion",
    "OperationLevel",
    "Outcome",
    "OutcomeAnswers",
    "Pace",
    "Participant",
    "PlanOutline",
    "Pledge",
    "Project",
    "ProjectActor",
    "ProjectCost",
    "Rating",
    "RemovedRow",
    "Risk",
    "RoleShift",
    "RoleShiftKind",
    "RoundNetwork",
    "RoundResult",
    "RoundSubject",
    "SharedScore",
    "StaffHours",
    "Task",
    "TaskType",
    "TemplateTask",
    "Theme",
    "WhyWhat",
    "WindDownItem",
    "WindDownKind",
    "Wording",
    "carrying_already",
    "is_goal_old",
    "standing_reserves",
]
