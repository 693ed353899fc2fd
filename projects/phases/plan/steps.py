"""Phase 4 in its order."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from projects.models import ActionStatus
from projects.phases.facts import ProjectFacts
from projects.phases.plan import action_form, checks, forms, rows
from projects.phases.plan.method import METHOD
from projects.phases.plan.responsibility import responsibility_lines
from projects.phases.rows import Rows
from projects.phases.steps import Phase, Step, Text


def _model_begun(facts: ProjectFacts) -> bool:
    return any(getattr(facts.outline, name) for name in forms.ModelStepForm.base_fields)


def _count(name: str, one: str, many: str) -> Callable[[ProjectFacts], Text]:
    def summary(facts: ProjectFacts) -> Text:
        count = len(getattr(facts, name))
        return ngettext(one, many, count) % count if count else ""

    return summary


def _count_agreed(facts: ProjectFacts) -> Text:
    agreed = sum(1 for task in facts.living_tasks if checks.agreed_responsible(facts, task))
    tasks = len(facts.living_tasks)
    return _("%(agreed)d af %(tasks)d aftalt") % {"agreed": agreed, "tasks": tasks} if tasks else ""


def _count_actions(facts: ProjectFacts) -> Text:
    # "Tiltag" is one word for one and many.
    count = len(facts.actions)
    done = sum(1 for action in facts.actions if action.status == ActionStatus.DONE)
    return _("%(done)d af %(count)d gennemført") % {"done": done, "count": count} if count else ""


MODEL = Step(
    slug="model",
    link_text=_("Vælg, hvordan det lever videre"),
    title=_("Hvordan lever det videre?"),
    lead=_("Modellen, og det, der skal være på plads: kompetencer, lokaler og ledelse."),
    form=forms.ModelStepForm,
    template="plan/model.html",
    begun=_model_begun,
    missing=checks.model_missing,
)
RESPONSIBLE = Step(
    slug="ansvar",
    link_text=_("Aftal, hvem der overtager"),
    title=_("Hvem overtager hver opgave?"),
    lead=_("Én ansvarlig for hver opgave, og en dato. De andre kan udføre eller stå klar som reserve."),
    begun=lambda facts: any(checks.agreed_responsible(facts, task) for task in facts.living_tasks),
    missing=checks.responsible_missing,
    summary=_count_agreed,
    lines=responsibility_lines,
)
ACTIONS = Step(
    slug="tiltag",
    link_text=_("Læg tiltag i planen"),
    title=_("Hvad gør I, før projektet slutter?"),
    lead=_("Et tiltag lukker et gab, så en aktør kan løfte sin opgave."),
    begun=lambda facts: bool(facts.actions),
    missing=checks.actions_missing,
    summary=_count_actions,
    lines=rows.action_lines,
)
BUDGET = Step(
    slug="oekonomi",
    link_text=_("Få økonomien på plads"),
    title=_("Hvad koster driften, og hvem betaler?"),
    lead=_("Skriv, hvad det koster om året, når projektets penge er væk."),
    begun=lambda facts: bool(facts.budget_lines),
    missing=checks.budget_missing,
    summary=_count("budget_lines", "%d linje", "%d linjer"),
    lines=rows.budget_lines,
)
INTERFACES = Step(
    slug="snitflader",
    link_text=_("Aftal snitfladerne"),
    title=_("Hvem gør hvad, når der sker noget?"),
    lead=_("En snitflade er dér, hvor flere aktører skal vide, hvem der gør hvad."),
    begun=lambda facts: bool(facts.interfaces),
    missing=checks.interfaces_missing,
    summary=_count("interfaces", "%d snitflade", "%d snitflader"),
    lines=rows.interface_lines,
)
QUESTIONS = Step(
    slug="spoergsmaal",
    link_text=_("Skriv det, I ikke ved endnu"),
    title=_("Hvad er uafklaret?"),
    lead=_("Et spørgsmål må gerne stå åbent, når det er klart, hvem der svarer hvornår."),
    begun=lambda facts: bool(facts.questions),
    missing=checks.questions_missing,
    summary=_count("questions", "%d spørgsmål", "%d spørgsmål"),
    lines=rows.question_lines,
)

ACTION_ROWS = Rows(
    step=ACTIONS,
    form=action_form.ActionForm,
    noun=_("tiltag"),
    the=_("tiltaget"),
    add=_("Tilføj et tiltag"),
    template="plan/actions.html",
    rows=rows.action_rows,
    warning=rows.too_late_warning,
)
BUDGET_ROWS = Rows(
    step=BUDGET,
    form=forms.BudgetLineForm,
    noun=_("budgetlinje"),
    the=_("budgetlinjen"),
    add=_("Tilføj en udgift"),
    template="plan/budget.html",
    rows=rows.budget,
)
INTERFACE_ROWS = Rows(
    step=INTERFACES,
    form=forms.InterfaceForm,
    noun=_("snitflade"),
    the=_("snitfladen"),
    add=_("Tilføj en snitflade"),
    template="plan/interfaces.html",
    rows=rows.interface_rows,
)
QUESTION_ROWS = Rows(
    step=QUESTIONS,
    form=forms.QuestionForm,
    noun=_("spørgsmål"),
    the=_("spørgsmålet"),
    add=_("Tilføj et spørgsmål"),
    template="plan/questions.html",
    rows=lambda project: project.open_questions.in_order(),
)

PHASE = Phase(4, _("Forankringsplan"), (METHOD, MODEL, RESPONSIBLE, ACTIONS, BUDGET, INTERFACES, QUESTIONS))
