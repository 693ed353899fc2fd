"""What is missing in phase 2, and what its answers say (docs/method.md, Fase 2)."""

from collections.abc import Iterator, Sequence

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from projects.models import CommitmentRole, CommitmentState
from projects.phases.facts import ProjectFacts, TaskFacts
from projects.phases.steps import Missing


def actors_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.hands_over:
        return
    if not facts.actors:
        yield Missing(_("Skriv de aktører op, der måske kan tage over."), "aktoerer")
    for actor in facts.actors:
        questions = (
            (actor.actor_type, "actor_type", _("Vælg, hvilken slags aktør %s er.")),
            (actor.sphere, "sphere", _("Vælg, hvor %s hører til: kommune, civilsamfund, marked eller stat.")),
            (actor.has_contribution, "contributions", _("Skriv, hvad %s kan bidrage med.")),
            (actor.contact_status, "contact_status", _("Vælg, hvor langt I er med %s.")),
        )
        for answer, field, sentence in questions:
            if not answer:
                yield Missing(sentence % actor.name, "aktoerer", actor.id, field)


def coverage_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if facts.hands_over and facts.actors:
        for task in facts.living_tasks:
            if not _is_touched(facts, task):
                yield Missing(_("Vælg, hvem der måske kan løfte %s.") % task.name, "daekning", task.id)


def coverage_findings(facts: ProjectFacts) -> Iterator[Missing]:
    """A task nobody touches yet is told as missing; the findings are about what is filled in."""
    if not facts.hands_over:
        return
    touched = [task for task in facts.living_tasks if _is_touched(facts, task)]
    for task in touched:
        responsible = facts.commitments_of(task, CommitmentRole.RESPONSIBLE)
        states = [commitment.state for commitment in responsible]
        if not responsible:
            yield Missing(_("Opgaven %s har ingen ansvarlig. Vælg en.") % task.name, "daekning", task.id)
        elif CommitmentState.AGREED not in states and states.count(CommitmentState.PROPOSED) > 1:
            yield Missing(
                _("Flere er foreslået som ansvarlig for %s. Vælg én. De andre kan udføre eller bidrage.") % task.name,
                "daekning",
                task.id,
            )
    yield from _without_reserve(
        [t for t in touched if t.is_critical and not facts.commitments_of(t, CommitmentRole.RESERVE)]
    )


def _without_reserve(tasks: Sequence[TaskFacts]) -> Iterator[Missing]:
    if len(tasks) == 1:
        yield Missing(_("%s er kritisk og har ingen reserve. Find en.") % tasks[0].name, "daekning", tasks[0].id)
    elif tasks:
        codes = get_text_list([f"O{task.number}" for task in tasks], _("og"))
        yield Missing(_("%s er kritiske og har ingen reserve. Find en til hver.") % codes, "daekning")


def _is_touched(facts: ProjectFacts, task: TaskFacts) -> bool:
    return any(commitment.task_id == task.id for commitment in facts.commitments)
