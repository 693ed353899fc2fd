"""The sheets of phase 1 and 2: the project's own rows with room for more, or only the room. A few queries each."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _

from actors.models import Location, Sphere, YesNoUnknown
from forankring.ui.numbers import write_number
from projects.meetings.sheets.parts import Answer, Card, Tick, day, in_parts, spare, ticks, yes_no
from projects.models import (
    ContactStatus,
    Contribution,
    HoursUnit,
    LegalRequirement,
    OperationLevel,
    Project,
    ProjectActor,
    Task,
    TaskType,
)
from projects.phases.mapping.coverage import Coverage, CoverageRow, coverage_of
from projects.phases.mapping.interview_notes import QUESTIONS as TALK

TASK_ROWS: Final = 9  # so many lines fit a page that lies
MATRIX_ROWS: Final = 9
MATRIX_COLUMNS: Final = 8


def _hours(value: Any, unit: str) -> str:
    if value is None:
        return ""
    words = _("%(hours)s om året") if unit == HoursUnit.YEAR else _("%(hours)s om ugen")
    return words % {"hours": write_number(value)}


class TaskLine(NamedTuple):
    name: str
    task: Task
    now: str = ""
    then: str = ""
    critical: Sequence[Tick] = ()
    level: Sequence[Tick] = ()
    demands: str = ""


def task_sheet(project: Project, *, blank: bool) -> dict[str, Any]:
    tasks = [] if blank else list(project.tasks.in_order())
    rows = [_task_line(task.code, task) for task in tasks]
    rows += [_task_line(_("Ny"), Task()) for _each in spare(len(tasks), TASK_ROWS)]
    return {"rows": rows, "types": TaskType.choices}


def _task_line(name: str, task: Task) -> TaskLine:
    return TaskLine(
        name,
        task,
        _hours(task.hours_project, task.hours_unit),
        _hours(task.operation_hours, task.hours_unit),
        yes_no(task.is_critical),
        ticks(OperationLevel.choices, task.operation_level),
        ", ".join(str(LegalRequirement(code).label) for code in task.legal_requirements),
    )


def actor_sheet(project: Project, *, blank: bool) -> dict[str, Any]:
    rows = [] if blank else list(project.project_actors.named().in_order())
    return {"cards": [_actor_card(f"{row.code} {row}", row) for row in rows] or [_actor_card(_("Aktør"), None)]}


def _actor_card(title: str, row: ProjectActor | None) -> Card:
    part = row or ProjectActor()
    actor = row.actor if row else None
    kind = str(actor.get_actor_type_display()) if actor and actor.actor_type else ""
    return Card(
        title,
        (
            Answer(_("Hvad hedder aktøren?"), str(actor or "")),
            Answer(_("Hvilken slags aktør er det?"), kind),
            Answer(_("Hvilken sektor hører aktøren til?"), ticks=ticks(Sphere.choices, actor.sphere if actor else "")),
            Answer(_("Hvor arbejder aktøren?"), ticks=ticks(Location.choices, actor.location if actor else "")),
            Answer(
                _("Er aktøren her også om tre år?"), ticks=ticks(YesNoUnknown.choices, actor.staying if actor else "")
            ),
            Answer(
                _("Drives aktøren af frivillige?"),
                ticks=ticks(YesNoUnknown.choices, actor.run_by_volunteers if actor else ""),
            ),
            Answer(_("Hvad laver aktøren i projektet i dag?"), part.current_role, room=2),
            Answer(_("Hvad kan den bidrage med?"), ticks=ticks(Contribution.choices, part.contributions)),
            Answer(_("Bidraget med jeres egne ord"), part.contribution_note, room=2),
            Answer(_("Hvilke slags opgaver kan den løfte?"), ticks=ticks(TaskType.choices, part.task_types)),
            Answer(_("Hvad kan eller må den ikke?"), part.limits, room=2),
            Answer(_("Hvilken rolle kan sige ja?"), part.decision_role),
            Answer(_("Hvilken rolle taler I med?"), part.contact_role),
            Answer(_("Hvor langt er I?"), ticks=ticks(ContactStatus.choices, part.contact_status)),
            Answer(_("Hvornår talte I sidst sammen?"), day(part.contact_date)),
        ),
    )


class MatrixPart(NamedTuple):
    """A page's columns, and for every task what stands in them."""

    actors: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Sequence[str]]]]


def matrix_sheet(project: Project, *, blank: bool) -> dict[str, Any]:
    coverage = Coverage([], []) if blank else coverage_of(project)
    columns: list[ProjectActor | None] = [*coverage.actors]
    columns += [None] * len(spare(len(columns), MATRIX_COLUMNS))
    rows: list[CoverageRow | None] = [row for row in coverage.rows if row.lives_on]
    rows += [None] * len(spare(len(rows), MATRIX_ROWS))
    parts = [_matrix_part(part, rows) for part in in_parts(columns, MATRIX_COLUMNS)]
    return {"parts": parts}


def _matrix_part(columns: Sequence[ProjectActor | None], rows: Iterable[CoverageRow | None]) -> MatrixPart:
    names = [f"{actor.code} {actor}" if actor else _("Aktør") for actor in columns]
    return MatrixPart(names, [(str(row.task) if row else _("Opgave"), _cells(row, columns)) for row in rows])


def _cells(row: CoverageRow | None, columns: Iterable[ProjectActor | None]) -> list[Sequence[str]]:
    marks = row.marks if row else {}
    return [[mark.words for mark in marks.get(actor.pk, ())] if actor else [] for actor in columns]


def interview_sheet(project: Project, *, blank: bool) -> dict[str, Any]:
    rows = [] if blank else [row for row in project.project_actors.named().in_order() if row.actor.is_active]
    return {"cards": [_talk(str(row)) for row in rows] or [_talk("")]}


def _talk(actor: str) -> Card:
    title = _("Samtale med %s") % actor if actor else _("Samtale")
    about = (
        Answer(_("Aktør"), actor),
        Answer(_("Dato")),
        Answer(_("Hvem fra os, og hvem hos aktøren? Skriv roller.")),
    )
    asked = tuple(Answer(str(question.words), room=3) for question in TALK)
    return Card(title, (*about, *asked, Answer(_("Hvor langt er I bagefter?"), ticks=ticks(ContactStatus.choices))))
