"""Running a round: open it, join it, end it (answering: answer_services). Nothing here tells what anybody answered."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.concepts import Concept
from forankring.database.erasing import empty_the_log
from projects.models import (
    AssessmentRound,
    Candidacy,
    Event,
    Participant,
    Project,
    RoundSubject,
    SharedScore,
)
from projects.phases.analysis.rounds.codes import new_code
from projects.phases.analysis.rounds.results import keep_results
from projects.phases.analysis.rounds.state import ABOUT_ROUNDS, about_round


class RunningRoundError(Exception):
    """The project has a round that runs. It must be closed before another is opened."""


class RoundIsOverError(Exception):
    """Somebody has closed the round, or broken it off."""


class HasSharedScoresError(Exception):
    """The group has agreed on something in the round, so it can be closed but not broken off."""


@transaction.atomic
def open_round(
    *,
    by: Any,
    project: Project,
    subjects: Iterable[Candidacy],
    concepts: Iterable[Concept],
    deadline: datetime | None = None,
    shows_names: bool = False,
) -> AssessmentRound:
    """Ask about the candidacies, in their order. What is asked and whether names are shown never changes after this.

    Raises:
        RunningRoundError: there is a round that runs already.
    """
    now = timezone.now()
    row = AssessmentRound(
        project=project,
        held_on=timezone.localdate(now),
        concepts=[concept.value for concept in Concept if concept in set(concepts)],
        shows_names=shows_names,
        deadline=deadline,
        opened_at=now,
        opened_by=by,
        code=_unused_code(),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise RunningRoundError from error
    RoundSubject.objects.bulk_create(
        RoundSubject(round=row, candidacy=candidacy, position=place) for place, candidacy in enumerate(subjects, 1)
    )
    Event.objects.record(by=by, project=project, text=_("åbnede en vurderingsrunde"), about=ABOUT_ROUNDS)
    return row


def _unused_code() -> str:
    code = new_code()
    while AssessmentRound.objects.filter(code=code).exists():
        code = new_code()
    return code


def seat_in(*, user: Any, round_: AssessmentRound) -> Participant:
    """The member's seat, if they have one; else one that is not taken: looking at a round makes nobody part of it."""
    found = Participant.objects.filter(round=round_, user=user).first()
    return found or Participant(round=round_, user=user)


def join_as_member(*, user: Any, round_: AssessmentRound) -> Participant:
    """The member's seat in the round, taken when they begin; after that only read, and nobody is waited for.

    Raises:
        RoundIsOverError: nobody can join any more.
    """
    if participant := Participant.objects.filter(round=round_, user=user).first():
        return participant
    with transaction.atomic():
        return Participant.objects.get_or_create(round=_running(round_), user=user)[0]


@transaction.atomic
def change_deadline(*, by: Any, round_: AssessmentRound, deadline: datetime | None) -> None:
    """Give more time, or less. None lets the answering go on until the reveal.

    Raises:
        RoundIsOverError: there is nothing to give time for.
    """
    running = _running(round_)
    if running.deadline == deadline:
        return
    running.deadline = round_.deadline = deadline
    running.save(update_fields=["deadline"])
    text = _("ændrede fristen for vurderingsrunden")
    Event.objects.record(by=by, project=running.project, text=text, about=about_round(running))


@transaction.atomic
def close_round(*, by: Any, round_: AssessmentRound, by_itself: bool = False) -> AssessmentRound:
    """End the round: what is kept of the answers is written down, and the answers and who gave them are deleted.

    A round that was forgotten ends `by_itself`.

    Raises:
        RoundIsOverError: somebody has closed it already, or broken it off.
    """
    running = _running(round_)
    wait_for_answers(running)
    keep_results(running, by=by)
    _forget_who_answered(running)
    running.code, running.closed_at = "", timezone.now()
    running.save(update_fields=["code", "closed_at"])
    text = _("Vurderingsrunden lukkede af sig selv.") if by_itself else _("lukkede vurderingsrunden")
    Event.objects.record(by=by, project=running.project, text=text, about=about_round(running))
    return running


@transaction.atomic
def cancel_round(*, by: Any, round_: AssessmentRound) -> None:
    """Break the round off, as if it had never been. Every answer is deleted, and nothing is kept.

    Raises:
        RoundIsOverError: somebody has closed it already, or broken it off.
        HasSharedScoresError: the group has agreed on something in it.
    """
    running = _running(round_)
    if SharedScore.objects.filter(round=running).exists():
        raise HasSharedScoresError
    wait_for_answers(running)
    project, about = running.project, about_round(running)
    _forget_who_answered(running)
    running.delete()
    Event.objects.record(by=by, project=project, text=_("afbrød vurderingsrunden"), about=about)


@transaction.atomic
def stop_waiting(*, by: Any, participant: Participant) -> None:
    """Wait no longer for somebody, a member or a guest. They keep the seat, and what they have answered counts."""
    if Participant.objects.filter(pk=participant.pk, is_waited_for=True).update(is_waited_for=False):
        round_ = participant.round
        text = _("venter ikke længere på én i vurderingsrunden")
        Event.objects.record(by=by, project=round_.project, text=text, about=about_round(round_))


def _running(round_: AssessmentRound) -> AssessmentRound:
    """The round as it stands, held until the transaction ends."""
    row = AssessmentRound.objects.select_for_update(of=("self",)).select_related("project").filter(pk=round_.pk).first()
    if row is None or not row.is_running:
        raise RoundIsOverError
    return row


def wait_for_answers(running: AssessmentRound) -> None:
    """Until the transaction ends nobody is half-way in an answer. For closing, and for showing the answers."""
    list(running.participants.select_for_update().values_list("pk", flat=True))


def _forget_who_answered(running: AssessmentRound) -> None:
    """Also out of the database's files, once it is settled."""
    transaction.on_commit(empty_the_log, robust=True)
    running.actor_links.all().delete()
    running.networks.all().delete()
    running.participants.all().delete()
