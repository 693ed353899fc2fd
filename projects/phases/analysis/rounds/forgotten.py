"""A round that nobody closes closes by itself, so that no single answer stays longer than it is talked about."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from projects.models import AssessmentRound
from projects.phases.analysis.rounds.services import RoundIsOverError, close_round

AFTER_THE_REVEAL: Final = timedelta(days=14)
AFTER_OPENING: Final = timedelta(days=30)


def closes_at(round_: AssessmentRound) -> datetime:
    """When the running round closes by itself. One query."""
    return ends_of(round_, round_.subjects.aggregate(last=Max("revealed_at"))["last"])


def ends_of(round_: AssessmentRound, shown: datetime | None) -> datetime:
    """When a round closes by itself of which answers were `shown` last at that moment: some time after that.

    Where none were shown: some time after the opening, but never before people have had as long to show the answers
    once their deadline is over.
    """
    assert round_.opened_at
    if shown:
        return shown + AFTER_THE_REVEAL
    opened = round_.opened_at + AFTER_OPENING
    return max(opened, round_.deadline + AFTER_THE_REVEAL) if round_.deadline else opened


def close_if_forgotten(round_: AssessmentRound, now: datetime | None = None) -> bool:
    """Close the round when its time is over, and say whether it is. For every page that is about a running round.

    Asks nothing of a round that is younger than any that could be forgotten.
    """
    now = now or timezone.now()
    if not _may_be_forgotten(round_, now) or now <= closes_at(round_):
        return False
    with transaction.atomic():
        fresh = AssessmentRound.objects.select_for_update().filter(pk=round_.pk).first()
        if fresh is None:  # somebody broke it off in this moment
            round_.code, round_.closed_at = "", now
            return True
        if fresh.is_running and now <= closes_at(fresh):
            return False  # somebody showed an answer, or gave more time, in this moment
        with suppress(RoundIsOverError):
            close_round(by=None, round_=round_, by_itself=True)
    round_.refresh_from_db(fields=["code", "closed_at"])
    return True


def running_round(project_id: int) -> AssessmentRound | None:
    """The round that runs in the project, unless it was forgotten: then it is closed."""
    found = AssessmentRound.objects.running().filter(project=project_id).first()
    return None if found is None or close_if_forgotten(found) else found


def close_forgotten(now: datetime) -> int:
    """Close every round whose time is over, also in archived projects. Says how many."""
    old = AssessmentRound.objects.running().filter(opened_at__lte=now - AFTER_THE_REVEAL)
    return sum(close_if_forgotten(each, now) for each in old.select_related("project"))


def _may_be_forgotten(round_: AssessmentRound, now: datetime) -> bool:
    return round_.is_running and round_.opened_at is not None and now >= round_.opened_at + AFTER_THE_REVEAL
