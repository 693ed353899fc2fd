"""What ought to be in place before the group goes on to the next phase. Soft: it warns and never stops anybody.

Pure functions over the facts (docs/method.md, Før I går videre). A gate matters while the next phase is planned for.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from actors.concepts import is_assessed
from projects.models import (
    ActionStatus,
    AnchoringDecision,
    Certainty,
    Choice,
    HandoverPoint,
    HandoverState,
    Outcome,
    Theme,
)
from projects.phases.facts import ProjectFacts
from projects.phases.health.responsibility import agreed_in_time, agreed_responsible
from projects.phases.missing import Check, Missing


def lacks_before_leaving(facts: ProjectFacts, phase: int) -> list[Missing]:
    """What is not in place for leaving the phase; empty when all is, or when nothing is handed over."""
    return list(GATES[phase](facts)) if facts.hands_over else []


def after_why_what(facts: ProjectFacts) -> Iterator[Missing]:
    """At least one task, an anchoring goal and a decision. A method may be passed on without tasks."""
    if not facts.living_tasks and _hands_over_all(facts):
        yield Missing(_("Skriv mindst én opgave, som nogen skal løse, når projektet slutter."), "opgaver")
    if not facts.why_what.goal:
        yield Missing(_("Skriv, hvornår forankringen er lykkedes."), "maal", field="goal")
    if facts.why_what.decision in {"", AnchoringDecision.UNDECIDED}:
        yield Missing(_("Vælg, hvad der skal ske med projektet."), "beslutning", field="decision")


def after_mapping(facts: ProjectFacts) -> Iterator[Missing]:
    """Every critical task has at least one possible actor."""
    if not (_hands_over_all(facts) or facts.commitments):
        return
    touched = {commitment.task_id for commitment in facts.commitments}
    for task in facts.living_tasks:
        if task.is_critical and task.id not in touched:
            text = _("Find mindst én mulig aktør til %s. Opgaven er kritisk.") % task.name
            yield Missing(text, "daekning", task.id) if facts.actors else Missing(text, "aktoerer")


def after_analysis(facts: ProjectFacts) -> Iterator[Missing]:
    """Everyone chosen and still in use is assessed on the four concepts."""
    for candidacy in facts.candidacies_in_use:
        if candidacy.choice == Choice.CHOSEN and not is_assessed(candidacy.answers):
            text = _("Vurdér %(actor)s som %(role)s på alle fire begreber.") % {
                "actor": facts.actor_name(candidacy.project_actor_id),
                "role": candidacy.title,
            }
            yield Missing(text, "vurder", candidacy.id)


def before_operation(facts: ProjectFacts) -> Iterator[Missing]:
    """One agreed responsible for each critical task, no legal obstacle, money for operation, the handover approved."""
    for task in facts.living_tasks if _hands_over_all(facts) or facts.commitments else ():
        if task.is_critical and not agreed_responsible(facts, task):
            yield Missing(_("Aftal, hvem der er ansvarlig for %s.") % task.name, "ansvar", task.id, "responsible")
        elif task.is_critical and not agreed_in_time(facts, task):
            text = _("Aftal en dato for %s, før projektet slutter.") % task.name
            yield Missing(text, "ansvar", task.id, "takes_over_on")
    yield from _legal_obstacles(facts)
    yield from _money(facts)
    is_asked = _hands_over_all(facts) or facts.handover_ticks
    if is_asked and not (facts.handover and facts.handover.approved_at):
        yield Missing(_("Få overdragelsen godkendt."), "overdragelse")


def _legal_obstacles(facts: ProjectFacts) -> Iterator[Missing]:
    """Legal work that is not done, and the handover's point about it when somebody has said that it is not in place."""
    for action in facts.actions:
        if action.theme == Theme.LEGAL and ActionStatus(action.status).is_open:
            yield Missing(_("Få det juridiske på plads: %s.") % action.name, "tiltag", action.id, "status")
    for tick in facts.handover_ticks:
        if tick.point == HandoverPoint.LEGAL and tick.state == HandoverState.NOT_YET:
            text = _("Få børneattester, forsikring og persondata på plads.")
            yield Missing(text, "overdragelse", HandoverPoint.LEGAL.value)


def _money(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.budget_lines and _hands_over_all(facts):
        yield Missing(_("Skriv, hvad driften koster om året, og hvem der betaler."), "oekonomi")
    for line in facts.budget_lines:
        if line.certainty != Certainty.GRANTED or line.amount is None:
            yield Missing(_("Få pengene til ”%s” bevilget.") % line.title, "oekonomi", line.id, "certainty")


def _hands_over_all(facts: ProjectFacts) -> bool:
    """Not only the method: then more may be left out, and what is begun is asked for."""
    return facts.outcome is Outcome.HAND_OVER


# The phase one leaves → what ought to be in place.
GATES: Final[Mapping[int, Check]] = {
    1: after_why_what,
    2: after_mapping,
    3: after_analysis,
    4: before_operation,
}
