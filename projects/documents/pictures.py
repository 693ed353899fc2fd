"""The plan's pictures: what the words mean. The drawing itself is forankring.rendering's."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.concepts import Answer, Concept, weakest_concepts, words
from forankring.rendering.gantt import Gantt, Span, draw_gantt
from forankring.rendering.pictures import Bars, Shares, draw_bars, draw_shares
from forankring.rendering.stacks import Stacks, draw_stacks
from projects.documents.document import PlanDocument
from projects.documents.lookup import Lookup
from projects.documents.records import PlanAction, PlanCandidacy
from projects.documents.tables import Money, MonthRow, action_status
from projects.documents.words import day, kroner
from projects.models import ActionStatus, Certainty
from projects.phases.analysis.assessments import NEARLY
from projects.phases.analysis.before import moved_words

STYLES = {
    ActionStatus.DONE: "done",
    ActionStatus.IN_PROGRESS: "going",
    ActionStatus.WAITING: "waiting",
    ActionStatus.NOT_STARTED: "planned",
    ActionStatus.DROPPED: "dropped",
}
PARTS = {
    Certainty.GRANTED: "solid",
    Certainty.APPLIED: "medium",
    Certainty.EXPECTED: "light",
    Certainty.MISSING: "hatched",
    None: "empty",
}
ROWS = 24  # so many lines of a picture fit a page


def bars_of(look: Lookup, candidacy: PlanCandidacy) -> Bars:
    """Now, with a stroke and words for the time before."""
    answers, before = candidacy.answers, candidacy.before
    weakest = weakest_concepts(answers)
    return draw_bars(
        f"{look.actor_name(candidacy.actor)}, {candidacy.title}",
        [
            (str(concept.label), _bar_words(answer, concept in weakest, was), _score(answer), holds_back, _score(was))
            for concept in Concept
            for answer in [answers.get(concept)]
            for was in [before[concept][1] if concept in before else None]
            for holds_back in [concept in weakest and (_score(answer) or 0) <= NEARLY]
        ],
    )


def _score(answer: Answer) -> int | None:
    return answer if isinstance(answer, int) else None


def _bar_words(answer: Answer, is_weakest: bool, before: Answer) -> str:
    said = f"{words(answer)} ({_('svagest')})" if is_weakest else words(answer)
    moved = moved_words(answer, before)
    return f"{said}, {moved}" if moved else said


def gantts_of(look: Lookup) -> list[Gantt]:
    """All pictures share nothing but the day: a long plan is cut into pages."""
    actions = look.plan.actions
    return [_gantt(look, actions[start : start + ROWS]) for start in range(0, len(actions), ROWS)]


def _gantt(look: Lookup, actions: tuple[PlanAction, ...]) -> Gantt:
    plan = look.plan
    late = sum(action.is_overdue(plan.today) for action in actions)
    title = ngettext(
        "Tidsplan for %(count)s tiltag, heraf %(late)s forsinket. Datoerne står i tabellen.",
        "Tidsplan for %(count)s tiltag, heraf %(late)s forsinkede. Datoerne står i tabellen.",
        late,
    ) % {"count": len(actions), "late": late}
    # What waits for an action on another picture is told in the table only.
    places = {action.code: place for place, action in enumerate(actions)}
    spans = [
        Span(
            f"{action.code} {action.title}",
            _words(action, plan.today),
            "late" if action.is_overdue(plan.today) else STYLES[action.status],
            action.start,
            action.deadline,
            tuple(places[code] for code in action.depends_on if code in places),
        )
        for action in actions
    ]
    end = plan.frame.ends_on
    finish_words = _("projektet slutter %(day)s") % {"day": day(end)} if end else ""
    return draw_gantt(title, spans, today=plan.today, today_words=_("i dag"), finish=end, finish_words=finish_words)


def _words(action: PlanAction, today: date) -> str:
    status = action_status(action, today).lower()
    return status if action.start or action.deadline else _("%(status)s, ingen datoer") % {"status": status}


def shares_of(sums: Money) -> Shares | None:
    if not sums.total:
        return None
    parts = [(one.label, kroner(one.amount), one.amount, PARTS[one.certainty]) for one in sums.by_certainty]
    return draw_shares(_("Hvor sikre pengene er, om året"), parts)


def hours_of(months: Sequence[MonthRow]) -> Stacks | None:
    """A bar for each month; none when no hours are written."""
    if not any(one.total for one in months):
        return None
    bars = [(one.month, one.hours, [(one.total, "solid")]) for one in months]
    return draw_stacks(_("Projektets timer om måneden"), bars)


def costs_of(plan: PlanDocument, sums: Money) -> Stacks | None:
    """What the project costs beside what operation costs, by certainty; none until both are known."""
    today = sum(one.amount or 0 for one in plan.project_costs)
    if not (today and sums.total):
        return None
    operation = [(one.amount, PARTS[one.certainty]) for one in sums.by_certainty]
    bars = [
        (_("Projektet i dag"), kroner(today), [(today, "empty")]),
        (_("Driften"), kroner(sums.total), operation),
    ]
    return draw_stacks(_("Hvad det koster om året"), bars)
