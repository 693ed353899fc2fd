"""Phase 3."""

from collections.abc import Iterator
from itertools import groupby

from django.db.models import Prefetch

from projects.documents.build.likeness import like
from projects.documents.records import (
    PlanAnswer,
    PlanCandidacy,
    PlanScore,
    PlanStanding,
)
from projects.models import (
    Candidacy,
    Choice,
    Project,
    SharedScore,
    Task,
)


def candidacies_of(project: Project) -> Iterator[PlanCandidacy]:
    scores = SharedScore.objects.filter(round__project=project).select_related("round").latest_first()
    rows = Candidacy.objects.of_project(project.pk).select_related("project_actor").in_order()
    for row in rows.prefetch_related(Prefetch("tasks", Task.objects.going_on().in_order()), Prefetch("scores", scores)):
        yield like(
            PlanCandidacy,
            row,
            actor=row.project_actor.code,
            tasks=tuple(task.code for task in row.tasks.all()),
            selected=row.choice if row.choice in {Choice.CHOSEN, Choice.RESERVE} else None,
            scores=tuple(_latest(row)),
            earlier=tuple(_earlier(row)),
        )


def _latest(candidacy: Candidacy) -> Iterator[PlanScore]:
    """The score that counts for each concept: rounds are never overwritten, the newest comes first."""
    seen = set()
    for row in candidacy.scores.all():
        if row.concept not in seen:
            seen.add(row.concept)
            yield like(PlanScore, row, assessed_on=row.round.held_on)


def _earlier(candidacy: Candidacy) -> Iterator[PlanStanding]:
    """How it stood after each round but the last, the oldest first: each round on top of those before it."""
    known: dict[str, PlanAnswer] = {}
    days = groupby(reversed(candidacy.scores.all()), key=lambda row: row.round.held_on)
    standings = []
    for day, rows in days:
        known = known | {row.concept: like(PlanAnswer, row) for row in rows}
        standings.append(PlanStanding(held_on=day, answers=tuple(known.values())))
    yield from standings[:-1]
