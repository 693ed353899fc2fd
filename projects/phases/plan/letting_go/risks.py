"""How heavy a risk weighs: how likely it is and how bad it would be (docs/method.md, Risici). Pure."""

from collections.abc import Iterable
from typing import Final, Protocol, TypeVar

from django.utils.translation import gettext_lazy as _

from projects.models import Consequence, Likelihood
from projects.phases.steps import Text

_WEIGHTS: Final[dict[str, int]] = {
    Likelihood.LIKELY: 3,
    Likelihood.POSSIBLE: 2,
    Likelihood.UNLIKELY: 1,
    Consequence.SERIOUS: 3,
    Consequence.MEDIUM: 2,
    Consequence.MINOR: 1,
}
HIGH, LOW = 6, 2


class Judged(Protocol):
    """A row or a record of a risk."""

    @property
    def likelihood(self) -> str | None: ...
    @property
    def consequence(self) -> str | None: ...


J = TypeVar("J", bound=Judged)


def severity(risk: Judged) -> int:
    """1 to 9: the likelihood's weight times the consequence's; 0 as long as one of them is not answered."""
    return _WEIGHTS.get(risk.likelihood or "", 0) * _WEIGHTS.get(risk.consequence or "", 0)


def severity_words(risk: Judged) -> Text:
    """The three words of it. Likely and at least medium, or possible and serious, is high."""
    weight = severity(risk)
    if not weight:
        return _("Ikke vurderet")
    if weight >= HIGH:
        return _("Høj")
    return _("Mellem") if weight > LOW else _("Lav")


def heaviest_first(risks: Iterable[J]) -> list[J]:
    """In the order in which a group should talk about them; what weighs the same keeps its order."""
    return sorted(risks, key=lambda risk: -severity(risk))
