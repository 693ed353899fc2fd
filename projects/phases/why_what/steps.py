"""Phase 1 in its order."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from projects.models import Outcome, Project
from projects.phases.columns import Columns
from projects.phases.rows import Rows
from projects.phases.steps import Line, Phase, Step, any_answer, count_of
from projects.phases.why_what import checks, columns, forms


def _task_lines(project: Project) -> Iterable[Line]:
    for task in project.tasks.in_order():
        parts = [task.get_task_type_display(), task.get_operation_level_display(), task.description]
        yield Line(str(task), "\n".join(part for part in parts if part), task.pk)


WHY = Step(
    slug="hvorfor",
    link_text=_("Beskriv behov og virkning"),
    title=_("Hvorfor skal det leve videre?"),
    lead=_("Skriv det, I ved. I kan altid komme tilbage og skrive mere."),
    form=forms.WhyForm,
    begun=any_answer("why_what", forms.WhyForm),
    missing=checks.why_missing,
)
GOAL = Step(
    slug="maal",
    link_text=_("Sæt et mål for forankringen"),
    title=_("Hvornår er forankringen lykkedes?"),
    lead=_("Det er projektets vigtigste succeskriterium: at det gode lever videre."),
    form=forms.GoalForm,
    begun=any_answer("why_what", forms.GoalForm),
    missing=checks.goal_missing,
)
WHAT = Step(
    slug="hvad",
    link_text=_("Vælg, hvad der skal forankres"),
    title=_("Hvad skal forankres?"),
    lead=_("Del op i det, der skal bevares, det, der kan ændres, og det, I stopper."),
    form=forms.WhatForm,
    begun=any_answer("why_what", forms.WhatForm),
    missing=checks.what_missing,
)
DECISION = Step(
    slug="beslutning",
    link_text=_("Beslut, hvad der skal ske"),
    title=_("Hvad har I besluttet?"),
    lead=_("At afslutte bevidst er også en beslutning."),
    form=forms.DecisionForm,
    begun=any_answer("why_what", forms.DecisionForm),
    missing=checks.decision_missing,
)
TASKS = Step(
    slug="opgaver",
    link_text=_("Skriv opgaverne op"),
    title=_("Hvilke opgaver er der?"),
    lead=_("Skriv de opgaver, som nogen skal løse, når projektmedarbejderne er væk."),
    begun=lambda facts: bool(facts.tasks),
    missing=checks.tasks_missing,
    outcomes=Outcome.HAND_OVER,
    optional=Outcome.METHOD | Outcome.NEW_FUNDING | Outcome.END,
    summary=count_of("tasks", ngettext_lazy("%d opgave", "%d opgaver")),
    lines=_task_lines,
)
TASK_ROWS = Rows(
    step=TASKS,
    form=forms.TaskForm,
    noun=_("opgave"),
    the=_("opgaven"),
    add=_("Tilføj en opgave"),
    template="why_what/tasks.html",
    rows=lambda project: project.tasks.in_order(),
    columns=Columns(
        words={
            "title": ("opgaver", "titel", "navn", "hvad", "aktivitet"),
            "task_type": ("type", "slags"),
            "description": ("bemærkninger", "bemærkning", "noter", "note"),
            "solved_today_by": ("i dag", "hvem", "udføres af", "ansvarlig i dag"),
            "hours_project": ("timer nu", "timer i dag"),
            "hours_operation": ("timer", "tid", "timetal", "timeforbrug"),
            "hours_unit": ("enhed", "timer er"),
            "competences": ("kompetencer",),
            "legal_requirements": ("jura",),
            "operation_level": ("niveau",),
        },
        rest="description",
        example=_("Opgave, Type, I dag, Timer om ugen"),
        split={"i drift": columns.level_and_hours, "krav": columns.requirements},
        unit="hours_unit",
        of_unit=("hours_project", "hours_operation"),
        tags={"kritisk": ("is_critical", "True")},
    ),
)

PHASE = Phase(
    1,
    _("Hvorfor, hvad og hvilke opgaver?"),
    (WHY, GOAL, WHAT, DECISION, TASKS),
    then=(2, "aktoerer"),
    shortcuts={Outcome.END: (4, "laering"), Outcome.NEW_FUNDING: (4, "ansoegninger")},
)
