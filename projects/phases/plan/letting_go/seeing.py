"""The signs of the ten points, read from a project's rows."""

from collections.abc import Mapping

from projects.models import (
    Action,
    ActionStatus,
    CapacityForm,
    Commitment,
    CommitmentRole,
    CommitmentState,
    FollowUp,
    HandoverPoint,
    OperationLevel,
    Project,
)
from projects.phases.plan.letting_go.handover import Seen, Signs, see


def seen_of(project: Project) -> Mapping[HandoverPoint, Seen]:
    """What the app sees of each point, in five queries."""
    tasks = list(project.tasks.exclude(operation_level=OperationLevel.STOP).in_order())
    commitments = Commitment.objects.filter(task__in=tasks).exclude(state=CommitmentState.POSSIBLE)
    held = set(commitments.values_list("task_id", "role", "state"))
    led = {pk for pk, role, state in held if role == CommitmentRole.RESPONSIBLE and state == CommitmentState.AGREED}
    backed = {pk for pk, role, _state in held if role == CommitmentRole.RESERVE}
    trials = list(Action.objects.filter(project=project, capacity_form=CapacityForm.TRIAL).in_order())
    return see(
        Signs(
            end=project.ends_on,
            tasks=[task.code for task in tasks],
            unled=[task.code for task in tasks if task.pk not in led],
            unbacked=[task.code for task in tasks if task.is_critical and task.pk not in backed],
            lines=list(project.budget_lines.all()),
            trials=[action.code for action in trials if action.status != ActionStatus.DROPPED],
            trials_held=[action.code for action in trials if action.status == ActionStatus.DONE],
            follow_ups=list(FollowUp.objects.filter(project=project).values_list("due_on", flat=True)),
        )
    )
