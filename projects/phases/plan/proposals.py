"""From a gap or a role shift to an action: what we propose, and when it should be done (docs/method.md, Fase 4)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from actors.concepts import Concept
from actors.models import Actor, ActorType
from projects.action_templates import DEFAULTS
from projects.models import Action, ActionTemplate, WhyWhat
from projects.phases.health.tasks_and_actors import NEEDS_CERTIFICATES_UNDER

ACTOR: Final = "{aktør}"
BECOME_ASSOCIATION: Final = "gab-evne-forening"
CHILD_CERTIFICATES: Final = "gab-evne-boerneattester"
# The others have a form of their own already.
MAY_BECOME_ASSOCIATION: Final = frozenset({"", ActorType.RESIDENT_GROUP, ActorType.PARTNERSHIP, ActorType.OTHER})


@dataclass(frozen=True, slots=True)
class Proposal:
    """The words of a proposed action. `months_before_end`: when it must be done; `code`: the template it came from."""

    title: str
    theme: str
    capacity_form: str
    success_criterion: str
    months_before_end: int
    code: str = field(default="", compare=False)

    def title_for(self, actor: str) -> str:
        """The title with the actor's name, cut to what a title has room for."""
        return self.title.replace(ACTOR, actor)[: Action._meta.get_field("title").max_length]


def gap_proposals() -> dict[Concept, list[Proposal]]:
    """What the administrators propose for each weak concept, or what we do. One query."""
    rows: defaultdict[str, list[ActionTemplate]] = defaultdict(list)
    for row in ActionTemplate.objects.filter(is_active=True).exclude(concept="").in_order():
        rows[row.concept].append(row)
    return {concept: _or_ours(rows[concept], "concept", concept.value) for concept in Concept}


def gap_proposal(concept: Concept, code: str = "") -> Proposal | None:
    """The proposal with that code, or the first one. None when nothing in use has the code."""
    proposals = gap_proposals()[concept]
    return next((each for each in proposals if not code or each.code == code), None)


def suits(code: str, actor: Actor, why_what: WhyWhat) -> bool:
    """Whether the proposal can help, by what the plan knows. What is not known rules nothing out."""
    if code == BECOME_ASSOCIATION:
        return actor.actor_type in MAY_BECOME_ASSOCIATION
    if code == CHILD_CERTIFICATES:
        youngest = why_what.target_age_from
        return youngest is None or youngest < NEEDS_CERTIFICATES_UNDER
    return True


def proposals_for_shift(kind: str) -> list[Proposal]:
    """The courses in which the new role is learned. One query."""
    return _proposals("role_shift", kind)


def _proposals(kind: str, value: str) -> list[Proposal]:
    rows = ActionTemplate.objects.filter(**{kind: value, "is_active": True}).in_order()
    return _or_ours(rows, kind, value)


def _or_ours(rows: Iterable[ActionTemplate], kind: str, value: str) -> list[Proposal]:
    return [_of(row) for row in rows] or [_of(each) for each in DEFAULTS if getattr(each, kind) == value]


def _of(row: Any) -> Proposal:
    return Proposal(row.title, row.theme, row.capacity_form, row.success_criterion, row.months_before_end, row.code)


def deadline_before_end(proposal: Proposal, *, end: date | None, today: date) -> date | None:
    """The day it must be done, counted back from the project's last day.

    When that day has passed, halfway between today and the end: a short time is still a time. None when the end is not
    known or has passed; then people decide.
    """
    if end is None or end <= today:
        return None
    wanted = months_before(end, proposal.months_before_end)
    return wanted if wanted > today else today + (end - today) // 2


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months earlier, or the month's last day when it has no such day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    first_of_next = date(year + (month == 11), month % 12 + 2 if month < 11 else 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))
