"""Dates that cannot be kept, most often since another date was moved: what each rule looks for, and the rules.

They weigh as a missing responsible does: on that day nobody is there. Saving new dates lists them (findings_of_dates).
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _

from actors.calendar import AFTER_THE_END, SHARED, DateKind, leaves_a_gap
from forankring.ui.dates import write_date, write_month
from projects.models import ActionStatus, CommitmentRole, CommitmentState, Outcome
from projects.phases.facts import CommitmentFacts, ProjectFacts, TaskFacts
from projects.phases.health.finding import Hit, Rule, Severity
from projects.phases.health.responsibility import meant_responsible
from projects.phases.health.subjects import PROJECT

# The dates of a project that hands nothing over; the others have all but those the helhedsplan holds.
_ALWAYS: Final = frozenset({DateKind.STARTUP, DateKind.OPERATION, DateKind.PLAN, DateKind.ANCHORING})
# Its own name in a subject: a date's place in the list. Never put a new kind between two others.
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
    for action in facts.actions:
        is_open = ActionStatus(action.status).is_open
        if is_open and facts.end and action.deadline and action.deadline > facts.end:
            text = _("Fristen for %s ligger efter projektets slutning. Ret den, eller lad den stå, og skriv hvorfor.")
            yield Hit(f"action-{action.id}", text % action.name, action.id, "deadline")


def does_not_fit(facts: ProjectFacts) -> Iterator[Hit]:
    """Dates of the calendar and of phase 4's second half that the period no longer has room for."""
    yield from _of_the_calendar(facts)
    if facts.end is None:
        return
    handover = facts.handover
    if facts.hands_over and handover and handover.handed_over_on and leaves_a_gap(facts.end, handover.handed_over_on):
        text = _gettext("Overdragelsen er sat til %(date)s. %(ends)s Ret datoen.")
        yield Hit(PROJECT, _in(text, facts, handover.handed_over_on), step="overdragelse-aftale")
    for row in facts.staff_hours if facts.hands_over else ():
        if row.month > facts.end and row.hours:
            text = _gettext("Der står timer efter projektets slutning, i %s. Ret dem.") % _month(row.month, row.role)
            yield Hit(f"hours-{row.id}", text, row.id, "hours", step="udfasning")
    for each in facts.follow_ups if facts.hands_over else ():
        if not each.result and each.due_on <= facts.end:
            text = _gettext("Opfølgningen %(date)s ligger, før projektet er slut. %(ends)s Flyt den.")
            yield Hit(f"followup-{each.id}", _in(text, facts, each.due_on), each.id, "due_on", step="opfoelgning")
    for question in facts.questions:
        if not question.answer and question.deadline and question.deadline > facts.end:
            text = _gettext("”%(question)s” skal først være afklaret %(date)s. %(ends)s Aftal en tidligere frist.")
            words = {"question": question.question, "date": write_date(question.deadline), "ends": _ends(facts)}
            yield Hit(f"question-{question.id}", text % words, question.id, "deadline", step="spoergsmaal")


def _of_the_calendar(facts: ProjectFacts) -> Iterator[Hit]:
    calendar = facts.calendar
    for entry in calendar:
        if entry.kind in SHARED or (entry.kind not in _ALWAYS and not facts.hands_over) or not entry.day:
            continue
        words = {"name": entry.kind.label, "date": write_date(entry.day)}
        if earlier := calendar.before_its_turn(entry.kind):
            text = _gettext("”%(name)s” er %(date)s, men ”%(other)s” er først %(later)s. Flyt en af dem.")
            words |= {"other": earlier.kind.label, "later": write_date(earlier.day) if earlier.day else ""}
        elif calendar.is_outside(entry.kind):
            text = _gettext("”%(name)s” er %(date)s. Det passer ikke med projektets periode. Flyt datoen.")
            if entry.kind in AFTER_THE_END:
                text = _gettext("”%(name)s” er %(date)s, før projektet er slut. Flyt datoen.")
        else:
            continue
        yield Hit(f"date-{_PLACES[entry.kind]}", text % words, step="project_calendar")


def _in(text: str, facts: ProjectFacts, day: date) -> str:
    return text % {"date": write_date(day), "ends": _ends(facts)}


def _ends(facts: ProjectFacts) -> str:
    return _gettext("Projektet slutter %s.") % (write_date(facts.end) if facts.end else "")


def _month(month: date, role: str) -> str:
    return f"{write_month(month)} ({role})" if role else write_month(month)


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
)
DATE_RULES: Final = frozenset(rule.code for rule in RULES)
