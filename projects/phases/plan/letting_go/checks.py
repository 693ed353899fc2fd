"""What is missing in phase 4's second half (docs/method.md, Fase 4). What the answers warn of is the health check's."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from actors.calendar import DateKind
from forankring.ui.dates import write_date, write_month
from projects.models import HandoverPoint, HandoverState
from projects.phases.facts import ProjectFacts
from projects.phases.missing import Missing


def costs_missing(facts: ProjectFacts) -> Iterator[Missing]:
    for line in facts.project_costs:
        if line.amount is None:
            yield Missing(_("Skriv, hvad ”%s” koster om året.") % line.title, "udgifter-i-dag", line.id, "amount")


def risks_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.risks:
        yield Missing(_("Skriv, hvad der kan gå galt i driften, og hvad I så gør."), "risici")
    for risk in facts.risks:
        if not (risk.likelihood and risk.consequence):
            field = "consequence" if risk.likelihood else "likelihood"
            text = _("Skriv, hvor sandsynligt og hvor slemt det er: %s.") % risk.name
            yield Missing(text, "risici", risk.id, field)
        if not risk.countermeasure:
            yield Missing(_("Skriv, hvad I gør ved %s.") % risk.name, "risici", risk.id, "countermeasure")
        if not risk.owner:
            yield Missing(_("Skriv, hvem der holder øje med %s.") % risk.name, "risici", risk.id, "owner")


def staff_hours_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.staff_hours:
        yield Missing(_("Skriv, hvordan projektets timer går ned til nul."), "udfasning")
    for row in facts.staff_hours:
        if row.hours is None:
            yield Missing(_("Skriv timerne for %s.") % write_month(row.month), "udfasning", row.id, "hours")


def handover_missing(facts: ProjectFacts) -> Iterator[Missing]:
    """Until it is time to let go, points nobody has looked at and those that are not there yet may wait."""
    is_time = is_time_to_let_go(facts)
    ticks = {tick.point: tick for tick in facts.handover_ticks}
    for point in HandoverPoint:
        tick = ticks.get(point)
        if is_time and (tick is None or not tick.is_settled):
            yield Missing(_("Få punkt %d på plads: %s") % (point.value, point.label), "overdragelse", point.value)
        elif tick and tick.state == HandoverState.NOT_RELEVANT and not tick.reason:
            text = _("Skriv, hvorfor punkt %d ikke er relevant.") % point.value
            yield Missing(text, "overdragelse", point.value, "reason")
        elif tick and tick.state and not (tick.said_by and tick.ticked_on):
            text = _("Skriv, hvem der svarer på punkt %d, og hvornår.") % point.value
            yield Missing(text, "overdragelse", point.value, "ticked_on" if tick.said_by else "said_by")
    if is_time and not (facts.handover and facts.handover.handed_over_on):
        yield Missing(_("Skriv, hvornår I overdrager, og hvem der skriver under."), "overdragelse-aftale")
    settled = sum(1 for tick in ticks.values() if tick.is_settled)
    if settled == len(HandoverPoint) and not (facts.handover and facts.handover.approved_at):
        yield Missing(_("Alle ti punkter er på plads. Godkend overdragelsen, når I er enige."), "overdragelse")


def is_time_to_let_go(facts: ProjectFacts) -> bool:
    """Two months before the end, and later; a period of less than 48 months has less (docs/method.md, Kalenderen)."""
    begins = facts.calendar.day(DateKind.HANDOVER)
    return begins is not None and begins <= facts.today


def follow_ups_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from due_follow_ups(facts)
    for row in facts.follow_ups:
        if not row.responsible:
            text = _("Skriv, hvem der følger op %s.") % write_date(row.due_on)
            yield Missing(text, "opfoelgning", row.id, "responsible")


def due_follow_ups(facts: ProjectFacts) -> Iterator[Missing]:
    """Follow-ups whose day has come and that say nothing of how it went, the oldest first."""
    for row in facts.follow_ups:
        if row.is_due(facts.today):
            text = _("Følg op nu: Kører det stadig? Dagen var %s. Skriv, hvad I så.") % write_date(row.due_on)
            yield Missing(text, "opfoelgning", row.id, "result")
