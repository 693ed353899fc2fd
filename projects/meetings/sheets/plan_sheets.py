"""The sheets of phase 3 and 4. None has an earlier score on it: that is shown after one has answered, also on paper."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from actors.concepts import SCALE, Concept
from forankring.ui.numbers import write_number
from projects.meetings.sheets.parts import Tick, day, spare, ticks
from projects.models import Action, Candidacy, Commitment, CommitmentState, Evidence, Project, Task
from projects.phases.analysis.guidance import QUESTIONS
from projects.phases.mapping.coverage import Coverage, CoverageRow, coverage_of

ACTION_ROWS: Final = 8  # so many lines fit a page that lies


class ConceptPart(NamedTuple):
    name: str
    questions: Sequence[Any]
    scale: Sequence[Tick]
    evidence: Sequence[Tick]


class AnalysisPage(NamedTuple):
    title: str
    tasks: Sequence[str]
    concepts: Sequence[ConceptPart]


def analysis_sheet(project: Project, *, blank: bool) -> dict[str, Any]:
    """A page for each actor in a role; before any role is written, for each actor."""
    pages: list[tuple[str, list[str]]] = []
    if not blank:
        rows = Candidacy.objects.of_project(project.pk).named().in_order()
        rows = rows.prefetch_related(Prefetch("tasks", Task.objects.going_on().in_order()))
        in_use = [row for row in rows if row.project_actor.actor.is_active]
        pages = [(str(row), [str(task) for task in row.tasks.all()]) for row in in_use]
    if not blank and not pages:
        actors = [row for row in project.project_actors.named().in_order() if row.actor.is_active]
        pages = [(_("%s som") % row, []) for row in actors]
    concepts = [_concept(concept) for concept in Concept]
    return {"pages": [AnalysisPage(title, tasks, concepts) for title, tasks in pages or [(_("Aktør som"), [])]]}


def _concept(concept: Concept) -> ConceptPart:
    scale = [Tick(f"{step} – {words}") for step, words in SCALE.items()]
    return ConceptPart(str(concept.label), QUESTIONS[concept], [*scale, Tick(_("Ved ikke"))], ticks(Evidence.choices))


class ActionLine(NamedTuple):
    name: str
    title: str = ""
    whom: str = ""
    concepts: Sequence[Tick] = ()
    responsible: str = ""
    start: str = ""
    deadline: str = ""
    seen: str = ""
    means: str = ""


class DutyLine(NamedTuple):
    task: str
    roles: Sequence[str]
    agreed: Sequence[Tick]
    takes_over: str = ""


def plan_sheet(project: Project, *, blank: bool) -> dict[str, Any]:
    rows = (
        Action.objects.none()
        if blank
        else project.actions.in_order().prefetch_related(
            "actors", Prefetch("tasks", Task.objects.going_on().in_order()), "gaps"
        )
    )
    lines = [_action_line(row) for row in rows]
    empty = ActionLine(_("Nyt"), concepts=ticks(Concept.choices))
    lines += [empty] * len(spare(len(lines), ACTION_ROWS))
    return {"actions": lines, "duties": _duties(project, Coverage([], []) if blank else coverage_of(project))}


def _action_line(row: Action) -> ActionLine:
    codes = [actor.code for actor in row.actors.all()] + [task.code for task in row.tasks.all()]
    means = [
        _("%s timer") % write_number(row.hours) if row.hours is not None else "",
        _("%s kr.") % write_number(row.cost) if row.cost is not None else "",
    ]
    return ActionLine(
        row.code,
        row.title,
        ", ".join(codes),
        ticks(Concept.choices, {gap.concept for gap in row.gaps.all()}),
        row.responsible,
        day(row.start),
        day(row.deadline),
        row.success_criterion,
        ", ".join(filter(None, means)),
    )


def _duties(project: Project, coverage: Coverage) -> list[DutyLine]:
    agreed = (Tick(_("mundtligt")), Tick(_("på skrift")))
    rows = [row for row in coverage.rows if row.lives_on]
    days = _takes_over(project) if rows else {}
    lines = [
        DutyLine(str(row.task), [_who(row, role) for role in "AUR"], agreed, day(days.get(row.task.pk))) for row in rows
    ]
    return lines + [DutyLine(_("Opgave"), ["", "", ""], agreed)] * len(spare(len(lines), ACTION_ROWS))


def _takes_over(project: Project) -> dict[int, date | None]:
    """When the agreed responsible takes over, by task."""
    agreed = Commitment.objects.filter(task__project=project, role="A", state=CommitmentState.AGREED)
    return dict(agreed.values_list("task_id", "takes_over_on"))


def _who(row: CoverageRow, role: str) -> str:
    """Who has the role, with how far it is when it is not agreed."""
    found = []
    for cell in row.taken:
        for mark in cell.marks:
            if mark.letter == role:
                state = "" if mark.state == CommitmentState.AGREED else f" ({mark.words.rpartition(', ')[2]})"
                found.append(f"{cell.actor}{state}")
    return ", ".join(found)
