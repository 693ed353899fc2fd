"""The records a plan is made of, by phase. Tasks, actors and actions are referred to by their code (O1, A1, P1)."""

from projects.documents.records.analysis import PlanAnswer, PlanCandidacy, PlanScore, PlanStanding
from projects.documents.records.cooperation import PlanInterface, PlanInterfacePart, PlanRoleShift
from projects.documents.records.health import PlanFinding
from projects.documents.records.letting_go import (
    PlanDecision,
    PlanFollowUp,
    PlanHandover,
    PlanProjectCost,
    PlanRisk,
    PlanStaffHours,
    PlanTick,
)
from projects.documents.records.lifecycle import PlanDate, PlanLevel, PlanStage
from projects.documents.records.mapping import PlanActor, PlanCommitment, PlanRelation
from projects.documents.records.outcomes import PlanBid, PlanNotice, PlanOutcome, PlanWindDown
from projects.documents.records.plan import Outline, PlanAction, PlanBudgetLine, PlanGap, PlanQuestion
from projects.documents.records.programme import Frame
from projects.documents.records.why_what import PlanTask, PlanWording, Scope, Why

__all__ = [
    "Frame",
    "Outline",
    "PlanAction",
    "PlanActor",
    "PlanAnswer",
    "PlanBid",
    "PlanBudgetLine",
    "PlanCandidacy",
    "PlanCommitment",
    "PlanDate",
    "PlanDecision",
    "PlanFinding",
    "PlanFollowUp",
    "PlanGap",
    "PlanHandover",
    "PlanInterface",
    "PlanInterfacePart",
    "PlanLevel",
    "PlanNotice",
    "PlanOutcome",
    "PlanProjectCost",
    "PlanQuestion",
    "PlanRelation",
    "PlanRisk",
    "PlanRoleShift",
    "PlanScore",
    "PlanStaffHours",
    "PlanStage",
    "PlanStanding",
    "PlanTask",
    "PlanTick",
    "PlanWindDown",
    "PlanWording",
    "Scope",
    "Why",
]
