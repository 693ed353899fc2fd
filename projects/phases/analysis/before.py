"""How an answer has moved since the time before (docs/method.md, Nu og før). Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _

from actors.concepts import Answer, Concept, words

Said = TypeVar("Said")


def before_the_last(said: Iterable[tuple[date, Said]]) -> tuple[date, Said] | None:
    """What stood before what stands now: the last word of the day before the last day. None without two days."""
    days: dict[date, Said] = dict(sorted(said, key=lambda one: one[0]))
    earlier = sorted(days)[:-1]
    return (earlier[-1], days[earlier[-1]]) if earlier else None


def moved_words(now: Answer, before: Answer) -> str:
    """ "op fra 2 af 5", "ned fra 4 af 5", "som før"; "" when there is nothing to hold it against."""
    if before is None or now is None:
        return ""
    if now == before:
        return _("som før")
    if isinstance(now, int) and isinstance(before, int):
        text = _("op fra %d af 5") if now > before else _("ned fra %d af 5")
        return text % before
    return _("før: %s") % words(before)


def before_each(
    now: Mapping[Concept, date], standings: Iterable[tuple[date, Mapping[Concept, Answer]]]
) -> dict[Concept, tuple[date, Answer]]:
    """For each concept, how it stood before the day it was assessed last, from how it all stood on earlier days."""
    found: dict[Concept, tuple[date, Answer]] = {}
    for held_on, answers in sorted(standings, key=lambda one: one[0]):
        for concept, day in now.items():
            if held_on < day and answers.get(concept) is not None:
                found[concept] = (held_on, answers[concept])
    return found
