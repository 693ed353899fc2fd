"""Writing what a role shift leads to."""

from typing import Any, NamedTuple

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from projects.models import Action, ActionStatus, Event, Project, RoleShift
from projects.phases.plan.proposals import deadline_before_end, proposals_for_shift
from projects.phases.services import place_last


class Proposed(NamedTuple):
    actions: list[Action]
    is_new: bool


@transaction.atomic
def propose_learning(*, by: Any, shift: RoleShift) -> Proposed:
    """Actions in which the role is learned, ready to be edited: ours, or the open ones there are already."""
    # One at a time, so that pressing twice does not make two.
    project = Project.objects.select_for_update().get(pk=shift.project_id)
    get_object_or_404(RoleShift, pk=shift.pk)  # removed in the same moment
    open_statuses = [status for status in ActionStatus if status.is_open]
    if existing := list(shift.actions.filter(status__in=open_statuses).in_order()):
        return Proposed(existing, is_new=False)
    who = str(shift.project_actor or shift.role or _("de nye"))
    actions = []
    for proposal in proposals_for_shift(shift.kind):
        action = Action(
            project=project,
            title=proposal.title_for(who),
            theme=proposal.theme,
            capacity_form=proposal.capacity_form,
            success_criterion=proposal.success_criterion,
            deadline=deadline_before_end(proposal, end=project.ends_on, today=timezone.localdate()),
            role_shift=shift,
        )
        place_last(action)
        action.save()
        if shift.project_actor:
            action.actors.add(shift.project_actor)
        actions.append(action)
    codes = get_text_list([action.code for action in actions], _("og"))
    Event.objects.record(by=by, project=project, text=_("foreslog tiltaget %s") % codes)
    return Proposed(actions, is_new=True)
