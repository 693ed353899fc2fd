"""Writing phase 4: proposed actions and who takes over."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.concepts import Concept
from projects.models import (
    Action,
    ActionGap,
    ActionStatus,
    Candidacy,
    Commitment,
    CommitmentRole,
    CommitmentState,
    Project,
    ProjectActor,
    Task,
)
from projects.phases.plan.proposals import PROPOSALS, deadline_for, title_for
from projects.phases.services import record


class Proposed(NamedTuple):
    action: Action
    is_new: bool


class AlreadyAgreedError(Exception):
    """Somebody else has been agreed as responsible meanwhile. `actor` is who; None when the agreement was taken back."""

    def __init__(self, actor: ProjectActor | None) -> None:
        super().__init__(str(actor))
        self.actor = actor


@transaction.atomic
def propose_action(*, by: Any, candidacy: Candidacy, concept: Concept) -> Proposed:
    """An action that closes the gap, ready to be edited: ours, or the open one that closes it already."""
    # One at a time, so that pressing twice does not make two.
    project = Project.objects.select_for_update().get(pk=candidacy.project_actor.project_id)
    open_statuses = [status for status in ActionStatus if status.is_open]
    closing = Action.objects.filter(gaps__candidacy=candidacy, gaps__concept=concept, status__in=open_statuses)
    if existing := closing.order_by("position", "pk").first():
        return Proposed(existing, is_new=False)
    proposal = PROPOSALS[concept]
    highest = Action.objects.filter(project=project).aggregate(number=Max("number"), position=Max("position"))
    action = Action.objects.create(
        project=project,
        number=(highest["number"] or 0) + 1,
        position=(highest["position"] or 0) + 1,
        title=title_for(concept, str(candidacy.project_actor)),
        theme=proposal.theme,
        capacity_form=proposal.capacity_form,
        success_criterion=str(proposal.success_criterion),
        deadline=deadline_for(concept, end=project.end or project.programme.end, today=timezone.localdate()),
    )
    action.actors.add(candidacy.project_actor)
    action.tasks.set(candidacy.tasks.all())
    ActionGap.objects.create(action=action, candidacy=candidacy, concept=concept)
    record(by=by, project=project, text=_("foreslog tiltaget “%s”") % action)
    return Proposed(action, is_new=True)


def agree_responsibility(
    *,
    by: Any,
    task: Task,
    responsible: ProjectActor | None,
    takes_over_on: date | None,
    agreed_before: int | None,
    others: Mapping[int, tuple[str, date | None]],
) -> None:
    """Write who is agreed to be responsible for the task, and the state and date of the other commitments by their id.

    Whoever was agreed and no longer is becomes proposed. `agreed_before` is the project actor the person saw as agreed.

    Raises:
        AlreadyAgreedError: another has been agreed since the person looked; nothing is written.
    """
    try:
        with transaction.atomic():
            agreed = _agreed(task)
            now = agreed.project_actor_id if agreed else None
            if now not in {agreed_before, responsible.pk if responsible else None}:
                raise AlreadyAgreedError(agreed.project_actor if agreed else None)
            _write_others(task, others)
            if agreed and agreed.project_actor != responsible:
                agreed.state = CommitmentState.PROPOSED
                agreed.save(update_fields=["state"])
            if responsible:
                Commitment.objects.update_or_create(
                    task=task,
                    project_actor=responsible,
                    role=CommitmentRole.RESPONSIBLE,
                    defaults={"state": CommitmentState.AGREED, "takes_over_on": takes_over_on},
                )
            record(by=by, project=task.project, text=_("rettede ansvaret for “%s”") % task)
    except IntegrityError:
        # The database saw another agreement that was made in the same moment.
        agreed = _agreed(task)
        raise AlreadyAgreedError(agreed.project_actor if agreed else None) from None


def _agreed(task: Task) -> Commitment | None:
    return (
        Commitment.objects.filter(task=task, role=CommitmentRole.RESPONSIBLE, state=CommitmentState.AGREED)
        .select_related("project_actor__actor")
        .select_for_update(of=("self",))
        .first()
        if transaction.get_connection().in_atomic_block
        else Commitment.objects.filter(task=task, role=CommitmentRole.RESPONSIBLE, state=CommitmentState.AGREED).first()
    )


def _write_others(task: Task, others: Mapping[int, tuple[str, date | None]]) -> None:
    rows = list(Commitment.objects.filter(task=task, pk__in=others))
    for row in rows:
        row.state, row.takes_over_on = others[row.pk]
    Commitment.objects.bulk_update(rows, ["state", "takes_over_on"])
