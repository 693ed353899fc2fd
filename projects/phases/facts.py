"""What the checks need to know of a project, as plain records. One way in, a constant number of queries.

Checks, statuses and "Gør nu" are pure functions of these; they ask neither the database nor the clock.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db import models
from django.utils import timezone

from actors.concepts import UNKNOWN, Answer, Concept, is_weak
from projects.models import (
    Action,
    ActionGap,
    ActionStatus,
    AnchoringDecision,
    BudgetLine,
    Candidacy,
    Commitment,
    Interface,
    OpenQuestion,
    OperationLevel,
    PlanOutline,
    Project,
    ProjectActor,
    SharedScore,
    Task,
    WhyWhat,
)


class TaskFacts(NamedTuple):
    project_id: int
    id: int
    number: int
    title: str
    task_type: str
    is_critical: bool | None
    operation_level: str

    @property
    def name(self) -> str:
        return f"O{self.number} {self.title}"

    @property
    def lives_on(self) -> bool:
        """A task that is to be stopped is no hole."""
        return self.operation_level != OperationLevel.STOP


class ActorFacts(NamedTuple):
    project_id: int
    id: int
    name: str
    actor_type: str
    sphere: str
    contact_status: str
    has_contribution: bool


class CommitmentFacts(NamedTuple):
    project_id: int
    task_id: int
    project_actor_id: int
    role: str
    state: str
    takes_over_on: date | None


class ActionFacts(NamedTuple):
    project_id: int
    id: int
    number: int
    title: str
    responsible: str
    deadline: date | None
    success_criterion: str
    status: str
    status_note: str

    @property
    def name(self) -> str:
        return f"P{self.number} {self.title}"

    def is_overdue(self, today: date) -> bool:
        return self.deadline is not None and self.deadline < today and ActionStatus(self.status).is_open


class BudgetFacts(NamedTuple):
    project_id: int
    id: int
    title: str
    task_id: int | None
    amount: int | None
    source: str
    certainty: str


class InterfaceFacts(NamedTuple):
    project_id: int
    id: int
    trigger: str
    response: str


class QuestionFacts(NamedTuple):
    project_id: int
    id: int
    question: str
    settled_by: str
    deadline: date | None
    answer: str


@dataclass(frozen=True, slots=True)
class CandidacyFacts:
    """What is assessed. `answers` holds the latest shared answer of each concept that has one."""

    id: int
    project_actor_id: int
    title: str
    choice: str
    choice_reason: str
    task_ids: frozenset[int]
    answers: Mapping[Concept, Answer]
    gaps_with_action: frozenset[str]

    @property
    def open_gaps(self) -> list[Concept]:
        """Weak concepts that no action closes."""
        return [c for c in Concept if is_weak(self.answers.get(c)) and c.value not in self.gaps_with_action]


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """One project as it stands today."""

    id: int
    slug: str
    end: date | None
    today: date
    why_what: WhyWhat
    outline: PlanOutline
    tasks: list[TaskFacts] = field(default_factory=list)
    actors: list[ActorFacts] = field(default_factory=list)
    commitments: list[CommitmentFacts] = field(default_factory=list)
    candidacies: list[CandidacyFacts] = field(default_factory=list)
    actions: list[ActionFacts] = field(default_factory=list)
    budget_lines: list[BudgetFacts] = field(default_factory=list)
    interfaces: list[InterfaceFacts] = field(default_factory=list)
    questions: list[QuestionFacts] = field(default_factory=list)

    @property
    def hands_over(self) -> bool:
        """Whether the phases about actors and operation are needed: not when the project ends or seeks new money."""
        return self.why_what.decision not in {AnchoringDecision.END, AnchoringDecision.NEW_FUNDING}

    @property
    def living_tasks(self) -> list[TaskFacts]:
        return [task for task in self.tasks if task.lives_on]

    def commitments_of(self, task: TaskFacts, role: str) -> list[CommitmentFacts]:
        return [c for c in self.commitments if c.task_id == task.id and c.role == role]

    def actor_name(self, project_actor_id: int) -> str:
        return next(actor.name for actor in self.actors if actor.id == project_actor_id)


def load_facts(projects: Iterable[Project]) -> dict[int, ProjectFacts]:
    """The facts of each project by its id, in eleven queries however many there are."""
    found = {project.pk: project for project in projects}
    of = {"project_id__in": found}
    today = timezone.localdate()
    why_what = WhyWhat.objects.in_bulk(found)
    outlines = PlanOutline.objects.in_bulk(found)
    tasks = _grouped(TaskFacts, Task.objects.filter(**of).in_order())
    actions = _grouped(ActionFacts, Action.objects.filter(**of).in_order())
    budget = _grouped(BudgetFacts, BudgetLine.objects.filter(**of).in_order())
    interfaces = _grouped(InterfaceFacts, Interface.objects.filter(**of).in_order())
    questions = _grouped(QuestionFacts, OpenQuestion.objects.filter(**of).in_order())
    commitments = _grouped(
        CommitmentFacts,
        Commitment.objects.filter(task__project_id__in=found).order_by("pk"),
        project="task__project_id",
    )
    actors = _actors(found)
    candidacies = _candidacies(found)
    return {
        pk: ProjectFacts(
            id=pk,
            slug=project.slug,
            end=project.ends_on,
            today=today,
            why_what=why_what.get(pk) or WhyWhat(project=project),
            outline=outlines.get(pk) or PlanOutline(project=project),
            tasks=tasks[pk],
            actors=actors[pk],
            commitments=commitments[pk],
            candidacies=candidacies[pk],
            actions=actions[pk],
            budget_lines=budget[pk],
            interfaces=interfaces[pk],
            questions=questions[pk],
        )
        for pk, project in found.items()
    }


def facts_of(project: Project) -> ProjectFacts:
    """The facts of one project."""
    return load_facts([project])[project.pk]


def _grouped(record: Any, rows: models.QuerySet[Any], project: str = "project_id") -> defaultdict[int, list[Any]]:
    """The rows as records, by project. The record's fields name the columns."""
    columns = [project if name == "project_id" else name for name in record._fields]
    grouped: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows.values_list(*columns):
        grouped[row[0]].append(record._make(row))
    return grouped


def _actors(found: Iterable[int]) -> defaultdict[int, list[ActorFacts]]:
    grouped: defaultdict[int, list[ActorFacts]] = defaultdict(list)
    for row in ProjectActor.objects.filter(project_id__in=found).named().in_order():
        has_contribution = bool(row.contributions or row.contribution_note)
        grouped[row.project_id].append(
            ActorFacts(
                row.project_id,
                row.pk,
                str(row),
                row.actor.actor_type,
                row.actor.sphere,
                row.contact_status,
                has_contribution,
            )
        )
    return grouped


def latest_answers(project_ids: Iterable[int]) -> defaultdict[int, dict[Concept, Answer]]:
    """The latest shared answer of each concept, by candidacy. A concept without one is left out."""
    answers: defaultdict[int, dict[Concept, Answer]] = defaultdict(dict)
    # Oldest first, so that what is kept is the latest.
    scores = SharedScore.objects.filter(candidacy__project_actor__project_id__in=project_ids)
    for candidacy_id, concept, score, is_unknown in scores.order_by("round__held_on", "pk").values_list(
        "candidacy_id", "concept", "score", "is_unknown"
    ):
        answers[candidacy_id][Concept(concept)] = UNKNOWN if is_unknown else score
    return answers


def _candidacies(found: Iterable[int]) -> defaultdict[int, list[CandidacyFacts]]:
    of = {"candidacy__project_actor__project_id__in": found}
    answers = latest_answers(found)
    gaps: defaultdict[int, set[str]] = defaultdict(set)
    open_gaps = ActionGap.objects.filter(**of).exclude(action__status=ActionStatus.DROPPED)
    for candidacy_id, concept in open_gaps.values_list("candidacy_id", "concept"):
        gaps[candidacy_id].add(concept)
    tasks: defaultdict[int, set[int]] = defaultdict(set)
    for candidacy_id, task_id in Candidacy.tasks.through.objects.filter(**of).values_list("candidacy_id", "task_id"):
        tasks[candidacy_id].add(task_id)
    grouped: defaultdict[int, list[CandidacyFacts]] = defaultdict(list)
    rows = Candidacy.objects.filter(project_actor__project_id__in=found).in_order()
    for project_id, pk, actor_id, title, choice, reason in rows.values_list(
        "project_actor__project_id", "pk", "project_actor_id", "title", "choice", "choice_reason"
    ):
        grouped[project_id].append(
            CandidacyFacts(pk, actor_id, title, choice, reason, frozenset(tasks[pk]), answers[pk], frozenset(gaps[pk]))
        )
    return grouped
