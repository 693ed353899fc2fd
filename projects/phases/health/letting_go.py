"""Phase 4, its second half: what each rule looks for, and the rules."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _

from forankring.ui.dates import write_month
from forankring.ui.numbers import write_number
from projects.models import Consequence, HandoverPoint, Likelihood
from projects.phases.facts import ProjectFacts, RiskFacts, StaffHoursFacts
from projects.phases.health.finding import Hit, Rule, Severity

HEAVY: Final = {
    (Likelihood.LIKELY, Consequence.SERIOUS),
    (Likelihood.LIKELY, Consequence.MEDIUM),
    (Likelihood.POSSIBLE, Consequence.SERIOUS),
}


def heavy_without_plan_b(facts: ProjectFacts) -> Iterator[Hit]:
    """Risks that weigh high and say nothing about what to do when it happens."""
    for risk in facts.risks:
        if not risk.plan_b and _is_heavy(risk):
            yield Hit(f"risk-{risk.id}", _gettext("Lav en plan B for %s.") % risk.name, risk.id, "plan_b")


def _is_heavy(risk: RiskFacts) -> bool:
    return (risk.likelihood, risk.consequence) in HEAVY


def hours_rise(facts: ProjectFacts) -> Iterator[Hit]:
    """Months in which a role works more than in the month before, and nobody has written why."""
    for rows in _by_role(facts).values():
        for before, now in pairwise(rows):
            if _known(now) > _known(before) and not now.rise_reason:
                text = _gettext("Projektets timer stiger i %s. Skriv hvorfor, eller ret timerne.") % _when(now)
                yield _of_hours(now, text, "rise_reason")


def hours_do_not_end(facts: ProjectFacts) -> Iterator[Hit]:
    """Roles that still work in their last month. Hours after the project's end are found with the dates."""
    for rows in _by_role(facts).values():
        if left := _known(rows[-1]):
            text = _gettext("Projektets timer når ikke ned til nul. I %(month)s er der %(hours)s tilbage.")
            words = {"month": _when(rows[-1]), "hours": _in_hours(left)}
            yield _of_hours(rows[-1], text % words, "hours")


def _of_hours(row: StaffHoursFacts, text: str, field: str) -> Hit:
    return Hit(f"hours-{row.id}", text, row.id, field)


def _when(row: StaffHoursFacts) -> str:
    """The month, and whose it is: two roles may have the same."""
    month = write_month(row.month)
    return f"{month} ({row.role})" if row.role else month


def _in_hours(hours: Decimal) -> str:
    return _gettext("1 time") if hours == 1 else _gettext("%s timer") % write_number(hours)


def _by_role(facts: ProjectFacts) -> dict[str, list[StaffHoursFacts]]:
    """Each role's months in order. A month without hours says nothing yet."""
    found: defaultdict[str, list[StaffHoursFacts]] = defaultdict(list)
    for row in sorted(facts.staff_hours, key=lambda row: row.month):
        if row.hours is not None:
            found[row.role].append(row)
    return found


def _known(row: StaffHoursFacts) -> Decimal:
    return row.hours or Decimal(0)


def approved_too_soon(facts: ProjectFacts) -> Iterator[Hit]:
    """The handover is approved, and a point is not settled."""
    if not (facts.handover and facts.handover.approved_at):
        return
    settled = {tick.point for tick in facts.handover_ticks if tick.is_settled}
    for point in HandoverPoint:
        if point.value not in settled:
            text = _gettext(
                "Overdragelsen er godkendt, men punkt %(number)d er ikke på plads: ”%(point)s” Se på det igen."
            )
            yield Hit(f"point-{point.value}", text % {"number": point.value, "point": point.label}, point.value)


RULES: Final = (
    Rule(
        "approved-too-soon",
        4,
        "overdragelse",
        Severity.WEAK,
        approved_too_soon,
        title=_("Godkendt, før alt var på plads"),
        why=_("Når projektet har sluppet, er der ingen, der gør det sidste færdigt."),
    ),
    Rule(
        "hours-do-not-end",
        4,
        "udfasning",
        Severity.WEAK,
        hours_do_not_end,
        title=_("Timer, der ikke når ned til nul"),
        why=_("Er projektmedarbejderne i gang til den sidste dag, har ingen prøvet det uden dem."),
    ),
    Rule(
        "hours-rise",
        4,
        "udfasning",
        Severity.NOTE,
        hours_rise,
        title=_("Timer, der stiger undervejs"),
        why=_("Stigende timer kan vise, at nogen ikke har overtaget det, de skulle."),
    ),
    Rule(
        "heavy-without-plan-b",
        4,
        "risici",
        Severity.NOTE,
        heavy_without_plan_b,
        title=_("Tung risiko uden plan B"),
        why=_("Når det sker, er det for sent at lægge en plan B."),
        internal=True,
    ),
)
