"""Rows become a PlanDocument, with the same few queries for any number of rows. A module for each phase."""

from dataclasses import replace
from datetime import date

from projects.documents.build.analysis import candidacies_of
from projects.documents.build.cooperation import interfaces_of, role_shifts_of
from projects.documents.build.health import health_of
from projects.documents.build.letting_go import letting_go_of
from projects.documents.build.lifecycle import lifecycle_of
from projects.documents.build.likeness import like
from projects.documents.build.mapping import actors_of, commitments_of, relations_of
from projects.documents.build.outcomes import outcome_of
from projects.documents.build.plan import actions_of, budget_of
from projects.documents.build.programme import frame_of
from projects.documents.build.why_what import why_of
from projects.documents.document import PlanDocument
from projects.documents.records import (
    Outline,
    PlanQuestion,
    PlanTask,
)
from projects.lifecycle.derived import unanswered
from projects.models import (
    OpenQuestion,
    PlanOutline,
    Project,
    Task,
)
from projects.phases.facts import facts_of


def build_plan(project: Project, today: date) -> PlanDocument:
    """Everything the plan says on that day, as the working edition. The project comes from `get_project`."""
    facts = replace(facts_of(project), today=today)
    return PlanDocument(
        frame=frame_of(project),
        today=today,
        why=why_of(project),
        tasks=tuple(like(PlanTask, task) for task in Task.objects.filter(project=project).in_order()),
        actors=tuple(actors_of(project)),
        **relations_of(project),
        commitments=tuple(commitments_of(project)),
        candidacies=tuple(candidacies_of(project)),
        actions=tuple(actions_of(project)),
        budget=tuple(budget_of(project)),
        interfaces=tuple(interfaces_of(project)),
        role_shifts=tuple(role_shifts_of(project)),
        questions=tuple(like(PlanQuestion, row) for row in OpenQuestion.objects.filter(project=project).in_order()),
        outline=like(Outline, PlanOutline.objects.filter(project=project).first() or PlanOutline()),
        **outcome_of(project),
        **letting_go_of(project),
        **lifecycle_of(project, facts, today),
        **health_of(facts),
        unanswered=unanswered(facts),
    )


__all__ = ["build_plan"]
