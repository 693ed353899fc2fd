"""The plan's pictures: what the words mean. The drawing itself is forankring.rendering's."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.concepts import Answer, Concept
from forankring.rendering.gantt import Gantt, Span, draw_gantt
from forankring.rendering.pictures import Measure, Profiles, Shares, draw_profiles, draw_shares
from forankring.rendering.stacks import Stacks, draw_stacks
from forankring.ui.dates import write_date
from projects.documents.document import PlanDocument
from projects.documents.lookup import Lookup
from projects.documents.records import PlanAction, PlanCandidacy
from projects.documents.tables import Money, MonthRow, action_status, held_back_by
from projects.documents.words import kroner
from projects.models import ActionStatus, Certainty

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
PROFILES = 40  # and so many rows of bars


def profiles_of(look: Lookup) -> list[Profiles]:
    """Everybody who is assessed, with a stroke where each stood before. A long list is cut into pages."""
    assessed = [candidacy for candidacy in look.plan.candidacies if candidacy.scores]
    return [_profiles(assessed[start : start + PROFILES]) for start in range(0, len(assessed), PROFILES)]


def _profiles(assessed: list[PlanCandidacy]) -> Profiles:
    title = ngettext(
        "De fire begreber for %(count)s aktør i en rolle. Tallene står i tabellen under billedet.",
        "De fire begreber for %(count)s aktører i en rolle. Tallene står i tabellen under billedet.",
        len(assessed),
    ) % {"count": len(assessed)}
    rows = [(f"{candidacy.actor} {candidacy.title}", measures_of(candidacy)) for candidacy in assessed]
    return draw_profiles(title, [str(concept.label) for concept in Concept], rows)


def measures_of(candidacy: PlanCandidacy) -> list[Measure]:
    """The four concepts now and before. Hatched: the weakest of one that is not ready."""
    answers, before, gaps = candidacy.answers, candidacy.before, held_back_by(candidacy)
    return [
        Measure(
            _score(answers.get(concept)),
            concept in gaps,
            _score(before[concept][1]) if concept in before else None,
        )
        for concept in Concept
    ]


def _score(answer: Answer) -> int | None:
    return answer if isinstance(answer, int) else None


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
    finish_words = _("projektet slutter %(day)s") % {"day": write_date(end)} if end else ""
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
