"""What the sections show as rows. Pure: plan in, rows out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from actors.concepts import Answer, Concept, Label, label_for, weakest_concepts, words
from projects.documents.lookup import Lookup
from projects.documents.records import (
    PlanAction,
    PlanActor,
    PlanBudgetLine,
    PlanCandidacy,
    PlanCommitment,
    PlanTask,
)
from projects.documents.words import day, listed
from projects.models import Certainty, CommitmentRole, CommitmentState
from projects.phases.plan import money as sums

COLUMNS = 10  # so many actors stand side by side on a landscape page


class Duty(NamedTuple):
    """Who carries a task in operation."""

    task: PlanTask
    responsible: str
    carries_out: str
    reserve: str
    from_date: date | None
    is_gap: bool


def duties(look: Lookup) -> list[Duty]:
    return [_duty(look, task) for task in look.continuing]


def _duty(look: Lookup, task: PlanTask) -> Duty:
    agreed = look.responsible(task.code)
    candidates = [agreed] if agreed else look.in_role(task.code, CommitmentRole.RESPONSIBLE)
    return Duty(
        task,
        _names(look, candidates),
        _names(look, look.in_role(task.code, CommitmentRole.CARRIES_OUT)),
        _names(look, look.in_role(task.code, CommitmentRole.RESERVE)),
        agreed.takes_over_on if agreed else None,  # what is only proposed is not taken over
        agreed is None,
    )


def _names(look: Lookup, commitments: Iterable[PlanCommitment]) -> str:
    """ "Pilebroskolen (foreslået)": an agreed one needs no word."""
    return ", ".join(
        look.actor_name(one.actor)
        if one.state is CommitmentState.AGREED
        else f"{look.actor_name(one.actor)} ({str(one.state.label).lower()})"
        for one in commitments
    )


class MatrixRow(NamedTuple):
    task: PlanTask
    cells: list[list[PlanCommitment]]


class Matrix(NamedTuple):
    """A part of the coverage matrix that fits a page's width."""

    actors: tuple[PlanActor, ...]
    rows: list[MatrixRow]

    @property
    def first(self) -> str:
        return self.actors[0].code

    @property
    def last(self) -> str:
        return self.actors[-1].code


def matrices(look: Lookup) -> list[Matrix]:
    plan = look.plan
    parts = [plan.actors[start : start + COLUMNS] for start in range(0, len(plan.actors), COLUMNS)]
    return [
        Matrix(actors, [MatrixRow(task, _cells(look, task, actors)) for task in look.continuing]) for actors in parts
    ]


def _cells(look: Lookup, task: PlanTask, actors: Iterable[PlanActor]) -> list[list[PlanCommitment]]:
    here = sorted(look.commitments.get(task.code, []), key=lambda one: one.role)
    return [[one for one in here if one.actor == actor.code] for actor in actors]


class Note(NamedTuple):
    """What was written about one concept."""

    concept: Concept
    evidence: str
    reason: str
    requirement: str


class Card(NamedTuple):
    """A candidacy as the analysis shows it."""

    candidacy: PlanCandidacy
    actor: str
    tasks: str
    short: list[str]
    label: Label | None
    weakest: str
    notes: list[Note]
    assessed_on: date | None


def cards(look: Lookup) -> list[Card]:
    return [_card(look, candidacy) for candidacy in look.plan.candidacies]


def _card(look: Lookup, candidacy: PlanCandidacy) -> Card:
    answers = candidacy.answers
    return Card(
        candidacy,
        look.actor_name(candidacy.actor),
        ", ".join(candidacy.tasks),
        [_short(answers.get(concept)) for concept in Concept],
        label_for(answers) if candidacy.scores else None,
        ", ".join(str(concept.label) for concept in weakest_concepts(answers)),
        [
            Note(one.concept, str(one.evidence.label) if one.evidence else "", one.reason, one.requirement)
            for one in sorted(candidacy.scores, key=lambda one: list(Concept).index(one.concept))
            if one.reason or one.requirement or one.evidence
        ],
        max((one.assessed_on for one in candidacy.scores if one.assessed_on), default=None),
    )


def _short(answer: Answer) -> str:
    """ "3 af 5" for a narrow column."""
    return _("%(score)s af 5") % {"score": answer} if isinstance(answer, int) else words(answer)


class ActionRow(NamedTuple):
    action: PlanAction
    dates: str
    status: str
    is_late: bool
    after_end: bool
    about: str
    gaps: str


def action_rows(look: Lookup) -> list[ActionRow]:
    plan = look.plan
    end = plan.frame.ends_on
    return [
        ActionRow(
            action,
            _dates(action),
            action_status(action, plan.today),
            action.is_overdue(plan.today),
            bool(end and action.deadline and action.deadline > end),
            ", ".join([*action.actors, *action.tasks]),
            _gaps(action),
        )
        for action in plan.actions
    ]


def _gaps(action: PlanAction) -> str:
    """ "A1 forståelse og mening, A6 evne"."""
    concepts: dict[str, list[str]] = defaultdict(list)
    for gap in action.gaps:
        concepts[gap.actor].append(str(gap.concept.label).lower())
    return ", ".join(f"{actor} {listed(dict.fromkeys(names))}" for actor, names in concepts.items())


def _dates(action: PlanAction) -> str:
    dates = [day(one) for one in (action.start, action.deadline) if one]
    return " – ".join(dict.fromkeys(dates)) or _("ingen datoer")


def action_status(action: PlanAction, today: date) -> str:
    return _("Forsinket") if action.is_overdue(today) else str(action.status.label)


class Sum(NamedTuple):
    label: str
    amount: int
    certainty: Certainty | None = None


class Money(NamedTuple):
    total: int
    by_certainty: list[Sum]
    by_task: list[Sum]
    expiring: list[PlanBudgetLine]
    unpriced: int


def money(look: Lookup) -> Money:
    """The yearly operating budget added up. A line without an amount counts as nothing and is told."""
    lines = look.plan.budget
    costs = sums.per(lines, lambda line: line.task)
    order = {code: number for number, code in enumerate(look.tasks)}
    return Money(
        sums.total(lines),
        [
            Sum(str(certainty.label) if certainty else _("Ikke oplyst"), amount, certainty)
            for certainty, amount in sums.by_certainty(lines).items()
            if amount
        ],
        [
            Sum(look.task_name(code) if code else _("Uden opgave"), costs[code])
            for code in sorted(costs, key=lambda code: order.get(code, len(order)))
        ],
        sums.expiring(lines),
        sum(line.amount is None for line in lines),
    )


def risks(look: Lookup) -> Iterator[PlanAction]:
    return (action for action in look.plan.actions if action.risk or action.plan_b)
