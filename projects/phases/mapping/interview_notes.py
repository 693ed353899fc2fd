"""What actors have said, as the assessment of them can build on it (docs/method.md, Aktørsamtalen)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actors.concepts import Concept
from projects.models import ActorInterview, ContactStatus

_F, _M, _E, _V = Concept.UNDERSTANDING, Concept.MEANING, Concept.ABILITY, Concept.WILL


class Question(NamedTuple):
    """One of the eight: the field that keeps the answer, how it is asked, and which concepts the answer tells of."""

    field: str
    words: Promise
    concepts: tuple[Concept, ...]


QUESTIONS: Final = (
    Question("knows", _("Hvad har I hørt om projektet, og hvem er det til for?"), (_F,)),
    Question("means", _("Hvad gør det for jer og for dem, I er der for?"), (_M,)),
    Question("keeps", _("Hvad ville I savne, hvis det holdt op?"), (_F, _M)),
    Question("takes", _("Hvilken del kunne I selv tage jer af?"), (_M, _V)),
    Question("needs", _("Hvad ville I mangle for at kunne gøre det?"), (_E,)),
    Question("decides", _("Hvem hos jer skal sige ja, før det er en aftale?"), (_E, _V)),
    Question("obstacles", _("Hvad kunne få det til at gå i stå?"), (_E, _V)),
    Question("agreed", _("Hvad er vi enige om at gøre nu?"), (_V,)),
)

# Before the first talk; a talk that is held is at least a dialogue.
_NOT_YET: Final = {"", ContactStatus.NOT_CONTACTED.value, ContactStatus.CONTACTED.value}


def contact_after(*, before: str, said: str) -> str:
    """How far the contact is after a talk: what was said of it, and no less than that there is a dialogue."""
    if said:
        return said
    return ContactStatus.IN_DIALOGUE.value if before in _NOT_YET else before


class Heard(NamedTuple):
    """An answer that an actor gave, and in which talk."""

    question: Promise
    answer: str
    held_on: date
    their_role: str
    interview: int


class Talk(NamedTuple):
    """A talk that was held, to lead to."""

    interview: int
    held_on: date


def heard_from(project_actor_id: int) -> Mapping[Concept, Sequence[Heard]]:
    """What the actor has said about each concept, the newest talk first. One query."""
    found: defaultdict[Concept, list[Heard]] = defaultdict(list)
    for row in ActorInterview.objects.held().filter(project_actor_id=project_actor_id).newest_first():
        for question in QUESTIONS:
            answer = getattr(row, question.field)
            for concept in question.concepts if answer else ():
                found[concept].append(Heard(question.words, answer, row.held_on, row.their_role, row.pk))
    return dict(found)


def talks_with(project_id: int) -> Mapping[int, Sequence[Talk]]:
    """The talks with each actor of the project, by the actor's row, the newest first. One query."""
    found: defaultdict[int, list[Talk]] = defaultdict(list)
    rows = ActorInterview.objects.held().of_project(project_id).newest_first()
    for actor, pk, held_on in rows.values_list("project_actor_id", "pk", "held_on"):
        found[actor].append(Talk(pk, held_on))
    return dict(found)


def talk_behind(talks: Iterable[Talk], held_on: date) -> Talk | None:
    """The talk that an assessment of that day can build on: the latest one before its evening."""
    return next((talk for talk in talks if talk.held_on <= held_on), None)
