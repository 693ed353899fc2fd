"""Rows become a PlanDocument, with the same few queries for any number of rows."""

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, Prefetch

from actors.concepts import Concept
from actors.models import Party
from projects.documents.document import PlanDocument
from projects.documents.records import (
    Frame,
    Outline,
    PlanAction,
    PlanActor,
    PlanBudgetLine,
    PlanCandidacy,
    PlanCommitment,
    PlanGap,
    PlanInterface,
    PlanQuestion,
    PlanScore,
    PlanTask,
    Scope,
    Why,
)
from projects.documents.redaction import Record
from projects.models import (
    Action,
    ActionGap,
    BudgetLine,
    Candidacy,
    Choice,
    Commitment,
    Interface,
    OpenQuestion,
    PlanOutline,
    Project,
    ProjectActor,
    SharedScore,
    Task,
    WhyWhat,
)

R = TypeVar("R", bound=Record)


def build_plan(project: Project, today: date) -> PlanDocument:
    """Everything the plan says on that day, as the working edition. The project comes from `get_project`."""
    return PlanDocument(
        frame=_frame(project),
        today=today,
        why=_why(project),
        tasks=tuple(_like(PlanTask, task) for task in Task.objects.filter(project=project).in_order()),
        actors=tuple(_actors(project)),
        commitments=tuple(_commitments(project)),
        candidacies=tuple(_candidacies(project)),
        actions=tuple(_actions(project)),
        budget=tuple(_budget(project)),
        interfaces=tuple(_interfaces(project)),
        questions=tuple(_like(PlanQuestion, row) for row in OpenQuestion.objects.filter(project=project).in_order()),
        outline=_like(Outline, PlanOutline.objects.filter(project=project).first() or PlanOutline()),
    )


def _like(kind: type[R], row: Model, **others: Any) -> R:
    """The record with what the row holds under the same names. An unanswered choice is "" there and None here."""
    values = {}
    for name, field in kind.model_fields.items():
        if name not in others:
            value = getattr(row, name)
            values[name] = None if value == "" and field.annotation is not str else value
    return kind(**values, **others)


def _frame(project: Project) -> Frame:
    programme = project.programme
    parties = Party.objects.filter(programme=programme).select_related("housing_organisation", "municipality")
    return Frame(
        programme=programme.name,
        project=project.name,
        slug=project.slug,
        deciding_body=programme.deciding_body,
        parties=tuple(str(party) for party in parties.order_by("pk")),
        area=programme.area,
        focus_area=str(project.focus_area or ""),
        programme_start=programme.start,
        programme_end=programme.end,
        start=project.start,
        end=project.end,
        lbf_journal_number=programme.lbf_journal_number,
        vision=programme.vision,
        anchoring_strategy=programme.anchoring_strategy,
        is_demo=programme.is_demo,
    )


def _why(project: Project) -> Why:
    row = WhyWhat.objects.filter(project=project).first() or WhyWhat()
    scopes = {
        f"scope_{when}": Scope(
            frequency=getattr(row, f"scope_{when}_frequency"),
            participants=getattr(row, f"scope_{when}_participants"),
            hours_per_week=getattr(row, f"scope_{when}_hours"),
        )
        for when in ("project", "operation")
    }
    return _like(Why, row, **scopes)


def _actors(project: Project) -> Iterator[PlanActor]:
    for row in ProjectActor.objects.filter(project=project).named().in_order():
        yield _like(
            PlanActor,
            row,
            name=str(row.actor),
            organisation=row.actor.organisation_name if row.actor.name else "",
            actor_type=row.actor.actor_type or None,
            sphere=row.actor.sphere or None,
        )


def _commitments(project: Project) -> Iterator[PlanCommitment]:
    rows = Commitment.objects.filter(task__project=project).select_related("task", "project_actor")
    for row in rows.order_by("task__position", "project_actor__position", "role"):
        yield _like(PlanCommitment, row, task=row.task.code, actor=row.project_actor.code)


def _candidacies(project: Project) -> Iterator[PlanCandidacy]:
    scores = SharedScore.objects.filter(round__project=project).select_related("round").latest_first()
    rows = Candidacy.objects.of_project(project.pk).select_related("project_actor").in_order()
    for row in rows.prefetch_related(Prefetch("tasks", Task.objects.in_order()), Prefetch("scores", scores)):
        yield _like(
            PlanCandidacy,
            row,
            actor=row.project_actor.code,
            tasks=tuple(task.code for task in row.tasks.all()),
            selected=row.choice if row.choice in {Choice.CHOSEN, Choice.RESERVE} else None,
            scores=tuple(_latest(row)),
        )


def _latest(candidacy: Candidacy) -> Iterator[PlanScore]:
    """The score that counts for each concept: rounds are never overwritten, the newest comes first."""
    seen = set()
    for row in candidacy.scores.all():
        if row.concept not in seen:
            seen.add(row.concept)
            yield _like(PlanScore, row, assessed_on=row.round.held_on)


def _actions(project: Project) -> Iterator[PlanAction]:
    gaps = ActionGap.objects.select_related("candidacy__project_actor").order_by("candidacy__project_actor__position")
    rows = Action.objects.filter(project=project).in_order()
    for row in rows.prefetch_related(
        Prefetch("actors", ProjectActor.objects.in_order()),
        Prefetch("tasks", Task.objects.in_order()),
        Prefetch("gaps", gaps),
    ):
        yield _like(
            PlanAction,
            row,
            actors=tuple(actor.code for actor in row.actors.all()),
            tasks=tuple(task.code for task in row.tasks.all()),
            gaps=tuple(
                PlanGap(actor=gap.candidacy.project_actor.code, concept=Concept(gap.concept)) for gap in row.gaps.all()
            ),
        )


def _budget(project: Project) -> Iterator[PlanBudgetLine]:
    for row in BudgetLine.objects.filter(project=project).select_related("task").in_order():
        yield _like(PlanBudgetLine, row, task=row.task.code if row.task else "")


def _interfaces(project: Project) -> Iterator[PlanInterface]:
    rows = Interface.objects.filter(project=project).in_order()
    for row in rows.prefetch_related(Prefetch("actors", ProjectActor.objects.in_order())):
        yield _like(PlanInterface, row, actors=tuple(actor.code for actor in row.actors.all()))
