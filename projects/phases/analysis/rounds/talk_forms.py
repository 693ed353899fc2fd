"""What the group agrees on when it has talked. Nothing is chosen beforehand, and nothing is worked out."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.forms import BoundField

from actors.concepts import Concept
from projects.phases.analysis.assessments import Held
from projects.phases.analysis.forms import PARTS, AssessForm
from projects.phases.analysis.guidance import QUESTIONS
from projects.phases.analysis.rounds.reveal import Point


class PointFields(NamedTuple):
    """One concept's part of the page: what was answered, and where the group writes what it agrees on."""

    point: Point
    questions: Sequence[Any]
    fields: list[BoundField]


class AgreeForm(AssessForm):
    """The concepts the round asks about, of one candidacy. It starts from the round's own words, else empty."""

    unguided = frozenset(f"{concept.value}_{part}" for concept in Concept for part in PARTS)

    def __init__(self, data: Any = None, *, points: Sequence[Point]) -> None:
        self.points = points
        now = {point.concept: point.agreed.now for point in points}
        day = points[0].subject.round.held_on
        super().__init__(data, latest={concept: Held(said, day) for concept, said in now.items() if said})
        asked = {f"{concept.value}_{part}" for concept in now for part in PARTS}
        for name in set(self.fields) - asked:
            del self.fields[name]

    @property
    def parts(self) -> Iterator[PointFields]:
        for point in self.points:
            fields = [self[f"{point.concept.value}_{part}"] for part in PARTS]
            yield PointFields(point, QUESTIONS[point.concept], fields)
