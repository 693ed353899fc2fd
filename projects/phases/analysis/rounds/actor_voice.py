"""The actor's own voice: a link through which its representative answers about the actor alone."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from forankring import log
from projects.models import ActorLink, AssessmentRound, Event, Participant, ProjectActor, RoundSubject
from projects.phases.analysis.rounds.codes import new_token
from projects.phases.analysis.rounds.forgotten import close_if_forgotten
from projects.phases.analysis.rounds.state import about_round, shown_by

LONGEST_ROLE = 120


class LinkGoneError(Exception):
    """No link has the token, or its round is over."""


class LinkTakenError(Exception):
    """Somebody began on the link in another browser. What they answered is theirs."""


class VoiceShownError(Exception):
    """The group has seen what the actor said; a new link would take it away."""


def actors_of(round_: AssessmentRound) -> list[ProjectActor]:
    """The actors the round asks about, once each."""
    actors = ProjectActor.objects.filter(candidacies__rounds__round=round_).named().in_order()
    return list(actors.distinct())


@transaction.atomic
def make_link(*, by: Any, round_: AssessmentRound, project_actor: ProjectActor) -> ActorLink:
    """A new link for the actor. The one it had is dead, and what was answered through that is gone.

    Raises:
        LinkGoneError: the round is over.
        VoiceShownError: the group has seen the answers.
    """
    if not AssessmentRound.objects.select_for_update().running().filter(pk=round_.pk).exists():
        raise LinkGoneError
    link = ActorLink.objects.filter(round=round_, project_actor=project_actor).select_related("participant").first()
    if link and link.participant:
        about = RoundSubject.objects.filter(round=round_, candidacy__project_actor=project_actor)
        if about.filter(shown_by(timezone.now())).exists():
            raise VoiceShownError
        list(Participant.objects.select_for_update().filter(pk=link.participant.pk))  # nobody is half-way in an answer
        link.participant.delete()
    link, _is_new = ActorLink.objects.update_or_create(
        round=round_, project_actor=project_actor, defaults={"token": new_token(), "participant": None}
    )
    text = _("lavede et link til %s, så aktøren selv kan svare") % project_actor.code
    Event.objects.record(by=by, project=round_.project, text=text, about=about_round(round_))
    return link


def find_link(token: str) -> ActorLink:
    """The link with the round, the project and the actor's name.

    Raises:
        LinkGoneError: there is none, or its round is over.
    """
    links = ActorLink.objects.select_related(
        "round__project__programme",
        "project_actor__actor__housing_organisation",
        "project_actor__actor__housing_department__organisation",
        "project_actor__actor__municipality",
    )
    link = links.filter(token=token, round__project__archived_at__isnull=True).first()
    if link is None or not link.round.is_running or close_if_forgotten(link.round):
        raise LinkGoneError
    return link


@transaction.atomic
def begin(*, token: str) -> Participant:
    """Let the first who begins be the actor's voice. Writes no event: it would tell who came when.

    Raises:
        LinkGoneError: there is no such link any more.
        LinkTakenError: somebody else began on it.
    """
    found = find_link(token)
    # The round is locked first, as everywhere, so that nobody begins while it closes.
    if not AssessmentRound.objects.select_for_update().running().filter(pk=found.round_id).exists():
        raise LinkGoneError
    link = ActorLink.objects.select_for_update().get(pk=found.pk)
    if link.token != token:
        raise LinkGoneError
    if link.participant_id:
        raise LinkTakenError
    role = _("Repræsentant for %s") % found.project_actor.actor
    link.participant = Participant.objects.create(
        round=found.round, represents=found.project_actor, role_title=role[:LONGEST_ROLE]
    )
    link.save(update_fields=["participant"])
    log.event_once_stored("actor_joined", round=found.round_id)
    return link.participant
