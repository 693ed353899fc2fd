"""Dates that cannot be kept, most often since another date was moved: what each rule looks for, and the rules.

They weigh as a missing responsible does: on that day nobody is there. Saving new dates lists them (findings_of_dates).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Final

from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _

from actors.calendar import AFTER_THE_END, SHARED, DateKind, leaves_a_gap
from forankring.ui.dates import write_date
from projects.models import CommitmentRole, CommitmentState, Outcome
from projects.phases.facts import CommitmentFacts, ProjectFacts, TaskFacts
from projects.phases.health.date_orders import ACTIONS, INTERNAL_ORDERS, ORDERS
from projects.phases.health.finding import Hit, Rule, Severity
from projects.phases.health.responsibility import meant_responsible

# The dates of a project that hands nothing over; the others have all.
_ALWAYS: Final = frozenset({DateKind.STARTUP, DateKind.OPERATION, DateKind.PLAN, DateKind.ANCHORING, *SHARED})
CALENDAR: Final = "project_calendar"
# Its own name in a subject: a date's place in the list. A new kind comes last (tests/lifecycle/test_due.py).
_PLACES: Final = {kind: place for place, kind in enumerate(DateKind)}


def takes_over_too_late(facts: ProjectFacts) -> Iterator[Hit]:
    """Who is to be responsible, or has agreed to do the task, begins when the project has been gone for days."""
    for task in facts.living_tasks:
        told = set()
        for each in [*meant_responsible(facts, task), *_doing(facts, task)]:
            if each.project_actor_id in told or not leaves_a_gap(facts.end, each.takes_over_on):
                continue
            told.add(each.project_actor_id)
            text = _gettext("%(actor)s overtager først %(task)s %(date)s. %(ends)s Aftal en tidligere dag.") % {
                "actor": facts.actor_name(each.project_actor_id),
                "task": task.name,
                "date": write_date(each.takes_over_on) if each.takes_over_on else "",
                "ends": _ends(facts),
            }
            yield Hit(f"commitment-{task.id}-{each.project_actor_id}", text, task.id, "takes_over_on")


def _doing(facts: ProjectFacts, task: TaskFacts) -> list[CommitmentFacts]:
    doing = facts.commitments_of(task, CommitmentRole.CARRIES_OUT)
    return [each for each in doing if each.state == CommitmentState.AGREED]


def deadline_after_end(facts: ProjectFacts) -> Iterator[Hit]:
    yield from ACTIONS.hits(facts)


def does_not_fit(facts: ProjectFacts) -> Iterator[Hit]:
    """Dates that the period no longer has room for, or that stand in the wrong order."""
    found = (_of_the_period(facts), _of_the_calendar(facts), *(order.hits(facts) for order in ORDERS))
    yield from _each_place_once(found)


def work_does_not_fit(facts: ProjectFacts) -> Iterator[Hit]:
    """The same for what the group has planned for itself."""
    yield from _each_place_once(order.hits(facts) for order in INTERNAL_ORDERS)


def _each_place_once(found: Iterable[Iterator[Hit]]) -> Iterator[Hit]:
    told: dict[str, Hit] = {}
    for hit in chain.from_iterable(found):
        told.setdefault(hit.subject, hit)
    return iter(told.values())


def _of_the_period(facts: ProjectFacts) -> Iterator[Hit]:
    """A period of its own stays when the helhedsplan's is moved."""
    frame = facts.programme_end
    if facts.start and facts.end and facts.start >= facts.end:
        text = _gettext("Projektet begynder %(start)s og slutter %(end)s. Ret perioden.")
    elif facts.end and frame and facts.end > frame:
        text = _gettext("Projektet slutter %(end)s, men helhedsplanen slutter allerede %(frame)s. Ret den ene.")
    else:
        return
    days = {"start": facts.start, "end": facts.end, "frame": frame}
    yield Hit(f"period-{facts.id}", text % {name: write_date(day) for name, day in days.items() if day}, step=CALENDAR)


def _of_the_calendar(facts: ProjectFacts) -> Iterator[Hit]:
    calendar = facts.calendar
    for entry in calendar:
        if entry.held_on or not entry.day or (entry.kind not in _ALWAYS and not facts.hands_over):
            continue
        words = {"name": entry.kind.label, "date": write_date(entry.day)}
        if earlier := calendar.before_its_turn(entry.kind):
            text = _gettext("”%(name)s” er %(date)s, men ”%(other)s” er først %(later)s. Flyt en af dem.")
            words |= {"other": earlier.kind.label, "later": write_date(earlier.day) if earlier.day else ""}
        elif entry.kind in SHARED:
            if not _is_outside(entry.day, facts.programme_start, facts.programme_end):
                continue
            text = _gettext("”%(name)s” er %(date)s. Det passer ikke med helhedsplanens periode. Flyt datoen.")
        elif calendar.is_outside(entry.kind):
            text = _gettext("”%(name)s” er %(date)s. Det passer ikke med projektets periode. Flyt datoen.")
            if entry.kind in AFTER_THE_END:
                text = _gettext("”%(name)s” er %(date)s, før projektet er slut. Flyt datoen.")
        else:
            continue
        yield Hit(f"date-{_PLACES[entry.kind]}", text % words, step=CALENDAR)


def _is_outside(day: date, start: date | None, end: date | None) -> bool:
    return bool((start and day < start) or (end and day > end))


def _ends(facts: ProjectFacts) -> str:
    return _gettext("Projektet slutter %s.") % (write_date(facts.end) if facts.end else "")


RULES: Final = (
    Rule(
        "takes-over-too-late",
        4,
        "ansvar",
        Severity.SERIOUS,
        takes_over_too_late,
        title=_("Overtager, efter at projektet er slut"),
        why=_("I dagene imellem er der ingen til at løse opgaven."),
    ),
    Rule(
        "deadline-after-end",
        4,
        "tiltag",
        Severity.SERIOUS,
        deadline_after_end,
        title=_("Frist efter projektets slutning"),
        why=_("Efter slutdatoen er projektmedarbejderne og pengene væk."),
        outcomes=Outcome.ANY,
    ),
    Rule(
        "dates-do-not-fit",
        4,
        "overdragelse",
        Severity.SERIOUS,
        does_not_fit,
        title=_("Datoer, der ikke passer sammen"),
        why=_("En dato er flyttet, og så kan de andre ikke holdes."),
        outcomes=Outcome.ANY,
    ),
    Rule(
        "work-does-not-fit",
        4,
        "overdragelse",
        Severity.SERIOUS,
        work_does_not_fit,
        title=_("Aftaler i arbejdet, der ikke passer med datoerne"),
        why=_("En dato er flyttet, og så kan møder og aftaler ikke holdes."),
        internal=True,
        outcomes=Outcome.ANY,
    ),
)
DATE_RULES: Final = frozenset(rule.code for rule in RULES)
