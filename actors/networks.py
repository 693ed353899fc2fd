"""Several actors about one task (docs/method.md, Flere sammen). Pure, and never an average.

Only evne can be supplemented. Nobody can understand, mean or want something for the one who is responsible.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from actors.concepts import Answer, Concept, words

SUPPLEMENTS: Final = 4  # from this score on an actor has evne to give to others


class Weight(NamedTuple):
    """A concept as it stands for the task: the responsible's own answer, and for evne those who supplement it."""

    concept: Concept
    answer: Answer
    supplemented_by: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """ "2 af 5 – i mindre grad. Evne suppleres af A1 og A6."."""
        own = f"{words(self.answer)}."
        if not self.supplemented_by:
            return own
        names = get_text_list(list(self.supplemented_by), _("og"))
        return " ".join([own, _("Evne suppleres af %(names)s.") % {"names": names}])


def weigh(own: Mapping[Concept, Answer], supplements: Sequence[str]) -> list[Weight]:
    """The four concepts in order, with the names of those whose evne supplements the responsible's."""
    return [
        Weight(concept, own.get(concept), tuple(supplements) if concept is Concept.ABILITY else ())
        for concept in Concept
    ]


def supplements(answer: Answer) -> bool:
    """Whether an evne is so good that there is some for others."""
    return isinstance(answer, int) and answer >= SUPPLEMENTS
