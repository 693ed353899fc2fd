"""What follows from a talk with an actor: the contact on its card is moved on."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import ActorInterview, Event, ProjectActor
from projects.phases.mapping.interview_notes import contact_after
from projects.phases.services import about_row


@transaction.atomic
def move_contact(*, by: Any, interview: ActorInterview) -> bool:
    """Let the actor's card say how far the contact is after its newest talk. Returns whether anything changed.

    One that is only planned moves nothing, nor does one that is older than what the card knows.
    """
    if not interview.is_held(timezone.localdate()):
        return False
    actor = ProjectActor.objects.select_for_update().get(pk=interview.project_actor_id)
    newest = ActorInterview.objects.held().filter(project_actor=actor).newest_first().first()
    if newest != interview or (actor.contact_date and actor.contact_date > interview.held_on):
        return False
    before = (actor.contact_status, actor.contact_date)
    status = contact_after(before=actor.contact_status, said=interview.contact_status)
    if before == (status, interview.held_on):
        return False
    actor.contact_status, actor.contact_date = status, interview.held_on
    actor.save(update_fields=["contact_status", "contact_date"])
    text = _("skrev, hvor langt kontakten med %s er") % actor.code
    Event.objects.record(by=by, project=actor.project, text=text, about=about_row(actor))
    return True
