"""Several actors weighed together for one task (docs/method.md, Flere sammen). Pure, and never an average."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final, NamedTuple

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors.concepts import Answer, Concept

CARRIES: Final = 4  # from this score on an actor carries the concept for the others
NEARLY: Final = 3  # carries it with support
NUMBERS: Final = ("", "", gettext_lazy("to"), gettext_lazy("tre"), gettext_lazy("fire"), gettext_lazy("fem"))


class Strength(Enum):
    """How a concept stands among those who share a task."""

    CARRIED = gettext_lazy("båret")
    SUPPORTED = gettext_lazy("kan bæres med støtte")
    LACKING = gettext_lazy("mangler")
    UNKNOWN = gettext_lazy("vides ikke")

    @property
    def words(self) -> str:
        return str(self.value)


class Member(NamedTuple):
    """One of those who share the task."""

    name: str
    answers: Mapping[Concept, Answer]


class Weight(NamedTuple):
    """One concept among them. The names are those at 4 or 5, at 3, and those nothing is known of."""

    concept: Concept
    strength: Strength
    carriers: tuple[str, ...]
    nearly: tuple[str, ...]
    unknown: tuple[str, ...]
    size: int

    @property
    def words(self) -> str:
        """ "Båret af A1 og A6." or "Ingen af de tre kan det endnu."."""
        if self.strength is Strength.CARRIED:
            return _("Båret af %(names)s.") % {"names": _listed(self.carriers)}
        if self.strength is Strength.UNKNOWN:
            return _("I ved det ikke om nogen af dem.") if self.size > 1 else _("I ved det ikke endnu.")
        parts = [NOT_YET[self.concept] % {"nobody": self._nobody}]
        if self.nearly:
            parts.append(_("Tættest på: %(names)s.") % {"names": _listed(self.nearly)})
        if self.unknown:
            parts.append(_("I ved det ikke om %(names)s.") % {"names": _listed(self.unknown)})
        return " ".join(str(part) for part in parts)

    @property
    def _nobody(self) -> str:
        if self.size == 1:
            return _("Ingen")
        number = NUMBERS[self.size] if self.size < len(NUMBERS) else self.size
        return _("Ingen af de %(size)s") % {"size": number}


NOT_YET: Final = {
    Concept.UNDERSTANDING: gettext_lazy("%(nobody)s ved nok om opgaven endnu."),
    Concept.MEANING: gettext_lazy("%(nobody)s ser det helt som deres egen opgave endnu."),
    Concept.ABILITY: gettext_lazy("%(nobody)s kan det endnu."),
    Concept.WILL: gettext_lazy("%(nobody)s har helt sagt ja endnu."),
}


def weigh(members: Sequence[Member]) -> list[Weight]:
    """The four concepts in order. One who carries is enough: the others take nothing from it, and add nothing.

    Nobody shares a task with nobody: without members there is nothing to weigh.
    """
    return [_weigh(concept, members) for concept in Concept] if members else []


def _weigh(concept: Concept, members: Sequence[Member]) -> Weight:
    said = [(member.name, member.answers.get(concept)) for member in members]
    carriers = tuple(name for name, answer in said if isinstance(answer, int) and answer >= CARRIES)
    nearly = tuple(name for name, answer in said if answer == NEARLY)
    unknown = tuple(name for name, answer in said if not isinstance(answer, int))
    return Weight(concept, _strength(carriers, nearly, unknown, len(said)), carriers, nearly, unknown, len(said))


def _strength(carriers: Sequence[str], nearly: Sequence[str], unknown: Sequence[str], count: int) -> Strength:
    if carriers:
        return Strength.CARRIED
    if nearly:
        return Strength.SUPPORTED
    return Strength.UNKNOWN if len(unknown) == count else Strength.LACKING


def not_carried(weights: Sequence[Weight]) -> list[Concept]:
    """The concepts that nobody among them carries."""
    return [weight.concept for weight in weights if weight.strength is not Strength.CARRIED]


def _listed(names: Sequence[str]) -> str:
    return get_text_list(list(names), _("og"))
