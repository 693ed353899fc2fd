"""How the project lets go: risks, hours by month, the ten points, follow-ups and the log of decisions."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from forankring.ui.dates import write_date, write_month
from projects.documents.lookup import Lookup
from projects.documents.records import PlanDecision, PlanRisk, PlanTick
from projects.models import ActionStatus, CapacityForm, HandoverPoint
from projects.phases.plan.letting_go import risks as weights
from projects.phases.plan.letting_go.handover import Seen, Signs, see
from projects.phases.plan.letting_go.phase_out import by_month, total_hours
from projects.phases.plan.letting_go.rows import hours_in_words


class RiskRow(NamedTuple):
    risk: PlanRisk
    severity: str
    judged: str
    is_high: bool


def risk_rows(look: Lookup) -> list[RiskRow]:
    """The heaviest first."""
    return [
        RiskRow(
            risk,
            str(weights.severity_words(risk)),
            ", ".join(str(one.label).lower() for one in (risk.likelihood, risk.consequence) if one),
            weights.severity(risk) >= weights.HIGH,
        )
        for risk in weights.heaviest_first(look.plan.risks)
    ]


class MonthRow(NamedTuple):
    """A month's hours, all roles together and each by itself, and what is handed over then."""

    month: str
    total: Decimal
    hours: str
    roles: str
    hands_over: list[str]


def month_rows(look: Lookup) -> list[MonthRow]:
    return [
        MonthRow(
            write_month(month),
            total_hours(here),
            hours_in_words(total_hours(here)) if any(one.hours is not None for one in here) else hours_in_words(None),
            ", ".join(_role(one, alone=len(here) == 1) for one in here if one.role),
            [text for one in here for text in (one.hands_over, _rise(one.rise_reason)) if text],
        )
        for month, here in by_month(look.plan.staff_hours).items()
    ]


def _role(one: Any, *, alone: bool) -> str:
    return one.role if alone else f"{one.role} ({hours_in_words(one.hours)})"


def _rise(reason: str) -> str:
    return _("Timerne stiger: %(reason)s") % {"reason": reason} if reason else ""


class PointRow(NamedTuple):
    """One of the ten points: what a person said, and what the plan itself tells."""

    number: int
    text: str
    said: str
    by: str
    seen: str
    is_lacking: bool


def point_rows(look: Lookup) -> list[PointRow]:
    ticks = {tick.point: tick for tick in look.plan.handover.ticks}
    seen = _seen(look)
    return [_point(point, ticks.get(point), seen.get(point)) for point in HandoverPoint]


def _point(point: HandoverPoint, tick: PlanTick | None, seen: Seen | None) -> PointRow:
    said = str(tick.state.label) if tick and tick.state else _("Ikke gennemgået")
    more = [text for text in (tick.reason, tick.note) if text] if tick else []
    by = [tick.said_by, write_date(tick.ticked_on) if tick.ticked_on else ""] if tick else []
    return PointRow(
        point.value,
        str(point.label),
        ". ".join([said, *more]),
        ", ".join(part for part in by if part) or "–",
        seen.text if seen else "–",
        tick is None or not tick.is_settled,
    )


def _seen(look: Lookup) -> Mapping[HandoverPoint, Seen]:
    plan = look.plan
    trials = [one for one in plan.actions if one.capacity_form is CapacityForm.TRIAL]
    return see(
        Signs(
            end=plan.frame.ends_on,
            tasks=[task.code for task in look.continuing],
            unled=[task.code for task in look.continuing if not look.responsible(task.code)],
            late=[task.code for task in look.continuing if look.is_late(task.code)],
            unbacked=[task.code for task in look.critical if not look.has_reserve(task.code)],
            lines=plan.budget,
            trials=[one.code for one in trials if one.status is not ActionStatus.DROPPED],
            trials_held=[one.code for one in trials if one.status is ActionStatus.DONE],
            follow_ups=[one.due_on for one in plan.follow_ups],
        )
    )


class FollowUpRow(NamedTuple):
    day: str
    responsible: str
    looks_at: str
    result: str
    is_due: bool


def follow_up_rows(look: Lookup) -> list[FollowUpRow]:
    plan = look.plan
    return [
        FollowUpRow(
            write_date(one.due_on),
            one.responsible or _("ikke aftalt"),
            one.looks_at or plan.why.goal or _("forankringsmålet"),
            _result(one, plan.today),
            one.is_due(plan.today),
        )
        for one in plan.follow_ups
    ]


def _result(one: Any, today: date) -> str:
    if one.result:
        words = _("Kører det stadig? %(answer)s") % {"answer": str(one.result.label).lower()}
    else:
        words = _("skal holdes nu") if one.is_due(today) else _("ikke holdt endnu")
    return f"{words}. {one.note}" if one.note else words


class DecisionRow(NamedTuple):
    day: str
    text: str
    body: str
    reason: str


def decision_rows(look: Lookup) -> list[DecisionRow]:
    """The decision of phase 1 and those of the log, by their day; without one last."""
    plan = look.plan
    rows: list[PlanDecision] = list(plan.decisions)
    if plan.why.decision and plan.why.is_decided:
        text = _("Om projektet: %(decision)s.") % {"decision": str(plan.why.decision.label).lower()}
        rows.insert(0, PlanDecision(decided_on=plan.why.decided_on, text=text, body=plan.frame.body))
    rows.sort(key=lambda row: row.decided_on or date.max)
    return [
        DecisionRow(
            write_date(row.decided_on) if row.decided_on else _("uden dato"),
            row.text,
            row.body or _("ikke skrevet"),
            row.reason,
        )
        for row in rows
    ]
