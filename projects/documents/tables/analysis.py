"""The actors in their roles, as the analysis shows them."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from actors.ages import is_outdated
from actors.concepts import Answer, Concept, Label, label_for, lowest_concepts, weakest_concepts, words
from projects.documents.lookup import Lookup
from projects.documents.records import PlanCandidacy, PlanScore
from projects.documents.words import codes
from projects.phases.analysis.assessments import NEARLY
from projects.phases.analysis.before import moved_words


class Note(NamedTuple):
    """One concept: where it stands, how it moved, and what was written about it."""

    concept: Concept
    words: str
    is_gap: bool
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
    before_on: date | None
    is_outdated: bool


def cards(look: Lookup) -> list[Card]:
    return [_card(look, candidacy) for candidacy in look.plan.candidacies]


def _card(look: Lookup, candidacy: PlanCandidacy) -> Card:
    answers = candidacy.answers
    return Card(
        candidacy,
        look.actor_name(candidacy.actor),
        codes(candidacy.tasks),
        [short_words(answers.get(concept)) for concept in Concept],
        label_for(answers) if candidacy.scores else None,
        ", ".join(str(concept.label) for concept in weakest_concepts(answers)),
        _notes(candidacy),
        max((one.assessed_on for one in candidacy.scores if one.assessed_on), default=None),
        max((held_on for held_on, _answer in candidacy.before.values()), default=None),
        any(one.assessed_on and is_outdated(one.assessed_on, look.plan.today) for one in candidacy.scores),
    )


def held_back_by(candidacy: PlanCandidacy) -> list[Concept]:
    """The lowest of a candidacy that is not ready: what the eye should find first."""
    answers = candidacy.answers
    scores = ((concept, answers.get(concept)) for concept in lowest_concepts(answers))
    return [concept for concept, score in scores if isinstance(score, int) and score <= NEARLY]


def _notes(candidacy: PlanCandidacy) -> list[Note]:
    said = {one.concept: one for one in candidacy.scores}
    before, gaps = candidacy.before, held_back_by(candidacy)
    notes = []
    for concept in Concept:
        one = said.get(concept, PlanScore(concept=concept))
        moved = moved_words(one.answer, before[concept][1] if concept in before else None)
        told = f"{words(one.answer)}, {moved}" if moved else words(one.answer)
        evidence = str(one.evidence.label) if one.evidence else ""
        notes.append(Note(concept, told, concept in gaps, evidence, one.reason, one.requirement))
    return notes


def short_words(answer: Answer) -> str:
    """ "3 af 5" for a narrow column."""
    return _("%(score)s af 5") % {"score": answer} if isinstance(answer, int) else words(answer)
