"""Phase 4's second half in its order: what it costs today, what can go wrong, and how the project lets go."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from projects.models import HandoverPoint, Outcome
from projects.phases.facts import ProjectFacts
from projects.phases.missing import nothing
from projects.phases.plan.letting_go import checks, forms, rows, services
from projects.phases.plan.letting_go.columns import COST_COLUMNS, DECISION_COLUMNS, RISK_COLUMNS
from projects.phases.rows import Rows
from projects.phases.steps import Step, Text, count_of


def _count_ticks(facts: ProjectFacts) -> Text:
    settled = sum(1 for tick in facts.handover_ticks if tick.is_settled)
    words = {"settled": settled, "all": len(HandoverPoint)}
    if facts.handover and facts.handover.approved_at:
        return (
            _("godkendt") if settled == len(HandoverPoint) else _("godkendt med %(settled)d af %(all)d punkter") % words
        )
    if facts.handover_ticks and settled < len(HandoverPoint) and not checks.is_time_to_let_go(facts):
        return _("%(settled)d af %(all)d på plads, resten kan vente") % words
    return _("%(settled)d af %(all)d punkter") % words if settled else ""


COSTS = Step(
    slug="udgifter-i-dag",
    link_text=_("Skriv projektets budget i dag"),
    title=_("Hvad koster projektet i dag?"),
    lead=_("Så kan alle se, hvad der bliver billigere, og hvad der bliver væk."),
    begun=lambda facts: bool(facts.project_costs),
    missing=checks.costs_missing,
    summary=count_of("project_costs", ngettext_lazy("%d linje", "%d linjer")),
    lines=rows.cost_lines,
    outcomes=Outcome.HAND_OVER | Outcome.NEW_FUNDING,
)
RISKS = Step(
    slug="risici",
    link_text=_("Vurdér risici"),
    title=_("Hvad kan gå galt i driften?"),
    lead=_("En risiko er til at bære, når nogen holder øje med den, og I ved, hvad I gør."),
    begun=lambda facts: bool(facts.risks),
    missing=checks.risks_missing,
    summary=count_of("risks", ngettext_lazy("%d risiko", "%d risici")),
    lines=rows.risk_lines,
    outcomes=Outcome.HAND_OVER,
)
PHASE_OUT = Step(
    slug="udfasning",
    link_text=_("Planlæg udfasningen"),
    title=_("Hvordan trapper I ned?"),
    lead=_("Projektmedarbejderne bruger færre og færre timer. I den sidste måned bruger de ingen."),
    begun=lambda facts: bool(facts.staff_hours),
    missing=checks.staff_hours_missing,
    summary=count_of("staff_hours", ngettext_lazy("%d måned", "%d måneder")),
    lines=rows.staff_hours_lines,
    outcomes=Outcome.HAND_OVER,
    optional=Outcome.METHOD | Outcome.END,
)
HANDOVER = Step(
    slug="overdragelse",
    link_text=_("Gennemgå overdragelsestjekket"),
    title=_("Er I klar til at give slip?"),
    lead=_("Ti punkter skal være på plads. Vi viser, hvad planen kan se. I siger, hvordan det er."),
    begun=lambda facts: bool(facts.handover_ticks or facts.handovers),
    missing=checks.handover_missing,
    summary=_count_ticks,
    lines=rows.handover_lines,
    outcomes=Outcome.HAND_OVER,
    optional=Outcome.METHOD,
)
FOLLOW_UP = Step(
    slug="opfoelgning",
    link_text=_("Aftal opfølgningen"),
    title=_("Hvem følger op?"),
    lead=_("Når projektet er slut, er der ingen, der holder øje, hvis det ikke er aftalt."),
    begun=lambda facts: bool(facts.follow_ups),
    missing=checks.follow_ups_missing,
    summary=count_of("follow_ups", ngettext_lazy("%d opfølgning", "%d opfølgninger")),
    lines=rows.follow_up_lines,
    outcomes=Outcome.HAND_OVER,
    optional=Outcome.METHOD,
)
DECISIONS = Step(
    slug="beslutninger",
    link_text=_("Beslutningslog"),
    title=_("Hvad er besluttet undervejs?"),
    lead=_("En log over beslutningerne. Så kan den, der kommer til senere, se, hvem der sagde ja til hvad."),
    begun=lambda facts: bool(facts.decisions),
    missing=nothing,
    summary=count_of("decisions", ngettext_lazy("%d beslutning", "%d beslutninger")),
    lines=rows.decision_lines,
    outcomes=Outcome.HAND_OVER,
    optional=~Outcome.HAND_OVER,
)

COST_ROWS = Rows(
    step=COSTS,
    form=forms.ProjectCostForm,
    noun=_("udgift"),
    the=_("udgiften"),
    add=_("Tilføj en udgift"),
    template="plan/costs.html",
    rows=rows.cost_rows,
    columns=COST_COLUMNS,
)
RISK_ROWS = Rows(
    step=RISKS,
    form=forms.RiskForm,
    noun=_("risiko"),
    the=_("risikoen"),
    add=_("Tilføj en risiko"),
    template="plan/risks.html",
    rows=rows.risk_rows,
    columns=RISK_COLUMNS,
)
PHASE_OUT_ROWS = Rows(
    step=PHASE_OUT,
    form=forms.StaffHoursForm,
    noun=_("måned"),
    the=_("måneden"),
    add=_("Tilføj en måned"),
    template="plan/phase_out.html",
    rows=rows.phase_out,
    not_copied=frozenset({"rise_reason"}),
    copy=services.copy_month,
)
FOLLOW_UP_ROWS = Rows(
    step=FOLLOW_UP,
    form=forms.FollowUpForm,
    noun=_("opfølgning"),
    the=_("opfølgningen"),
    add=_("Tilføj en opfølgning"),
    template="plan/follow_ups.html",
    rows=rows.follow_up_rows,
    not_copied=frozenset({"result", "note"}),
)
DECISION_ROWS = Rows(
    step=DECISIONS,
    form=forms.DecisionForm,
    noun=_("beslutning"),
    the=_("beslutningen"),
    add=_("Tilføj en beslutning"),
    template="plan/decisions.html",
    rows=rows.decision_rows,
    columns=DECISION_COLUMNS,
)
