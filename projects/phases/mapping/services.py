"""Writing phase 2: taking actors in, and who does what."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from actors.models import Actor
from projects.models import Commitment, CommitmentRole, CommitmentState, Event, Project, ProjectActor, Task
from projects.phases.services import place_last


class AlreadyAgreedError(Exception):
    """Another actor is agreed as responsible for the task. The message says who, and what to do."""


@transaction.atomic
def reuse_actor(*, by: Any, project: Project, actor: Actor) -> ProjectActor:
    """Take an actor of the helhedsplan into the project. One that is there already stays as it is."""
    Project.objects.select_for_update().get(pk=project.pk)
    existing = ProjectActor.objects.filter(project=project, actor=actor).first()
    if existing:
        return existing
    row = ProjectActor(project=project, actor=actor)
    place_last(row)
    row.save()
    Event.objects.record(by=by, project=project, text=_("tog aktøren %s med") % row.code)
    return row


@transaction.atomic
def save_commitments(*, by: Any, task: Task, project_actor: ProjectActor, states: Mapping[str, str]) -> bool:
    """Write the actor's roles in the task: role → state, "" for no longer. Roles not mentioned stay.

    Returns whether anything changed. The database lets at most one actor be agreed as responsible, also when two
    people save at once (docs/method.md, Fase 2).

    Raises:
        AlreadyAgreedError: somebody else is agreed as responsible; nothing is written.
        ValueError: the task and the actor belong to different projects.
    """
    if task.project_id != project_actor.project_id:
        raise ValueError("The task and the actor belong to different projects.")
    # One at a time in a task, so that two people cannot add the same role at once.
    Task.objects.select_for_update().get(pk=task.pk)
    old = {row.role: row for row in Commitment.objects.filter(task=task, project_actor=project_actor)}
    changed = {role: state for role, state in states.items() if state != (old[role].state if role in old else "")}
    if not changed:
        return False
    try:
        with transaction.atomic():
            _write(task, project_actor, old, changed)
    except IntegrityError as error:
        raise AlreadyAgreedError(_who_is_agreed(task)) from error
    text = _("rettede, hvad ”%(actor)s” gør i %(task)s") % _names(task, project_actor)
    Event.objects.record(by=by, project=task.project, text=text, about=about_roles(task.pk))
    return True


def about_roles(task_id: int) -> str:
    """What an event about anybody's roles in the task is about."""
    return f"roles:{task_id}"


def _write(task: Task, actor: ProjectActor, old: Mapping[str, Commitment], changed: Mapping[str, str]) -> None:
    Commitment.objects.filter(pk__in=[old[role].pk for role, state in changed.items() if not state]).delete()
    for role, state in changed.items():
        if state and role in old:
            old[role].state = state
            old[role].save(update_fields=["state"])
        elif state:
            Commitment.objects.create(task=task, project_actor=actor, role=role, state=state)


def _who_is_agreed(task: Task) -> str:
    agreed = Commitment.objects.select_related("project_actor__actor").get(
        task=task, role=CommitmentRole.RESPONSIBLE, state=CommitmentState.AGREED
    )
    return _(
        "%(actor)s er allerede aftalt som ansvarlig for %(task)s. Vælg én ansvarlig. De andre kan udføre eller bidrage."
    ) % _names(task, agreed.project_actor)


def _names(task: Task, actor: ProjectActor) -> dict[str, str]:
    return {"actor": str(actor), "task": task.code}
