"""From a gap to an action: what we propose for a weak concept, and when it should be done (docs/method.md, Fase 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _

from actors.concepts import Concept
from projects.models import Action, CapacityForm, Theme
from projects.phases.steps import Text


@dataclass(frozen=True, slots=True)
class Proposal:
    """The words of a proposed action. `months_before_end`: when the gap must be closed."""

    title: Text
    theme: Theme
    capacity_form: CapacityForm
    success_criterion: Text
    months_before_end: int


# Whoever is to try operation must know the work and see the point of it before the trial begins, a year before the end;
# the trial itself shows whether ability and will hold, so they must be there when it is over, three months before.
PROPOSALS: Final[Mapping[Concept, Proposal]] = {
    Concept.UNDERSTANDING: Proposal(
        title=_("Vise %(actor)s, hvad opgaven går ud på"),
        theme=Theme.COOPERATION,
        capacity_form=CapacityForm.KNOWLEDGE,
        success_criterion=_("Aktøren kan med egne ord fortælle, hvad den skal, og hvad den ikke skal."),
        months_before_end=12,
    ),
    Concept.MEANING: Proposal(
        title=_("Forme opgaven sammen med %(actor)s"),
        theme=Theme.COOPERATION,
        capacity_form=CapacityForm.STRUCTURE,
        success_criterion=_("Aktøren har selv været med til at bestemme, hvordan opgaven løses."),
        months_before_end=12,
    ),
    Concept.ABILITY: Proposal(
        title=_("Ruste %(actor)s til opgaven"),
        theme=Theme.COMPETENCES,
        capacity_form=CapacityForm.TRAINING,
        success_criterion=_("Aktøren har løst opgaven uden hjælp fra projektet."),
        months_before_end=3,
    ),
    Concept.WILL: Proposal(
        title=_("Træffe en aftale med ledelsen hos %(actor)s"),
        theme=Theme.LEADERSHIP,
        capacity_form=CapacityForm.AGREEMENT,
        success_criterion=_("Aftalen er skrevet ned og godkendt af begge parter."),
        months_before_end=3,
    ),
}


def title_for(concept: Concept, actor: str) -> str:
    """The proposed title, cut to what a title has room for."""
    room = Action._meta.get_field("title").max_length
    return str(PROPOSALS[concept].title % {"actor": actor})[:room]


def deadline_for(concept: Concept, *, end: date | None, today: date) -> date | None:
    """The day the gap must be closed, counted back from the project's last day.

    When that day has passed, halfway between today and the end: a short time is still a time. None when the end is not
    known or has passed; then people decide.
    """
    if end is None or end <= today:
        return None
    wanted = months_before(end, PROPOSALS[concept].months_before_end)
    return wanted if wanted > today else today + (end - today) // 2


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months earlier, or the month's last day when it has no such day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    first_of_next = date(year + (month == 11), month % 12 + 2 if month < 11 else 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))
