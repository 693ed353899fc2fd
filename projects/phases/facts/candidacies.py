"""Phase 3: what is assessed, with the latest shared answers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actors.concepts import UNKNOWN, Answer, Concept, is_weak
from projects.models import ActionGap, ActionStatus, Candidacy, SharedScore


@dataclass(frozen=True, slots=True)
class CandidacyFacts:
    """What is assessed. `answers` holds the latest shared answer of each concept that has one."""

    id: int
    project_actor_id: int
    title: str
    choice: str
    choice_reason: str
    task_ids: frozenset[int]
    answers: Mapping[Concept, Answer]
    gaps_with_action: frozenset[str]

    @property
    def open_gaps(self) -> list[Concept]:
        """Weak concepts that no action closes."""
        return [c for c in Concept if is_weak(self.answers.get(c)) and c.value not in self.gaps_with_action]


def latest_answers(project_ids: Iterable[int]) -> defaultdict[int, dict[Concept, Answer]]:
    """The latest shared answer of each concept, by candidacy. A concept without one is left out."""
    answers: defaultdict[int, dict[Concept, Answer]] = defaultdict(dict)
    # Oldest first, so that what is kept is the latest.
    scores = SharedScore.objects.filter(candidacy__project_actor__project_id__in=project_ids)
    for candidacy_id, concept, score, is_unknown in scores.order_by("round__held_on", "pk").values_list(
        "candidacy_id", "concept", "score", "is_unknown"
    ):
        answers[candidacy_id][Concept(concept)] = UNKNOWN if is_unknown else score
    return answers


def load_candidacies(found: Iterable[int]) -> defaultdict[int, list[CandidacyFacts]]:
    of = {"candidacy__project_actor__project_id__in": found}
    answers = latest_answers(found)
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
        grouped[project_id].append(
            CandidacyFacts(pk, actor_id, title, choice, reason, frozenset(tasks[pk]), answers[pk], frozenset(gaps[pk]))
        )
    return grouped
