"""The loads of a helhedsplan as its page and its PDF show them: lines, a picture, and what is worth a thought."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.models import Actor, Programme, YesNoUnknown
from forankring.rendering.stacks import Stacks, draw_stacks
from forankring.rendering.words import fit
from forankring.ui.numbers import write_number
from projects.models import Commitment, CommitmentRole, CommitmentState, OperationLevel, Outcome
from projects.overview.load.rules import Load, Part, Work, heavy_words, hours_a_week, loads

LEFT, WORDS = 230, 140


@dataclass(frozen=True, slots=True)
class Line:
    """An actor that carries something."""

    actor: Actor
    load: Load
    projects: Sequence[str]
    warning: str

    @property
    def roles(self) -> list[int]:
        """How often it is responsible, carries out, contributes and stands in reserve."""
        return [self.load.count(role) for role in CommitmentRole]

    @property
    def agreed(self) -> str:
        return write_number(self.load.agreed, 1)

    @property
    def proposed(self) -> str:
        return write_number(self.load.proposed, 1)

    @property
    def hours(self) -> str:
        """ "4,5", and how many tasks have no hours written."""
        said = write_number(self.load.hours, 1)
        if not self.load.without_hours:
            return said
        count = self.load.without_hours
        more = ngettext("%d opgave uden timer", "%d opgaver uden timer", count) % count
        return f"{said} + {more}" if self.load.hours else more


@dataclass(frozen=True, slots=True)
class Reading:
    lines: Sequence[Line]
    free: Sequence[Actor]  # in use, and carrying nothing
    picture: Stacks | None

    @property
    def heavy(self) -> list[Line]:
        return [line for line in self.lines if line.warning]

    @property
    def roles(self) -> list[str]:
        return [str(role.label) for role in CommitmentRole]


def read_loads(programme: Programme) -> Reading:
    """Of the projects in use that pass something on. Three queries."""
    decided = programme.projects.in_use().with_decision().alphabetical()
    names = {project.pk: project.name for project in decided if project.outcome in Outcome.LIVES_ON}
    actors = {actor.pk: actor for actor in programme.actors.named().alphabetical()}
    lines = [_line(actors[load.actor], load, names) for load in loads(_works(list(names)))]
    carrying = {line.actor.pk for line in lines}
    free = [actor for pk, actor in actors.items() if actor.is_active and pk not in carrying]
    return Reading(lines, free, _picture(lines))


def _works(projects: list[int]) -> list[Work]:
    """One query."""
    rows = Commitment.objects.filter(task__project__in=projects).exclude(state=CommitmentState.POSSIBLE)
    rows = rows.exclude(task__operation_level=OperationLevel.STOP).order_by("task__project_id", "task_id", "pk")
    parts: defaultdict[int, list[Part]] = defaultdict(list)
    tasks: dict[int, tuple[int, Decimal | None]] = {}
    columns = ("task_id", "task__project_id", "task__hours_operation", "task__hours_unit")
    for task, project, hours, unit, *part in rows.values_list(*columns, "project_actor__actor_id", "role", "state"):
        tasks[task] = (project, hours_a_week(hours, unit))
        parts[task].append(Part(*part))
    return [Work(*about, parts[task]) for task, about in tasks.items()]


def _line(actor: Actor, load: Load, names: dict[int, str]) -> Line:
    volunteers = actor.run_by_volunteers == YesNoUnknown.YES
    warning = heavy_words(load, run_by_volunteers=volunteers)
    if not actor.is_active:
        warning = _("Er taget ud af brug. Find en anden til det, den bærer.")
    return Line(actor, load, sorted(names[pk] for pk in load.projects), warning)


def _picture(lines: Sequence[Line]) -> Stacks | None:
    """A bar for each actor that takes hours; none when no hours are written."""
    bars = [
        (
            fit(str(line.actor), LEFT - 8, Stacks.SIZE),  # the table has the whole name
            _("%(agreed)s aftalt, %(proposed)s foreslået") % {"agreed": line.agreed, "proposed": line.proposed},
            [(line.load.agreed, "solid"), (line.load.proposed, "empty")],
        )
        for line in lines
        if line.load.hours
    ]
    title = _("Timer om ugen i drift for hver aktør, aftalt og foreslået")
    return draw_stacks(title, bars, left=LEFT, words=WORDS) if bars else None
