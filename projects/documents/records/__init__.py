"""The records a plan is made of, by phase. Tasks, actors and actions are referred to by their code (O1, A1, P1)."""

from projects.documents.records.analysis import PlanCandidacy, PlanScore
from projects.documents.records.mapping import PlanActor, PlanCommitment
from projects.documents.records.plan import Outline, PlanAction, PlanBudgetLine, PlanGap, PlanInterface, PlanQuestion
from projects.documents.records.programme import Frame
from projects.documents.records.why_what import PlanTask, Scope, Why

__all__ = [
    "Frame",
    "Outline",
    "PlanAction",
    "PlanActor",
    "PlanBudgetLine",
    "PlanCandidacy",
    "PlanCommitment",
    "PlanGap",
    "PlanInterface",
    "PlanQuestion",
    "PlanScore",
    "PlanTask",
    "Scope",
    "Why",
]
