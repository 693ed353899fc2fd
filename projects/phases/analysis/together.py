"""Who could share each task, weighed together (docs/method.md, Flere sammen)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from actors.concepts import Answer, Concept
from actors.networks import Member, Weight, not_carried, weigh
from projects.models import Choice, OperationLevel, Project
from projects.phases.analysis.assessments import Card


class Sharer(NamedTuple):
    """A candidacy as the weighing needs it."""

    name: str
    choice: str
    tasks: frozenset[str]
    answers: Mapping[Concept, Answer]


def networks_among(project: Project, cards: Sequence[Card]) -> list["Network"]:
    """The tasks that go on, with those of the project's candidacies that share them. One query."""
    living = [task for task in project.tasks.in_order() if task.operation_level != OperationLevel.STOP]
    sharers = [
        Sharer(
            str(card.candidacy.project_actor),
            card.candidacy.choice,
            frozenset(task.code for task in card.candidacy.tasks.all()),
            card.answers,
        )
        for card in cards
        if card.candidacy.project_actor.actor.is_active
    ]
    return networks_of([(task.code, str(task)) for task in living], sharers)


class Network(NamedTuple):
    """A task that several share: who, how far they are chosen, and how the concepts stand among them."""

    task: str
    members: tuple[str, ...]
    is_chosen: bool
    weights: Sequence[Weight]

    @property
    def open(self) -> list[Concept]:
        return not_carried(self.weights)


def networks_of(tasks: Iterable[tuple[str, str]], sharers: Sequence[Sharer]) -> list[Network]:
    """The tasks (key, name) that at least two share: the chosen, or while fewer are chosen those not decided on too.

    A reserve does not carry, and one that is not now does not count.
    """
    found = []
    for key, name in tasks:
        here = [sharer for sharer in sharers if key in sharer.tasks]
        chosen = [sharer for sharer in here if sharer.choice == Choice.CHOSEN]
        members = chosen if len(chosen) > 1 else [one for one in here if one.choice in {"", Choice.CHOSEN}]
        if len(members) > 1:
            weights = weigh([Member(one.name, one.answers) for one in members])
            found.append(Network(name, tuple(one.name for one in members), members == chosen, weights))
    return found
