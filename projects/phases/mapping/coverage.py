"""The coverage matrix as plain records: who may do what for each task. Four queries for any number of rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.translation import gettext as _

from projects.models import (
    Commitment,
    CommitmentRole,
    CommitmentState,
    OperationLevel,
    Project,
    ProjectActor,
    Task,
    standing_reserves,
)
from projects.phases.mapping.heat import Burden, Heat, burdens, heat_of, shade_of

# So many actors fit beside each other on a sheet of A4 with their names to be read.
COLUMNS_ON_PAPER = 6


class Mark(NamedTuple):
    """A role in a cell, ready to be shown: "A", "agreed", "Ansvarlig, aftalt".

    `html` is the letter in its shape with the words beside it, made once however many cells show it.
    """

    letter: str
    state: str
    words: str
    html: str


class Cell(NamedTuple):
    """What an actor does in a task, and how firmly (heat.py)."""

    actor: ProjectActor
    marks: Sequence[Mark]
    shade: int


@dataclass(frozen=True, slots=True)
class CoverageRow:
    task: Task
    marks: Mapping[int, Sequence[Mark]]
    actors: Sequence[ProjectActor]

    @property
    def cells(self) -> list[Cell]:
        """One per actor, in the order of the columns."""
        here = ((actor, self.marks.get(actor.pk, ())) for actor in self.actors)
        return [Cell(actor, marks, shade_of([mark.state for mark in marks])) for actor, marks in here]

    @property
    def taken(self) -> list[Cell]:
        """Only the actors that do something in the task."""
        return [cell for cell in self.cells if cell.marks]

    @property
    def lives_on(self) -> bool:
        return self.task.operation_level != OperationLevel.STOP

    @property
    def is_hole(self) -> bool:
        """Nobody is even possible as responsible, and the task is to go on."""
        return self.lives_on and not self._states(CommitmentRole.RESPONSIBLE)

    @property
    def is_not_agreed(self) -> bool:
        """A critical task where somebody may be responsible and nobody has said yes."""
        states = self._states(CommitmentRole.RESPONSIBLE)
        return self._must_hold and bool(states) and CommitmentState.AGREED not in states

    @property
    def has_no_reserve(self) -> bool:
        """A critical task that stands still when the responsible is away."""
        return self._must_hold and not self._has_reserve

    @property
    def heat(self) -> Heat | None:
        """How firmly the task is held; of one that is stopped nothing is asked."""
        if not self.lives_on:
            return None
        return heat_of(self._states(CommitmentRole.RESPONSIBLE), has_reserve=self._has_reserve)

    @property
    def meant(self) -> set[int]:
        """The actors that are to be responsible: the one who has agreed, else those proposed."""
        for state in (CommitmentState.AGREED, CommitmentState.PROPOSED):
            if found := {actor for actor, marks in self.marks.items() if any(_is(mark, state) for mark in marks)}:
                return found
        return set()

    @property
    def _has_reserve(self) -> bool:
        """Somebody who does not carry the task already is proposed or agreed."""
        marks = ((actor, mark) for actor, marks in self.marks.items() for mark in marks)
        return bool(standing_reserves((actor, mark.letter, mark.state) for actor, mark in marks))

    @property
    def _must_hold(self) -> bool:
        return self.lives_on and bool(self.task.is_critical)

    def _states(self, role: CommitmentRole) -> set[str]:
        """The states in which somebody has the role, from what is loaded already."""
        return {mark.state for marks in self.marks.values() for mark in marks if mark.letter == role}


@dataclass(frozen=True, slots=True)
class Coverage:
    actors: Sequence[ProjectActor]
    rows: Sequence[CoverageRow]

    @property
    def burdens(self) -> list[Burden]:
        """How much each actor is to answer for, in the order of the columns."""
        return burdens([row.meant for row in self.rows if row.lives_on], [actor.pk for actor in self.actors])

    @property
    def without_role(self) -> list[ProjectActor]:
        """Those who do nothing in any task: an empty column in the matrix, which the list would forget."""
        taken = {actor for row in self.rows for actor in row.marks}
        return [actor for actor in self.actors if actor.pk not in taken]

    @property
    def is_too_wide_for_paper(self) -> bool:
        return len(self.actors) > COLUMNS_ON_PAPER


_ORDER = {role.value: place for place, role in enumerate(CommitmentRole)}
KEY = [(role.value, role.label) for role in CommitmentRole]


def coverage_of(project: Project, *, task: Task | None = None) -> Coverage:
    """The whole matrix, or only the row of one task."""
    actors = list(project.project_actors.named().in_order())
    tasks = [task] if task else list(project.tasks.in_order())
    marks = _marks(tasks)
    return Coverage(actors, [CoverageRow(each, marks[each.pk], actors) for each in tasks])


def _marks(tasks: Sequence[Task]) -> defaultdict[int, dict[int, list[Mark]]]:
    """The marks by task and actor, in the order of the roles."""
    ready = {(role.value, state.value): mark(role, state) for role in CommitmentRole for state in CommitmentState}
    found: defaultdict[int, dict[int, list[Mark]]] = defaultdict(dict)
    columns = ("task_id", "project_actor_id", "role", "state")
    rows = Commitment.objects.filter(task__in=tasks).values_list(*columns)
    for task_id, actor_id, role, state in sorted(rows, key=lambda row: _ORDER[row[2]]):
        found[task_id].setdefault(actor_id, []).append(ready[role, state])
    return found


def _is(mark: Mark, state: CommitmentState) -> bool:
    return mark.letter == CommitmentRole.RESPONSIBLE and mark.state == state


def mark(role: CommitmentRole, state: CommitmentState) -> Mark:
    words = _("%(role)s, %(state)s") % {"role": role.label, "state": str(state.label).lower()}
    html = format_html(
        '<span class="role role-{} role-{}"><span aria-hidden="true">{}</span><span class="sr-only">{}. </span></span>',
        role.value,
        state.value,
        role.value,
        words,
    )
    return Mark(role.value, state.value, words, html)
