"""Where a project stands: its phase, and the one thing to do now (docs/method.md, Gør nu)."""

from itertools import chain

from projects.phases.analysis.steps import PHASE as ANALYSIS
from projects.phases.facts import ProjectFacts
from projects.phases.mapping.steps import PHASE as MAPPING
from projects.phases.plan.checks import overdue_actions
from projects.phases.plan.steps import PHASE as PLAN
from projects.phases.steps import Missing, Phase
from projects.phases.why_what.steps import PHASE as WHY_WHAT

PHASES = (WHY_WHAT, MAPPING, ANALYSIS, PLAN)


def current_phase(facts: ProjectFacts) -> Phase:
    """The first phase that lacks an answer; the last one when nothing is missing."""
    return next((phase for phase in PHASES if any(True for _ in phase.missing(facts))), PHASES[-1])


def next_thing(facts: ProjectFacts) -> Missing | None:
    """An overdue action, else the first missing answer in phase order, else the first finding; None when all is done."""
    return next(chain(overdue_actions(facts), _missing(facts), findings(facts)), None)


def findings(facts: ProjectFacts) -> chain[Missing]:
    """What the answers say that the group must look at, in phase order."""
    return chain.from_iterable(phase.findings(facts) for phase in PHASES)


def _missing(facts: ProjectFacts) -> chain[Missing]:
    return chain.from_iterable(phase.missing(facts) for phase in PHASES)
