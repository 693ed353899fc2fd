"""Phase 3: what is assessed, with the latest shared answers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from actors.ages import is_outdated
from actors.concepts import UNKNOWN, Answer, Concept, is_weak
from projects.models import ActionGap, ActionStatus, Candidacy, SharedScore


@dataclass(frozen=True, slots=True)
class CandidacyFacts:
    """What is assessed. `answers` holds the latest shared answer of each concept that has one, `held_on` its day."""

    id: int
    project_actor_id: int
    title: str
    choice: str
    choice_reason: str
    task_ids: frozenset[int]
    answers: Mapping[Concept, Answer]
    gaps_with_action: frozenset[str]
    held_on: Mapping[Concept, date] = field(default_factory=dict)

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
    return _latest(project_ids)[0]


Answers = defaultdict[int, dict[Concept, Answer]]
Days = defaultdict[int, dict[Concept, date]]


def _latest(project_ids: Iterable[int]) -> tuple[Answers, Days]:
    """The latest answer of each concept and its day, by candidacy. One query."""
    answers: Answers = defaultdict(dict)
    days: Days = defaultdict(dict)
    # Oldest first, so that what is kept is the latest.
    scores = SharedScore.objects.filter(candidacy__project_actor__project_id__in=project_ids)
    for candidacy_id, concept, score, is_unknown, held_on in scores.order_by("round__held_on", "pk").values_list(
        "candidacy_id", "concept", "score", "is_unknown", "round__held_on"
    ):
        answers[candidacy_id][Concept(concept)] = UNKNOWN if is_unknown else score
        days[candidacy_id][Concept(concept)] = held_on
    return answers, days


def load_candidacies(found: Iterable[int]) -> defaultdict[int, list[CandidacyFacts]]:
    of = {"candidacy__project_actor__project_id__in": found}
    answers, days = _latest(found)
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
        linked = frozenset(tasks[pk]), answers[pk], frozenset(gaps[pk]), days[pk]
        grouped[project_id].append(CandidacyFacts(pk, actor_id, title, choice, reason, *linked))
    return grouped
