"""How Lektiecaféen goes about it: the level between the helhedsplan's strategy and the plan."""

from typing import Any

from actors.calendar import DateKind
from projects.demo.calendar import Day
from projects.models import OperationLevel, Pace

METHOD: dict[str, Any] = {
    "learning_strategy": (
        "De nye tovholdere følger den boligsociale medarbejder i otte uger og holder selv caféen hver anden gang. "
        "Frivillige får en makker, og alle arbejdsgange står i en tovholdermappe. "
        "Skole og forening samler op på det, de har lært, en gang om måneden."
    ),
    "pace": Pace.STEPWISE,
    "pace_note": (
        "Foreningen har få folk. Derfor får den først de frivillige, så økonomien og til sidst børneattesterne. "
        "Projektets medarbejder er med hver anden gang i prøvedriften og slipper helt i {month:-57}."
    ),
    "ambition": OperationLevel.SIMPLIFY,
    "ambition_note": (
        "Åbningstiden bliver kortere, og maden bliver brød og frugt. Ferielektiecaféen stopper. "
        "Vi giver ikke køb på faste dage, gratis adgang og mindst fire voksne pr. gang."
    ),
}

# The plan was written after the decision, for the board meeting that chose the model.
# The trial ends a month later than proposed, so that it takes in the spring holidays.
DATES: dict[DateKind, dict[str, Any]] = {
    DateKind.PLAN: {"moved_to": Day(-384)},
    DateKind.TRIAL_END: {"moved_to": Day(-62)},
}
