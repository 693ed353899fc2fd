"""Whether a project has done what a date asks for, and in what words. Derived from the rows, never ticked here."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.calendar import Calendar, DateKind
from forankring.ui.dates import write_date
from projects.models import ActionStatus, CapacityForm, HandoverPoint, HandoverState
from projects.phases.analysis.steps import PHASE as ANALYSIS
from projects.phases.facts import ProjectFacts
from projects.phases.facts.letting_go import FollowUpFacts
from projects.phases.health.responsibility import agreed_in_time
from projects.phases.mapping.steps import PHASE as MAPPING
from projects.phases.plan.steps import PHASE as PLAN
from projects.phases.why_what.steps import PHASE as WHY_WHAT

PHASES: Final = (WHY_WHAT, MAPPING, ANALYSIS, PLAN)

# Asked for when the project lets go, and dates of their own: a plan that is written does not become unwritten by them.
AFTER_THE_PLAN: Final = frozenset({"overdragelse", "overdragelse-aftale", "opfoelgning"})


class Progress(NamedTuple):
    """How far a thing is. Something that takes a while can be begun; `step` is the page where it is done."""

    is_done: bool
    sentence: str
    step: str = ""
    is_begun: bool = True


def progress(kind: DateKind, facts: ProjectFacts, calendar: Calendar) -> Progress:
    """How far the project is with what that date asks for."""
    if kind in {DateKind.FOLLOW_UP_3, DateKind.FOLLOW_UP_12}:
        return _follow_up(_follow_up_of(kind, facts, calendar))
    return _PROGRESS[kind](facts)


def plan_written(facts: ProjectFacts) -> Progress:
    """The plan is written when no phase lacks an answer, but for what comes after the plan."""
    lacking = []
    for phase in PHASES:
        first = next((each for each in phase.missing(facts) if each.step not in AFTER_THE_PLAN), None)
        if first:
            lacking.append((phase, first))
    if not lacking:
        return Progress(True, _("Planen er skrevet."), "plan")
    numbers = [str(phase.number) for phase, _first in lacking]
    sentence = ngettext("Fase %(phases)s mangler svar.", "Fase %(phases)s mangler svar.", len(numbers)) % {
        "phases": get_text_list(numbers, _("og"))
    }
    return Progress(False, sentence, lacking[0][1].step)


def unanswered(facts: ProjectFacts) -> int:
    """How many answers the four phases ask for and have not got. What the health check finds is not among them."""
    steps = (step for phase in PHASES for step in phase.steps if step.is_asked(facts))
    return sum(1 for step in steps for _missing in step.missing(facts))


def _trial(facts: ProjectFacts) -> Progress:
    """Tried once is enough, as in the ten points of the handover."""
    said = {tick.state for tick in facts.handover_ticks if tick.point == HandoverPoint.TRIAL and tick.is_settled}
    trials = [
        action
        for action in facts.actions
        if action.capacity_form == CapacityForm.TRIAL and action.status != ActionStatus.DROPPED
    ]
    if HandoverState.DONE in said or any(action.status == ActionStatus.DONE for action in trials):
        return Progress(True, _("Driften er prøvet uden projektmedarbejderne."), "tiltag")
    if said:
        return Progress(True, _("Prøvedrift er ikke relevant."), "tiltag")
    if not trials:
        return Progress(False, _("Planen har intet tiltag, der er prøvedrift."), "tiltag", is_begun=False)
    codes = get_text_list([f"P{action.number}" for action in trials], _("og"))
    is_begun = any(action.status not in {ActionStatus.NOT_STARTED, ""} for action in trials)
    words = _("Prøvedriften er i gang: %(actions)s.") if is_begun else _("Prøvedriften står i planen som %(actions)s.")
    return Progress(False, words % {"actions": codes}, "tiltag", is_begun=is_begun)


def _handover(facts: ProjectFacts) -> Progress:
    """Done when a person has approved it, its ten points are settled, and its day has come."""
    if facts.handover and facts.handover.approved_at:
        open_points = len(HandoverPoint) - sum(1 for tick in facts.handover_ticks if tick.is_settled)
        day = facts.handover.handed_over_on or facts.calendar.day(DateKind.HANDOVER)
        if open_points:
            words = ngettext(
                "Overdragelsen er godkendt, men %d af de ti punkter er åbent.",
                "Overdragelsen er godkendt, men %d af de ti punkter er åbne.",
                open_points,
            )
            return Progress(False, words % open_points, "overdragelse")
        if day and day > facts.today:
            return Progress(
                False, _("Overdragelsen er godkendt til %(day)s.") % {"day": write_date(day)}, "overdragelse"
            )
        return Progress(True, _("Overdragelsen er godkendt."), "overdragelse")
    agreed = [task for task in facts.living_tasks if agreed_in_time(facts, task)]
    if not facts.living_tasks:
        return Progress(False, _("Der er ingen opgaver at give videre endnu."), "opgaver")
    sentence = ngettext(
        "%(agreed)d af %(all)d opgave har en aftalt ansvarlig.",
        "%(agreed)d af %(all)d opgaver har en aftalt ansvarlig.",
        len(facts.living_tasks),
    ) % {"agreed": len(agreed), "all": len(facts.living_tasks)}
    return Progress(False, sentence, "overdragelse" if len(agreed) == len(facts.living_tasks) else "ansvar")


def _follow_up_of(kind: DateKind, facts: ProjectFacts, calendar: Calendar) -> FollowUpFacts | None:
    """The row that is nearest to this date rather than to the other one."""
    days = {each: calendar.day(each) for each in (DateKind.FOLLOW_UP_3, DateKind.FOLLOW_UP_12)}

    def belongs(row: FollowUpFacts) -> bool:
        distances: dict[DateKind, int] = {each: abs((row.due_on - day).days) for each, day in days.items() if day}
        return bool(distances) and min(distances, key=lambda each: distances[each]) is kind

    rows = [row for row in facts.follow_ups if belongs(row)]
    return next((row for row in rows if row.result), rows[0] if rows else None)


def _follow_up(row: FollowUpFacts | None) -> Progress:
    if row is None:
        return Progress(False, _("Det er ikke aftalt, hvem der følger op."), "opfoelgning")
    words = _("Fulgt op %(day)s.") if row.result else _("Aftalt til %(day)s.")
    return Progress(bool(row.result), words % {"day": write_date(row.due_on)}, "opfoelgning")


_PROGRESS: Final[Mapping[DateKind, Callable[[ProjectFacts], Progress]]] = {
    DateKind.PLAN: plan_written,
    DateKind.TRIAL_START: _trial,
    DateKind.HANDOVER: _handover,
}
