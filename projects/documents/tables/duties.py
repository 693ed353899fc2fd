"""Who carries what in operation, and the coverage matrix."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from projects.documents.lookup import Lookup
from projects.documents.records import (
    PlanActor,
    PlanCommitment,
    PlanTask,
)
from projects.models import CommitmentRole, CommitmentState

COLUMNS = 10  # so many actors stand side by side on a landscape page


class Duty(NamedTuple):
    """Who carries a task in operation."""

    task: PlanTask
    responsible: str
    carries_out: str
    reserve: str
    from_date: date | None
    is_gap: bool


def duties(look: Lookup) -> list[Duty]:
    return [_duty(look, task) for task in look.continuing]


def _duty(look: Lookup, task: PlanTask) -> Duty:
    agreed = look.responsible(task.code)
    candidates = [agreed] if agreed else look.in_role(task.code, CommitmentRole.RESPONSIBLE)
    return Duty(
        task,
        _names(look, candidates),
        _names(look, look.in_role(task.code, CommitmentRole.CARRIES_OUT)),
        _names(look, look.in_role(task.code, CommitmentRole.RESERVE)),
        agreed.takes_over_on if agreed else None,  # what is only proposed is not taken over
        agreed is None,
    )


def _names(look: Lookup, commitments: Iterable[PlanCommitment]) -> str:
    """ "Pilebroskolen (foreslået)": an agreed one needs no word."""
    return ", ".join(
        look.actor_name(one.actor)
        if one.state is CommitmentState.AGREED
        else f"{look.actor_name(one.actor)} ({str(one.state.label).lower()})"
        for one in commitments
    )


class MatrixRow(NamedTuple):
    task: PlanTask
    cells: list[list[PlanCommitment]]


class Matrix(NamedTuple):
    """A part of the coverage matrix that fits a page's width."""

    actors: tuple[PlanActor, ...]
    rows: list[MatrixRow]

    @property
    def first(self) -> str:
        return self.actors[0].code

    @property
    def last(self) -> str:
        return self.actors[-1].code


def matrices(look: Lookup) -> list[Matrix]:
    plan = look.plan
    parts = [plan.actors[start : start + COLUMNS] for start in range(0, len(plan.actors), COLUMNS)]
    return [
        Matrix(actors, [MatrixRow(task, _cells(look, task, actors)) for task in look.continuing]) for actors in parts
    ]


def _cells(look: Lookup, task: PlanTask, actors: Iterable[PlanActor]) -> list[list[PlanCommitment]]:
    here = sorted(look.commitments.get(task.code, []), key=lambda one: one.role)
    return [[one for one in here if one.actor == actor.code] for actor in actors]
