"""Phase 4 of a project that ends, passes its method on or seeks new money."""

from typing import Any

from projects.documents.build.likeness import like
from projects.documents.records import PlanBid, PlanNotice, PlanOutcome, PlanWindDown
from projects.models import FundingBid, Notice, OutcomeAnswers, Project, WindDownItem


def outcome_of(project: Project) -> dict[str, Any]:
    """The fields of PlanDocument that tell of the outcome. What another decision asks for is kept, but not told."""
    answers = OutcomeAnswers.objects.filter(project=project).first() or OutcomeAnswers()
    return {
        "outcome_answers": like(PlanOutcome, answers),
        "wind_down": tuple(like(PlanWindDown, row) for row in WindDownItem.objects.filter(project=project).in_order()),
        "notices": tuple(like(PlanNotice, row) for row in Notice.objects.filter(project=project).in_order()),
        "bids": tuple(like(PlanBid, row) for row in FundingBid.objects.filter(project=project).in_order()),
    }
