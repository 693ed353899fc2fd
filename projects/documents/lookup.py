"""The plan read along its relations: pure, in memory, tolerant of a code that nothing carries."""

from collections import defaultdict
from functools import cached_property

from projects.documents.document import PlanDocument
from projects.documents.records import PlanCommitment, PlanTask
from projects.models import CommitmentRole, CommitmentState

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

    def has_reserve(self, task: str) -> bool:
        """Somebody is proposed or agreed as reserve; a possible one is only an idea."""
        return any(one.state is not CommitmentState.POSSIBLE for one in self.in_role(task, CommitmentRole.RESERVE))

    def task_name(self, code: str) -> str:
        """ "O1 Være tovholder"."""
        task = self.tasks.get(code)
        return f"{code} {task.title}" if task else code

    def actor_name(self, code: str) -> str:
        actor = self.actors.get(code)
        return actor.name if actor else code
