"""What is missing in phase 4, and what its answers warn of (docs/method.md, Fase 4). Every sentence says what to do.

Nothing is missing when nothing is handed over: a project that ends, or seeks new money, needs no plan for operation.
"""

from collections.abc import Callable, Iterator
from functools import wraps

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from projects.models import ActionStatus, Certainty, Choice, CommitmentRole, CommitmentState
from projects.phases.facts import ActionFacts, CommitmentFacts, ProjectFacts, TaskFacts
from projects.phases.steps import Missing

Generator = Callable[[ProjectFacts], Iterator[Missing]]


def when_handing_over(check: Generator) -> Generator:
    """The check, silent for a project that hands nothing over."""

    @wraps(check)
    def checked(facts: ProjectFacts) -> Iterator[Missing]:
        if facts.hands_over:
            yield from check(facts)

    return checked


@when_handing_over
def model_missing(facts: ProjectFacts) -> Iterator[Missing]:
    outline = facts.outline
    if facts.why_what.anchors_something:
        if not outline.anchoring_model:
            yield Missing(_("Vælg, hvordan projektet skal leve videre."), "model", field="anchoring_model")
        if not outline.model_reason:
            yield Missing(_("Skriv, hvorfor det er den rigtige vej."), "model", field="model_reason")
    if not outline.competences:
        yield Missing(_("Skriv, hvem der skal lære hvad."), "model", field="competences")
    if not outline.facilities:
        yield Missing(_("Skriv, hvilke lokaler og hvilket udstyr der skal til."), "model", field="facilities")
    if not outline.leadership:
        yield Missing(_("Skriv, hvem der leder det i drift."), "model", field="leadership")


@when_handing_over
def responsible_missing(facts: ProjectFacts) -> Iterator[Missing]:
    agreed = [(task, found) for task in facts.living_tasks if (found := agreed_responsible(facts, task))]
    if facts.living_tasks and not agreed:
        yield Missing(_("Aftal, hvem der overtager opgaverne."), "ansvar")
    for task, commitment in agreed:
        if not commitment.takes_over_on:
            text = _("Skriv, hvornår %(actor)s overtager %(task)s.") % {
                "actor": facts.actor_name(commitment.project_actor_id),
                "task": task.name,
            }
            yield Missing(text, "ansvar", task.id, "takes_over_on")


@when_handing_over
def responsible_findings(facts: ProjectFacts) -> Iterator[Missing]:
    """Critical tasks with somebody in view as responsible but no agreement. Phase 2 tells when nobody is in view."""
    for task in facts.living_tasks:
        in_view = facts.commitments_of(task, CommitmentRole.RESPONSIBLE)
        if task.is_critical and in_view and not agreed_responsible(facts, task):
            names = get_text_list([facts.actor_name(each.project_actor_id) for each in in_view], _("eller"))
            text = _("Træf aftale med %(actors)s om ansvaret for %(task)s. Opgaven er kritisk.") % {
                "actors": names,
                "task": task.name,
            }
            yield Missing(text, "ansvar", task.id, "responsible")


def agreed_responsible(facts: ProjectFacts, task: TaskFacts) -> CommitmentFacts | None:
    """The one commitment with which somebody has agreed to be responsible for the task."""
    responsible = facts.commitments_of(task, CommitmentRole.RESPONSIBLE)
    return next((each for each in responsible if each.state == CommitmentState.AGREED), None)


@when_handing_over
def actions_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.actions:
        yield Missing(_("Skriv, hvad I vil gøre, før projektet slutter."), "tiltag")
    for action in _open(facts):
        if not action.responsible:
            yield Missing(_("Skriv, hvem der er ansvarlig for %s.") % action.name, "tiltag", action.id, "responsible")
        if not action.deadline:
            yield Missing(_("Sæt en frist for %s.") % action.name, "tiltag", action.id, "deadline")


@when_handing_over
def actions_findings(facts: ProjectFacts) -> Iterator[Missing]:
    yield from overdue_actions(facts)
    for action in _open(facts):
        # A deadline after the end can be meant, for example a follow-up. Then the note says so.
        if facts.end and action.deadline and action.deadline > facts.end and not action.status_note:
            text = _("Fristen for %s ligger efter projektets slutning. Ret den, eller skriv hvorfor i noten.")
            yield Missing(text % action.name, "tiltag", action.id, "deadline")
    for candidacy in facts.candidacies:
        if candidacy.choice == Choice.CHOSEN and candidacy.open_gaps:
            concepts = [str(concept.label).lower() for concept in candidacy.open_gaps]
            text = _("%(actor)s er valgt som %(role)s, men mangler %(concepts)s. Lav et tiltag.") % {
                "actor": facts.actor_name(candidacy.project_actor_id),
                "role": candidacy.title,
                "concepts": get_text_list(concepts, _("og")),
            }
            yield Missing(text, "tiltag")


def overdue_actions(facts: ProjectFacts) -> Iterator[Missing]:
    """Open actions whose deadline has passed, the oldest deadline first."""
    late = [(action.deadline, action) for action in facts.actions if action.deadline and action.is_overdue(facts.today)]
    for deadline, action in sorted(late, key=lambda pair: pair[0]):
        text = _("%(action)s er forsinket. Fristen var %(date)s. Gør det færdigt, eller aftal en ny frist.") % {
            "action": action.name,
            "date": date_format(deadline),
        }
        yield Missing(text, "tiltag", action.id, "status")


def _open(facts: ProjectFacts) -> Iterator[ActionFacts]:
    return (action for action in facts.actions if ActionStatus(action.status).is_open)


@when_handing_over
def budget_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.budget_lines:
        yield Missing(_("Skriv, hvad driften koster om året, og hvem der betaler."), "oekonomi")
    for line in facts.budget_lines:
        if line.amount is None:
            yield Missing(_("Skriv, hvad ”%s” koster om året.") % line.title, "oekonomi", line.id, "amount")
        if not line.certainty:
            text = _("Vælg, hvor sikre pengene til ”%s” er.") % line.title
            yield Missing(text, "oekonomi", line.id, "certainty")
        if not line.source and line.certainty != Certainty.MISSING:
            yield Missing(_("Vælg, hvem der betaler ”%s”.") % line.title, "oekonomi", line.id, "source")


@when_handing_over
def budget_findings(facts: ProjectFacts) -> Iterator[Missing]:
    for line in facts.budget_lines:
        if line.certainty == Certainty.MISSING:
            text = _("Find penge til ”%s”, eller beslut, at I klarer jer uden.") % line.title
            yield Missing(text, "oekonomi", line.id, "source")


@when_handing_over
def interfaces_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.interfaces:
        yield Missing(_("Skriv, hvem der gør hvad, når der sker noget i driften."), "snitflader")
    for interface in facts.interfaces:
        if not interface.response:
            text = _("Skriv, hvem der gør hvad, når det sker: ”%s”.") % interface.trigger
            yield Missing(text, "snitflader", interface.id, "response")


@when_handing_over
def questions_missing(facts: ProjectFacts) -> Iterator[Missing]:
    for question in facts.questions:
        if question.answer:
            continue
        if not question.settled_by:
            text = _("Skriv, hvem der afklarer ”%s”.") % question.question
            yield Missing(text, "spoergsmaal", question.id, "settled_by")
        if not question.deadline:
            text = _("Sæt en frist for ”%s”.") % question.question
            yield Missing(text, "spoergsmaal", question.id, "deadline")
