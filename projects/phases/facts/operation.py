"""Phase 4: the actions, the operating budget, the interfaces and the open questions."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from projects.models import Action, ActionStatus, BudgetLine, Interface, OpenQuestion
from projects.phases.facts.grouping import grouped_records


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
    capacity_form: str = ""
    start: date | None = None
    role_shift_id: int | None = None
    theme: str = ""

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
    expires_on: date | None = None


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

    def is_overdue(self, today: date) -> bool:
        return not self.answer and self.deadline is not None and self.deadline < today


def load_actions(found: Iterable[int]) -> defaultdict[int, list[ActionFacts]]:
    return grouped_records(ActionFacts, Action.objects.filter(project_id__in=found).in_order())


def load_budget_lines(found: Iterable[int]) -> defaultdict[int, list[BudgetFacts]]:
    return grouped_records(BudgetFacts, BudgetLine.objects.filter(project_id__in=found).in_operation().in_order())


def load_interfaces(found: Iterable[int]) -> defaultdict[int, list[InterfaceFacts]]:
    return grouped_records(InterfaceFacts, Interface.objects.filter(project_id__in=found).in_order())


def load_questions(found: Iterable[int]) -> defaultdict[int, list[QuestionFacts]]:
    return grouped_records(QuestionFacts, OpenQuestion.objects.filter(project_id__in=found).in_order())
