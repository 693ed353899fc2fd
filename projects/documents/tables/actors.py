"""What the actors have to do with each other, how they have moved, and who helps whom."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from actors.concepts import Concept, Label, label_for
from actors.models import relation_words
from projects.documents.lookup import Lookup
from projects.documents.records import PlanCandidacy, PlanRelation
from projects.documents.tables.analysis import short_words
from projects.phases.analysis.together import Assessed, Network, Part, networks_of


def relation_lines(look: Lookup) -> list[str]:
    """ "A1 Pilebroskolen samarbejder med A3 Pilebro Bibliotek". Conflicts come last, and only where they are known."""
    return [_sentence(look, relation) for relation in (*look.plan.relations, *look.plan.conflicts)]


def _sentence(look: Lookup, relation: PlanRelation) -> str:
    one, other = (_named(look, code) for code in (relation.actor, relation.other))
    return f"{one} {relation_words(relation.kind, other, forward=True)}"


def _named(look: Lookup, code: str) -> str:
    return f"{code} {look.actors[code].name}" if code in look.actors else code


class Step(NamedTuple):
    """How an actor in a role stood after one round."""

    who: str
    held_on: date | None
    short: list[str]
    label: Label


def development(look: Lookup) -> Iterator[Step]:
    """The rounds of those assessed more than twice, the oldest first: the bars show now and the time before."""
    for candidacy in look.plan.candidacies:
        if len(candidacy.earlier) > 1:
            who = f"{_named(look, candidacy.actor)}, {candidacy.title}"
            for standing in candidacy.earlier:
                answers = {one.concept: one.answer for one in standing.answers}
                yield Step(who, standing.held_on, [short_words(answers.get(c)) for c in Concept], label_for(answers))
            yield _today(who, candidacy)


def _today(who: str, candidacy: PlanCandidacy) -> Step:
    answers = candidacy.answers
    held_on = max((one.assessed_on for one in candidacy.scores if one.assessed_on), default=None)
    return Step(who, held_on, [short_words(answers.get(concept)) for concept in Concept], label_for(answers))


def networks(look: Lookup) -> list[Network]:
    """The tasks that several do. Only the working edition knows how they stand."""
    in_use = {actor.code: actor.code for actor in look.plan.actors if actor.in_use}
    assessed = [
        Assessed(
            one.actor,
            one.choice or "",
            frozenset(one.tasks),
            one.answers,
            {score.concept: score.evidence or "" for score in one.scores},
        )
        for one in look.plan.candidacies
        if one.actor in in_use
    ]
    if not any(one.answers for one in assessed):
        return []
    parts = [Part(one.task, one.actor, one.role, one.state) for one in look.plan.commitments if one.actor in in_use]
    return networks_of([(task.code, f"{task.code} {task.title}") for task in look.continuing], parts, assessed, in_use)
