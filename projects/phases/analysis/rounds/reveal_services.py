"""Writing after the answering: what is shown to the group, and what the group then agrees on."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.concepts import Concept
from projects.models import AssessmentRound, Event, RoundSubject, SharedScore
from projects.phases.analysis.assessments import Assessment
from projects.phases.analysis.rounds.services import RoundIsOverError, wait_for_answers
from projects.phases.analysis.rounds.state import about_round
from projects.phases.analysis.services import about_assessing, add_scores


class NotRevealedError(Exception):
    """Nobody has seen the answers yet, so there is nothing to agree on."""


class AssessedLaterError(Exception):
    """The candidacy has been assessed on a later day than the round's, so the round's word would not count."""


@transaction.atomic
def reveal(*, by: Any, round_: AssessmentRound, only: int | None = None) -> int:
    """Show the group the answers about one subject, or about all. Says how many were shown; it cannot be undone.

    Raises:
        RoundIsOverError: somebody has closed the round, or broken it off.
    """
    running = _running(round_)
    wait_for_answers(running)
    hidden = running.subjects.filter(revealed_at__isnull=True)
    if only is not None:
        hidden = hidden.filter(pk=only)
    codes = list(hidden.order_by("position").values_list("candidacy__project_actor__number", flat=True))
    if codes:
        hidden.update(revealed_at=timezone.now())
        text = _("viste svarene om %s i vurderingsrunden") % ", ".join(f"A{number}" for number in dict.fromkeys(codes))
        Event.objects.record(by=by, project=running.project, text=text, about=about_round(running))
    return len(codes)


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
    if fresh.revealed_at is None:
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
