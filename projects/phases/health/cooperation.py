"""Phase 4, what waits for what: what each rule looks for."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _

from forankring.ui.dates import write_date
from projects.models import ActionStatus, Outcome
from projects.phases.facts import ActionFacts, ProjectFacts
from projects.phases.health.finding import Hit, Rule, Severity


def begins_too_soon(facts: ProjectFacts) -> Iterator[Hit]:
    """An open action begins, or is to be done, before the deadline of another open one that it waits for."""
    actions = {action.id: action for action in facts.actions if ActionStatus(action.status).is_open}
    told = set()
    for each in facts.dependencies:
        action, needed = actions.get(each.from_action_id), actions.get(each.to_action_id)
        if action and needed and action.id not in told and (text := _too_soon(action, needed)):
            told.add(action.id)
            yield Hit(f"action-{action.id}", text, action.id, "start" if action.start else "deadline")


def _too_soon(action: ActionFacts, needed: ActionFacts) -> str:
    if needed.deadline is None:
        return ""
    words = {"action": action.name, "needed": needed.name, "date": write_date(needed.deadline)}
    if action.deadline and action.deadline < needed.deadline:
        text = _gettext(
            "%(action)s skal være gjort før %(needed)s, som det venter på (%(date)s). Flyt en af fristerne."
        )
        return text % words
    if action.start and action.start < needed.deadline:
        text = _gettext("%(action)s begynder, før %(needed)s skal være gjort (%(date)s). Flyt starten eller fristen.")
        return text % words
    return ""


RULES: Final = (
    Rule(
        "begins-too-soon",
        4,
        "tiltag",
        Severity.NOTE,
        begins_too_soon,
        title=_("Tiltag, der ikke kan vente på hinanden"),
        why=_("Et tiltag kan ikke bygge på noget, der først er gjort bagefter."),
        outcomes=Outcome.ANY,
    ),
)
