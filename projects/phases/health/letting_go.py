"""Phase 4, its second half: what each rule looks for, and the rules."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from django.utils.text import get_text_list
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _

from forankring.ui.dates import write_month
from projects.models import Consequence, HandoverPoint, Likelihood
from projects.phases.facts import ProjectFacts, RiskFacts, StaffHoursFacts
from projects.phases.health.finding import Hit, Rule, Severity
from projects.phases.health.subjects import PROJECT

HEAVY: Final = {
    (Likelihood.LIKELY, Consequence.SERIOUS),
    (Likelihood.LIKELY, Consequence.MEDIUM),
    (Likelihood.POSSIBLE, Consequence.SERIOUS),
}


def heavy_without_plan_b(facts: ProjectFacts) -> Iterator[Hit]:
    """Risks that weigh high and say nothing about what to do when it happens."""
    found = [risk for risk in facts.risks if not risk.plan_b and _is_heavy(risk)]
    if found:
        names = get_text_list([risk.name for risk in found], str(_("og")))
        yield Hit(PROJECT, _gettext("Lav en plan B for %s.") % names, found[0].id, "plan_b")


def _is_heavy(risk: RiskFacts) -> bool:
    return (risk.likelihood, risk.consequence) in HEAVY


def hours_rise(facts: ProjectFacts) -> Iterator[Hit]:
    """Months in which a role works more than in the month before, and nobody has written why."""
    found = [
        now
        for rows in _by_role(facts).values()
        for before, now in pairwise(rows)
        if _known(now) > _known(before) and not now.rise_reason
    ]
    if found:
        months = get_text_list([write_month(row.month) for row in found], str(_("og")))
        text = _gettext("Projektets timer stiger i %s. Skriv hvorfor, eller ret timerne.") % months
        yield Hit(PROJECT, text, found[0].id, "rise_reason")


def hours_do_not_end(facts: ProjectFacts) -> Iterator[Hit]:
    """Roles that still work in their last month, or after the project's end."""
    last = [rows[-1] for rows in _by_role(facts).values() if _known(rows[-1])]
    if last:
        text = _gettext("Projektets timer når ikke ned til nul. I %(month)s er der %(hours)s tilbage.")
        words = {"month": write_month(last[0].month), "hours": f"{_known(last[0]):g}"}
        yield Hit(PROJECT, text % words, last[0].id, "hours")
        return
    late = [row for row in facts.staff_hours if facts.end and row.month > facts.end and _known(row)]
    if late:
        text = _gettext("Der står timer efter projektets slutning, i %s. Ret dem.") % write_month(late[0].month)
        yield Hit(PROJECT, text, late[0].id, "hours")


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
    open_points = [point.value for point in HandoverPoint if point.value not in settled]
    if open_points:
        numbers = get_text_list([str(number) for number in open_points], str(_("og")))
        text = _gettext("Overdragelsen er godkendt, men punkt %s er ikke på plads. Se på det igen.") % numbers
        yield Hit(PROJECT, text, open_points[0])


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
        why=_("Er projektets folk i gang til den sidste dag, har ingen prøvet det uden dem."),
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
        why=_("Sker det, er det for sent at begynde at tænke på, hvad I så gør."),
        internal=True,
    ),
)
