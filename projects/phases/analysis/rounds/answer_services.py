"""Answering in a round. Nothing here tells anybody what somebody answered."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy

from actors.concepts import UNKNOWN, Concept
from projects.models import Participant, ProjectActor, Rating, RoundSubject
from projects.phases.analysis.rounds.answers import Said
from projects.phases.analysis.rounds.enough import call_off_what_too_few_answer
from projects.phases.analysis.rounds.state import Ended, shown_by, why_ended


class NotTakenError(Exception):
    """The answer comes too late; `why` says how."""

    def __init__(self, why: Ended) -> None:
        super().__init__(why.value)
        self.why = why


class RepresentsSeenError(Exception):
    """What the person answered about the actor is shown, so whose voice it is cannot change."""

    words = lazy("Svar om aktøren er vist. Derfor kan du ikke skifte, hvem du taler for.")


class RepresentsAnotherError(Exception):
    """The person has answered as another actor. They take that tick off first, where they see the answer that then
    becomes the group's.
    """

    words = lazy("Du har allerede svaret som en anden aktør. Fjern krydset dér først.")


@transaction.atomic
def save_answers(
    *,
    participant: Participant,
    subject: RoundSubject,
    answers: Mapping[Concept, Said],
    speaks_for_it: bool | None = None,
) -> None:
    """Let this be what the participant answers about the concepts given, and whether they speak for the actor: both or
    neither. With None they speak for whom they did.

    The other concepts stay as they are: a step that was chosen cannot be unchosen, only not be seen on another screen.

    Raises:
        NotTakenError: the answers are shown, the deadline has passed, or the round is over.
        RepresentsSeenError: the person's own answers about an actor it would change are shown already.
        RepresentsAnotherError: the person has answered as another actor.
    """
    _write_ratings(participant, _taking_answers(participant, subject), answers)
    if speaks_for_it:
        represent(participant=participant, project_actor=subject.candidacy.project_actor)
    elif speaks_for_it is False and participant.represents_id == subject.candidacy.project_actor_id:
        represent(participant=participant, project_actor=None)


def _write_ratings(participant: Participant, subject: RoundSubject, answers: Mapping[Concept, Said]) -> None:
    rows = [
        Rating(
            participant=participant,
            subject=subject,
            concept=concept,
            score=None if said.answer is UNKNOWN else said.answer,
            is_unknown=said.answer is UNKNOWN,
            evidence=said.evidence,
            reason=said.reason,
        )
        for concept, said in answers.items()
        if said.answer is not None and concept in subject.round.concepts
    ]
    Rating.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["participant", "subject", "concept"],
        update_fields=["score", "is_unknown", "evidence", "reason"],
    )


def _taking_answers(participant: Participant, subject: RoundSubject) -> RoundSubject:
    """The subject as it stands now. Until the transaction ends, the participant's answers are nobody else's to end."""
    own = Participant.objects.select_for_update().filter(pk=participant.pk, round_id=subject.round_id, is_out=False)
    if not own.values_list("pk", flat=True):
        raise NotTakenError(Ended.GONE)
    fresh = RoundSubject.objects.select_related("round").get(pk=subject.pk)
    if why := why_ended(fresh, timezone.now()):
        raise NotTakenError(why)
    return fresh


@transaction.atomic
def represent(*, participant: Participant, project_actor: ProjectActor | None) -> None:
    """Let the participant speak for the actor, or for none. What they answer about it is then the actor's own voice.

    Raises:
        RepresentsSeenError: answers about the actor, or the one they spoke for before, are shown already.
        RepresentsAnotherError: they have answered as the one they spoke for before.
    """
    own = Participant.objects.select_for_update().filter(pk=participant.pk).first()
    if own is None or own.represents_id == (project_actor and project_actor.pk):
        return
    either = [pk for pk in (own.represents_id, project_actor and project_actor.pk) if pk]
    about = RoundSubject.objects.filter(round_id=own.round_id, candidacy__project_actor__in=either)
    if about.filter(shown_by(timezone.now())).exists():
        raise RepresentsSeenError
    if own.represents_id and project_actor:
        before = Rating.objects.filter(participant=own, subject__candidacy__project_actor=own.represents_id)
        if before.exists():
            raise RepresentsAnotherError
    own.represents = project_actor
    own.save(update_fields=["represents"])
    participant.represents = project_actor
    call_off_what_too_few_answer(own.round)
