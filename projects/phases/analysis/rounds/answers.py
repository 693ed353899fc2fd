"""What one person has answered in a round, read for that person alone."""

from collections.abc import Mapping
from typing import NamedTuple

from actors.concepts import UNKNOWN, Answer, Concept
from projects.models import Participant, Rating


class Said(NamedTuple):
    """One answer about one concept. No answer (None) means that there is nothing to keep."""

    answer: Answer = None
    evidence: str = ""
    reason: str = ""


def said_in(rating: Rating) -> Said:
    return Said(UNKNOWN if rating.is_unknown else rating.score, rating.evidence, rating.reason)


def answers_by(participant: Participant) -> Mapping[int, Mapping[Concept, Said]]:
    """The person's own answers, by subject. One query."""
    found: dict[int, dict[Concept, Said]] = {}
    if participant.pk is None:
        return found
    for rating in participant.ratings.all():
        found.setdefault(rating.subject_id, {})[Concept(rating.concept)] = said_in(rating)
    return found
