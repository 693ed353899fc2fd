"""What is kept of a round's answers when it is closed: numbers, never an answer (docs/method.md, Vurderingsrunder)."""

from collections.abc import Iterable, Mapping
from typing import Any

from actors.concepts import Concept
from actors.spread import Spread
from projects.models import AssessmentRound, Candidacy, Rating, RoundResult, RoundSubject
from projects.phases.analysis.rounds.distribution import Distribution, distributions
from projects.phases.analysis.rounds.enough import Threshold, threshold_of


def keep_results(round_: AssessmentRound, *, by: Any = None) -> list[RoundResult]:
    """Write the numbers of every subject and concept, also of those that were never revealed.

    Whoever closes (`by`) has led what nobody showed. Where names were shown, three scores are kept as numbers: fewer
    would be somebody's answer, and that is deleted.

    For whoever closes the round, in the same transaction and before the answers are deleted. Two queries and a write.
    """
    subjects = list(round_.subjects.select_related("candidacy"))
    ratings = Rating.objects.filter(subject__round=round_).select_related("participant__user")
    found = distributions(round_, subjects, ratings, {each.pk: _threshold(round_, each, by) for each in subjects})
    return RoundResult.objects.bulk_create(
        _result(subject_id, said) for subject_id, by_concept in found.items() for said in by_concept.values()
    )


def _threshold(round_: AssessmentRound, subject: RoundSubject, by: Any) -> Threshold:
    if round_.shows_names:
        return Threshold(anybody=True)
    return threshold_of(round_, by.pk if by and subject.revealed_at is None else subject.revealed_by_id)


def _result(subject_id: int, said: Distribution) -> RoundResult:
    spread = said.spread
    return RoundResult(
        subject_id=subject_id,
        concept=said.concept,
        numeric=spread.numeric,
        unknown=spread.unknown,
        counts=list(spread.counts),
        evidence=list(said.evidence),
        median=spread.median,
        spread=spread.spread,
        members=said.members,
        guests=said.guests,
    )


def as_kept(result: RoundResult) -> Distribution:
    """What was kept, as the pages of a running round show it: there are no lines and no voice any more."""
    spread = Spread(result.numeric, result.unknown, tuple(result.counts), result.median, result.spread)
    return Distribution(
        Concept(result.concept), spread, tuple(result.evidence), members=result.members, guests=result.guests
    )


def results_of(round_: AssessmentRound) -> Mapping[int, Mapping[Concept, Distribution]]:
    """What was kept of a closed round, by subject. One query."""
    found: dict[int, dict[Concept, Distribution]] = {}
    for result in RoundResult.objects.filter(subject__round=round_):
        said = as_kept(result)
        found.setdefault(result.subject_id, {})[said.concept] = said
    return found


def rounds_of(candidacies: Iterable[Candidacy]) -> dict[int, list[tuple[AssessmentRound, dict[Concept, Distribution]]]]:
    """The closed rounds about each candidacy, the oldest first, with what was kept of them. One query."""
    found: dict[int, dict[int, tuple[AssessmentRound, dict[Concept, Distribution]]]] = {}
    rows = RoundResult.objects.filter(subject__candidacy__in=candidacies).select_related("subject__round")
    for result in rows.order_by("subject__round__held_on", "subject__round_id", "pk"):
        said, subject = as_kept(result), result.subject
        by_round = found.setdefault(subject.candidacy_id, {})
        by_round.setdefault(subject.round_id, (subject.round, {}))[1][said.concept] = said
    return {candidacy_id: list(by_round.values()) for candidacy_id, by_round in found.items()}
