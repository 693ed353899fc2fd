"""The operating budget added up."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from actors.calendar import add_months
from projects.documents.lookup import Lookup
from projects.documents.records import (
    PlanBudgetLine,
)
from projects.models import Certainty
from projects.phases.plan import money as sums


class Sum(NamedTuple):
    label: str
    amount: int
    certainty: Certainty | None = None


class Expiring(NamedTuple):
    """A line whose money ends on a known day; `is_soon` when that is within a year after the project's end."""

    line: PlanBudgetLine
    is_soon: bool


class Money(NamedTuple):
    total: int
    by_certainty: list[Sum]
    by_task: list[Sum]
    expiring: list[Expiring]
    unpriced: int
    today: int


def money(look: Lookup) -> Money:
    """The yearly operating budget added up. A line without an amount counts as nothing and is told."""
    lines = look.plan.budget
    costs = sums.per(lines, lambda line: line.task)
    end = look.plan.frame.ends_on
    year_after = add_months(end, 12) if end else None
    order = {code: number for number, code in enumerate(look.tasks)}
    return Money(
        sums.total(lines),
        [
            Sum(str(certainty.label) if certainty else _("Ikke oplyst"), amount, certainty)
            for certainty, amount in sums.by_certainty(lines).items()
            if amount
        ],
        [
            Sum(look.task_name(code) if code else _("Uden opgave"), costs[code])
            for code in sorted(costs, key=lambda code: order.get(code, len(order)))
        ],
        [
            Expiring(line, bool(year_after and line.expires_on and line.expires_on < year_after))
            for line in sums.expiring(lines)
        ],
        sum(line.amount is None for line in lines),
        sums.total(look.plan.project_costs),
    )
