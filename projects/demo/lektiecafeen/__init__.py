"""Lektiecaféen: the project of the example that has been through all four phases."""

from projects.demo.calendar import Day
from projects.demo.lektiecafeen.acceptances import ACCEPTED
from projects.demo.lektiecafeen.analysis import CANDIDATES, HELD_ON
from projects.demo.lektiecafeen.cooperation import INTERFACES, ROLE_SHIFTS
from projects.demo.lektiecafeen.earlier import EARLIER_ROUNDS
from projects.demo.lektiecafeen.hand_over import HAND_OVER
from projects.demo.lektiecafeen.interviews import INTERVIEWS
from projects.demo.lektiecafeen.letting_go import FREE_OF_CHARGE, LETTING_GO
from projects.demo.lektiecafeen.make_ready import MAKE_READY
from projects.demo.lektiecafeen.mapping import PROJECT_ACTORS, promises
from projects.demo.lektiecafeen.meetings import MEETINGS
from projects.demo.lektiecafeen.method import DATES, METHOD
from projects.demo.lektiecafeen.operation import BUDGET, OUTLINE, QUESTIONS
from projects.demo.lektiecafeen.rounds import ASKED_ROUNDS
from projects.demo.lektiecafeen.why_what import TASKS, WHY_WHAT
from projects.demo.shape import Example

LEKTIECAFEEN = Example(
    accepted=ACCEPTED,
    project={"name": "Lektiecaféen", "slug": "lektiecafeen", "start": Day(1, years=-4), "end": Day()},
    focus_area="Uddannelse og livschancer",
    why_what=WHY_WHAT,
    tasks=TASKS,
    actors=PROJECT_ACTORS,
    interviews=INTERVIEWS,
    promises=promises(),
    assessed_on=HELD_ON,
    candidates=CANDIDATES,
    earlier_rounds=EARLIER_ROUNDS,
    asked_rounds=ASKED_ROUNDS,
    outline={**METHOD, **OUTLINE, "free_of_charge": FREE_OF_CHARGE},
    dates=DATES,
    actions=[*MAKE_READY, *HAND_OVER],
    budget=BUDGET,
    interfaces=INTERFACES,
    role_shifts=ROLE_SHIFTS,
    questions=QUESTIONS,
    letting_go=LETTING_GO,
    meetings=MEETINGS,
)
