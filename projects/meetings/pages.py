"""The addresses of the pages that a meeting's steps open."""

from typing import Any, Final

from django.urls import reverse

from projects.meetings.agenda import OUTCOMES, PACK, ROUND_OPEN, ROUND_SHOWN, TimedStep
from projects.models import Meeting

_OF_THE_MEETING: Final = frozenset({OUTCOMES, PACK})
_OF_A_ROUND: Final = frozenset({ROUND_OPEN, ROUND_SHOWN})
_ALL_ROUNDS: Final = "runder"
_RESULT: Final = "runde-resultat"


def page_of(timed: TimedStep, meeting: Meeting) -> str:
    """The address of the page that a step opens."""
    return _address(timed.step.page, meeting)


def links_of(timed: TimedStep, meeting: Meeting) -> list[tuple[Any, str]]:
    """The other pages that a step may need, as words and address."""
    return [(place.text, _address(place.page, meeting)) for place in timed.step.more]


def _address(page: str, meeting: Meeting) -> str:
    if page in _OF_A_ROUND:
        return _of_a_round(page, meeting)
    own = [meeting.pk] if page in _OF_THE_MEETING else []
    return reverse(page, args=[meeting.project.slug, *own])


def _of_a_round(page: str, meeting: Meeting) -> str:
    """The page of the round that is going on. Without one: what the last one kept, or where a round is opened."""
    slug = meeting.project.slug
    last = meeting.project.assessment_rounds.opened().order_by("opened_at").last()
    if last and last.is_running:
        return reverse(page, args=[slug, last.pk])
    if last and page == ROUND_SHOWN:
        return reverse(_RESULT, args=[slug, last.pk])
    return reverse(_ALL_ROUNDS, args=[slug])
