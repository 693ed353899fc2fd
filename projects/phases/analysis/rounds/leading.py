"""A round as its leader sees it: what is asked about, who is done, and what can be done next."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.crypto import salted_hmac

from projects.models import AssessmentRound, RoundNetwork, RoundSubject
from projects.phases.analysis.rounds.company import Company, company_of
from projects.phases.analysis.rounds.networks import busiest_of
from projects.phases.analysis.rounds.progress import Progress, progress_of
from projects.phases.analysis.rounds.seats import named_subjects
from projects.phases.analysis.rounds.state import is_revealed, is_too_late, last_day


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """A subject, how many have answered about it, and whether the group has seen it."""

    subject: RoundSubject
    answered: int
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the round is."""

    progress: Progress
    lines: list[SubjectLine]
    is_too_late: bool
    deadline: datetime | None
    network: RoundNetwork | None  # so many came from one that the leader should ask why
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
        network = self.network and (self.network.seats, self.network.refused)
        told = (self.progress.mark, self.company, self.shown, self.is_too_late, self.deadline, network)
        return salted_hmac("forankring.round.standing", repr(told)).hexdigest()[:16]


def standing_of(round_: AssessmentRound, now: datetime) -> Standing:
    progress = progress_of(round_)
    lines = [
        SubjectLine(each, progress.answered_about.get(each.pk, 0), is_revealed(each, now))
        for each in named_subjects(round_)
    ]
    network = busiest_of(round_)
    return Standing(progress, lines, is_too_late(round_, now), round_.deadline, network, company_of(round_))
