"""Phase 3: what is assessed, with the latest shared answers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from actors.ages import is_outdated
from actors.concepts import UNKNOWN, Answer, Concept, is_weak
from projects.models import ActionGap, ActionStatus, Candidacy, SharedScore


@dataclass(frozen=True, slots=True)
class CandidacyFacts:
    """What is assessed. `answers` holds the latest shared answer of each concept that has one, `held_on` its day.

    `evidence` is what that answer builds on, where somebody has said it.
    """

    id: int
    project_actor_id: int
    title: str
    choice: str
    choice_reason: str
    task_ids: frozenset[int]
    answers: Mapping[Concept, Answer]
    gaps_with_action: frozenset[str]
    held_on: Mapping[Concept, date] = field(default_factory=dict)
    evidence: Mapping[Concept, str] = field(default_factory=dict)

    def outdated(self, today: date) -> list[Concept]:
        """The concepts whose latest answer is more than six months old."""
        return [
            concept
            for concept in Concept
            if self.answers.get(concept) is not None
            and concept in self.held_on
            and is_outdated(self.held_on[concept], today)
        ]

    @property
    def open_gaps(self) -> list[Concept]:
        """Weak concepts that no action closes."""
        return [c for c in Concept if is_weak(self.answers.get(c)) and c.value not in self.gaps_with_action]


def latest_answers(project_ids: Iterable[int]) -> defaultdict[int, dict[Concept, Answer]]:
    """The latest shared answer of each concept, by candidacy. A concept without one is left out."""
    latest = _latest(project_ids)
    return defaultdict(dict, {pk: {c: each.answer for c, each in of.items()} for pk, of in latest.items()})


class _Latest(NamedTuple):
    answer: Answer
    held_on: date
    evidence: str


def _latest(project_ids: Iterable[int]) -> defaultdict[int, dict[Concept, _Latest]]:
    """The latest answer of each concept, its day and what it builds on, by candidacy. One query."""
    latest: defaultdict[int, dict[Concept, _Latest]] = defaultdict(dict)
    # Oldest first, so that what is kept is the latest.
    scores = SharedScore.objects.filter(candidacy__project_actor__project_id__in=project_ids)
    columns = ("candidacy_id", "concept", "score", "is_unknown", "round__held_on", "evidence")
    for pk, concept, score, is_unknown, held_on, evidence in scores.order_by("round__held_on", "pk").values_list(
        *columns
    ):
        latest[pk][Concept(concept)] = _Latest(UNKNOWN if is_unknown else score, held_on, evidence)
    return latest


def load_candidacies(found: Iterable[int]) -> defaultdict[int, list[CandidacyFacts]]:
    of = {"candidacy__project_actor__project_id__in": found}
    latest = _latest(found)
    gaps: defaultdict[int, set[str]] = defaultdict(set)
    open_gaps = ActionGap.objects.filter(**of).exclude(action__status=ActionStatus.DROPPED)
    for candidacy_id, concept in open_gaps.values_list("candidacy_id", "concept"):
        gaps[candidacy_id].add(concept)
    tasks: defaultdict[int, set[int]] = defaultdict(set)
    for candidacy_id, task_id in Candidacy.tasks.through.objects.filter(**of).values_list("candidacy_id", "task_id"):
        tasks[candidacy_id].add(task_id)
    grouped: defaultdict[int, list[CandidacyFacts]] = defaultdict(list)
    rows = Candidacy.objects.filter(project_actor__project_id__in=found).in_order()
    for project_id, pk, actor_id, title, choice, reason in rows.values_list(
        "project_actor__project_id", "pk", "project_actor_id", "title", "choice", "choice_reason"
    ):
        said = latest[pk].items()
        grouped[project_id].append(
            CandidacyFacts(
                pk,
                actor_id,
                title,
                choice,
                reason,
                frozenset(tasks[pk]),
                {concept: each.answer for concept, each in said},
                frozenset(gaps[pk]),
                {concept: each.held_on for concept, each in said},
                {concept: each.evidence for concept, each in said if each.evidence and each.answer is not None},
            )
        )
    return grouped
