"""Who helps the responsible with each task, weighed together (docs/method.md, Flere sammen)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from actors.concepts import Answer, Concept
from actors.networks import Weight, supplements, weigh
from projects.models import Choice, Commitment, CommitmentRole, CommitmentState, Evidence, OperationLevel, Project
from projects.phases.analysis.assessments import Card

HELPS: Final = {CommitmentRole.CARRIES_OUT, CommitmentRole.CONTRIBUTES}


class Part(NamedTuple):
    """A commitment as the weighing needs it."""

    task: str
    actor: str
    role: str
    state: str


class Assessed(NamedTuple):
    """A candidacy as the weighing needs it. `evidence` is what each answer builds on, where somebody has said it."""

    actor: str
    choice: str
    tasks: frozenset[str]
    answers: Mapping[Concept, Answer]
    evidence: Mapping[Concept, str]


class Network(NamedTuple):
    """A task that several do: who is responsible, who helps, and how the concepts stand.

    `waiting` are those who could supplement evne but do not yet, each with the reason.
    """

    task: str
    responsible: str
    is_agreed: bool
    helpers: tuple[str, ...]
    weights: Sequence[Weight]
    waiting: tuple[str, ...] = ()


def networks_among(project: Project, cards: Sequence[Card]) -> list[Network]:
    """The tasks that go on and that several do, for the page. Two queries."""
    living = [task for task in project.tasks.in_order() if task.operation_level != OperationLevel.STOP]
    in_use = [card for card in cards if card.candidacy.project_actor.actor.is_active]
    names = {card.candidacy.project_actor.code: str(card.candidacy.project_actor) for card in in_use}
    rows = Commitment.objects.filter(task__in=living, project_actor__actor__is_active=True).order_by("pk")
    parts = [
        Part(f"O{task}", f"A{actor}", role, state)
        for task, actor, role, state in rows.values_list("task__number", "project_actor__number", "role", "state")
    ]
    assessed = [
        Assessed(
            card.candidacy.project_actor.code,
            card.candidacy.choice,
            frozenset(task.code for task in card.candidacy.tasks.all()),
            card.answers,
            {concept: held.assessment.evidence for concept, held in card.latest.items()},
        )
        for card in in_use
    ]
    return networks_of([(task.code, str(task)) for task in living], parts, assessed, names)


def networks_of(
    tasks: Iterable[tuple[str, str]], parts: Sequence[Part], assessed: Sequence[Assessed], names: Mapping[str, str]
) -> list[Network]:
    """The tasks (key, name) whose responsible is assessed and has others who carry out or contribute.

    The responsible is the agreed one; while nobody has agreed, each that is proposed. `names` is of actors by key.
    """
    found = []
    for key, name in tasks:
        here = [part for part in parts if part.task == key]
        for responsible in _responsible(here):
            actor = responsible.actor
            helpers = [part for part in here if part.role in HELPS and part.actor != actor and part.actor in names]
            said_yes = {part.actor for part in helpers if part.state == CommitmentState.AGREED}
            own = _candidacy_of(actor, key, assessed)
            if own and helpers:
                able = {
                    one: _why_not(one, key, assessed, said_yes=one in said_yes)
                    for one in dict.fromkeys(part.actor for part in helpers)
                }
                found.append(
                    Network(
                        name,
                        names[actor],
                        responsible.state == CommitmentState.AGREED,
                        tuple(names[one] for one in able),
                        weigh(own.answers, [names[one] for one, why in able.items() if why == ""]),
                        tuple(f"{names[one]} ({why})" for one, why in able.items() if why),
                    )
                )
    return found


def _responsible(parts: Sequence[Part]) -> list[Part]:
    responsible = [part for part in parts if part.role == CommitmentRole.RESPONSIBLE]
    agreed = [part for part in responsible if part.state == CommitmentState.AGREED]
    return agreed or [part for part in responsible if part.state == CommitmentState.PROPOSED]


def _candidacy_of(actor: str, task: str, assessed: Sequence[Assessed]) -> Assessed | None:
    """The responsible as it is assessed for the task, first in the role that is chosen."""
    own = [one for one in assessed if one.actor == actor and task in one.tasks and one.choice != Choice.NOT_NOW]
    return next((one for one in own if one.choice == Choice.CHOSEN), own[0] if own else None)


def _why_not(actor: str, task: str, assessed: Sequence[Assessed], *, said_yes: bool) -> str | None:
    """Why a helper with the evne does not supplement yet; "" when it does, None when it has none to give."""
    able = [
        one
        for one in assessed
        if one.actor == actor
        and task in one.tasks
        and one.choice in {"", Choice.CHOSEN}
        and supplements(one.answers.get(Concept.ABILITY))
    ]
    if not able:
        return None
    if not said_yes:
        return _("har ikke sagt ja")
    if all(one.evidence.get(Concept.ABILITY) == Evidence.ASSUMPTION for one in able):
        return _("vurderet på en antagelse")
    return ""
