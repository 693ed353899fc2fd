"""The three levels: the helhedsplan's strategy (why), the project's method (how) and its plan (who).

See docs/method.md, De tre niveauer. Derived; nothing is stored of them.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.models import Programme
from projects.lifecycle.derived import plan_written
from projects.models import PlanOutline
from projects.phases.facts import ProjectFacts
from projects.phases.health import open_findings
from projects.phases.plan.method import ASKED, METHOD
from projects.phases.steps import Status


@dataclass(frozen=True, slots=True)
class Level:
    """One of the three, and how far it is. `step` is the project's page for it; "" is the helhedsplan's own."""

    name: str
    asks: str
    status: Status | None  # None: not told
    sentence: str
    step: str = ""


def strategy_of(programme: Programme) -> Level:
    """The helhedsplan's: filled when both vision and strategy are written."""
    written = [bool(programme.vision.strip()), bool(programme.anchoring_strategy.strip())]
    status = Status.DONE if all(written) else Status.IN_PROGRESS if any(written) else Status.NOT_BEGUN
    sentence = {
        Status.DONE: _("Helhedsplanens vision og strategi er skrevet."),
        Status.IN_PROGRESS: _("Skriv både helhedsplanens vision og dens strategi."),
        Status.NOT_BEGUN: _("Helhedsplanen har ingen strategi endnu."),
    }[status]
    return Level(_("Strategi"), _("Hvorfor?"), status, sentence)


def levels_of_programme(programme: Programme) -> list[Level]:
    """The helhedsplan's own level, and how many of its projects have chosen a method. One query."""
    outlines = list(PlanOutline.objects.filter(project__in=programme.projects.in_use()).only(*ASKED))
    chosen = sum(all(getattr(outline, name) for name in ASKED) for outline in outlines)
    status = Status.DONE if outlines and chosen == len(outlines) else Status.IN_PROGRESS if chosen else Status.NOT_BEGUN
    method = ngettext(
        "%(chosen)d af %(all)d projekt har valgt sin metode.",
        "%(chosen)d af %(all)d projekter har valgt deres metode.",
        len(outlines),
    ) % {"chosen": chosen, "all": len(outlines)}
    return [
        strategy_of(programme),
        Level(_("Metode"), _("Hvordan?"), status, method),
        Level(_("Plan"), _("Hvem?"), None, _("Hvert projekt har sin egen plan.")),
    ]


def levels_of(programme: Programme, facts: ProjectFacts) -> list[Level]:
    """A project's three levels. One that ends or seeks new money has no method to choose."""
    found = [strategy_of(programme)]
    if METHOD.is_asked(facts):
        found.append(_method(facts))
    plan = plan_written(facts)
    begun = any((facts.tasks, facts.actors, facts.actions, facts.why_what.decision))
    status, sentence = Status.IN_PROGRESS if begun else Status.NOT_BEGUN, plan.sentence
    if plan.is_done:
        # The shared edition tells this too, and must not let anyone infer an assessment.
        asked = any(not finding.rule.internal for finding in open_findings(facts))
        status = Status.NEEDS_ANSWER if asked else Status.DONE
        sentence = _("Planen er skrevet. Der er noget at se på.") if asked else plan.sentence
    found.append(Level(_("Plan"), _("Hvem?"), status, sentence, "plan"))
    return found


def _method(facts: ProjectFacts) -> Level:
    status = METHOD.status(facts)
    missing = next(iter(METHOD.missing(facts)), None)
    sentence = str(missing.text) if missing else _("Læring, tempo og ambitionsniveau er valgt.")
    return Level(_("Metode"), _("Hvordan?"), status, sentence, METHOD.slug)
