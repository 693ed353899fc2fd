"""What is to happen with a project, and what the later phases therefore plan for (docs/method.md, Udfald)."""

from enum import Flag, auto
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class AnchoringDecision(models.TextChoices):
    """What the deciding body wants with the project when the money ends."""

    ANCHOR = "anchor", _("Forankres")
    PARTLY = "partly", _("Forankres delvist")
    METHOD = "method", _("Metoden forankres")
    NEW_FUNDING = "new_funding", _("Ny finansiering søges")
    END = "end", _("Afsluttes bevidst")
    UNDECIDED = "undecided", _("Uafklaret")

    @property
    def anchors_something(self) -> bool:
        """Whether something is handed over, so that an anchoring model is asked for."""
        return self in {AnchoringDecision.ANCHOR, AnchoringDecision.PARTLY, AnchoringDecision.METHOD}


class Outcome(Flag):
    """What the later phases plan for. Follows from the decision; without one everything is asked for.

    Steps, rules and sections say which of them they are for: `Outcome.METHOD | Outcome.END`.
    """

    HAND_OVER = auto()
    METHOD = auto()
    NEW_FUNDING = auto()
    END = auto()
    LIVES_ON = HAND_OVER | METHOD
    ANY = LIVES_ON | NEW_FUNDING | END
    NONE = 0

    @classmethod
    def of(cls, decision: str | None) -> "Outcome":
        return _OUTCOMES.get(decision or "", cls.HAND_OVER)


_OUTCOMES: Final[dict[str, Outcome]] = {
    AnchoringDecision.METHOD: Outcome.METHOD,
    AnchoringDecision.NEW_FUNDING: Outcome.NEW_FUNDING,
    AnchoringDecision.END: Outcome.END,
}
