"""Phase 3: what is assessed, with the latest shared answers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import QuerySet

from actors.ages import is_outdated
from actors.concepts import UNKNOWN, Answer, Concept, is_weak
from projects.models import ActionGap, ActionStatus, Candidacy, SharedScore


@dataclass(frozen=True, slots=True)
class CandidacyFacts:
    """What is assessed. `answers` holds the latest shared answer of each concept that has one, `held_on` its day.

    `evidence` is what that answer builds on, where somebody has said it. `gaps_with_action` are the concepts that an
    action is to make better, or has and nobody has looked since; `to_reassess` the latter, with the action.
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
    to_reassess: Mapping[Concept, int] = field(default_factory=dict)

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
        """Weak concepts that no action closes: none is planned, or what was done did not help enough."""
        return [c for c in Concept if is_weak(self.answers.get(c)) and c.value not in self.gaps_with_action]


def latest_answers(project_ids: Iterable[int]) -> defaultdict[int, dict[Concept, Answer]]:
    """The latest shared answer of each concept, by candidacy. A concept without one is left out."""
    latest = _latest(project_ids)
    return defaultdict(dict, {pk: {c: each.answer for c, each in of.items()} for pk, of in latest.items()})


class Held(NamedTuple):
    """What the group held last about one concept."""

    answer: Answer
    held_on: date
    evidence: str
    recorded_at: datetime


def _latest(project_ids: Iterable[int]) -> defaultdict[int, dict[Concept, Held]]:
    """The latest answer of each concept, its day and what it builds on, by candidacy. One query."""
    latest: defaultdict[int, dict[Concept, Held]] = defaultdict(dict)
    # Oldest first, so that what is kept is the latest.
    scores = SharedScore.objects.filter(candidacy__project_actor__project_id__in=project_ids)
    columns = ("candidacy_id", "concept", "score", "is_unknown", "round__held_on", "evidence", "recorded_at")
    for pk, concept, score, is_unknown, *rest in scores.order_by("round__held_on", "pk").values_list(*columns):
        latest[pk][Concept(concept)] = Held(UNKNOWN if is_unknown else score, *rest)
    return latest


def _closing(
    gaps: QuerySet[ActionGap], latest: Mapping[int, Mapping[Concept, Held]]
) -> defaultdict[int, dict[str, int | None]]:
    """The concepts that an action closes, by candidacy, with the action that was done and asks for a new assessment.

    A done action closes its gap until the concept is assessed anew; when its day is not known, for good. One query.
    """
    found: defaultdict[int, dict[str, int | None]] = defaultdict(dict)
    action = ("action_id", "action__status", "action__done_on", "action__done_written_at")
    rows = gaps.exclude(action__status=ActionStatus.DROPPED).order_by("action__done_on", "action_id")
    for pk, concept, action_id, status, done_on, written_at in rows.values_list("candidacy_id", "concept", *action):
        if status != ActionStatus.DONE or done_on is None:
            found[pk].setdefault(concept, None)
        elif not is_assessed_since(latest[pk].get(Concept(concept)), done_on, written_at):
            # The latest that was done is the one to name.
            found[pk][concept] = action_id
    return found


def is_assessed_since(latest: Held | None, done_on: date, written_at: datetime | None) -> bool:
    """Whether what is held was said after the action was done; on the same day, after that was written."""
    if latest is None or latest.held_on < done_on:
        return False
    return latest.held_on > done_on or written_at is None or latest.recorded_at > written_at


def load_candidacies(found: Iterable[int]) -> defaultdict[int, list[CandidacyFacts]]:
    of = {"candidacy__project_actor__project_id__in": found}
    latest = _latest(found)
    closing = _closing(ActionGap.objects.filter(**of), latest)
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
                frozenset(closing[pk]),
                {concept: each.held_on for concept, each in said},
                {concept: each.evidence for concept, each in said if each.evidence and each.answer is not None},
                {Concept(concept): action for concept, action in closing[pk].items() if action},
            )
        )
    return grouped
