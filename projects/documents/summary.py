"""The one page a deciding body reads: what it must decide, what is ready, what is missing. All derived."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from forankring.ui.dates import write_date
from projects.documents.document import PlanDocument
from projects.documents.lookup import Lookup
from projects.documents.outcome_summary import outcome_decisions, outcome_missing, outcome_ready
from projects.documents.records import PlanFinding
from projects.documents.words import kroner, listed, question
from projects.models import ActionStatus, Certainty, Choice, CommitmentRole, Outcome
from projects.phases.health.finding import Severity
from projects.phases.steps import Status

AT_MOST = 5
MOST_NAMED = 4


class Summary(NamedTuple):
    decisions: list[str]
    ready: list[str]
    missing: list[str]
    hidden: int  # how many more are missing than the page tells
    is_closed: bool  # nothing of any kind is open, and this edition would know it


def summarise(plan: PlanDocument) -> Summary:
    look = Lookup(plan)
    missing = [*missing_parts(plan, look), *open_matters(plan)]
    decisions = list(islice(decisions_needed(plan, look), AT_MOST))
    return Summary(
        decisions=decisions,
        ready=list(ready_parts(plan, look)),
        missing=missing[: AT_MOST + 1],
        hidden=max(0, len(missing) - AT_MOST - 1),
        is_closed=not (decisions or missing or plan.is_shared),
    )


def decisions_needed(plan: PlanDocument, look: Lookup) -> Iterator[str]:
    """What only the deciding body can settle, most important first (docs/method.md, Forankringsplanen)."""
    if not plan.why.is_decided:
        yield _("Skal projektet forankres, helt eller delvist, eller skal det afsluttes?")
    asked = [one for one in plan.questions if one.for_deciding_body and not one.answer]
    for one in sorted(asked, key=lambda one: (one.deadline is None, one.deadline)):
        yield question(one.question) + (
            _(" Frist %(day)s.") % {"day": write_date(one.deadline)} if one.deadline else ""
        )
    yield from outcome_decisions(plan)
    if plan.outcome is not Outcome.HAND_OVER:
        yield from _overdue_actions(plan)
        return
    unagreed = [task.code for task in look.critical if not look.responsible(task.code)]
    late = [task.code for task in look.critical if look.is_late(task.code)]
    if late:
        yield _("Hvem har ansvaret for %(tasks)s, fra projektet slutter, og til opgaven bliver overtaget?") % {
            "tasks": _named(look, late)
        }
    if unagreed:
        yield _("Hvem har ansvaret for %(tasks)s? Der er ingen aftalt ansvarlig.") % {"tasks": _named(look, unagreed)}
    uncovered = [line for line in plan.budget if line.is_missing]
    if uncovered:
        yield _("Hvordan betales %(lines)s (%(amount)s om året)? Ingen har sagt ja til at betale.") % {
            "lines": _first([line.title for line in uncovered]),
            "amount": kroner(sum(line.amount or 0 for line in uncovered)),
        }
    yield from _overdue_actions(plan)
    unbacked = [task.code for task in look.critical if not look.has_reserve(task.code)]
    if unbacked:
        yield _("Hvem er reserve for %(tasks)s?") % {"tasks": _named(look, unbacked)}


def _overdue_actions(plan: PlanDocument) -> Iterator[str]:
    for action in plan.actions:
        if action.is_overdue(plan.today) and action.plan_b:
            yield _(
                "%(code)s %(title)s er forsinket. Indstilling: at fristen forlænges, "
                "alternativt at plan B sættes i værk: %(plan_b)s"
            ) % {
                "code": action.code,
                "title": action.title,
                "plan_b": action.plan_b,
            }


def _named(look: Lookup, codes: list[str]) -> str:
    """With their titles: a code alone says nothing to whoever reads the first pages only."""
    return _first([look.task_name(code) for code in codes], MOST_NAMED)


def _first(parts: list[str], count: int = 3) -> str:
    """At most that many by name, the rest as a number."""
    rest = len(parts) - count
    return listed([*parts[:count], _("%(count)s andre") % {"count": rest}] if rest > 0 else parts)


def ready_parts(plan: PlanDocument, look: Lookup) -> Iterator[str]:
    """What the group can be glad of."""
    if plan.why.is_decided and plan.why.decision:
        yield _("Beslutningen er taget: %(decision)s.") % {"decision": str(plan.why.decision.label).lower()}
    yield from outcome_ready(plan)
    agreed = [task for task in look.continuing if look.responsible_in_time(task.code)]
    if agreed and plan.hands_over:
        yield ngettext(
            "%(count)s af %(all)s opgaver har en aftalt ansvarlig.",
            "%(count)s af %(all)s opgaver har en aftalt ansvarlig.",
            len(agreed),
        ) % {"count": len(agreed), "all": len(look.continuing)}
    granted = [line for line in plan.budget if line.certainty is Certainty.GRANTED]
    if granted and plan.hands_over:
        yield _("%(amount)s om året er bevilget.") % {"amount": kroner(sum(line.amount or 0 for line in granted))}
    done = [action for action in plan.actions if action.status is ActionStatus.DONE]
    if done:
        yield ngettext(
            "%(count)s af %(all)s tiltag er gennemført.", "%(count)s af %(all)s tiltag er gennemført.", len(done)
        ) % {"count": len(done), "all": len(plan.actions)}
    chosen = [one for one in plan.candidacies if one.selected is Choice.CHOSEN]
    if chosen and plan.hands_over:
        names = list(dict.fromkeys(look.actor_name(one.actor) for one in chosen))
        yield _("Valgt til driften: %(names)s.") % {"names": _first(names, 6)}


def missing_parts(plan: PlanDocument, look: Lookup) -> Iterator[str]:
    """What the plan still lacks, in the order of the phases. Each outcome lacks only what it asks for."""
    body = plan.frame.body
    if not plan.why.goal and not plan.why.ends:
        yield _("%(body)s mangler at skrive forankringsmålet.") % {"body": body}
    yield from outcome_missing(plan)
    if plan.outcome is not Outcome.HAND_OVER:
        yield from _late_actions(plan)
        return
    if not plan.tasks:
        yield _("%(body)s mangler at skrive, hvilke opgaver der er.") % {"body": body}
    if plan.actors:
        yield from _missing_people(look)
    else:
        yield _("%(body)s mangler at kortlægge mulige aktører.") % {"body": body}
    if plan.why.decision and plan.why.decision.anchors_something and not plan.outline.anchoring_model:
        yield _("%(body)s mangler at vælge en forankringsmodel.") % {"body": body}
    yield from _missing_money(plan)
    yield from _missing_action(plan)


def open_matters(plan: PlanDocument) -> Iterator[str]:
    """What is open whatever the project has decided: the lines of each outcome name only what it asks for first."""
    findings = open_findings(plan)
    if findings:
        words = ngettext("%(count)s forhold er åbent", "%(count)s forhold er åbne", len(findings))
        serious = sum(one.weight == str(Severity.SERIOUS.label) for one in findings)
        heavy = ngettext(", %(serious)s er alvorligt", ", %(serious)s er alvorlige", serious) if serious else ""
        yield f"{words}{heavy}." % {"count": len(findings), "serious": serious}
    if plan.unanswered:
        words = ngettext("%(count)s svar mangler i planen.", "%(count)s svar mangler i planen.", plan.unanswered)
        yield words % {"count": plan.unanswered}
    unsettled = sum(not one.answer for one in plan.questions)
    if unsettled:
        words = ngettext("%(count)s spørgsmål er ikke afklaret.", "%(count)s spørgsmål er ikke afklaret.", unsettled)
        yield words % {"count": unsettled}
    late = [one.title for one in plan.dates if one.is_late]
    if late:
        yield _("Datoen er passeret: %(dates)s.") % {"dates": listed(late)}
    yield from (level.sentence for level in plan.levels[:1] if level.status not in {"", str(Status.DONE.value)})


def open_findings(plan: PlanDocument) -> list[PlanFinding]:
    """What the health check found and nobody has accepted, the heaviest first."""
    weights = [str(severity.label) for severity in Severity]
    found = [each for each in (*plan.findings, *plan.internal_findings) if each.accepted_on is None]
    return sorted(found, key=lambda each: weights.index(each.weight) if each.weight in weights else len(weights))


def _missing_people(look: Lookup) -> Iterator[str]:
    unled = [task.code for task in look.continuing if not look.responsible(task.code)]
    unbacked = [task.code for task in look.critical if not look.has_reserve(task.code)]
    undone = [task.code for task in look.continuing if not look.in_role(task.code, CommitmentRole.CARRIES_OUT)]
    late = [task.code for task in look.continuing if look.is_late(task.code)]
    for words, codes in (
        (_("Ingen aftalt ansvarlig: %(tasks)s."), unled),
        (_("Overtages først efter projektets slutning: %(tasks)s."), late),
        (_("Ingen reserve for kritiske opgaver: %(tasks)s."), unbacked),
        (_("Ingen udfører: %(tasks)s."), undone),
    ):
        if codes:
            yield words % {"tasks": _named(look, codes)}


def _missing_money(plan: PlanDocument) -> Iterator[str]:
    if not plan.budget:
        yield _("Der er intet driftsbudget.")
    uncertain = [line.amount or 0 for line in plan.budget if line.certainty is not Certainty.GRANTED]
    if uncertain:
        yield _("%(amount)s om året er ikke bevilget endnu.") % {"amount": kroner(sum(uncertain))}


def _missing_action(plan: PlanDocument) -> Iterator[str]:
    yield from _late_actions(plan)
    if not plan.actions:
        yield _("Der er ingen tiltag i planen.")


def _late_actions(plan: PlanDocument) -> Iterator[str]:
    late = [f"{action.code} {action.title}" for action in plan.actions if action.is_overdue(plan.today)]
    if late:
        yield _("Forsinket: %(actions)s.") % {"actions": _first(late, MOST_NAMED)}
