"""What the group holds today about every candidacy, as plain records. Four queries for any number of rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from actors.ages import is_outdated
from actors.concepts import (
    UNKNOWN,
    Answer,
    Concept,
    Label,
    is_assessed,
    is_weak,
    label_for,
    lowest_concepts,
    weakest_concepts,
    words,
)
from projects.models import Candidacy, Evidence, Project, SharedScore, Task
from projects.phases.analysis.before import before_the_last, moved_words
from projects.phases.mapping.interview_notes import Talk, talk_behind, talks_with

FULL: Final = 5
# What "fully and documented" can build on.
SEEN: Final = {Evidence.OBSERVED, Evidence.DOCUMENT}
# At this score support is needed; above it the actor is ready (actors/concepts.py, the labels).
NEARLY: Final = 3


class Assessment(NamedTuple):
    """One concept as the group sees it."""

    answer: Answer = None
    evidence: str = ""
    reason: str = ""
    requirement: str = ""


class Held(NamedTuple):
    """What was held last about one concept, and when."""

    assessment: Assessment
    held_on: date


Latest = Mapping[Concept, Held]
Scores = Mapping[int, Sequence[tuple[Concept, Held]]]


def latest_of(candidacies: Iterable[Candidacy]) -> defaultdict[int, dict[Concept, Held]]:
    """What is held last about each concept, by candidacy."""
    return _latest(scores_of(candidacies))


def latest_and_before(
    candidacies: Iterable[Candidacy],
) -> tuple[defaultdict[int, dict[Concept, Held]], defaultdict[int, dict[Concept, Held]]]:
    """What is held last about each concept, and what was held the time before that, by candidacy."""
    scores = scores_of(candidacies)
    return _latest(scores), defaultdict(dict, {pk: _before(said) for pk, said in scores.items()})


def _latest(scores: Scores) -> defaultdict[int, dict[Concept, Held]]:
    # Oldest first, so that what is kept is the latest.
    return defaultdict(dict, {candidacy_id: dict(said) for candidacy_id, said in scores.items()})


def _before(said: Sequence[tuple[Concept, Held]]) -> dict[Concept, Held]:
    """An answer once taken back, with a note alone, is nothing to hold against."""
    found = {}
    for concept in Concept:
        days = [(held.held_on, held) for one, held in said if one is concept]
        if (before := before_the_last(days)) and before[1].assessment.answer is not None:
            found[concept] = before[1]
    return found


def scores_of(candidacies: Iterable[Candidacy]) -> defaultdict[int, list[tuple[Concept, Held]]]:
    """Everything that was ever held, by candidacy, the oldest first."""
    found: defaultdict[int, list[tuple[Concept, Held]]] = defaultdict(list)
    scores = SharedScore.objects.filter(candidacy__in=candidacies).select_related("round")
    for row in scores.order_by("round__held_on", "pk"):
        answer: Answer = UNKNOWN if row.is_unknown else row.score
        assessment = Assessment(answer, row.evidence, row.reason, row.requirement)
        found[row.candidacy_id].append((Concept(row.concept), Held(assessment, row.round.held_on)))
    return found


@dataclass(frozen=True, slots=True)
class Bar:
    """One concept, ready to be drawn: five parts of which `score` are full."""

    concept: Concept
    assessment: Assessment
    is_lowest: bool
    is_weakest: bool
    talk: Talk | None = None
    before: Held | None = None

    @property
    def parts(self) -> list[tuple[bool, bool]]:
        """For each step: whether it is reached now, and whether it was the last one reached before."""
        score, was = self.assessment.answer, self.before.assessment.answer if self.before else None
        return [(isinstance(score, int) and step <= score, step == was) for step in range(1, 6)]

    @property
    def moved(self) -> str:
        """How it has moved since the time before, in words; "" when there was none."""
        return moved_words(self.assessment.answer, self.before.assessment.answer) if self.before else ""

    @property
    def words(self) -> str:
        return words(self.assessment.answer)

    @property
    def is_scored(self) -> bool:
        return isinstance(self.assessment.answer, int)

    @property
    def holds_back(self) -> bool:
        """The lowest of a candidacy that is not ready: what the eye should find first."""
        score = self.assessment.answer
        return self.is_lowest and isinstance(score, int) and score <= NEARLY

    @property
    def is_gap(self) -> bool:
        """Low enough to want an action."""
        return is_weak(self.assessment.answer)

    @property
    def evidence(self) -> str:
        code = self.assessment.evidence
        return str(Evidence(code).label) if code else ""


@dataclass(frozen=True, slots=True)
class Card:
    """A candidacy with what is held about it. The label is advice: nobody is ruled out by it."""

    candidacy: Candidacy
    latest: Latest
    today: date
    talks: Sequence[Talk] = ()
    before: Latest = field(default_factory=dict)

    @property
    def answers(self) -> dict[Concept, Answer]:
        return {concept: held.assessment.answer for concept, held in self.latest.items()}

    @property
    def bars(self) -> list[Bar]:
        lowest, weakest = lowest_concepts(self.answers), weakest_concepts(self.answers)
        said = {concept: held.assessment for concept, held in self.latest.items()}
        return [
            Bar(
                concept,
                said.get(concept, Assessment()),
                concept in lowest,
                concept in weakest,
                self._talk_behind(concept),
                self.before.get(concept),
            )
            for concept in Concept
        ]

    @property
    def has_moved(self) -> bool:
        """Something was assessed before, so that now can be held against then."""
        return any(bar.moved for bar in self.bars)

    def _talk_behind(self, concept: Concept) -> Talk | None:
        """The talk that an answer builds on, where it is said to build on one."""
        held = self.latest.get(concept)
        if not held or held.assessment.evidence != Evidence.CONVERSATION:
            return None
        return talk_behind(self.talks, held.held_on)

    @property
    def gaps(self) -> list[Bar]:
        return [bar for bar in self.bars if bar.is_gap]

    @property
    def label(self) -> Label:
        return label_for(self.answers)

    @property
    def is_begun(self) -> bool:
        return any(answer is not None for answer in self.answers.values())

    @property
    def is_assessed(self) -> bool:
        return is_assessed(self.answers)

    @property
    def lacks_a_talk(self) -> bool:
        """The actor should be asked: too little is known of it, or what is held is only assumed."""
        said = [held.assessment.evidence for held in self.latest.values()]
        unknown = self.is_begun and self.label is Label.UNKNOWN
        return self.candidacy.project_actor.actor.is_active and (unknown or Evidence.ASSUMPTION in said)

    @property
    def held_on(self) -> date | None:
        """The day of the latest answer."""
        return max((held.held_on for held in self.latest.values()), default=None)

    @property
    def cautions(self) -> list[str]:
        """What the group should think over once more (docs/method.md, Fase 3). Nothing is refused because of it."""
        said = [held.assessment for held in self.latest.values() if held.assessment.answer is not None]
        found = []
        if any(each.answer == FULL and each.evidence not in SEEN for each in said):
            found.append(_("Trin 5 kræver, at I har set det, eller at det er skrevet ned. Hvad bygger I det på?"))
        if said and all(each.evidence == Evidence.ASSUMPTION for each in said):
            found.append(_("Alt her er antagelser. Tal med aktøren."))
        if self.outdated:
            found.append(self._outdated_words)
        return found

    @property
    def outdated(self) -> list[Concept]:
        """The concepts whose answer is over six months old."""
        said = {concept: held for concept, held in self.latest.items() if held.assessment.answer is not None}
        return [concept for concept in Concept if concept in said and is_outdated(said[concept].held_on, self.today)]

    @property
    def _outdated_words(self) -> str:
        answered = [concept for concept, answer in self.answers.items() if answer is not None]
        if len(self.outdated) == len(answered):
            return _("Vurderingen er over seks måneder gammel. Gælder den stadig?")
        names = get_text_list([str(concept.label) for concept in self.outdated], _("og")).capitalize()
        return _("%(concepts)s er vurderet for over seks måneder siden. Gælder det stadig?") % {"concepts": names}


def cards_of(project: Project) -> Sequence[Card]:
    """Every candidacy of the project, in the order of the actors."""
    rows = Candidacy.objects.of_project(project.pk).named().in_order()
    candidacies = list(rows.prefetch_related(Prefetch("tasks", Task.objects.going_on().in_order())))
    (latest, before), talks = latest_and_before(candidacies), talks_with(project.pk)
    today = timezone.localdate()
    return [
        Card(each, latest[each.pk], today, talks.get(each.project_actor_id, ()), before[each.pk])
        for each in candidacies
    ]
