"""What is missing in phase 4 (docs/method.md, Fase 4). Every sentence says what to do.

Nothing is missing when nothing is handed over: a project that ends, or seeks new money, needs no plan for operation.
"""

from collections.abc import Callable, Iterator
from functools import wraps

from django.utils.translation import gettext as _

from projects.models import Certainty
from projects.phases.facts import ProjectFacts
from projects.phases.health.plan import critical_without_agreement
from projects.phases.health.responsibility import agreed_responsible as agreed_responsible
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
    told = {hit.row for hit in critical_without_agreement(facts)}  # those the health check weighs, and may be accepted
    for task in facts.living_tasks if agreed else ():
        if not agreed_responsible(facts, task) and task.id not in told:
            yield Missing(_("Aftal, hvem der er ansvarlig for %s.") % task.name, "ansvar", task.id, "responsible")


def actions_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.actions and facts.hands_over:
        yield Missing(_("Skriv, hvad I vil gøre, før projektet slutter."), "tiltag")


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


def questions_missing(facts: ProjectFacts) -> Iterator[Missing]:
    for question in facts.questions:
        if question.answer:
            continue
        if question.is_overdue(facts.today):
            text = _("Fristen for ”%s” er gået. Skriv svaret, eller aftal en ny frist.") % question.question
            yield Missing(text, "spoergsmaal", question.id, "answer")
        if not question.settled_by:
            text = _("Skriv, hvem der afklarer ”%s”.") % question.question
            yield Missing(text, "spoergsmaal", question.id, "settled_by")
        if not question.deadline:
            text = _("Sæt en frist for ”%s”.") % question.question
            yield Missing(text, "spoergsmaal", question.id, "deadline")
