"""The actions and what threatens them."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from forankring.ui.dates import write_date, write_period
from projects.documents.lookup import Lookup
from projects.documents.records import (
    PlanAction,
)
from projects.documents.words import codes, listed


class ActionRow(NamedTuple):
    action: PlanAction
    dates: str
    status: str
    is_late: bool
    after_end: bool
    about: str
    gaps: str


def action_rows(look: Lookup) -> list[ActionRow]:
    plan = look.plan
    end = plan.frame.ends_on
    return [
        ActionRow(
            action,
            write_period(action.start, action.deadline) or _("ingen datoer"),
            _status_and_day(action, plan.today),
            action.is_overdue(plan.today),
            bool(end and action.deadline and action.deadline > end),
            codes([*action.actors, *action.tasks]),
            _gaps(action),
        )
        for action in plan.actions
    ]


def _gaps(action: PlanAction) -> str:
    """ "forståelse og mening hos A1–A3, evne hos A6"."""
    concepts: dict[str, list[str]] = defaultdict(list)
    for gap in action.gaps:
        concepts[gap.actor].append(str(gap.concept.label).lower())
    actors: dict[str, list[str]] = defaultdict(list)
    for actor, names in concepts.items():
        actors[listed(dict.fromkeys(names))].append(actor)
    return ", ".join(
        _("%(concepts)s hos %(actors)s") % {"concepts": names, "actors": codes(who)} for names, who in actors.items()
    )


def action_status(action: PlanAction, today: date) -> str:
    return _("Forsinket") if action.is_overdue(today) else str(action.status.label)


def _status_and_day(action: PlanAction, today: date) -> str:
    """ "Gennemført 4. september 2026"."""
    status = action_status(action, today)
    return f"{status} {write_date(action.done_on)}" if action.done_on else status


def risks(look: Lookup) -> Iterator[PlanAction]:
    return (action for action in look.plan.actions if action.risk or action.plan_b)
