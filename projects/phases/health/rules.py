"""The rules of the health check: the one list (docs/method.md, Sundhedstjek).

A new rule is a function that finds the places, a line here, and in tests/health a case that raises it and one that
does not.
"""

from typing import Final

from django.utils.translation import gettext_lazy as _

from projects.phases.health import phase_4, phases_1_to_3
from projects.phases.health.finding import ANY, Rule, Severity

OVERDUE: Final = "action-overdue"

SERIOUS, WEAK, NOTE = Severity.SERIOUS, Severity.WEAK, Severity.NOTE

RULES: Final = (
    Rule(
        OVERDUE,
        4,
        "tiltag",
        SERIOUS,
        phase_4.overdue_action,
        title=_("Forsinket tiltag"),
        why=_("Andre tiltag venter måske på det, og der er en slutdato."),
        outcomes=ANY,
    ),
    Rule(
        "undecided",
        1,
        "beslutning",
        SERIOUS,
        phases_1_to_3.undecided,
        title=_("Uafklaret beslutning"),
        why=_("Uden en beslutning ved aktørerne ikke, hvad de skal sige ja til."),
        outcomes=ANY,
    ),
    Rule(
        "task-untouched",
        2,
        "daekning",
        SERIOUS,
        phases_1_to_3.task_nobody_touches,
        title=_("Opgave uden aktører"),
        why=_("En opgave, som ingen er tænkt ind i, stopper den dag, projektet slutter."),
        is_answer=True,
    ),
    Rule(
        "no-responsible",
        2,
        "daekning",
        SERIOUS,
        phases_1_to_3.task_without_responsible,
        title=_("Opgave uden ansvarlig"),
        why=_("Når ingen har ansvaret, er der ingen, der opdager, at opgaven ikke bliver løst."),
    ),
    Rule(
        "several-proposed",
        2,
        "daekning",
        SERIOUS,
        phases_1_to_3.several_proposed,
        title=_("Flere foreslåede ansvarlige"),
        why=_("Når to tror, at den anden har ansvaret, har ingen det."),
    ),
    Rule(
        "responsible-out-of-use",
        2,
        "daekning",
        SERIOUS,
        phases_1_to_3.responsible_out_of_use,
        title=_("Ansvarlig, der er taget ud af brug"),
        why=_("Aktøren findes ikke længere for helhedsplanen og kan ikke bære opgaven."),
    ),
    Rule(
        "no-agreement",
        4,
        "ansvar",
        SERIOUS,
        phase_4.critical_without_agreement,
        title=_("Kritisk opgave uden aftale"),
        why=_("Driften går i stå, hvis den, I regner med, siger nej."),
    ),
    Rule(
        "weak-without-action",
        4,
        "tiltag",
        SERIOUS,
        phase_4.weak_without_action,
        title=_("Svagt punkt uden tiltag"),
        why=_("Det svageste led afgør, om aktøren kan bære opgaven."),
        internal=True,
    ),
    Rule(
        "money-missing",
        4,
        "oekonomi",
        SERIOUS,
        phase_4.money_missing,
        title=_("Udgift uden penge"),
        why=_("En udgift, som ingen betaler, bliver til en opgave, som ingen løser."),
    ),
    Rule(
        "no-reserve",
        2,
        "daekning",
        WEAK,
        phases_1_to_3.critical_without_reserve,
        title=_("Kritisk opgave uden reserve"),
        why=_("Hvis den ansvarlige falder fra, er der ingen til at tage over."),
    ),
    Rule(
        "action-no-responsible",
        4,
        "tiltag",
        WEAK,
        phase_4.action_without_responsible,
        title=_("Tiltag uden ansvarlig"),
        why=_("Et tiltag, som ingen har på sin liste, bliver ikke til noget."),
        is_answer=True,
    ),
    Rule(
        "action-no-deadline",
        4,
        "tiltag",
        WEAK,
        phase_4.action_without_deadline,
        title=_("Tiltag uden frist"),
        why=_("Uden en frist kan ingen se, om det når at blive færdigt."),
        is_answer=True,
    ),
    Rule(
        "deadline-after-end",
        4,
        "tiltag",
        NOTE,
        phase_4.deadline_after_end,
        title=_("Frist efter projektets slutning"),
        why=_("Efter slutdatoen er projektets folk og penge væk."),
    ),
)
