"""Writing phase 4: proposed actions and who takes over."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction
from django.shortcuts import get_object_or_404
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
    Event,
    Project,
    ProjectActor,
    Task,
)
from projects.phases.mapping.services import about_roles, save_commitments
from projects.phases.plan.proposals import Proposal, deadline_before_end, gap_proposal
from projects.phases.plan.responsibility import takeover_of
from projects.phases.services import place_last


class Proposed(NamedTuple):
    action: Action
    is_new: bool


class NoSuchProposalError(Exception):
    """The administrators no longer propose it."""


@transaction.atomic
def propose_action(*, by: Any, candidacy: Candidacy, concept: Concept, code: str = "") -> Proposed:
    """An action that closes the gap, ready to be edited, from the proposal with that code.

    Without a code it is the first proposal, unless an open action closes the gap already; with one, the open action
    that came from it, when there is one.

    Raises:
        NoSuchProposalError: nothing in use has the code; nothing is written.
    """
    if (proposal := gap_proposal(concept, code)) is None:
        raise NoSuchProposalError
    # One at a time, so that pressing twice does not make two.
    project = Project.objects.select_for_update().get(pk=candidacy.project_actor.project_id)
    get_object_or_404(Candidacy, pk=candidacy.pk)  # removed in the same moment
    open_statuses = [status for status in ActionStatus if status.is_open]
    closing = Action.objects.filter(gaps__candidacy=candidacy, gaps__concept=concept, status__in=open_statuses)
    same = closing.filter(template_code=code) if code else closing
    if existing := same.order_by("position", "pk").first():
        return Proposed(existing, is_new=False)
    action = _action_from(proposal, project, candidacy)
    ActionGap.objects.create(action=action, candidacy=candidacy, concept=concept)
    Event.objects.record(by=by, project=project, text=_("foreslog tiltaget %s") % action.code)
    return Proposed(action, is_new=True)


def _action_from(proposal: Proposal, project: Project, candidacy: Candidacy) -> Action:
    """With actor, tasks, theme and a date counted back already filled."""
    action = Action(
        project=project,
        title=proposal.title_for(str(candidacy.project_actor)),
        theme=proposal.theme,
        capacity_form=proposal.capacity_form,
        success_criterion=proposal.success_criterion,
        deadline=deadline_before_end(proposal, end=project.ends_on, today=timezone.localdate()),
        template_code=proposal.code,
    )
    place_last(action)
    action.save()
    action.actors.add(candidacy.project_actor)
    action.tasks.set(candidacy.tasks.going_on())
    return action


@transaction.atomic
def hand_over_task(
    *,
    by: Any,
    task: Task,
    responsible: ProjectActor | None,
    takes_over_on: date | None,
    others: Mapping[Commitment, tuple[str, date | None]],
) -> None:
    """Write who is agreed to be responsible for the task from when, and the state and date of the other commitments.

    Whoever was agreed and no longer is becomes proposed.
    """
    get_object_or_404(Task.objects.select_for_update(), pk=task.pk)  # removed in the same moment
    agreed = takeover_of(task).agreed
    now, wanted = (agreed.project_actor_id if agreed else None), (responsible.pk if responsible else None)
    states = [(each.project_actor, each.role, state) for each, (state, _date) in others.items() if each.state != state]
    if agreed and now != wanted:
        states.insert(0, (agreed.project_actor, CommitmentRole.RESPONSIBLE, CommitmentState.PROPOSED))
    if responsible and now != wanted:
        states.append((responsible, CommitmentRole.RESPONSIBLE, CommitmentState.AGREED))
    for actor, role, state in states:
        save_commitments(by=by, task=task, project_actor=actor, states={role: state})
    dates = {each.pk: day for each, (_state, day) in others.items()}
    _write_dates(by, task, dates, takes_over_on)


def _write_dates(by: Any, task: Task, dates: Mapping[int, date | None], takes_over_on: date | None) -> None:
    rows = list(Commitment.objects.filter(task=task))
    changed = []
    for row in rows:
        is_agreed = row.role == CommitmentRole.RESPONSIBLE and row.state == CommitmentState.AGREED
        day = takes_over_on if is_agreed else dates.get(row.pk, row.takes_over_on)
        if day != row.takes_over_on:
            row.takes_over_on = day
            changed.append(row)
    if changed:
        Commitment.objects.bulk_update(changed, ["takes_over_on"])
        text = _("rettede, hvornår nogen overtager %s") % task.code
        Event.objects.record(by=by, project=task.project, text=text, about=about_roles(task.pk))
