"""Forståelse, mening, evne og vilje as pure functions (docs/method.md, Fase 3)."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Concept(TextChoices):
    """The four concepts, in the order they are asked."""

    UNDERSTANDING = "understanding", _("Forståelse")
    MEANING = "meaning", _("Mening")
    ABILITY = "ability", _("Evne")
    WILL = "will", _("Vilje")

    @property
    def letter(self) -> str:
        return str(self.label)[0]


class Unknown(Enum):
    """The answer "ved ikke": an answer of its own, neither a score nor a blank."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN
# A score from 1 to 5, "ved ikke", or None when the concept is not assessed.
Answer = int | Unknown | None

SCALE: Final = {
    1: _("Slet ikke til stede"),
    2: _("I mindre grad – væsentlige mangler"),
    3: _("Delvist – kan bæres med støtte"),
    4: _("I høj grad – små mangler"),
    5: _("Fuldt til stede og dokumenteret"),
}
SHORT_SCALE: Final = {
    1: pgettext_lazy("score", "slet ikke"),
    2: pgettext_lazy("score", "i mindre grad"),
    3: pgettext_lazy("score", "delvist"),
    4: pgettext_lazy("score", "i høj grad"),
    5: pgettext_lazy("score", "fuldt"),
}
WEAK: Final = 2


class Label(TextChoices):
    """The nine labels, in the order they are tried. Advice, never a verdict: nobody is ruled out by one."""

    UNKNOWN = "unknown", _("Vi ved for lidt")
    NOT_NOW = "not_now", _("Ikke lige nu")
    DOES_NOT_KNOW = "does_not_know", _("Kender ikke indsatsen nok")
    SEES_NO_POINT = "sees_no_point", _("Ser ikke sig selv i opgaven endnu")
    LACKS_CAPACITY = "lacks_capacity", _("Vil gerne – mangler kapacitet")
    ABLE_NOT_WILLING = "able_not_willing", _("Kan – har ikke sagt ja endnu")
    HESITANT = "hesitant", _("Tøver")
    NEARLY_READY = "nearly_ready", _("Næsten klar")
    READY = "ready", _("Klar")

    @property
    def next_step(self) -> str:
        return str(NEXT_STEP[self])


NEXT_STEP: Final = {
    Label.UNKNOWN: _("Planlæg en aktørsamtale."),
    Label.NOT_NOW: _("Brug aktøren som reserve, eller find en anden."),
    Label.DOES_NOT_KNOW: _("Inviter på besøg, og giv en kort beskrivelse af opgaven."),
    Label.SEES_NO_POINT: _("Lad aktøren være med til at forme opgaven, så den passer til kerneopgaven."),
    Label.LACKS_CAPACITY: _("Byg kapacitet op. Det er her, indsatsen betaler sig bedst."),
    Label.ABLE_NOT_WILLING: _("Tag en dialog med ledelsen, eller find en anden aktør."),
    Label.HESITANT: _("Afklar forbehold, og aftal en prøveperiode."),
    Label.NEARLY_READY: _("Giv støtte dér, hvor det halter."),
    Label.READY: _("Lav en aftale, og overdrag."),
}


def label_for(answers: Mapping[Concept, Answer]) -> Label:
    """The one label of a pattern of four answers. The weakest link decides, never the average."""
    scores = [answers.get(concept) for concept in Concept]
    if any(not isinstance(score, int) for score in scores):
        return Label.UNKNOWN
    weak = [concept for concept in Concept if is_weak(answers[concept])]
    if len(weak) >= 2:
        return Label.NOT_NOW
    if weak:
        return _label_of_the_only_weak(weak[0], answers)
    return Label.NEARLY_READY if weakest_score(answers) == 3 else Label.READY


def _label_of_the_only_weak(concept: Concept, answers: Mapping[Concept, Answer]) -> Label:
    if concept is Concept.WILL:
        ability = answers[Concept.ABILITY]
        return Label.ABLE_NOT_WILLING if isinstance(ability, int) and ability >= 4 else Label.HESITANT
    return {
        Concept.UNDERSTANDING: Label.DOES_NOT_KNOW,
        Concept.MEANING: Label.SEES_NO_POINT,
        Concept.ABILITY: Label.LACKS_CAPACITY,
    }[concept]


def is_weak(answer: Answer) -> bool:
    """A score of 1 or 2: a gap that wants an action."""
    return isinstance(answer, int) and answer <= WEAK


def weakest_score(answers: Mapping[Concept, Answer]) -> int | None:
    """The lowest of the scores given; None when there is none."""
    return min((answer for answer in answers.values() if isinstance(answer, int)), default=None)


def lowest_concepts(answers: Mapping[Concept, Answer]) -> list[Concept]:
    """Every concept at the lowest score, in order. Empty when that is the highest there is, or nothing is scored."""
    lowest = weakest_score(answers)
    return [concept for concept in Concept if answers.get(concept) == lowest] if lowest and lowest < 5 else []


def weakest_concepts(answers: Mapping[Concept, Answer]) -> list[Concept]:
    """Those at the lowest score that stand out: empty when all four stand alike."""
    found = lowest_concepts(answers)
    return found if len(found) < len(Concept) else []


def is_assessed(answers: Mapping[Concept, Answer]) -> bool:
    """All four concepts have an answer; "ved ikke" counts as one."""
    return all(answers.get(concept) is not None for concept in Concept)


def words(answer: Answer) -> str:
    """The answer in words: "2 af 5 – i mindre grad", "ved ikke" or "ikke vurderet"."""
    if isinstance(answer, int):
        return str(_("%(score)s af 5 – %(words)s") % {"score": answer, "words": SHORT_SCALE[answer]})
    return str(_("ved ikke") if answer is UNKNOWN else _("ikke vurderet"))
