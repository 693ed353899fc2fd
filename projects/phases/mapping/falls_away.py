"""Hvad falder væk? Which tasks stand without a responsible when somebody is no longer there (docs/method.md). Pure.

The page, the map and the plan all read this, from records of their own.
"""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors.calendar import leaves_a_gap
from forankring.ui.dates import write_date
from projects.models import CommitmentRole, CommitmentState
from projects.phases.mapping.weak_spots import Carried, Carrier, Part

STAFF: Final = "projektet"  # the project's own people; no actor has this key
STRONGEST: Final = (CommitmentState.AGREED, CommitmentState.PROPOSED, CommitmentState.POSSIBLE)
MOST_TOLD: Final = 6
ONLY: Final = {
    CommitmentState.PROPOSED: gettext_lazy("kun foreslået"),
    CommitmentState.POSSIBLE: gettext_lazy("kun mulig"),
}
# Who may step in, the nearest first: the role, the state where it matters, and what it is called.
STEPS_IN: Final = (
    (CommitmentRole.RESPONSIBLE, CommitmentState.PROPOSED, gettext_lazy("foreslået ansvarlig")),
    (CommitmentRole.RESPONSIBLE, CommitmentState.POSSIBLE, gettext_lazy("mulig ansvarlig")),
    (CommitmentRole.RESERVE, None, gettext_lazy("reserve")),
    (CommitmentRole.CARRIES_OUT, None, gettext_lazy("udfører")),
)
LOST_TOO: Final[dict[str, str | Promise]] = {
    CommitmentRole.CARRIES_OUT: gettext_lazy("ingen udfører"),
    CommitmentRole.RESERVE: gettext_lazy("ingen reserve"),
}


class StandIn(NamedTuple):
    """Who may step in, and as what they are there already. Nobody: all is ""."""

    codes: str = ""
    names: str = ""
    how: str = ""

    def __bool__(self) -> bool:
        return bool(self.codes)

    def __str__(self) -> str:
        return f"{self.names} ({self.how})" if self else ""


class Fall(NamedTuple):
    """A task that nobody answers for any more; `because` says how it stands."""

    task: Carried
    because: str
    steps_in: StandIn


@dataclass(frozen=True, slots=True)
class Absence:
    """What happens when one is away. `also` are tasks that keep their responsible but lose the last of another role."""

    key: Hashable
    name: str
    falls: Sequence[Fall]
    also: Sequence[tuple[Carried, str]] = ()

    @property
    def is_staff(self) -> bool:
        return self.key == STAFF

    @property
    def codes(self) -> list[str]:
        return [fall.task.code for fall in self.falls]

    @property
    def listed(self) -> str:
        """ "O2, O3 og O8"; "" when nothing falls."""
        return _listed(self.codes)

    @property
    def critical(self) -> int:
        return sum(fall.task.is_critical for fall in self.falls)

    @property
    def stand_ins(self) -> str:
        """ "A10 (reserve): O2 og O3. A7 (udfører): O6.", most tasks first, and not more than can be read."""
        found: dict[StandIn, list[str]] = {}
        for fall in self.falls:
            found.setdefault(fall.steps_in, []).append(fall.task.code)
        known = sorted(((one, codes) for one, codes in found.items() if one), key=lambda each: -len(each[1]))
        told = [f"{one.codes} ({one.how}): {_listed(codes)}." for one, codes in known[:MOST_TOLD]]
        return " ".join([*told, *([_("Og flere.")] if len(known) > MOST_TOLD else [])])


def without(gone: Carrier, tasks: Sequence[Carried], actors: Sequence[Carrier]) -> Absence:
    """What falls when an actor is no longer there: the tasks where nobody left is as surely responsible."""
    falls, also = [], []
    in_use = _in_use(actors)
    # What one has no part in stands as it stood.
    for task in (task for task in tasks if any(part.actor == gone.key for part in task.parts)):
        here = _present(task, in_use)
        left = [part for part in here if part.actor != gone.key]
        before, after = _best(here), _best(left)
        if before and before != after:
            falls.append(Fall(task, _without_words(after, left, actors), _steps_in(left, actors)))
        elif lost := _lost_roles(here, left):
            also.append((task, lost))
    return Absence(gone.key, f"{gone.code} {gone.name}", falls, also)


def without_staff(tasks: Sequence[Carried], actors: Sequence[Carrier], end: date | None) -> Absence:
    """What falls when the project's own people go home on its last day: all that nobody has said yes to by then."""
    falls = []
    in_use = _in_use(actors)
    for task in tasks:
        here = _present(task, in_use)
        agreed = next((part for part in _responsible(here) if part.state == CommitmentState.AGREED), None)
        if because := _staff_words(agreed, here, actors, end):
            falls.append(Fall(task, because, _steps_in(here, actors)))
    return Absence(STAFF, _("Projektmedarbejderne"), falls)


def every_absence(tasks: Sequence[Carried], actors: Sequence[Carrier], end: date | None) -> list[Absence]:
    """The staff first, then each actor in use: those that take most with them first."""
    found = [without(actor, tasks, actors) for actor in actors if actor.is_active]
    return [without_staff(tasks, actors, end), *sorted(found, key=lambda one: (-len(one.falls), -one.critical))]


def _in_use(actors: Sequence[Carrier]) -> set[Hashable]:
    return {actor.key for actor in actors if actor.is_active}


def _present(task: Carried, in_use: Collection[Hashable]) -> list[Part]:
    """Those in the task that are still in use."""
    return [part for part in task.parts if part.actor in in_use]


def _responsible(parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if part.role == CommitmentRole.RESPONSIBLE]


def _best(parts: Iterable[Part]) -> str | None:
    """How firmly somebody is responsible."""
    states = {part.state for part in _responsible(parts)}
    return next((state for state in STRONGEST if state in states), None)


def _without_words(after: str | None, left: Sequence[Part], actors: Sequence[Carrier]) -> str:
    if after is None:
        return _("Ingen er ansvarlig.")
    names = _names([part for part in _responsible(left) if part.state == after], actors)
    return _("%(names)s er %(how)s som ansvarlig.") % {"names": names, "how": ONLY[CommitmentState(after)]}


def _staff_words(agreed: Part | None, here: Sequence[Part], actors: Sequence[Carrier], end: date | None) -> str:
    """Why the task falls with the staff; "" when somebody carries it on."""
    if agreed is None:
        return _without_words(_best(here), here, actors)
    # Whoever takes over on the first day after the last one leaves no hole.
    if agreed.takes_over_on and leaves_a_gap(end, agreed.takes_over_on):
        words = _("%(names)s overtager først %(day)s.")
        return words % {"names": _names([agreed], actors), "day": write_date(agreed.takes_over_on)}
    return ""


def _steps_in(left: Sequence[Part], actors: Sequence[Carrier]) -> StandIn:
    """Those already thought of as responsible; else the reserves; else those who do the work already."""
    for role, state, words in STEPS_IN:
        if found := [part for part in left if part.role == role and state in (None, part.state)]:
            return StandIn(_listed([one.code for one in _those(found, actors)]), _names(found, actors), str(words))
    return StandIn()


def _lost_roles(before: Sequence[Part], after: Sequence[Part]) -> str:
    had, has = {part.role for part in before}, {part.role for part in after}
    return get_text_list([str(words) for role, words in LOST_TOO.items() if role in had - has], _("og"))


def _names(parts: Iterable[Part], actors: Sequence[Carrier]) -> str:
    return _listed([f"{one.code} {one.name}" for one in _those(parts, actors)])


def _those(parts: Iterable[Part], actors: Sequence[Carrier]) -> list[Carrier]:
    wanted = {part.actor for part in parts}
    return [one for one in actors if one.key in wanted]


def _listed(words: Sequence[str]) -> str:
    return get_text_list(list(words), _("og"))
