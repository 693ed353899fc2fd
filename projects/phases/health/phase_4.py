"""Phase 4: what each rule looks for."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from projects.models import ActionStatus, Certainty, Choice, CommitmentRole
from projects.phases.facts import ActionFacts, ProjectFacts
from projects.phases.health.finding import Hit
from projects.phases.health.responsibility import agreed_responsible


def critical_without_agreement(facts: ProjectFacts) -> Iterator[Hit]:
    """Critical tasks with somebody in view as responsible but no agreement. Phase 2 tells when nobody is in view."""
    for task in facts.living_tasks:
        in_view = facts.commitments_of(task, CommitmentRole.RESPONSIBLE)
        if task.is_critical and in_view and not agreed_responsible(facts, task):
            names = get_text_list([facts.actor_name(each.project_actor_id) for each in in_view], _("eller"))
            text = _("Træf aftale med %(actors)s om ansvaret for %(task)s. Opgaven er kritisk.") % {
                "actors": names,
                "task": task.name,
            }
            yield Hit(f"task-{task.id}", text, task.id, "responsible")


def overdue_action(facts: ProjectFacts) -> Iterator[Hit]:
    """Open actions whose deadline has passed, the oldest deadline first."""
    late = [(action.deadline, action) for action in facts.actions if action.deadline and action.is_overdue(facts.today)]
    for deadline, action in sorted(late, key=lambda pair: pair[0]):
        text = _("%(action)s er forsinket. Fristen var %(date)s. Gør det færdigt, eller aftal en ny frist.") % {
            "action": action.name,
            "date": date_format(deadline),
        }
        yield _of_action(action, text, "status")


def weak_without_action(facts: ProjectFacts) -> Iterator[Hit]:
    for candidacy in facts.candidacies:
        if candidacy.choice == Choice.CHOSEN and candidacy.open_gaps:
            concepts = [str(concept.label).lower() for concept in candidacy.open_gaps]
            text = _("%(actor)s er valgt som %(role)s, men mangler %(concepts)s. Lav et tiltag.") % {
                "actor": facts.actor_name(candidacy.project_actor_id),
                "role": candidacy.title,
                "concepts": get_text_list(concepts, _("og")),
            }
            yield Hit(f"candidacy-{candidacy.id}", text)


def action_without_responsible(facts: ProjectFacts) -> Iterator[Hit]:
    for action in _open(facts):
        if not action.responsible:
            yield _of_action(action, _("Skriv, hvem der er ansvarlig for %s.") % action.name, "responsible")


def action_without_deadline(facts: ProjectFacts) -> Iterator[Hit]:
    for action in _open(facts):
        if not action.deadline:
            yield _of_action(action, _("Sæt en frist for %s.") % action.name, "deadline")


def deadline_after_end(facts: ProjectFacts) -> Iterator[Hit]:
    for action in _open(facts):
        if facts.end and action.deadline and action.deadline > facts.end:
            text = _("Fristen for %s ligger efter projektets slutning. Ret den, eller accepter det med en grund.")
            yield _of_action(action, text % action.name, "deadline")


def money_missing(facts: ProjectFacts) -> Iterator[Hit]:
    for line in facts.budget_lines:
        if line.certainty == Certainty.MISSING:
            text = _("Find penge til ”%s”, eller beslut, at I klarer jer uden.") % line.title
            yield Hit(f"budget-{line.id}", text, line.id, "source")


def _open(facts: ProjectFacts) -> Iterator[ActionFacts]:
    return (action for action in facts.actions if ActionStatus(action.status).is_open)


def _of_action(action: ActionFacts, text: str, field: str) -> Hit:
    return Hit(f"action-{action.id}", text, action.id, field)
