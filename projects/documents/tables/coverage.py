"""The coverage: as a heat table, in sentences, as a map, and what falls away with one of the actors."""

from collections.abc import Iterable
from typing import NamedTuple

from forankring.rendering.actor_map import ActorMap
from projects.documents.lookup import Lookup
from projects.documents.records import PlanActor, PlanCommitment, PlanTask
from projects.phases.mapping import weak_spots as spots
from projects.phases.mapping.falls_away import Absence, every_absence
from projects.phases.mapping.heat import Burden, Heat, burdens, heat_of_task, shade_of
from projects.phases.mapping.map import Bond, contributions_map, tasks_map

COLUMNS = 10  # so many actors stand side by side on a landscape page


class MatrixCell(NamedTuple):
    """What one actor does in a task, and how firmly: 0 nothing to 3 agreed."""

    parts: list[PlanCommitment]
    shade: int


class MatrixRow(NamedTuple):
    task: PlanTask
    heat: Heat
    cells: list[MatrixCell]


class Matrix(NamedTuple):
    """A part of the heat table that fits a page's width."""

    actors: tuple[PlanActor, ...]
    rows: list[MatrixRow]
    burdens: list[Burden]

    @property
    def first(self) -> str:
        return self.actors[0].code

    @property
    def last(self) -> str:
        return self.actors[-1].code


def matrices(look: Lookup) -> list[Matrix]:
    """Nothing to divide, or nobody to divide it among: no table."""
    tasks, _actors = carried_in_plan(look)
    heats = [heat_of_task(task) for task in tasks]
    parts = [look.plan.actors[start : start + COLUMNS] for start in range(0, len(look.plan.actors), COLUMNS)]
    return [
        Matrix(
            actors,
            [
                MatrixRow(task, heat, _cells(look, task, actors))
                for task, heat in zip(look.continuing, heats, strict=True)
            ],
            burdens([task.meant for task in tasks], [actor.code for actor in actors]),
        )
        for actors in parts
        if tasks
    ]


def _cells(look: Lookup, task: PlanTask, actors: Iterable[PlanActor]) -> list[MatrixCell]:
    here = sorted(look.commitments.get(task.code, []), key=lambda one: one.role)
    found = ([one for one in here if one.actor == actor.code] for actor in actors)
    return [MatrixCell(parts, shade_of([one.state for one in parts])) for parts in found]


def weak_spots(look: Lookup) -> list[str]:
    """The same sentences as phase 2 shows above its matrix."""
    return list(spots.weak_spots(*carried_in_plan(look)))


def absences(look: Lookup) -> list[Absence]:
    """Those who take a task with them, the project's own people first."""
    found = every_absence(*carried_in_plan(look), look.plan.frame.ends_on)
    return [one for one in found if one.falls]


def absence_map(look: Lookup, gone: Absence) -> ActorMap | None:
    """The tasks without somebody who takes some with them."""
    tasks, actors = carried_in_plan(look)
    return tasks_map(actors, tasks, gone=gone.key, fallen=gone.codes) if actors else None


def actor_map(look: Lookup) -> ActorMap | None:
    """The same map as phase 2 shows; conflicts only where they are known."""
    plan = look.plan
    _tasks, actors = carried_in_plan(look)
    bonds = [Bond(one.actor, one.other, one.kind) for one in (*plan.relations, *plan.conflicts)]
    return contributions_map(actors, bonds) if actors else None


def carried_in_plan(look: Lookup) -> tuple[list[spots.Carried], list[spots.Carrier]]:
    """The tasks that go on and the actors, as the plan has them."""
    tasks = [
        spots.Carried(
            task.code,
            bool(task.is_critical),
            [
                spots.Part(one.actor, one.role, one.state, one.takes_over_on)
                for one in look.commitments.get(task.code, [])
            ],
            task.title,
            task.solved_today_by,
        )
        for task in look.continuing
    ]
    actors = [
        spots.Carrier(
            one.code,
            one.code,
            one.name,
            one.sphere or "",
            one.run_by_volunteers or "",
            one.in_use,
            tuple(one.contributions),
        )
        for one in look.plan.actors
    ]
    return tasks, actors
