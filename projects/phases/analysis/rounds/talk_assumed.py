"""What the group only assumes or does not know: what to find out before the next meeting, and whom to ask."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from actors.concepts import UNKNOWN, Concept, words
from forankring.ui.dates import write_date
from projects.models import AssessmentRound, Evidence, Project
from projects.phases.analysis.assessments import Assessment, Bar, Card, cards_of
from projects.phases.analysis.guidance import QUESTIONS
from projects.phases.analysis.rounds.distribution import KINDS, Distribution
from projects.phases.analysis.rounds.results import rounds_of

Closed = tuple[AssessmentRound, Mapping[Concept, Distribution]]


class FindOut(NamedTuple):
    """One concept of a candidacy that rests on nothing firm: why it is here, and what to ask."""

    concept: Concept
    why: str
    in_the_round: str
    questions: Sequence[object]


@dataclass(frozen=True, slots=True)
class Unsure:
    """A candidacy with what to find out about it."""

    card: Card
    lines: Sequence[FindOut]

    @property
    def ask(self) -> str:
        """The role to ask, as it is written on the actor; empty when none is."""
        actor = self.card.candidacy.project_actor
        return actor.contact_role or actor.decision_role

    @property
    def contact(self) -> str:
        return str(self.card.candidacy.project_actor.get_contact_status_display())


def unsure_of(project: Project) -> list[Unsure]:
    """The candidacies that something is assumed of, in the order of the actors. One query more than the cards."""
    cards = [card for card in cards_of(project) if card.is_begun and card.candidacy.project_actor.actor.is_active]
    closed = rounds_of(card.candidacy for card in cards)
    found = [Unsure(card, lines_of(card, closed.get(card.candidacy.pk, []))) for card in cards]
    return [unsure for unsure in found if unsure.lines]


def lines_of(card: Card, closed: Sequence[Closed] = ()) -> list[FindOut]:
    """What to find out about one candidacy, in the order the concepts are asked."""
    newest = {concept: (round_, said) for round_, by_concept in closed for concept, said in by_concept.items()}
    unsure = [bar for bar in card.bars if is_unsure(bar.assessment)]
    return [
        FindOut(bar.concept, why_unsure(bar), _in_the_round(newest.get(bar.concept)), QUESTIONS[bar.concept])
        for bar in unsure
    ]


def is_unsure(assessment: Assessment) -> bool:
    """Nobody knows it, it is not assessed, or the score builds on an assumption or on nothing that is told."""
    return not isinstance(assessment.answer, int) or assessment.evidence in {"", Evidence.ASSUMPTION}


def why_unsure(bar: Bar) -> str:
    if bar.assessment.answer is None:
        return _("Ikke vurderet endnu.")
    if bar.assessment.answer is UNKNOWN:
        return _("I ved det ikke.")
    if not bar.assessment.evidence:
        return _("I har skrevet %s, men ikke, hvad det bygger på.") % words(bar.assessment.answer)
    return _("I har skrevet %s, men det bygger på en antagelse.") % words(bar.assessment.answer)


def _in_the_round(latest: tuple[AssessmentRound, Distribution] | None) -> str:
    """How many of the answers in the latest closed round were assumptions; empty when none was or few answered."""
    if latest is None:
        return ""
    round_, said = latest
    guesses = sum(count for kind, count in zip(KINDS, said.evidence, strict=False) if kind == Evidence.ASSUMPTION)
    if not guesses:
        return ""
    return _("I runden %(day)s byggede %(guesses)d af %(all)d svar på en antagelse.") % {
        "day": write_date(round_.held_on),
        "guesses": guesses,
        "all": said.spread.numeric,
    }


def count_of(unsure: Iterable[Unsure]) -> int:
    return sum(len(each.lines) for each in unsure)
