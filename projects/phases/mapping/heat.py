"""The coverage as a heat table: how firmly each task is held, and how much each actor holds. Pure.

The page and the plan both read this, from records of their own. The words say what the shade says.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.models import CommitmentRole, CommitmentState
from projects.phases.mapping.weak_spots import MANY, Carried

HOLE, FULL = 0, 4
# How dark a cell is: a possible role is hardly there.
SHADES: Final = {CommitmentState.POSSIBLE: 1, CommitmentState.PROPOSED: 2, CommitmentState.AGREED: 3}
WORDS: Final = (
    gettext_lazy("ingen endnu"),
    gettext_lazy("kun mulig"),
    gettext_lazy("foreslået"),
    gettext_lazy("aftalt, uden reserve"),
    gettext_lazy("aftalt, med reserve"),
)


class Heat(NamedTuple):
    """From 0, a hole, to 4: agreed, and somebody steps in."""

    level: int

    @property
    def words(self) -> str:
        return str(WORDS[self.level])


class Burden(NamedTuple):
    """How many tasks an actor is meant to be responsible for."""

    tasks: int

    @property
    def is_heavy(self) -> bool:
        return self.tasks > MANY

    @property
    def words(self) -> str:
        return _("%d – mange") % self.tasks if self.is_heavy else str(self.tasks)


def heat_of(responsible: Collection[str], *, has_reserve: bool) -> Heat:
    """From the states in which somebody is responsible."""
    if CommitmentState.AGREED in responsible and has_reserve:
        return Heat(FULL)
    return Heat(max((SHADES[CommitmentState(state)] for state in responsible), default=HOLE))


def heat_of_task(task: Carried) -> Heat:
    return heat_of(task.states(CommitmentRole.RESPONSIBLE), has_reserve=task.has_reserve)


def shade_of(states: Collection[str]) -> int:
    """How dark the cell of somebody with these states is; 0 when there are none."""
    return max((SHADES[CommitmentState(state)] for state in states), default=0)


def burdens(meant: Iterable[Collection[Hashable]], actors: Sequence[Hashable]) -> list[Burden]:
    """For each actor in turn, from those who are meant to be responsible for each task."""
    count = Counter(key for those in meant for key in those)
    return [Burden(count[key]) for key in actors]
