"""Where a project stands: its phase, and the one thing to do now (docs/method.md, Gør nu)."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

from django.utils import timezone

from projects.models import PlanOutline, Project
from projects.overview.listing import ProjectInList
from projects.phases.analysis.steps import PHASE as ANALYSIS
from projects.phases.facts import ProjectFacts, load_facts
from projects.phases.health import OVERDUE, REASSESS, RULE_BY_CODE, findings_of_rule, open_findings
from projects.phases.mapping.steps import PHASE as MAPPING
from projects.phases.plan.letting_go.checks import due_follow_ups
from projects.phases.plan.letting_go.steps import FOLLOW_UP
from projects.phases.plan.steps import PHASE as PLAN
from projects.phases.steps import Missing, Phase
from projects.phases.why_what.steps import PHASE as WHY_WHAT

PHASES = (WHY_WHAT, MAPPING, ANALYSIS, PLAN)
_NO_OUTLINE: Final = PlanOutline()


def current_phase(facts: ProjectFacts) -> Phase:
    """The first phase that lacks an answer; the last one when nothing is missing."""
    return next((phase for phase in PHASES[:-1] if any(True for _ in phase.missing(facts))), PHASES[-1])


def next_thing(facts: ProjectFacts) -> Missing | None:
    """An overdue action, else a follow-up whose day has come, the first missing answer in phase order, what to assess
    again since an action is done, and last the heaviest finding; None: all is done."""
    return next(chain(_overdue(facts), _due(facts), _missing(facts), to_reassess(facts), _findings(facts)), None)


class Standing(NamedTuple):
    """Where a project is, and the one thing to do now; None when all is done."""

    phase: Phase
    to_do: Missing | None


def standings(projects: Iterable[ProjectInList]) -> dict[int, Standing]:
    """Where each project stands, by its id.

    Most projects of a long list still lack an answer of phase 1, and their own row tells which. Only the others, and
    those with an overdue action or a follow-up that is due, are read to the end.
    """
    today = timezone.localdate()
    found: dict[int, Standing] = {}
    further: list[int] = []
    for project in projects:
        facts = ProjectFacts(project.pk, project.slug, None, today, project.answers, _NO_OUTLINE)
        unanswered = next((item for step in WHY_WHAT.steps if step.form for item in step.missing(facts)), None)
        if unanswered and not project.has_overdue:
            found[project.pk] = Standing(WHY_WHAT, unanswered)
        else:
            further.append(project.pk)
    if further:
        for pk, facts in load_facts(Project.objects.filter(pk__in=further).select_related("programme")).items():
            found[pk] = Standing(current_phase(facts), next_thing(facts))
    return found


def _missing(facts: ProjectFacts) -> chain[Missing]:
    return chain.from_iterable(phase.missing(facts) for phase in PHASES)


def _findings(facts: ProjectFacts) -> Iterator[Missing]:
    """Sought only when nothing else is to be done."""
    yield from open_findings(facts)


def _overdue(facts: ProjectFacts) -> Iterator[Missing]:
    return findings_of_rule(facts, RULE_BY_CODE[OVERDUE])


def to_reassess(facts: ProjectFacts) -> Iterator[Missing]:
    """What a done action was to make better, and nobody has assessed since."""
    return findings_of_rule(facts, RULE_BY_CODE[REASSESS])


def _due(facts: ProjectFacts) -> Iterator[Missing]:
    return due_follow_ups(facts) if FOLLOW_UP.is_shown(facts.outcome) else iter(())
