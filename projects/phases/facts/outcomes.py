"""What a project that ends, passes its method on or seeks new money has written."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from projects.models import BidStatus, FundingBid, Notice, OutcomeAnswers, WindDownItem
from projects.phases.facts.grouping import grouped_records


class WindDownFacts(NamedTuple):
    project_id: int
    id: int
    title: str
    kind: str
    on: date | None
    responsible: str
    is_done: bool


class NoticeFacts(NamedTuple):
    project_id: int
    id: int
    audience: str
    told_by: str
    on: date | None
    is_told: bool


class BidFacts(NamedTuple):
    project_id: int
    id: int
    funder: str
    amount: int | None
    deadline: date | None
    applicant: str
    status: str

    def is_overdue(self, today: date) -> bool:
        """The deadline has passed, and nothing was sent."""
        return self.deadline is not None and self.deadline < today and BidStatus(self.status).is_open


def load_outcome_answers(found: Iterable[int]) -> defaultdict[int, list[OutcomeAnswers]]:
    grouped: defaultdict[int, list[OutcomeAnswers]] = defaultdict(list)
    for row in OutcomeAnswers.objects.filter(project_id__in=found):
        grouped[row.project_id].append(row)
    return grouped


def load_wind_down(found: Iterable[int]) -> defaultdict[int, list[WindDownFacts]]:
    return grouped_records(WindDownFacts, WindDownItem.objects.filter(project_id__in=found).in_order())


def load_notices(found: Iterable[int]) -> defaultdict[int, list[NoticeFacts]]:
    return grouped_records(NoticeFacts, Notice.objects.filter(project_id__in=found).in_order())


def load_bids(found: Iterable[int]) -> defaultdict[int, list[BidFacts]]:
    return grouped_records(BidFacts, FundingBid.objects.filter(project_id__in=found).in_order())
