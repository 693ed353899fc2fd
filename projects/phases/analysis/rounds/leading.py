"""A round as its leader sees it: what is asked about, who is done, and what can be done next."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.crypto import salted_hmac

from projects.models import AssessmentRound, RoundSubject
from projects.phases.analysis.rounds.company import Company, company_of
from projects.phases.analysis.rounds.enough import NOBODY, Answered, answered_in
from projects.phases.analysis.rounds.forgotten import ends_of
from projects.phases.analysis.rounds.networks import Crowd, crowd_of, with_crowd
from projects.phases.analysis.rounds.progress import Progress, progress_of
from projects.phases.analysis.rounds.seats import named_subjects
from projects.phases.analysis.rounds.state import is_announced, is_revealed, is_too_late, last_day


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """A subject, how many of the group have answered about it, and whether the group has seen it."""

    subject: RoundSubject
    answered: Answered
    is_shown: bool
    is_announced: bool = False

    @property
    def has_too_few(self) -> bool:
        """Too few have answered for it to be shown."""
        return not (self.answered.is_enough or self.is_shown or self.is_announced)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the round is."""

    progress: Progress
    lines: list[SubjectLine]
    is_too_late: bool
    deadline: datetime | None
    closes_on: date  # by itself
    crowd: Crowd | None  # so many came from one network that the leader should ask why
    company: Company

    @property
    def last_day(self) -> date | None:
        return last_day(self.deadline)

    @property
    def shown(self) -> int:
        return sum(line.is_shown for line in self.lines)

    @property
    def hidden(self) -> list[SubjectLine]:
        return [line for line in self.lines if not line.is_shown]

    @property
    def mark(self) -> str:
        answered = [line.answered for line in self.lines]
        told = (self.progress.mark, answered, self.company, self.shown, self.is_too_late, self.deadline, self.crowd)
        return salted_hmac("forankring.round.standing", repr(told)).hexdigest()[:16]


def standing_of(round_: AssessmentRound, now: datetime, *, led_by: Any) -> Standing:
    """As whoever leads it now sees it."""
    progress = progress_of(round_)
    subjects = named_subjects(round_, with_crowd(round_.subjects.all()))
    answered = answered_in(round_, shown_by=led_by)
    lines = [
        SubjectLine(each, answered.get(each.pk, NOBODY), is_revealed(each, now), is_announced(each, now))
        for each in subjects
    ]
    shown = max((each.revealed_at for each in subjects if each.revealed_at), default=None)
    return Standing(
        progress=progress,
        lines=lines,
        is_too_late=is_too_late(round_, now),
        deadline=round_.deadline,
        closes_on=timezone.localdate(ends_of(round_, shown)),
        crowd=crowd_of(subjects),
        company=company_of(round_),
    )
