"""What the group held before a round, and who may be told.

An earlier value pulls the answer towards it, and it is no business of the actor it is about. So it is told to members
alone, after their own answer, and never to whoever speaks for that actor. Pages that a whole room may see tell it only
where nobody in the round is a guest or speaks for the actor.
"""

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from actors.concepts import UNKNOWN, Concept
from projects.models import AssessmentRound, Participant, RoundSubject, SharedScore
from projects.phases.analysis.assessments import Assessment, Held

Before = dict[tuple[int, Concept], Held]


def held_before(round_: AssessmentRound, subjects: Iterable[RoundSubject]) -> Before:
    """By candidacy and concept, for a page that the room may see. Two queries while the round runs, then one."""
    asked = list(subjects)
    if round_.is_running and asked:
        people = list(round_.participants.values_list("user", "represents"))
        if any(user is None for user, _actor in people):
            return {}
        spoken_for = {actor for _user, actor in people}
        asked = [subject for subject in asked if subject.candidacy.project_actor_id not in spoken_for]
    return _held(round_, asked)


def held_before_for(participant: Participant, round_: AssessmentRound, subjects: Iterable[RoundSubject]) -> Before:
    """By candidacy and concept, for one person's own page. One query; none for a guest."""
    if participant.user_id is None:
        return {}
    own = participant.represents_id
    return _held(round_, [each for each in subjects if own is None or each.candidacy.project_actor_id != own])


def _held(round_: AssessmentRound, subjects: Iterable[RoundSubject]) -> Before:
    """The latest word from before the round was opened; what was said in it, or since, is not from before."""
    candidacies = [subject.candidacy_id for subject in subjects]
    if not candidacies or round_.opened_at is None:
        return {}
    day = timezone.localdate(round_.opened_at)
    earlier = Q(round__held_on__lt=day) | Q(round__held_on=day, recorded_at__lt=round_.opened_at)
    rows = SharedScore.objects.filter(earlier, candidacy__in=candidacies, concept__in=round_.concepts)
    found = {}
    for row in rows.exclude(round=round_).select_related("round").order_by("round__held_on", "pk"):
        said = Assessment(UNKNOWN if row.is_unknown else row.score, row.evidence, row.reason, row.requirement)
        found[row.candidacy_id, Concept(row.concept)] = Held(said, row.round.held_on)
    return found
