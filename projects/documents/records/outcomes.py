"""Phase 4 in the plan of a project that ends, passes its method on or seeks new money."""

from datetime import date
from typing import Annotated

from projects.documents.redaction import INTERNAL, Record
from projects.models import BidStatus, FundingSource, WindDownKind


class PlanOutcome(Record):
    """The texts about the outcome. What happens after a refusal is the deciding body's own matter."""

    learned: str = ""
    would_change: str = ""
    useful_for: str = ""
    shared_how: str = ""
    papers_kept_by: str = ""
    papers_kept_until: date | None = None
    data_deleted_how: str = ""
    method_taker: str = ""
    method_agreed: str = ""
    method_described: str = ""
    method_taught: str = ""
    method_kept_alive: str = ""
    left_behind: str = ""
    refused_plan: Annotated[str, INTERNAL] = ""
    decide_by: Annotated[date | None, INTERNAL] = None
    meanwhile: str = ""
    meanwhile_paid_by: str = ""


class PlanWindDown(Record):
    title: str
    kind: WindDownKind | None = None
    on: date | None = None
    responsible: str = ""
    receiver: str = ""
    is_done: bool = False


class PlanNotice(Record):
    audience: str
    told_by: str = ""
    on: date | None = None
    message: str = ""
    is_told: bool = False


class PlanBid(Record):
    funder: str
    source: FundingSource | None = None
    amount: int | None = None
    years: int | None = None
    deadline: date | None = None
    answer_on: date | None = None
    applicant: str = ""
    status: BidStatus = BidStatus.IDEA

    def is_overdue(self, today: date) -> bool:
        return self.deadline is not None and self.deadline < today and self.status.is_open
