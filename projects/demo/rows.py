"""Writes a project of the example straight to the tables, a table at a time. No services: nobody did these things."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Model

from actors.calendar import DateKind
from actors.concepts import Concept
from actors.models import Actor, Programme
from forankring.accounts.models import User
from projects.demo.acceptances import write_acceptances
from projects.demo.calendar import Calendar
from projects.demo.cooperation import write_cooperation, write_outcome
from projects.demo.letting_go import write_letting_go
from projects.demo.meetings import write_meetings
from projects.demo.rounds import write_rounds
from projects.demo.shape import Example, Row, Score
from projects.models import (
    Action,
    ActionGap,
    AssessmentRound,
    BudgetLine,
    CalendarDate,
    Candidacy,
    Commitment,
    FocusArea,
    OpenQuestion,
    PlanOutline,
    Project,
    ProjectActor,
    SharedScore,
    Task,
    WhyWhat,
)

CONCEPT_OF_LETTER = {"F": Concept.UNDERSTANDING, "M": Concept.MEANING, "E": Concept.ABILITY, "V": Concept.WILL}


def write_project(
    example: Example, *, programme: Programme, actors: dict[int, Actor], calendar: Calendar, by: User
) -> Project:
    """One project with everything the example says of it."""
    focus_area = FocusArea.objects.filter(name=example.focus_area).order_by("-valid_from").first()
    project = Project.objects.create(programme=programme, focus_area=focus_area, **calendar.fill(example.project))
    WhyWhat.objects.create(project=project, **calendar.fill(example.why_what))
    PlanOutline.objects.create(project=project, **calendar.fill(example.outline))
    tasks = {task.number: task for task in Task.objects.bulk_create(_numbered(Task, project, example.tasks, calendar))}
    present = _write_actors(example, project, actors, calendar)
    Commitment.objects.bulk_create(
        Commitment(
            task=tasks[promise.task],
            project_actor=present[promise.actor],
            role=promise.role,
            state=promise.state,
            takes_over_on=calendar.fill(promise.takes_over_on),
        )
        for promise in example.promises
    )
    candidacies = _write_analysis(example, project, present, tasks, calendar, by)
    write_rounds(example, project, candidacies, calendar)
    _write_actions(example, project, present, tasks, candidacies, calendar)
    _write_operation(example, project, tasks, calendar)
    write_cooperation(example, project, present, calendar)
    write_outcome(example, project, calendar)
    write_letting_go(example, project, calendar)
    write_meetings(example, project, calendar)
    write_dates(example.dates, programme=programme, project=project, calendar=calendar)
    write_acceptances(example, project, calendar, by)
    return project


def write_dates(
    dates: dict[DateKind, Row], *, programme: Programme, calendar: Calendar, project: Project | None = None
) -> None:
    """What the steering calendar holds besides what it proposes, of the helhedsplan or of one project."""
    CalendarDate.objects.bulk_create(
        CalendarDate(programme=programme, project=project, kind=kind, **calendar.fill(row))
        for kind, row in dates.items()
    )


def _numbered(model: type[Model], project: Project, rows: list[dict[str, Any]], calendar: Calendar) -> list[Any]:
    return [
        model(project=project, number=number, position=number, **calendar.fill(row))
        for number, row in enumerate(rows, start=1)
    ]


def _write_actors(
    example: Example, project: Project, actors: dict[int, Actor], calendar: Calendar
) -> dict[int, ProjectActor]:
    rows = ProjectActor.objects.bulk_create(
        ProjectActor(project=project, actor=actors[key], number=number, position=number, **calendar.fill(row))
        for number, (key, row) in enumerate(example.actors.items(), start=1)
    )
    return dict(zip(example.actors, rows, strict=True))


def _write_analysis(
    example: Example,
    project: Project,
    present: dict[int, ProjectActor],
    tasks: dict[int, Task],
    calendar: Calendar,
    by: User,
) -> dict[int, Candidacy]:
    if example.assessed_on is None:
        return {}
    held = AssessmentRound.objects.create(project=project, held_on=calendar.on(example.assessed_on))
    rows = Candidacy.objects.bulk_create(
        Candidacy(
            project_actor=present[candidate.actor],
            title=candidate.title,
            choice=candidate.choice,
            choice_reason=calendar.fill(candidate.choice_reason),
        )
        for candidate in example.candidates
    )
    pairs = list(zip(example.candidates, rows, strict=True))
    _link(Candidacy.tasks.through, "candidacy", "task", [(row, tasks[n]) for c, row in pairs for n in c.tasks])
    written = {candidate.actor: row for candidate, row in pairs}
    scores: list[SharedScore] = []
    for earlier in example.earlier_rounds:
        before = AssessmentRound.objects.create(project=project, held_on=calendar.on(earlier.held_on))
        for actor, said in earlier.scores.items():
            scores += _scores(before, written[actor], earlier.evidence, said, calendar, by)
    for candidate, row in pairs:
        scores += _scores(held, row, candidate.evidence, candidate.scores, calendar, by)
    SharedScore.objects.bulk_create(scores)
    return written


def _scores(
    held: AssessmentRound, row: Candidacy, evidence: str, said: Sequence[Score], calendar: Calendar, by: User
) -> Iterator[SharedScore]:
    for concept, score in zip(Concept, said, strict=True):
        yield SharedScore(
            round=held,
            candidacy=row,
            concept=concept,
            score=score.score,
            evidence=evidence,
            reason=calendar.fill(score.reason),
            requirement=calendar.fill(score.requirement),
            recorded_by=by,
        )


def _write_actions(
    example: Example,
    project: Project,
    present: dict[int, ProjectActor],
    tasks: dict[int, Task],
    candidacies: dict[int, Candidacy],
    calendar: Calendar,
) -> None:
    linked = {"actors", "tasks", "gaps", "depends_on", "role_shift"}
    plain = [{key: value for key, value in row.items() if key not in linked} for row in example.actions]
    actions = Action.objects.bulk_create(_numbered(Action, project, plain, calendar))
    pairs = list(zip(actions, example.actions, strict=True))
    _link(
        Action.actors.through,
        "action",
        "projectactor",
        [(action, present[number]) for action, row in pairs for number in row.get("actors", [])],
    )
    _link(
        Action.tasks.through,
        "action",
        "task",
        [(action, tasks[number]) for action, row in pairs for number in row.get("tasks", [])],
    )
    ActionGap.objects.bulk_create(
        ActionGap(action=action, candidacy=candidacies[number], concept=CONCEPT_OF_LETTER[letter])
        for action, row in pairs
        for number, letters in row.get("gaps", {}).items()
        for letter in letters
    )


def _write_operation(
    example: Example,
    project: Project,
    tasks: dict[int, Task],
    calendar: Calendar,
) -> None:
    BudgetLine.objects.bulk_create(
        BudgetLine(
            project=project,
            position=position,
            title=cost.title,
            task=tasks[cost.task],
            amount=cost.amount,
            source=cost.source,
            source_note=cost.source_note,
            certainty=cost.certainty,
            expires_on=calendar.fill(cost.expires_on),
        )
        for position, cost in enumerate(example.budget, start=1)
    )
    OpenQuestion.objects.bulk_create(
        OpenQuestion(project=project, position=position, **calendar.fill(row))
        for position, row in enumerate(example.questions, start=1)
    )


def _link(through: Any, left: str, right: str, pairs: list[tuple[Model, Model]]) -> None:
    """Many-to-many rows, all of them in one query."""
    through.objects.bulk_create(through(**{left: one, right: other}) for one, other in pairs)
