"""The steps of phase 4 about how it is run and who does what (docs/method.md, Fase 4)."""

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from projects.models import Action, InterfacePart, Outcome, Project, ProjectActor
from projects.phases.plan.columns import INTERFACE_COLUMNS
from projects.phases.plan.cooperation import checks, forms
from projects.phases.plan.cooperation.interface_form import InterfaceForm
from projects.phases.rows import Rows
from projects.phases.steps import Line, Step, any_answer, count_of


def interface_rows(project: Project) -> Iterable[object]:
    """The interfaces in order with all that is shown of them. Three queries."""
    parts = InterfacePart.objects.order_by("pk").select_related(
        "project_actor__actor__housing_organisation",
        "project_actor__actor__housing_department__organisation",
        "project_actor__actor__municipality",
    )
    informed = ProjectActor.objects.named().in_order()
    return list(
        project.interfaces.in_order().prefetch_related(Prefetch("parts", parts), Prefetch("informed_actors", informed))
    )


def interface_lines(project: Project) -> Iterator[Line]:
    for row in interface_rows(project):
        parts = [f"{part.project_actor}: {part.does}" for part in row.parts.all()]  # type: ignore[attr-defined]
        told = [str(actor) for actor in row.informed_actors.all()]  # type: ignore[attr-defined]
        told += [row.informed] if row.informed else []  # type: ignore[attr-defined]
        informed = now("Besked til: %(who)s") % {"who": ", ".join(told)} if told else ""
        answer = "\n".join(part for part in (*parts, row.response, informed) if part)  # type: ignore[attr-defined]
        yield Line(str(row), answer, row.pk)  # type: ignore[attr-defined]


def shift_rows(project: Project) -> Iterable[object]:
    actions = Action.objects.in_order()
    rows = project.role_shifts.in_order().select_related(
        "project_actor__actor__housing_organisation",
        "project_actor__actor__housing_department__organisation",
        "project_actor__actor__municipality",
    )
    return list(rows.prefetch_related(Prefetch("actions", actions)))


def shift_lines(project: Project) -> Iterator[Line]:
    for row in project.role_shifts.in_order():
        yield Line(str(row), row.changes, row.pk)


FACILITIES = Step(
    slug="lokaler",
    link_text=_("Få lokaler og udstyr på plads"),
    title=_("Hvilke lokaler og hvilket udstyr skal der til?"),
    lead=_("Mange projekter går i stå på lokalet."),
    form=forms.FacilitiesForm,
    begun=any_answer("outline", forms.FacilitiesForm),
    missing=checks.facilities_missing,
    outcomes=Outcome.HAND_OVER,
    optional=Outcome.METHOD,
)
LEADERSHIP = Step(
    slug="ledelse",
    link_text=_("Aftal, hvem der leder"),
    title=_("Hvem leder det i drift?"),
    lead=_("Én samler trådene. Der er et sted at mødes, og alle ved, hvem der bestemmer hvad."),
    form=forms.LeadershipForm,
    begun=any_answer("outline", forms.LeadershipForm),
    missing=checks.leadership_missing,
    outcomes=Outcome.HAND_OVER,
    optional=Outcome.METHOD,
)
ROLE_SHIFTS = Step(
    slug="rolleskift",
    link_text=_("Nye roller"),
    title=_("Hvem får en ny rolle?"),
    lead=_("Når projektmedarbejderne stopper, skal nogen gøre noget andet, end de plejer. Det kan læres."),
    begun=lambda facts: bool(facts.role_shifts),
    missing=checks.shifts_missing,
    summary=count_of("role_shifts", ngettext_lazy("%d skift", "%d skift")),
    lines=shift_lines,
    outcomes=Outcome.NONE,
    optional=Outcome.LIVES_ON,
)
COMPETENCES = Step(
    slug="kompetencer",
    link_text=_("Skriv, hvem der skal kunne hvad"),
    title=_("Hvem skal lære hvad?"),
    lead=_("Det, projektmedarbejderne kan i dag, skal andre kunne, før de er væk."),
    form=forms.CompetencesForm,
    begun=any_answer("outline", forms.CompetencesForm),
    missing=checks.competences_missing,
    outcomes=Outcome.HAND_OVER,
    optional=Outcome.METHOD,
)
INTERFACES = Step(
    slug="snitflader",
    link_text=_("Aftal snitfladerne"),
    title=_("Hvem gør hvad, når der sker noget?"),
    lead=_("En snitflade er dér, hvor flere aktører skal vide, hvem der gør hvad."),
    begun=lambda facts: bool(facts.interfaces),
    missing=checks.interfaces_missing,
    summary=count_of("interfaces", ngettext_lazy("%d snitflade", "%d snitflader")),
    lines=interface_lines,
    outcomes=Outcome.HAND_OVER,
    optional=Outcome.METHOD,
)

SHIFT_ROWS = Rows(
    step=ROLE_SHIFTS,
    form=forms.RoleShiftForm,
    noun=_("rolleskift"),
    the=_("rolleskiftet"),
    add=_("Tilføj et rolleskift"),
    template="plan/role_shifts.html",
    rows=shift_rows,
)
INTERFACE_ROWS = Rows(
    step=INTERFACES,
    form=InterfaceForm,
    noun=_("snitflade"),
    the=_("snitfladen"),
    add=_("Tilføj en snitflade"),
    template="plan/interfaces.html",
    rows=interface_rows,
    parts=("parts",),
    columns=INTERFACE_COLUMNS,
)

HOW_IT_IS_RUN = (FACILITIES, LEADERSHIP, ROLE_SHIFTS, COMPETENCES)
FORMS = (FACILITIES, LEADERSHIP, COMPETENCES)
ROWS = (SHIFT_ROWS, INTERFACE_ROWS)
