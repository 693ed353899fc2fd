"""Writing after the answering: what is shown to the group, and what the group then agrees on."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.concepts import Concept
from projects.models import AssessmentRound, Event, RoundSubject, SharedScore
from projects.phases.analysis.assessments import Assessment
from projects.phases.analysis.rounds.enough import NOBODY, answered_in
from projects.phases.analysis.rounds.progress import Person, progress_of
from projects.phases.analysis.rounds.services import RoundIsOverError, wait_for_answers
from projects.phases.analysis.rounds.state import about_round, is_announced, is_revealed
from projects.phases.analysis.services import about_assessing, add_scores

A_MOMENT: Final = timedelta(seconds=20)  # what a telephone is given to finish


class NotRevealedError(Exception):
    """Nobody has seen the answers yet, so there is nothing to agree on."""


class AssessedLaterError(Exception):
    """The candidacy has been assessed on a later day than the round's, so the round's word would not count."""


class Revealed(NamedTuple):
    """What a press has done: the subjects that are shown, or soon are, and those too few have answered about.

    `is_announced`: there was nothing to do, for some of it is to be shown within the moment already.
    """

    shown: Sequence[RoundSubject] = ()
    too_few: Sequence[RoundSubject] = ()
    waits: timedelta = timedelta()
    is_announced: bool = False


class NotDoneError(Exception):
    """Some are in the middle of it. Nothing is shown before the leader has read who."""

    def __init__(self, people: Sequence[Person]) -> None:
        super().__init__(len(people))
        self.people = people


@transaction.atomic
def reveal(*, by: Any, round_: AssessmentRound, only: int | None = None, though_not_done: bool = False) -> Revealed:
    """Show the group the answers about one subject, or about all that enough have answered about. It cannot be undone.

    Where somebody is in the middle of it, they are given a moment (A_MOMENT) to finish, and it is shown then. Whether
    enough have answered (rounds/enough.py) depends on how many, never on what: "ved ikke" is an answer here.

    Raises:
        RoundIsOverError: somebody has closed the round, or broken it off.
        NotDoneError: some are in the middle of it, and it is not to be done all the same.
    """
    running = _running(round_)
    wait_for_answers(running)
    about = running.subjects.all() if only is None else running.subjects.filter(pk=only)
    asked = list(about.select_related("candidacy__project_actor").order_by("position"))
    answered = answered_in(running, shown_by=by)
    hidden = [subject for subject in asked if subject.revealed_at is None]
    ready = [subject for subject in hidden if answered.get(subject.pk, NOBODY).is_enough]
    too_few = [subject for subject in hidden if subject not in ready]
    if not ready:
        now = timezone.now()
        return Revealed(too_few=too_few, is_announced=any(is_announced(subject, now) for subject in asked))
    missing = progress_of(running, about=[subject.pk for subject in ready]).missing
    if missing and not though_not_done:
        raise NotDoneError(missing)
    waits = A_MOMENT if missing else timedelta()
    running.subjects.filter(pk__in=[subject.pk for subject in ready]).update(
        revealed_at=timezone.now() + waits, revealed_by=by
    )
    codes = dict.fromkeys(subject.candidacy.project_actor.code for subject in ready)
    text = _("viste svarene om %s i vurderingsrunden") % ", ".join(codes)
    Event.objects.record(by=by, project=running.project, text=text, about=about_round(running))
    return Revealed(ready, too_few, waits)


@transaction.atomic
def agree(*, by: Any, subject: RoundSubject, answers: Mapping[Concept, Assessment]) -> list[SharedScore]:
    """Add what the group holds about the concepts given after having talked. What it held before stands.

    The round's day is the day of its first agreement, so that it counts above what was held until then.

    Raises:
        RoundIsOverError: the round is closed, or broken off.
        NotRevealedError: the answers are hidden still.
        AssessedLaterError: there is a newer assessment than the round's day.
    """
    running = _running(subject.round)
    fresh = running.subjects.select_related("candidacy__project_actor__project").get(pk=subject.pk)
    if not is_revealed(fresh, timezone.now()):
        raise NotRevealedError
    if not SharedScore.objects.filter(round=running).exists():
        running.held_on = subject.round.held_on = timezone.localdate()
        running.save(update_fields=["held_on"])
    candidacy = fresh.candidacy
    if candidacy.scores.filter(round__held_on__gt=running.held_on).exists():
        raise AssessedLaterError
    saved = add_scores(by=by, round_=running, candidacy=candidacy, answers=answers)
    if saved:
        text = _("skrev jeres fælles vurdering af %s") % candidacy.project_actor.code
        Event.objects.record(by=by, project=running.project, text=text, about=about_assessing(candidacy.pk))
    return saved


def _running(round_: AssessmentRound) -> AssessmentRound:
    """The round as it stands, held until the transaction ends."""
    row = AssessmentRound.objects.select_for_update(of=("self",)).select_related("project").filter(pk=round_.pk).first()
    if row is None or not row.is_running:
        raise RoundIsOverError
    return row
