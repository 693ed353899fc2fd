"""What the calendar asks for, and whether it is done (docs/method.md, Kalenderen). Pure functions of facts and dates.

Only what is held together is ticked by a person. The rest is derived from the rows: a plan is written when no phase
lacks an answer, a trial is the actions of that kind, a handover is the agreements, a follow-up its own row.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from actors.calendar import SHARED, Calendar, DateKind
from forankring.ui.dates import write_date, write_period
from projects.lifecycle import derived
from projects.phases.facts import ProjectFacts


class State(TextChoices):
    """How a date stands. The value is also how it is drawn."""

    DONE = "done", _("Gjort")
    LATE = "late", _("Burde være gjort")
    NOW = "now", _("Gælder nu")
    LATER = "later", _("Kommer senere")
    PASSED = "passed", _("Datoen er passeret")  # and nothing is known of whether it is done
    UNKNOWN = "unknown", _("Ingen dato")


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that the calendar asks for: from `day`, to `until` when it takes a while.

    `step` is the name of the project's page where it is done; "" when it is the calendar's own.
    """

    kind: DateKind
    title: str
    day: date | None
    until: date | None
    is_moved: bool
    state: State
    sentence: str
    step: str = ""

    @property
    def last_day(self) -> date | None:
        return self.until or self.day

    @property
    def days_in_words(self) -> str:
        """ "30. juni 2026 – 31. marts 2027", "30. juni 2025" or words for no date."""
        return write_period(self.day, self.until) or _now("ingen dato endnu")


def due_in_project(calendar: Calendar, facts: ProjectFacts, today: date) -> list[Due]:
    """What a project ought to do, and what its helhedsplan holds, in the order of the dates."""
    return _in_order([*_shared(calendar, today), *_own(calendar, facts, today)])


def all_dates(calendar: Calendar, today: date, projects: Sequence[list[Due]] = ()) -> list[Due]:
    """The helhedsplan's dates for itself and for its projects.

    `projects` is what each of them ought to do (`due_in_project`). Without it nothing is told of how far they are.
    """
    found = list(_shared(calendar, today))
    for kind, title, until in _spans(calendar):
        day = calendar.day(kind)
        theirs = [due for dues in projects for due in dues if due.kind is kind]
        done = sum(due.state is State.DONE for due in theirs)
        state = _state(day, until or day, today, is_done=bool(theirs) and done == len(theirs))
        if theirs:
            sentence = ngettext(
                "%(done)d af %(all)d projekt har en plan.", "%(done)d af %(all)d projekter har en plan.", len(theirs)
            ) % {"done": done, "all": len(theirs)}
        elif state in {State.LATE, State.NOW}:
            state = State.PASSED if state is State.LATE else state
            sentence = _now("Se hos hvert projekt, hvor langt det er.")
        else:
            sentence = _ahead(day, today)
        found.append(Due(kind, title, day, until, _is_moved(calendar, kind), state, sentence))
    return _in_order(found)


def upcoming(dues: list[Due]) -> Due | None:
    """The next thing that is not done."""
    return next((due for due in dues if due.state in {State.NOW, State.LATER}), None)


def _shared(calendar: Calendar, today: date) -> Iterator[Due]:
    for kind in DateKind:
        if kind not in SHARED:
            continue
        entry = calendar[kind]
        state = _state(entry.day, entry.day, today, is_done=bool(entry.held_on))
        if entry.held_on:
            sentence = _now("Holdt %(day)s.") % {"day": write_date(entry.held_on)}
        elif state is State.LATE and entry.day:
            sentence = _now("Skulle være holdt %(day)s.") % {"day": write_date(entry.day)}
        else:
            sentence = _ahead(entry.day, today)
        yield Due(kind, str(kind.label), entry.day, None, entry.is_moved, state, sentence)


def _spans(calendar: Calendar) -> Iterator[tuple[DateKind, str, date | None]]:
    """The project's own dates: what begins, what it is called, and its last day when it takes a while."""
    yield DateKind.PLAN, _now("Forankringsplan"), None
    yield DateKind.TRIAL_START, _now("Prøvedrift"), _last(calendar, DateKind.TRIAL_START, DateKind.TRIAL_END)
    yield DateKind.HANDOVER, _now("Overdragelse"), _after(calendar.day(DateKind.HANDOVER), calendar.end)
    yield DateKind.FOLLOW_UP_3, str(DateKind.FOLLOW_UP_3.label), None
    yield DateKind.FOLLOW_UP_12, str(DateKind.FOLLOW_UP_12.label), None


def _last(calendar: Calendar, first: DateKind, last: DateKind) -> date | None:
    return _after(calendar.day(first), calendar.day(last))


def _after(first: date | None, last: date | None) -> date | None:
    """The last day; None when a moved date put it before the first: then there is no period, and a finding says so."""
    return None if first and last and last < first else last


def _is_moved(calendar: Calendar, kind: DateKind) -> bool:
    """A trial is moved when either of its days is."""
    ends_moved = kind is DateKind.TRIAL_START and calendar[DateKind.TRIAL_END].is_moved
    return calendar[kind].is_moved or ends_moved


def _own(calendar: Calendar, facts: ProjectFacts, today: date) -> Iterator[Due]:
    for kind, title, until in _spans(calendar):
        if kind is not DateKind.PLAN and not facts.hands_over:
            continue  # nothing is tried out, handed over or followed up when the project ends or seeks new money
        day = calendar.day(kind)
        done = derived.progress(kind, facts, calendar)
        state = _state(day, until or day, today, is_done=done.is_done, is_begun=done.is_begun)
        tail = "" if state in {State.DONE, State.LATE} else _ahead(day, today)
        sentence = " ".join(part for part in (done.sentence, tail) if part)
        yield Due(kind, title, day, until, _is_moved(calendar, kind), state, sentence, done.step)


def _state(day: date | None, until: date | None, today: date, *, is_done: bool = False, is_begun: bool = True) -> State:
    if is_done:
        return State.DONE
    if day is None:
        return State.UNKNOWN
    if until and until < today:
        return State.LATE
    if day <= today:
        # What should have begun and has not is late before its last day.
        return State.NOW if is_begun else State.LATE
    return State.LATER


def _ahead(day: date | None, today: date) -> str:
    """ "Om 7 måneder."; nothing for no date, which the state says already."""
    if day is None:
        return ""
    days = (day - today).days
    if days <= 0:
        return ""
    if days < 60:
        return ngettext("Om %(count)d dag.", "Om %(count)d dage.", days) % {"count": days}
    months = round(days / 30.44)
    return _now("Om %(count)d måneder.") % {"count": months}


def _in_order(dues: Iterable[Due]) -> list[Due]:
    places = list(DateKind)
    return sorted(dues, key=lambda due: (due.day or date.max, places.index(due.kind)))
