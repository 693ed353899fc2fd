"""Whether a group has come to see a candidacy more alike: the closed rounds about it side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from actors.concepts import Concept
from projects.models import AssessmentRound, Candidacy
from projects.phases.analysis.rounds.distribution import Distribution
from projects.phases.analysis.rounds.results import rounds_of
from projects.phases.analysis.rounds.talk_words import PointWords


@dataclass(frozen=True, slots=True)
class Agreement:
    """One closed round: what its answers about each concept were, in words."""

    round: AssessmentRound
    said: Mapping[Concept, Distribution]
    moves: Mapping[Concept, str]

    @property
    def cells(self) -> list[tuple[str, str, bool, str]]:
        """Per concept: its numbers, how many answered, whether to talk about it, and how the spread has moved."""
        return [self._cell(concept) for concept in Concept]

    def _cell(self, concept: Concept) -> tuple[str, str, bool, str]:
        said = self.said.get(concept)
        if said is None:
            return (_("ikke spurgt"), "", False, "")
        words = PointWords(said)
        if not said.spread.is_shown:
            return (_("for få svar"), words.answered, False, "")
        numbers = _("median %(median)s, spredning %(spread)d") % {
            "median": words.median,
            "spread": said.spread.spread,
        }
        return (numbers, words.answered, said.spread.wants_talk, self.moves.get(concept, ""))


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
