"""Whether a group has come to see a candidacy more alike: the closed rounds about it side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from django.utils.translation import gettext as _

from actors.concepts import Concept
from projects.models import AssessmentRound, Candidacy
from projects.phases.analysis.rounds.distribution import Distribution
from projects.phases.analysis.rounds.results import rounds_of
from projects.phases.analysis.rounds.talk_words import PointWords


class Cell(NamedTuple):
    """One concept of one round in a table: its numbers, how many answered, whether to talk about it, what has moved."""

    numbers: str
    answered: str = ""
    wants_talk: bool = False
    moved: str = ""


def cell_of(said: Distribution | None, moved: str = "") -> Cell:
    if said is None:
        return Cell(_("ikke spurgt"))
    words = PointWords(said)
    if not said.spread.is_shown:
        return Cell(_("for få svar"), words.answered)
    numbers = _("median %(median)s, spredning %(spread)d") % {"median": words.median, "spread": said.spread.spread}
    return Cell(numbers, words.answered, said.spread.wants_talk, moved)


@dataclass(frozen=True, slots=True)
class Agreement:
    """One closed round: what its answers about each concept were, in words."""

    round: AssessmentRound
    said: Mapping[Concept, Distribution]
    moves: Mapping[Concept, str]

    @property
    def cells(self) -> list[Cell]:
        return [cell_of(self.said.get(concept), self.moves.get(concept, "")) for concept in Concept]


def agreement_of(candidacy: Candidacy) -> list[Agreement]:
    """The closed rounds about it, the newest first. One query."""
    return agreements(rounds_of([candidacy]).get(candidacy.pk, []))


def agreements(closed: Sequence[tuple[AssessmentRound, Mapping[Concept, Distribution]]]) -> list[Agreement]:
    """From the rounds, the oldest first, to the newest first with what has moved since the one before. Pure."""
    moves = [{}, *(_moves(before, after) for (_one, before), (_other, after) in pairwise(closed))]
    found = [Agreement(round_, said, moved) for (round_, said), moved in zip(closed, moves, strict=False)]
    return found[::-1]


def _moves(before: Mapping[Concept, Distribution], after: Mapping[Concept, Distribution]) -> dict[Concept, str]:
    found = {}
    for concept in before.keys() & after.keys():
        old, new = before[concept].spread.spread, after[concept].spread.spread
        if old is None or new is None:
            continue
        found[concept] = _("I er mere enige") if new < old else _("I er mindre enige") if new > old else ""
    return found
