"""Which order each date of a project must hold: one line for each field that somebody is still to keep.

A line reads the rows that have such a date, and the days that the date must not come before or after. What is done,
answered or held already took place when it did, and is not read. The calendar's own dates have their orders in
actors/calendar.py; who takes over too late, and actions, have rules of their own (dates.py).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _

from actors.calendar import day_after
from forankring.ui.dates import write_date, write_month
from projects.models import ActionStatus, BidStatus, MeetingKind, Outcome
from projects.phases.facts import ProjectFacts
from projects.phases.health.finding import Hit
from projects.phases.health.responsibility import meant_responsible
from projects.phases.missing import Text

Limit = Callable[[ProjectFacts], date | None]


class Dated(NamedTuple):
    """A date that is still to be kept. `keys` name its row in a subject; `words` is the date when no day is meant."""

    keys: tuple[int, ...]
    day: date | None
    name: str = ""
    words: str = ""


def _none(facts: ProjectFacts) -> None:
    return None


def _start(facts: ProjectFacts) -> date | None:
    return facts.start


def _end(facts: ProjectFacts) -> date | None:
    return facts.end


def _day_after_end(facts: ProjectFacts) -> date | None:
    return day_after(facts.end) if facts.end else None


def _handover(facts: ProjectFacts) -> date | None:
    """The day that is agreed for it, else the first day without the project."""
    return (facts.handover and facts.handover.handed_over_on) or _day_after_end(facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The order of one field. `early` and `late` say what is wrong; they may name %(start)s, %(end)s and the limit.

    `opens` tells whether the row has a page of its own at `step`.
    """

    kind: str
    step: str
    field: str
    rows: Callable[[ProjectFacts], Iterator[Dated]]
    not_before: Limit = _none
    not_after: Limit = _none
    early: Text = ""
    late: Text = ""
    outcomes: Outcome = Outcome.ANY
    opens: bool = True

    def hits(self, facts: ProjectFacts) -> Iterator[Hit]:
        """Each row whose date is out of order, once."""
        if facts.outcome not in self.outcomes:
            return
        earliest, latest = self.not_before(facts), self.not_after(facts)
        told = set()
        for row in self.rows(facts) if earliest or latest else ():
            is_early = bool(row.day and earliest and row.day < earliest)
            is_late = bool(row.day and latest and row.day > latest)
            if row.day and row.keys not in told and (is_early or is_late):
                told.add(row.keys)
                words = {
                    "name": row.name,
                    "date": row.words or write_date(row.day),
                    "start": write_date(facts.start) if facts.start else "",
                    "end": write_date(facts.end) if facts.end else "",
                    "limit": write_date(latest) if latest else "",
                }
                text = str(self.early if is_early else self.late) % words
                subject = "-".join([self.kind, *map(str, row.keys)])
                yield Hit(subject, text, row.keys[0] if self.opens else None, self.field, self.step)


def _goal(facts: ProjectFacts) -> Iterator[Dated]:
    yield Dated((facts.id,), facts.why_what.goal_date)


def _decision(facts: ProjectFacts) -> Iterator[Dated]:
    yield Dated((facts.id,), facts.why_what.decided_on if facts.why_what.decision else None)


def _take_overs(facts: ProjectFacts) -> Iterator[Dated]:
    for task in facts.living_tasks:
        for each in meant_responsible(facts, task):
            name = _gettext("%(actor)s overtager %(task)s") % {
                "actor": facts.actor_name(each.project_actor_id),
                "task": task.name,
            }
            yield Dated((task.id, each.project_actor_id), each.takes_over_on, name)


def _actions(facts: ProjectFacts) -> Iterator[Dated]:
    for action in facts.actions:
        if ActionStatus(action.status).is_open:
            yield Dated((action.id,), action.deadline, action.name)


def _actions_without_deadline(facts: ProjectFacts) -> Iterator[Dated]:
    for action in facts.actions:
        if ActionStatus(action.status).is_open and not action.deadline:
            yield Dated((action.id,), action.start, action.name)


def _money(facts: ProjectFacts) -> Iterator[Dated]:
    return (Dated((line.id,), line.expires_on, line.title) for line in facts.budget_lines)


def _questions(facts: ProjectFacts) -> Iterator[Dated]:
    return (Dated((each.id,), each.deadline, each.question) for each in facts.questions if not each.answer)


def _competences(facts: ProjectFacts) -> Iterator[Dated]:
    yield Dated((facts.id,), facts.outline.competence_deadline)


def _handover_day(facts: ProjectFacts) -> Iterator[Dated]:
    yield Dated((facts.id,), facts.handover.handed_over_on if facts.handover else None)


def _hours(facts: ProjectFacts) -> Iterator[Dated]:
    for row in facts.staff_hours:
        if row.hours:
            month = write_month(row.month)
            yield Dated((row.id,), row.month, words=f"{month} ({row.role})" if row.role else month)


def _first_month(facts: ProjectFacts) -> date | None:
    return facts.start.replace(day=1) if facts.start else None


def _follow_ups(facts: ProjectFacts) -> Iterator[Dated]:
    return (Dated((each.id,), each.due_on) for each in facts.follow_ups if not each.result)


def _wind_down(facts: ProjectFacts) -> Iterator[Dated]:
    return (Dated((each.id,), each.on, each.title) for each in facts.wind_down if not each.is_done)


def _notices(facts: ProjectFacts) -> Iterator[Dated]:
    return (Dated((each.id,), each.on, each.audience) for each in facts.notices if not each.is_told)


def _papers(facts: ProjectFacts) -> Iterator[Dated]:
    yield Dated((facts.id,), facts.on_outcome.papers_kept_until)


def _bids(facts: ProjectFacts) -> Iterator[Dated]:
    return (Dated((bid.id,), bid.deadline, bid.funder) for bid in facts.bids if BidStatus(bid.status).is_open)


def _plan_b(facts: ProjectFacts) -> Iterator[Dated]:
    yield Dated((facts.id,), facts.on_outcome.decide_by)


def _meetings(facts: ProjectFacts) -> Iterator[Dated]:
    """Workshops that are not held. A board may well meet about the project when it is over."""
    for each in facts.planned_meetings:
        if each.kind != MeetingKind.BOARD:
            yield Dated((each.id,), each.held_on, str(MeetingKind(each.kind).label))


def _next_steps(facts: ProjectFacts) -> Iterator[Dated]:
    return (Dated((each.id,), each.due_on, each.text) for each in facts.next_steps)


_PLANS: Final = Outcome.LIVES_ON | Outcome.NEW_FUNDING
_STOPS: Final = Outcome.END | Outcome.METHOD

ACTIONS: Final = Order(
    kind="action",
    step="tiltag",
    field="deadline",
    rows=_actions,
    not_after=_end,
    late=_("Fristen for %(name)s ligger efter projektets slutning. Ret den, eller lad den stå, og skriv hvorfor."),
)
ORDERS: Final = (
    Order(
        kind="goal",
        step="maal",
        field="goal_date",
        rows=_goal,
        opens=False,
        not_before=_start,
        early=_("Forankringsmålet skal være nået %(date)s, før projektet begynder %(start)s. Ret datoen."),
        outcomes=_PLANS,
    ),
    Order(
        kind="decision",
        step="beslutning",
        field="decided_on",
        rows=_decision,
        opens=False,
        not_after=_end,
        late=_("Beslutningen er dateret %(date)s. Projektet slutter %(end)s. Ret datoen."),
    ),
    Order(
        kind="commitment",
        step="ansvar",
        field="takes_over_on",
        rows=_take_overs,
        not_before=_start,
        early=_("%(name)s %(date)s, før projektet begynder %(start)s. Ret datoen."),
        outcomes=Outcome.LIVES_ON,
    ),
    Order(
        kind="action",
        step="tiltag",
        field="start",
        rows=_actions_without_deadline,
        not_before=_start,
        not_after=_end,
        early=_("%(name)s begynder %(date)s, før projektet begynder %(start)s. Ret datoen."),
        late=_("%(name)s begynder først %(date)s. Projektet slutter %(end)s. Ret datoen."),
    ),
    Order(
        kind="action",
        step="tiltag",
        field="deadline",
        rows=_actions,
        not_before=_start,
        early=_("Fristen for %(name)s er %(date)s, før projektet begynder %(start)s. Ret datoen."),
    ),
    Order(
        kind="budget",
        step="oekonomi",
        field="expires_on",
        rows=_money,
        not_before=_day_after_end,
        early=_(
            "Pengene til ”%(name)s” udløber %(date)s, før driften begynder. Projektet slutter %(end)s. Ret datoen."
        ),
        outcomes=Outcome.LIVES_ON,
    ),
    Order(
        kind="question",
        step="spoergsmaal",
        field="deadline",
        rows=_questions,
        not_after=_end,
        late=_("”%(name)s” skal først være afklaret %(date)s. Projektet slutter %(end)s. Aftal en tidligere frist."),
    ),
    Order(
        kind="competences",
        step="kompetencer",
        field="competence_deadline",
        rows=_competences,
        opens=False,
        not_after=_handover,
        late=_("De nye kompetencer skal først være på plads %(date)s. Overdragelsen er senest %(limit)s. Ret datoen."),
        outcomes=Outcome.LIVES_ON,
    ),
    Order(
        kind="handover",
        step="overdragelse-aftale",
        field="handed_over_on",
        rows=_handover_day,
        opens=False,
        not_before=_start,
        not_after=_day_after_end,
        early=_("Overdragelsen er sat til %(date)s, før projektet begynder %(start)s. Ret datoen."),
        late=_("Overdragelsen er sat til %(date)s. Projektet slutter %(end)s. Ret datoen."),
        outcomes=Outcome.LIVES_ON,
    ),
    Order(
        kind="hours",
        step="udfasning",
        field="hours",
        rows=_hours,
        not_before=_first_month,
        not_after=_end,
        early=_("Der står timer, før projektet begynder, i %(date)s. Ret dem."),
        late=_("Der står timer efter projektets slutning, i %(date)s. Ret dem."),
        outcomes=~Outcome.NEW_FUNDING,
    ),
    Order(
        kind="followup",
        step="opfoelgning",
        field="due_on",
        rows=_follow_ups,
        not_before=_day_after_end,
        early=_("Opfølgningen %(date)s ligger, før projektet er slut. Projektet slutter %(end)s. Flyt den."),
        outcomes=Outcome.LIVES_ON,
    ),
    Order(
        kind="winddown",
        step="afvikling",
        field="on",
        rows=_wind_down,
        not_before=_start,
        not_after=_day_after_end,
        early=_("”%(name)s” skal afvikles %(date)s, før projektet begynder %(start)s. Ret datoen."),
        late=_("”%(name)s” skal først afvikles %(date)s. Projektet slutter %(end)s. Ret datoen."),
        outcomes=_STOPS,
    ),
    Order(
        kind="notice",
        step="besked",
        field="on",
        rows=_notices,
        not_before=_start,
        not_after=_end,
        early=_("%(name)s skal have besked %(date)s, før projektet begynder %(start)s. Ret datoen."),
        late=_("%(name)s får først besked %(date)s. Projektet slutter %(end)s. Ret datoen."),
        outcomes=~Outcome.HAND_OVER,
    ),
    Order(
        kind="papers",
        step="papirer",
        field="papers_kept_until",
        rows=_papers,
        opens=False,
        not_before=_day_after_end,
        early=_("Papirerne gemmes kun til %(date)s. Projektet slutter %(end)s. Ret datoen."),
        outcomes=_STOPS,
    ),
    Order(
        kind="bid",
        step="ansoegninger",
        field="deadline",
        rows=_bids,
        not_after=_end,
        late=_("Fristen for ansøgningen til %(name)s er %(date)s. Projektet slutter %(end)s. Ret datoen."),
        outcomes=Outcome.NEW_FUNDING,
    ),
)
# What is written for those who work on the plan, and not for the shared edition.
INTERNAL_ORDERS: Final = (
    Order(
        kind="planb",
        step="plan-b",
        field="decide_by",
        rows=_plan_b,
        opens=False,
        not_after=_end,
        late=_("Plan B skal først vælges %(date)s. Projektet slutter %(end)s. Aftal en tidligere dag."),
        outcomes=Outcome.NEW_FUNDING,
    ),
    Order(
        kind="meeting",
        step="moede",
        field="held_on",
        rows=_meetings,
        not_after=_end,
        late=_("%(name)s er sat til %(date)s. Projektet slutter %(end)s. Flyt mødet."),
    ),
    Order(
        kind="nextstep",
        step="moeder",
        field="",
        rows=_next_steps,
        opens=False,
        not_after=_end,
        late=_("”%(name)s” er aftalt til senest %(date)s. Projektet slutter %(end)s. Aftal en tidligere dag."),
    ),
)
