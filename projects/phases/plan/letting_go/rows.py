"""What the lists and the review page of phase 4's second half show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from forankring.rendering.stacks import Stacks, draw_stacks
from forankring.ui.dates import write_date, write_month
from forankring.ui.numbers import NBSP, write_kroner, write_number
from projects.models import Decision, FollowUp, HandoverPoint, HandoverTick, Project, ProjectCost, Risk, StaffHours
from projects.phases.plan import money
from projects.phases.plan.letting_go.phase_out import by_month, total_hours
from projects.phases.plan.letting_go.risks import severity_words
from projects.phases.steps import Line, Text


@dataclass(frozen=True)
class RiskRow:
    """A risk and how much it weighs."""

    risk: Risk

    def __str__(self) -> str:
        return str(self.risk)

    @property
    def pk(self) -> int:
        return self.risk.pk

    @property
    def severity(self) -> Text:
        return severity_words(self.risk)


def risk_rows(project: Project) -> list[RiskRow]:
    return [RiskRow(risk) for risk in project.risks.in_order()]


def risk_lines(project: Project) -> Iterator[Line]:
    for risk in project.risks.in_order():
        judged = [risk.get_likelihood_display(), str(risk.get_consequence_display()).lower()]
        parts = [
            ", ".join(part for part in judged if part),
            risk.countermeasure,
            _("Plan B: %s") % risk.plan_b if risk.plan_b else "",
            risk.owner,
        ]
        yield Line(str(risk), "\n".join(part for part in parts if part), risk.pk)


@dataclass(frozen=True)
class PhaseOut:
    """The months in order, and the picture of all roles' hours together."""

    rows: list[StaffHours]

    def __iter__(self) -> Iterator[StaffHours]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def picture(self) -> Stacks:
        return picture_of_hours(self.rows)


def phase_out(project: Project) -> PhaseOut:
    return PhaseOut(list(project.staff_hours.in_order()))


def picture_of_hours(rows: Any) -> Stacks:
    """A bar for each month: the hours of all roles together."""
    bars = []
    for month, here in by_month(rows).items():
        hours = total_hours(here)
        bars.append((write_month(month), hours_in_words(hours), [(hours, "solid")]))
    return draw_stacks(_("Projektets timer om måneden"), bars)


def hours_in_words(hours: Any) -> str:
    """ "60 timer", "1 time"; "ikke udfyldt" when it is not known."""
    if hours is None:
        return _("ikke udfyldt")
    return f"{write_number(hours, 1)}{NBSP}{_('time') if hours == 1 else _('timer')}"


def staff_hours_lines(project: Project) -> Iterator[Line]:
    for row in project.staff_hours.in_order():
        hours = hours_in_words(row.hours) if row.hours is not None else ""
        yield Line(str(row), "\n".join(part for part in (hours, row.hands_over, row.rise_reason) if part), row.pk)


@dataclass(frozen=True)
class FollowUpRow:
    """A follow-up and what the day makes of it."""

    row: FollowUp
    today: date
    goal: str

    def __str__(self) -> str:
        return str(self.row)

    @property
    def pk(self) -> int:
        return self.row.pk

    @property
    def is_due(self) -> bool:
        return self.row.is_due(self.today)

    @property
    def looks_at(self) -> str:
        """What was written; else the anchoring goal."""
        return self.row.looks_at or self.goal


@dataclass(frozen=True)
class FollowUps:
    """The follow-ups in order, and whether the two we propose can be made."""

    rows: list[FollowUpRow]
    can_propose: bool

    def __iter__(self) -> Iterator[FollowUpRow]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def follow_up_rows(project: Project) -> FollowUps:
    today = timezone.localdate()
    goal = getattr(getattr(project, "why_what", None), "goal", "")
    rows = [FollowUpRow(row, today, goal) for row in project.follow_ups.in_order()]
    return FollowUps(rows, can_propose=not rows and project.ends_on is not None)


def follow_up_lines(project: Project) -> Iterator[Line]:
    for row in project.follow_ups.in_order():
        went = _("Kører det stadig? %s") % row.get_result_display() if row.result else ""
        parts = [row.responsible, row.looks_at, went, row.note]
        yield Line(write_date(row.due_on), "\n".join(part for part in parts if part), row.pk)


@dataclass(frozen=True)
class Costs:
    """What the project costs today, line by line, beside what operation costs."""

    rows: list[ProjectCost]
    operation: int

    def __iter__(self) -> Iterator[ProjectCost]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def total(self) -> int:
        return money.total(self.rows)

    @property
    def picture(self) -> Stacks:
        return picture_of_costs(self.total, [(self.operation, "solid")])


def picture_of_costs(today: int, operation: list[tuple[int, str]]) -> Stacks:
    """Two bars: what the project costs a year, and what operation does, in parts of (kroner, style)."""
    total = sum(amount for amount, _style in operation)
    bars = [
        (_("Projektet i dag"), write_kroner(today), [(today, "empty")]),
        (_("Driften"), write_kroner(total), operation),
    ]
    return draw_stacks(_("Hvad det koster om året"), bars)


def cost_rows(project: Project) -> Costs:
    rows = list(project.project_costs.in_order())
    return Costs(rows, money.total(project.budget_lines.in_operation()))


def cost_lines(project: Project) -> Iterator[Line]:
    for row in project.project_costs.in_order():
        answer = _("%(amount)s om året") % {"amount": write_kroner(row.amount)} if row.amount is not None else ""
        yield Line(row.title, answer, row.pk)


def decision_rows(project: Project) -> list[Decision]:
    return list(project.decisions.in_order())


def decision_lines(project: Project) -> Iterator[Line]:
    for row in decision_rows(project):
        parts = [write_date(row.decided_on) if row.decided_on else "", row.body]
        yield Line(row.text, "\n".join(part for part in parts if part), row.pk)


def handover_lines(project: Project) -> Iterator[Line]:
    ticks = {tick.point: tick for tick in HandoverTick.objects.filter(project=project)}
    for point in HandoverPoint:
        tick = ticks.get(point)
        yield Line(f"{point.value}. {point.label}", tick_in_words(tick) if tick else "", point.value)


def tick_in_words(tick: HandoverTick) -> str:
    """ "Opfyldt\\nSkoleleder, 9. juni 2027"."""
    who = [tick.said_by, write_date(tick.ticked_on) if tick.ticked_on and tick.state else ""]
    parts = [tick.get_state_display(), tick.reason, ", ".join(part for part in who if part), tick.note]
    return "\n".join(str(part) for part in parts if part)
