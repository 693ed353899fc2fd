"""What is to happen with a project, and what the later phases therefore plan for (docs/method.md, Udfald)."""

from enum import Enum
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


class Outcome(Enum):
    """What the later phases plan for. Follows from the decision; without one everything is asked for."""

    HAND_OVER = "hand_over"
    METHOD = "method"
    NEW_FUNDING = "new_funding"
    END = "end"

    @classmethod
    def of(cls, decision: str | None) -> "Outcome":
        return _OUTCOMES.get(decision or "", cls.HAND_OVER)


_OUTCOMES: Final[dict[str, Outcome]] = {
    AnchoringDecision.METHOD: Outcome.METHOD,
    AnchoringDecision.NEW_FUNDING: Outcome.NEW_FUNDING,
    AnchoringDecision.END: Outcome.END,
}
