"""How Lektiecaféen goes about it: the level between the helhedsplan's strategy and the plan."""

from typing import Any

from actors.calendar import DateKind
from projects.demo.calendar import Day
from projects.models import OperationLevel, Pace

METHOD: dict[str, Any] = {
    "learning_strategy": (
        "De nye tovholdere følger den boligsociale medarbejder og holder i tolv uger selv caféen hver anden gang. "
        "Frivillige får en makker, og alle arbejdsgange står i en tovholdermappe. "
        "Skole og forening samler op på det, de har lært, en gang om måneden."
    ),
    "pace": Pace.STEPWISE,
    "pace_note": (
        "Foreningen har få folk. Derfor får den først økonomien, så børneattesterne "
        "og de frivillige og til sidst lektiehjælpen. "
        "Projektets medarbejder er med hver anden gang i prøvedriften og er derefter kun en telefonisk hotline."
    ),
    "ambition": OperationLevel.SIMPLIFY,
    "ambition_note": (
        "Åbningstiden bliver kortere, og maden bliver brød og frugt. Ferielektiecaféen stopper. "
        "Vi giver ikke køb på faste dage, gratis adgang og mindst fire voksne pr. gang."
    ),
}

# The trial ends a month later than proposed, so that it takes in the spring holidays.
DATES: dict[DateKind, dict[str, Any]] = {
    DateKind.TRIAL_END: {"moved_to": Day(-62)},
    # The days that the follow-ups are agreed for.
    DateKind.FOLLOW_UP_3: {"moved_to": Day(90)},
    DateKind.FOLLOW_UP_12: {"moved_to": Day(364)},
}
