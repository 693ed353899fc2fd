"""Phase 1: the tasks."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from projects.models import OperationLevel, Task
from projects.phases.facts.grouping import grouped_records


class TaskFacts(NamedTuple):
    project_id: int
    id: int
    number: int
    title: str
    task_type: str
    is_critical: bool | None
    operation_level: str
    legal_requirements: Sequence[str] = ()
    solved_today_by: str = ""

    @property
    def name(self) -> str:
        return f"O{self.number} {self.title}"

    @property
    def lives_on(self) -> bool:
        """A task that is to be stopped is no hole."""
        return self.operation_level != OperationLevel.STOP


def load_tasks(found: Iterable[int]) -> defaultdict[int, list[TaskFacts]]:
    return grouped_records(TaskFacts, Task.objects.filter(project_id__in=found).in_order())
