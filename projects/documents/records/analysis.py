"""Phase 3 in the plan: internal, but for who is chosen."""

from datetime import date
from typing import Annotated, Literal

from actors.concepts import UNKNOWN, Answer, Concept
from projects.documents.redaction import INTERNAL, Record
from projects.models import (
    Choice,
    Evidence,
)
from projects.phases.analysis.before import before_each


class PlanScore(Record):
    """What the group holds about one concept. Internal as a whole: see PlanCandidacy.scores."""

    concept: Concept
    score: Literal[1, 2, 3, 4, 5] | None = None
    is_unknown: bool = False
    evidence: Evidence | None = None
    reason: str = ""
    requirement: str = ""
    assessed_on: date | None = None

    @property
    def answer(self) -> Answer:
        return UNKNOWN if self.is_unknown else self.score


class PlanAnswer(Record):
    """One concept at an earlier time. Internal as a whole: see PlanCandidacy.earlier."""

    concept: Concept
    score: Literal[1, 2, 3, 4, 5] | None = None
    is_unknown: bool = False

    @property
    def answer(self) -> Answer:
        return UNKNOWN if self.is_unknown else self.score


class PlanStanding(Record):
    """How an actor in a role stood after an earlier round."""

    held_on: date
    answers: tuple[PlanAnswer, ...] = ()


class PlanCandidacy(Record):
    """An actor in a role. `selected` is what others may know; the choice itself can also be "not now"."""

    actor: str
    title: str
    tasks: tuple[str, ...] = ()
    selected: Choice | None = None
    choice: Annotated[Choice | None, INTERNAL] = None
    choice_reason: Annotated[str, INTERNAL] = ""
    scores: Annotated[tuple[PlanScore, ...], INTERNAL] = ()
    earlier: Annotated[tuple[PlanStanding, ...], INTERNAL] = ()

    @property
    def answers(self) -> dict[Concept, Answer]:
        return {score.concept: score.answer for score in self.scores}

    @property
    def before(self) -> dict[Concept, tuple[date, Answer]]:
        """How each concept stood the time before it was assessed last."""
        now = {one.concept: one.assessed_on for one in self.scores if one.assessed_on}
        standings = ((one.held_on, {each.concept: each.answer for each in one.answers}) for one in self.earlier)
        return before_each(now, standings)
