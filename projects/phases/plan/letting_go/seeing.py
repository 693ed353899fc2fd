"""The signs of the ten points, read from a project's rows."""

from collections import defaultdict
from collections.abc import Mapping

from actors.calendar import leaves_a_gap
from projects.models import (
    Action,
    ActionStatus,
    CapacityForm,
    Commitment,
    CommitmentRole,
    CommitmentState,
    FollowUp,
    HandoverPoint,
    Pledge,
    Project,
    standing_reserves,
)
from projects.phases.plan.letting_go.handover import Seen, Signs, see


def seen_of(project: Project) -> Mapping[HandoverPoint, Seen]:
    """What the app sees of each point, in five queries."""
    tasks = list(project.tasks.going_on().in_order())
    rows = list(Commitment.objects.filter(task__in=tasks))
    led = {
        row.task_id: row.takes_over_on
        for row in rows
        if row.role == CommitmentRole.RESPONSIBLE and row.state == CommitmentState.AGREED
    }
    pledges: defaultdict[int, list[Pledge]] = defaultdict(list)
    for row in rows:
        pledges[row.task_id].append((row.project_actor_id, row.role, row.state))
    trials = list(Action.objects.filter(project=project, capacity_form=CapacityForm.TRIAL).in_order())
    return see(
        Signs(
            end=project.ends_on,
            tasks=[task.code for task in tasks],
            unled=[task.code for task in tasks if task.pk not in led],
            late=[task.code for task in tasks if leaves_a_gap(project.ends_on, led.get(task.pk))],
            unbacked=[task.code for task in tasks if task.is_critical and not standing_reserves(pledges[task.pk])],
            lines=list(project.budget_lines.in_operation()),
            trials=[action.code for action in trials if action.status != ActionStatus.DROPPED],
            trials_held=[action.code for action in trials if action.status == ActionStatus.DONE],
            follow_ups=list(FollowUp.objects.filter(project=project).values_list("due_on", flat=True)),
        )
    )
