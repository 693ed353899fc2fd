"""Who carries what, as the facts have it."""

from collections import defaultdict
from itertools import combinations

from actors.calendar import leaves_a_gap
from projects.models import CommitmentRole, CommitmentState, standing_reserves
from projects.phases.facts import ActorFacts, CommitmentFacts, ProjectFacts, TaskFacts


def agreed_responsible(facts: ProjectFacts, task: TaskFacts) -> CommitmentFacts | None:
    """The one commitment with which somebody has agreed to be responsible for the task."""
    responsible = facts.commitments_of(task, CommitmentRole.RESPONSIBLE)
    return next((each for each in responsible if each.state == CommitmentState.AGREED), None)


def agreed_in_time(facts: ProjectFacts, task: TaskFacts) -> CommitmentFacts | None:
    """The agreed responsible, when the task is not left alone between the project's end and the take-over."""
    agreed = agreed_responsible(facts, task)
    return None if agreed is None or leaves_a_gap(facts.end, agreed.takes_over_on) else agreed


def meant_responsible(facts: ProjectFacts, task: TaskFacts) -> list[CommitmentFacts]:
    """The agreed responsible alone; while nobody has agreed, everyone who is proposed. Possible is not yet meant."""
    agreed = agreed_responsible(facts, task)
    responsible = facts.commitments_of(task, CommitmentRole.RESPONSIBLE)
    return [agreed] if agreed else [each for each in responsible if each.state == CommitmentState.PROPOSED]


def has_reserve(facts: ProjectFacts, task: TaskFacts) -> bool:
    """Somebody who does not carry the task already is proposed or agreed as reserve."""
    here = (each for each in facts.commitments if each.task_id == task.id)
    return bool(standing_reserves((each.project_actor_id, each.role, each.state) for each in here))


def anchors(facts: ProjectFacts) -> list[tuple[ActorFacts, list[TaskFacts]]]:
    """The actors that are meant to be responsible for something that lives on, with what; in the actors' order."""
    carried: defaultdict[int, list[TaskFacts]] = defaultdict(list)
    for task in facts.living_tasks:
        for commitment in meant_responsible(facts, task):
            carried[commitment.project_actor_id].append(task)
    return [(actor, carried[actor.id]) for actor in facts.actors if actor.id in carried]


def unmet_anchors(facts: ProjectFacts) -> list[tuple[ActorFacts, list[ActorFacts]]]:
    """Each anchor with the later ones that it meets in no interface; every pair is told once, with its first.

    Two meet where both do something, or one does and the other is told.
    """
    present: defaultdict[int, set[int]] = defaultdict(set)
    for part in facts.interface_parts:
        present[part.interface_id].add(part.project_actor_id)
    for told in facts.informed:
        present[told.interface_id].add(told.projectactor_id)
    met = {frozenset(pair) for each in present.values() for pair in combinations(each, 2)}
    actors = [actor for actor, _tasks in anchors(facts)]
    pairs = (
        (actor, [o for o in actors[place:] if frozenset({actor.id, o.id}) not in met])
        for place, actor in enumerate(actors, start=1)
    )
    return [(actor, others) for actor, others in pairs if others]
