"""Who carries how much of what goes on, and when that is a lot (docs/method.md, Belastning). Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from forankring.ui.numbers import write_number
from projects.models import CommitmentRole, CommitmentState, HoursUnit
from projects.phases.mapping.weak_spots import MANY as MANY_RESPONSIBILITIES

WEEKS_A_YEAR: Final = 52
MANY_PROJECTS: Final = 3
MANY_HOURS: Final = 20  # a week, of an organisation with staff
MANY_HOURS_OF_VOLUNTEERS: Final = 10


class Part(NamedTuple):
    """A role that an actor is proposed for or has agreed to. What is only possible is no load yet."""

    actor: int
    role: str
    state: str


class Work(NamedTuple):
    """A task that goes on, its hours a week (None: nobody has written them), and everybody in it."""

    project: int
    hours: Decimal | None
    parts: Sequence[Part]


def hours_a_week(hours: Decimal | None, unit: str) -> Decimal | None:
    """Hours in a year are spread over its weeks."""
    return hours / WEEKS_A_YEAR if hours is not None and unit == HoursUnit.YEAR else hours


def responsible_in(work: Work) -> list[Part]:
    """The agreed one alone; while nobody has agreed, everyone who is proposed."""
    responsible = [part for part in work.parts if part.role == CommitmentRole.RESPONSIBLE]
    return [part for part in responsible if part.state == CommitmentState.AGREED] or responsible


def bearers(work: Work) -> list[Part]:
    """Those whose time the task takes: who carries it out, and where nobody does, who is responsible."""
    return [part for part in work.parts if part.role == CommitmentRole.CARRIES_OUT] or responsible_in(work)


@dataclass(frozen=True, slots=True)
class Load:
    """What one actor carries in all the projects. Hours are a week's, shared evenly by those who bear a task."""

    actor: int
    projects: tuple[int, ...]
    roles: dict[str, int]
    agreed: Decimal
    proposed: Decimal
    without_hours: int

    @property
    def hours(self) -> Decimal:
        return self.agreed + self.proposed

    def count(self, role: CommitmentRole) -> int:
        return self.roles.get(role, 0)


def loads(works: Iterable[Work]) -> list[Load]:
    """The loads of those who carry anything, the most hours first and then the most responsibilities."""
    projects: defaultdict[int, dict[int, None]] = defaultdict(dict)
    roles: defaultdict[int, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    hours: defaultdict[tuple[int, str], Decimal] = defaultdict(Decimal)
    without: defaultdict[int, int] = defaultdict(int)
    for work in works:
        others = [part for part in work.parts if part.role != CommitmentRole.RESPONSIBLE]
        for part in (*responsible_in(work), *others):
            projects[part.actor][work.project] = None
            roles[part.actor][part.role] += 1
        carrying = bearers(work)
        for part in carrying:
            if work.hours is None:
                without[part.actor] += 1
            else:
                hours[part.actor, part.state] += work.hours / len(carrying)
    found = [
        Load(
            actor,
            tuple(projects[actor]),
            dict(roles[actor]),
            hours[actor, CommitmentState.AGREED],
            hours[actor, CommitmentState.PROPOSED],
            without[actor],
        )
        for actor in projects
    ]
    return sorted(found, key=lambda load: (-load.hours, -load.count(CommitmentRole.RESPONSIBLE)))


def heavy_words(load: Load, *, run_by_volunteers: bool) -> str:
    """What makes the load heavy, in words; "" when nothing does."""
    reasons = list(_reasons(load, MANY_HOURS_OF_VOLUNTEERS if run_by_volunteers else MANY_HOURS))
    if not reasons:
        return ""
    text = _("Hårdt belastet: %s. Spørg, om der er plads, før I lægger mere på.")
    return text % get_text_list(reasons, _("og"))


def _reasons(load: Load, limit: int) -> Iterator[str]:
    responsible = load.count(CommitmentRole.RESPONSIBLE)
    if responsible > MANY_RESPONSIBILITIES:
        yield ngettext("ansvarlig for %d opgave", "ansvarlig for %d opgaver", responsible) % responsible
    if load.hours > limit:
        yield _("%s timer om ugen") % write_number(load.hours, 1)
    if len(load.projects) >= MANY_PROJECTS:
        yield _("roller i %d projekter") % len(load.projects)
