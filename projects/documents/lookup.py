"""The plan read along its relations: pure, in memory, tolerant of a code that nothing carries."""

from collections import defaultdict
from functools import cached_property

from actors.calendar import leaves_a_gap
from projects.documents.document import PlanDocument
from projects.documents.records import PlanCommitment, PlanTask
from projects.models import CommitmentRole, CommitmentState, carrying_already, standing_reserves

STRENGTH = {CommitmentState.AGREED: 0, CommitmentState.PROPOSED: 1, CommitmentState.POSSIBLE: 2}


class Lookup:
    """Answers what several sections ask about the same plan."""

    def __init__(self, plan: PlanDocument) -> None:
        self.plan = plan
        self.tasks = {task.code: task for task in plan.tasks}
        self.actors = {actor.code: actor for actor in plan.actors}

    @cached_property
    def commitments(self) -> dict[str, list[PlanCommitment]]:
        """Per task, strongest state first."""
        found: dict[str, list[PlanCommitment]] = defaultdict(list)
        for commitment in sorted(self.plan.commitments, key=lambda one: STRENGTH[one.state]):
            found[commitment.task].append(commitment)
        return found

    @cached_property
    def continuing(self) -> list[PlanTask]:
        return [task for task in self.plan.tasks if task.continues]

    @cached_property
    def critical(self) -> list[PlanTask]:
        return [task for task in self.continuing if task.is_critical]

    def in_role(self, task: str, role: CommitmentRole) -> list[PlanCommitment]:
        return [one for one in self.commitments.get(task, []) if one.role is role]

    def responsible(self, task: str) -> PlanCommitment | None:
        """The one agreed responsible actor, if there is one."""
        agreed = self.in_role(task, CommitmentRole.RESPONSIBLE)
        return agreed[0] if agreed and agreed[0].state is CommitmentState.AGREED else None

    def responsible_in_time(self, task: str) -> PlanCommitment | None:
        """The agreed responsible, when the task is not left alone between the project's end and the take-over."""
        agreed = self.responsible(task)
        return None if agreed is None or leaves_a_gap(self.plan.frame.ends_on, agreed.takes_over_on) else agreed

    def is_late(self, task: str) -> bool:
        """Somebody has agreed, but takes over only after the project's end."""
        return self.responsible(task) is not None and self.responsible_in_time(task) is None

    def has_reserve(self, task: str) -> bool:
        """Somebody who does not carry the task already is proposed or agreed as reserve."""
        return bool(standing_reserves(self._pledges(task)))

    def reserves(self, task: str) -> list[PlanCommitment]:
        """Those in view as reserve, without those who carry the task already."""
        carrying = carrying_already(self._pledges(task))
        return [one for one in self.in_role(task, CommitmentRole.RESERVE) if one.actor not in carrying]

    def _pledges(self, task: str) -> list[tuple[str, CommitmentRole, CommitmentState]]:
        return [(one.actor, one.role, one.state) for one in self.commitments.get(task, [])]

    def task_name(self, code: str) -> str:
        """ "O1 Være tovholder"."""
        task = self.tasks.get(code)
        return f"{code} {task.title}" if task else code

    def actor_name(self, code: str) -> str:
        actor = self.actors.get(code)
        return actor.name if actor else code
