"""Phases 1 to 3: what each rule looks for. Tasks that are stopped are no holes."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from projects.models import AnchoringDecision, CommitmentRole, CommitmentState, Outcome
from projects.phases.facts import ProjectFacts, TaskFacts
from projects.phases.health.finding import Hit


def undecided(facts: ProjectFacts) -> Iterator[Hit]:
    if facts.why_what.decision == AnchoringDecision.UNDECIDED:
        yield Hit("", _("Beslutningen er uafklaret. Bliv enige om, hvad der skal ske."), field="decision")


def task_nobody_touches(facts: ProjectFacts) -> Iterator[Hit]:
    # A method handed over may do without the coverage; once it is begun it is asked for to the end.
    if facts.actors and (facts.outcome == Outcome.HAND_OVER or facts.commitments):
        for task in facts.living_tasks:
            if not _is_touched(facts, task):
                yield _of_task(task, _("Vælg, hvem der måske kan løfte %s.") % task.name)


def task_without_responsible(facts: ProjectFacts) -> Iterator[Hit]:
    for task in facts.living_tasks:
        if _is_touched(facts, task) and not facts.commitments_of(task, CommitmentRole.RESPONSIBLE):
            yield _of_task(task, _("Opgaven %s har ingen ansvarlig. Vælg en.") % task.name)


def several_proposed(facts: ProjectFacts) -> Iterator[Hit]:
    for task in facts.living_tasks:
        states = [each.state for each in facts.commitments_of(task, CommitmentRole.RESPONSIBLE)]
        if CommitmentState.AGREED not in states and states.count(CommitmentState.PROPOSED) > 1:
            text = _("Flere er foreslået som ansvarlig for %s. Vælg én. De andre kan udføre eller bidrage.")
            yield _of_task(task, text % task.name)


def critical_without_reserve(facts: ProjectFacts) -> Iterator[Hit]:
    for task in facts.living_tasks:
        if task.is_critical and _is_touched(facts, task) and not facts.commitments_of(task, CommitmentRole.RESERVE):
            yield _of_task(task, _("%s er kritisk og har ingen reserve. Find en.") % task.name)


def responsible_out_of_use(facts: ProjectFacts) -> Iterator[Hit]:
    """The actor was taken out of use in the helhedsplan; somebody else must take what it was to be responsible for."""
    gone = {actor.id for actor in facts.actors if not actor.is_active}
    for task in facts.living_tasks:
        for each in facts.commitments_of(task, CommitmentRole.RESPONSIBLE):
            if each.project_actor_id in gone:
                names = {"actor": facts.actor_name(each.project_actor_id), "task": task.name}
                text = _("%(actor)s står som ansvarlig for %(task)s. Find en anden.") % names
                yield Hit(f"commitment-{task.id}-{each.project_actor_id}", text, row=task.id)


def _is_touched(facts: ProjectFacts, task: TaskFacts) -> bool:
    return any(commitment.task_id == task.id for commitment in facts.commitments)


def _of_task(task: TaskFacts, text: str) -> Hit:
    return Hit(f"task-{task.id}", text, row=task.id)
