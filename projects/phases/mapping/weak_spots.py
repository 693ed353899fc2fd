"""What the coverage says in words: its holes, and where it breaks first (docs/method.md, Hvem kan løfte hvad). Pure.

The page and the plan both read this, from records of their own.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.models import Sphere, YesNoUnknown
from projects.models import CommitmentRole, CommitmentState, standing_reserves
from projects.phases.facts import ProjectFacts

CARRYING = frozenset({CommitmentRole.RESPONSIBLE, CommitmentRole.CARRIES_OUT})
MANY = 3  # more tasks than this on one actor is a risk
NUMBERS = ("", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")


class Carrier(NamedTuple):
    """An actor as the coverage needs it."""

    key: Hashable
    code: str
    name: str
    sphere: str
    run_by_volunteers: str
    is_active: bool
    contributions: tuple[str, ...] = ()


class Part(NamedTuple):
    """A role that an actor has in a task."""

    actor: Hashable
    role: str
    state: str
    takes_over_on: date | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """A task that goes on, with everybody who does something in it."""

    code: str
    is_critical: bool
    parts: Sequence[Part]
    title: str = ""
    solved_today_by: str = ""
    key: int | None = None  # the row that is changed, where there is one

    @property
    def name(self) -> str:
        return f"{self.code} {self.title}"

    def states(self, role: str) -> set[str]:
        return {part.state for part in self.parts if part.role == role}

    def has(self, role: str) -> bool:
        return bool(self.states(role))

    @property
    def has_reserve(self) -> bool:
        """Somebody who does not carry the task already is proposed or agreed."""
        return bool(standing_reserves((part.actor, part.role, part.state) for part in self.parts))

    @property
    def meant(self) -> set[Hashable]:
        """Who is to be responsible: the one who has agreed, else those proposed. A possible one is only an idea."""
        responsible = [part for part in self.parts if part.role == CommitmentRole.RESPONSIBLE]
        for state in (CommitmentState.AGREED, CommitmentState.PROPOSED):
            if found := {part.actor for part in responsible if part.state == state}:
                return found
        return set()

    @property
    def doers(self) -> set[Hashable]:
        """Those who answer for the task or do the work."""
        return {part.actor for part in self.parts if part.role in CARRYING}


def weak_spots(tasks: Sequence[Carried], actors: Sequence[Carrier]) -> Iterator[str]:
    """Sentences, the heaviest first. Nothing is said of a coverage nobody has begun."""
    if not any(task.parts for task in tasks):
        return
    yield from _holes(tasks)
    yield from _overloaded(tasks, actors)
    yield from _only_volunteers(tasks, actors)
    yield from _nobody_from_the_municipality(tasks, actors)
    yield from _out_of_use(tasks, actors)


def _holes(tasks: Sequence[Carried]) -> Iterator[str]:
    open_ones = [task for task in tasks if not task.has(CommitmentRole.RESPONSIBLE)]
    if open_ones:
        yield _("%(tasks)s har ingen ansvarlig.") % {"tasks": _codes(open_ones)}
    critical = [task for task in tasks if task.is_critical and task not in open_ones]
    waiting = [task for task in critical if CommitmentState.AGREED not in task.states(CommitmentRole.RESPONSIBLE)]
    if waiting:
        words = ngettext(
            "%(tasks)s er kritisk, og ingen har sagt ja til ansvaret endnu.",
            "%(tasks)s er kritiske, og ingen har sagt ja til ansvaret endnu.",
            len(waiting),
        )
        yield words % {"tasks": _codes(waiting)}
    alone = [task for task in tasks if task.is_critical and task.parts and not task.has_reserve]
    if alone:
        words = ngettext(
            "%(tasks)s er kritisk og mangler en reserve.", "%(tasks)s er kritiske og mangler en reserve.", len(alone)
        )
        yield words % {"tasks": _codes(alone)}


def _overloaded(tasks: Sequence[Carried], actors: Sequence[Carrier]) -> Iterator[str]:
    for actor in (actor for actor in actors if actor.is_active):
        count = sum(actor.key in task.meant for task in tasks)
        if count > MANY:
            words = _("%(code)s %(actor)s er ansvarlig for %(count)s opgaver. Hvad så, hvis aktøren falder fra?")
            yield words % {"code": actor.code, "actor": actor.name, "count": in_letters(count)}


def _only_volunteers(tasks: Sequence[Carried], actors: Sequence[Carrier]) -> Iterator[str]:
    volunteers = {actor.key for actor in actors if actor.run_by_volunteers == YesNoUnknown.YES}
    alone = [task for task in tasks if task.doers and task.doers <= volunteers]
    if alone:
        yield _("Kun frivillige bærer %(tasks)s. Hvem træder til, når de ikke kan?") % {"tasks": _codes(alone)}


def _nobody_from_the_municipality(tasks: Sequence[Carried], actors: Sequence[Carrier]) -> Iterator[str]:
    taking_part = {part.actor for task in tasks for part in task.parts}
    spheres = {actor.sphere for actor in actors if actor.is_active and actor.key in taking_part}
    # Only when it is known where they all belong.
    if Sphere.MUNICIPALITY not in spheres and "" not in spheres:
        yield _("Ingen fra kommunen er med i opgaverne.")


def _out_of_use(tasks: Sequence[Carried], actors: Sequence[Carrier]) -> Iterator[str]:
    for actor in actors:
        if actor.is_active:
            continue
        left = [task for task in tasks if any(part.actor == actor.key for part in task.parts)]
        if left:
            words = _("%(code)s %(actor)s står stadig i %(tasks)s.")
            yield words % {"code": actor.code, "actor": actor.name, "tasks": _codes(left)}


def carried_in(facts: ProjectFacts) -> tuple[list[Carried], list[Carrier]]:
    """The tasks that go on and the actors, as the facts have them."""
    parts: defaultdict[int, list[Part]] = defaultdict(list)
    for each in facts.commitments:
        parts[each.task_id].append(Part(each.project_actor_id, each.role, each.state, each.takes_over_on))
    tasks = [
        Carried(f"O{task.number}", bool(task.is_critical), parts[task.id], task.title, task.solved_today_by, task.id)
        for task in facts.living_tasks
    ]
    actors = [
        Carrier(a.id, a.code, a.name, a.sphere, a.run_by_volunteers, a.is_active, a.contributions) for a in facts.actors
    ]
    return tasks, actors


def _codes(tasks: Sequence[Carried]) -> str:
    return get_text_list([task.code for task in tasks], _("og"))


def in_letters(count: int) -> str:
    """A small number as a word."""
    return NUMBERS[count] if 0 < count < len(NUMBERS) else str(count)
