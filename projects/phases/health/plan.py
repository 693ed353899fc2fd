"""Phase 4: what each rule looks for."""

from collections.abc import Iterator
from typing import Final

from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _

from actors.calendar import add_months
from forankring.ui.dates import write_date
from projects.models import ActionStatus, Certainty, Outcome
from projects.phases.facts import ActionFacts, ProjectFacts
from projects.phases.health.finding import Hit, Rule, Severity
from projects.phases.health.naming import named
from projects.phases.health.responsibility import agreed_responsible, meant_responsible, unmet_anchors
from projects.phases.health.subjects import PROJECT

MONTHS_OF_MONEY: Final = 12


def critical_without_agreement(facts: ProjectFacts) -> Iterator[Hit]:
    """Critical tasks with somebody proposed as responsible but no agreement.

    Phase 2 tells when nobody is in view, and when who is in view is taken out of use.
    """
    for task in facts.living_tasks:
        in_view = [each for each in meant_responsible(facts, task) if facts.is_in_use(each.project_actor_id)]
        if task.is_critical and in_view and not agreed_responsible(facts, task):
            names = get_text_list([facts.actor_name(each.project_actor_id) for each in in_view], str(_("eller")))
            text = _("Træf aftale med %(actors)s om ansvaret for %(task)s. Opgaven er kritisk.") % {
                "actors": names,
                "task": task.name,
            }
            yield Hit(f"task-{task.id}", text, task.id, "responsible")


def overdue_action(facts: ProjectFacts) -> Iterator[Hit]:
    """Open actions whose deadline has passed, the oldest deadline first."""
    late = [(action.deadline, action) for action in facts.actions if action.deadline and action.is_overdue(facts.today)]
    for deadline, action in sorted(late, key=lambda pair: pair[0]):
        text = _("%(action)s er forsinket. Fristen var %(date)s. Aftal en ny, eller afslut tiltaget.")
        words = {"action": action.name, "date": write_date(deadline)}
        if waiting := _waiting_for(facts, action):
            text = _(
                "%(action)s er forsinket. Fristen var %(date)s. %(waiting)s venter på det. "
                "Aftal en ny frist, eller afslut tiltaget."
            )
            words["waiting"] = named(waiting)
        yield _of_action(action, text % words, "status")


def _waiting_for(facts: ProjectFacts, action: ActionFacts) -> list[str]:
    """The open actions that cannot go on before this one is done."""
    waiting = {each.from_action_id for each in facts.dependencies if each.to_action_id == action.id}
    return [each.name for each in _open(facts) if each.id in waiting]


def action_without_responsible(facts: ProjectFacts) -> Iterator[Hit]:
    for action in _open(facts):
        if not action.responsible:
            yield _of_action(action, _("Skriv, hvem der er ansvarlig for %s.") % action.name, "responsible")


def action_without_deadline(facts: ProjectFacts) -> Iterator[Hit]:
    for action in _open(facts):
        if not action.deadline:
            yield _of_action(action, _("Sæt en frist for %s.") % action.name, "deadline")


def money_missing(facts: ProjectFacts) -> Iterator[Hit]:
    for line in facts.budget_lines:
        if line.certainty == Certainty.MISSING:
            text = _("Find penge til ”%s”, eller beslut, at I klarer jer uden.") % line.title
            yield Hit(f"budget-{line.id}", text, line.id, "source")


def no_granted_money(facts: ProjectFacts) -> Iterator[Hit]:
    """A task somebody has agreed to take, and no line of its budget is granted."""
    secured = {line.task_id for line in facts.budget_lines if line.certainty == Certainty.GRANTED}
    for task in facts.living_tasks:
        if agreed_responsible(facts, task) and task.id not in secured:
            text = _(
                "Der er ingen bevilgede penge til %s. Afklar finansieringen, eller notér, at opgaven ikke koster noget."
            )
            yield Hit(f"task-{task.id}", text % task.name)


def money_runs_out(facts: ProjectFacts) -> Iterator[Hit]:
    """Money that ends less than twelve months after the project. What is gone before that is found with the dates."""
    if facts.end is None:
        return
    year_after = add_months(facts.end, MONTHS_OF_MONEY)
    for line in facts.budget_lines:
        if line.expires_on and facts.end < line.expires_on < year_after:
            text = _("Pengene til ”%(line)s” udløber %(date)s. Det er under et år efter projektets slutning.") % {
                "line": line.title,
                "date": write_date(line.expires_on),
            }
            yield Hit(f"budget-{line.id}", text, line.id, "expires_on")


def anchors_without_interface(facts: ProjectFacts) -> Iterator[Hit]:
    for actor, others in unmet_anchors(facts):
        text = _("%(actor)s og %(others)s har ingen snitflade. Skriv, hvem der gør hvad, når der sker noget.") % {
            "actor": actor.name,
            "others": named([other.name for other in others]),
        }
        yield Hit(f"actor-{actor.id}", text)


def no_follow_up(facts: ProjectFacts) -> Iterator[Hit]:
    """Nobody looks whether it still runs. Told when there is something that could. A late action does not look."""
    is_begun = facts.living_tasks or facts.actions
    if is_begun and not any(facts.end is None or each.due_on > facts.end for each in facts.follow_ups):
        yield Hit(PROJECT, _("Ingen følger op efter projektets slutning. Aftal en opfølgning efter 3 og 12 måneder."))


def _open(facts: ProjectFacts) -> Iterator[ActionFacts]:
    return (action for action in facts.actions if ActionStatus(action.status).is_open)


def _of_action(action: ActionFacts, text: str, field: str) -> Hit:
    return Hit(f"action-{action.id}", text, action.id, field)


# The one that "Gør nu" puts first.
OVERDUE: Final = "action-overdue"
RULES: Final = (
    Rule(
        OVERDUE,
        4,
        "tiltag",
        Severity.SERIOUS,
        overdue_action,
        title=_("Forsinket tiltag"),
        why=_("Slutdatoen flytter sig ikke, selv om et tiltag gør."),
        outcomes=Outcome.ANY,
    ),
    Rule(
        "no-agreement",
        4,
        "ansvar",
        Severity.SERIOUS,
        critical_without_agreement,
        title=_("Kritisk opgave uden aftale"),
        why=_("Siger aktøren nej, har opgaven ingen ansvarlig."),
    ),
    Rule(
        "money-missing",
        4,
        "oekonomi",
        Severity.SERIOUS,
        money_missing,
        title=_("Udgift uden penge"),
        why=_("En udgift, som ingen betaler, bliver til en opgave, som ingen løser."),
    ),
    Rule(
        "action-no-responsible",
        4,
        "tiltag",
        Severity.WEAK,
        action_without_responsible,
        title=_("Tiltag uden ansvarlig"),
        why=_("Et tiltag, som ingen har på sin liste, bliver ikke til noget."),
        is_answer=True,
    ),
    Rule(
        "action-no-deadline",
        4,
        "tiltag",
        Severity.WEAK,
        action_without_deadline,
        title=_("Tiltag uden frist"),
        why=_("Uden en frist kan ingen se, om det når at blive færdigt."),
        is_answer=True,
    ),
    Rule(
        "no-granted-money",
        4,
        "oekonomi",
        Severity.WEAK,
        no_granted_money,
        title=_("Aftalt opgave uden sikre penge"),
        why=_("En aftale holder ikke længe, hvis pengene til den kun er et håb."),
    ),
    Rule(
        "money-runs-out",
        4,
        "oekonomi",
        Severity.WEAK,
        money_runs_out,
        title=_("Penge, der snart udløber"),
        why=_("Driften skal have tid til at finde nye penge. Det tager ofte et år."),
    ),
    Rule(
        "no-interface",
        4,
        "snitflader",
        Severity.WEAK,
        anchors_without_interface,
        title=_("To ansvarlige uden snitflade"),
        why=_("Meget falder på gulvet mellem to, som ikke har aftalt, hvem der gør hvad."),
    ),
    Rule(
        "no-follow-up",
        4,
        "opfoelgning",
        Severity.WEAK,
        no_follow_up,
        title=_("Ingen opfølgning"),
        why=_("Aftaler I ikke en dag til opfølgning, opdager ingen, hvis det går i stå."),
    ),
)
