"""Phase 4 in its order."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from projects.models import ActionStatus, Outcome
from projects.phases.facts import ProjectFacts
from projects.phases.health.responsibility import agreed_in_time
from projects.phases.plan import action_form, checks, forms, rows
from projects.phases.plan.columns import ACTION_COLUMNS, BUDGET_COLUMNS, QUESTION_COLUMNS
from projects.phases.plan.cooperation import steps as cooperation
from projects.phases.plan.dependencies import leave_circles
from projects.phases.plan.letting_go import steps as letting_go
from projects.phases.plan.method import METHOD
from projects.phases.plan.outcomes import steps as outcomes
from projects.phases.plan.responsibility import responsibility_lines
from projects.phases.rows import Rows
from projects.phases.steps import Phase, Step, Text, any_answer, count_of


def _count_agreed(facts: ProjectFacts) -> Text:
    agreed = sum(1 for task in facts.living_tasks if agreed_in_time(facts, task))
    tasks = len(facts.living_tasks)
    return _("%(agreed)d af %(tasks)d aftalt") % {"agreed": agreed, "tasks": tasks} if tasks else ""


def _count_actions(facts: ProjectFacts) -> Text:
    # "Tiltag" is one word for one and many.
    count = len(facts.actions)
    done = sum(1 for action in facts.actions if action.status == ActionStatus.DONE)
    return _("%(done)d af %(count)d gennemført") % {"done": done, "count": count} if count else ""


MODEL = Step(
    slug="model",
    link_text=_("Vælg forankringsmodel"),
    title=_("Hvordan lever det videre?"),
    lead=_("Modellen siger, hvem der ejer det, når projektet er slut."),
    form=forms.ModelStepForm,
    template="plan/model.html",
    begun=any_answer("outline", forms.ModelStepForm),
    missing=checks.model_missing,
    outcomes=Outcome.LIVES_ON,
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
    outcomes=Outcome.HAND_OVER,
    optional=Outcome.METHOD,
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
    outcomes=Outcome.LIVES_ON,
    optional=Outcome.END | Outcome.NEW_FUNDING,
)
BUDGET = Step(
    slug="oekonomi",
    link_text=_("Læg driftsbudgettet"),
    title=_("Hvad koster driften, og hvem betaler?"),
    lead=_("Skriv, hvad det koster om året, når projektets penge er væk."),
    begun=lambda facts: bool(facts.budget_lines),
    missing=checks.budget_missing,
    summary=count_of("budget_lines", ngettext_lazy("%d linje", "%d linjer")),
    lines=rows.budget_lines,
    outcomes=Outcome.HAND_OVER,
    optional=Outcome.METHOD | Outcome.NEW_FUNDING,
)
QUESTIONS = Step(
    slug="spoergsmaal",
    link_text=_("Saml de uafklarede spørgsmål"),
    title=_("Uafklarede spørgsmål"),
    lead=_("Et spørgsmål må gerne stå åbent, når det er klart, hvem der svarer hvornår."),
    begun=lambda facts: bool(facts.questions),
    missing=checks.questions_missing,
    summary=count_of("questions", ngettext_lazy("%d spørgsmål", "%d spørgsmål")),
    lines=rows.question_lines,
    outcomes=Outcome.HAND_OVER,
    optional=Outcome.METHOD | Outcome.END | Outcome.NEW_FUNDING,
)

ACTION_ROWS = Rows(
    step=ACTIONS,
    form=action_form.ActionForm,
    noun=_("tiltag"),
    the=_("tiltaget"),
    add=_("Tilføj et tiltag"),
    template="plan/actions.html",
    rows=rows.action_rows,
    warning=rows.action_warning,
    not_copied=frozenset({"status", "done_on", "status_note"}),
    settle=leave_circles,
    columns=ACTION_COLUMNS,
)
BUDGET_ROWS = Rows(
    step=BUDGET,
    form=forms.BudgetLineForm,
    noun=_("budgetlinje"),
    the=_("budgetlinjen"),
    add=_("Tilføj en udgift"),
    template="plan/budget.html",
    rows=rows.budget,
    columns=BUDGET_COLUMNS,
)
QUESTION_ROWS = Rows(
    step=QUESTIONS,
    form=forms.QuestionForm,
    noun=_("spørgsmål"),
    the=_("spørgsmålet"),
    add=_("Tilføj et spørgsmål"),
    template="plan/questions.html",
    rows=rows.question_rows,
    not_copied=frozenset({"answer"}),
    columns=QUESTION_COLUMNS,
)

PHASE = Phase(
    4,
    _("Forankringsplan"),
    (
        METHOD,
        MODEL,
        *outcomes.STEPS,
        RESPONSIBLE,
        *cooperation.HOW_IT_IS_RUN,
        ACTIONS,
        BUDGET,
        letting_go.COSTS,
        cooperation.INTERFACES,
        QUESTIONS,
        letting_go.RISKS,
        letting_go.PHASE_OUT,
        letting_go.HANDOVER,
        letting_go.FOLLOW_UP,
        letting_go.DECISIONS,
    ),
    headings={
        METHOD.slug: _("Hvem og hvordan"),
        BUDGET.slug: _("Økonomi"),
        cooperation.INTERFACES.slug: _("Samarbejde og usikkerhed"),
        letting_go.PHASE_OUT.slug: _("Overdragelse og opfølgning"),
    },
    titles={
        Outcome.METHOD: _("Plan for metoden"),
        Outcome.NEW_FUNDING: _("Plan for ny finansiering"),
        Outcome.END: _("Plan for afslutningen"),
    },
)
