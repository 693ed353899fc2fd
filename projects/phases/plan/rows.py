"""What the lists of phase 4 show of each row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from actors.calendar import add_months
from forankring.ui.dates import write_date
from forankring.ui.numbers import write_kroner, write_number
from projects.models import (
    Action,
    ActionGap,
    ActionStatus,
    BudgetLine,
    OpenQuestion,
    PlanOutline,
    Project,
    ProjectActor,
    Task,
)
from projects.phases.plan import money
from projects.phases.plan.reassessing import assess_again_words, gap_in_words, gaps_to_reassess
from projects.phases.steps import Line


@dataclass(frozen=True)
class ActionRow:
    """An action and what the day makes of it."""

    action: Action
    today: date
    end: date | None
    to_reassess: Sequence[ActionGap] = ()

    def __str__(self) -> str:
        return str(self.action)

    @property
    def pk(self) -> int:
        return self.action.pk

    @property
    def is_overdue(self) -> bool:
        return self.action.is_overdue(self.today)

    @property
    def is_open(self) -> bool:
        return ActionStatus(self.action.status).is_open

    @property
    def ends_too_late(self) -> bool:
        return is_after_end(self.action, self.end)

    @property
    def details(self) -> list[tuple[str, str]]:
        """What is written about the action besides what its line shows: question and answer."""
        action = self.action
        answers = [
            (_("Lukker gabet"), "\n".join(gap_in_words(gap) for gap in action.gaps.all())),
            (_("Tema"), action.get_theme_display()),
            (_("Kapacitetsform"), action.get_capacity_form_display()),
            (_("Styrker"), "\n".join(str(actor) for actor in action.actors.all())),
            (_("Til opgave"), "\n".join(str(task) for task in action.tasks.all())),
            (_("Medvirkende"), action.contributors),
            (_("Venter på"), "\n".join(str(each) for each in action.depends_on.all())),
            (_("Start"), write_date(action.start) if action.start else ""),
            (_("Milepæl"), action.milestone),
            (_("Gennemført"), write_date(action.done_on) if action.done_on else ""),
            (_("Gjort, når"), action.success_criterion),
            (_("Tid"), _("%s timer") % write_number(action.hours) if action.hours is not None else ""),
            (_("Udgift"), write_kroner(action.cost) if action.cost is not None else ""),
            (_("Betales af"), action.get_funding_source_display()),
            (_("Hvad kan gå galt"), action.risk),
            (_("Plan B"), action.plan_b),
        ]
        return [(question, str(answer)) for question, answer in answers if answer]


def is_after_end(action: Action, end: date | None) -> bool:
    """Whether the deadline lies after the project's last day."""
    return action.deadline is not None and end is not None and action.deadline > end


def action_warning(action: Action) -> str:
    """What is worth a thought in an action that was saved; "" when there is nothing to say."""
    gaps = gaps_to_reassess([action])[action.pk]
    return " ".join(words for words in (_too_late_words(action), assess_again_words(gaps)) if words)


def _too_late_words(action: Action) -> str:
    end = action.project.ends_on
    if end is None or not is_after_end(action, end):
        return ""
    return _(
        "Fristen ligger efter projektets slutning %(end)s. "
        "Er det meningen, så accepter det med en grund i sundhedstjekket."
    ) % {"end": write_date(end)}


def action_rows(project: Project) -> list[ActionRow]:
    """The actions in order, with all that the list shows of them. The same number of queries for any number of rows."""
    today = timezone.localdate()
    actions = list(_whole_actions(project))
    asked = gaps_to_reassess(actions)
    return [ActionRow(action, today, project.ends_on, asked[action.pk]) for action in actions]


def _whole_actions(project: Project) -> Iterable[Action]:
    gaps = ActionGap.objects.select_related(
        "candidacy__project_actor__actor__housing_organisation",
        "candidacy__project_actor__actor__housing_department__organisation",
        "candidacy__project_actor__actor__municipality",
    ).order_by("pk")
    actors = ProjectActor.objects.named().in_order()
    return project.actions.in_order().prefetch_related(
        Prefetch("actors", queryset=actors),
        Prefetch("tasks", queryset=Task.objects.going_on().in_order()),
        Prefetch("gaps", queryset=gaps),
        Prefetch("depends_on", queryset=Action.objects.in_order()),
    )


def action_lines(project: Project) -> Iterator[Line]:
    for row in action_rows(project):
        action = row.action
        status = _("forsinket") if row.is_overdue else action.get_status_display().lower()
        parts = [
            action.responsible,
            _("frist %(date)s") % {"date": write_date(action.deadline)} if action.deadline else "",
            status,
        ]
        yield Line(str(action), "\n".join(part for part in parts if part), action.pk)


@dataclass(frozen=True)
class Budget:
    """The budget's lines in order and what they add up to, beside what the project costs today and what is free.

    Lines of a task that is stopped are shown and not counted.
    """

    lines: list[BudgetLine]
    end: date | None = None
    today: int = 0
    free_of_charge: str = ""

    def __iter__(self) -> Iterator[BudgetLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def counted(self) -> list[BudgetLine]:
        return [line for line in self.lines if line.is_in_operation]

    @property
    def total(self) -> int:
        return money.total(self.counted)

    @property
    def by_certainty(self) -> list[tuple[str, int]]:
        """Words and kroner, surest first."""
        sums = money.by_certainty(self.counted)
        return [(str(key.label) if key else _("Ikke oplyst"), amount) for key, amount in sums.items()]

    @property
    def by_task(self) -> list[tuple[str, int]]:
        """Each task's cost, the sum of its lines; last what belongs to no task."""
        sums = money.per((line for line in self.counted if line.task), lambda line: str(line.task))
        rest = [line for line in self.counted if not line.task]
        return [*sums.items(), *([(_("Uden opgave"), money.total(rest))] if rest else [])]

    @cached_property
    def expiring(self) -> list[tuple[BudgetLine, bool]]:
        """The lines whose money ends on a known day, and whether that is within a year after the project's end."""
        year_after = add_months(self.end, 12) if self.end else None
        return [
            (line, bool(year_after and line.expires_on and line.expires_on < year_after))
            for line in money.expiring(self.counted)
        ]


def budget(project: Project) -> Budget:
    """In three queries."""
    outline = PlanOutline.objects.filter(pk=project.pk).first() or PlanOutline()
    return Budget(
        list(project.budget_lines.in_order().select_related("task")),
        end=project.ends_on,
        today=money.total(project.project_costs.all()),
        free_of_charge=outline.free_of_charge,
    )


def budget_lines(project: Project) -> Iterator[Line]:
    for line in budget(project):
        parts = [
            _("%(amount)s om året") % {"amount": write_kroner(line.amount)} if line.amount is not None else "",
            line.get_source_display(),
            line.get_certainty_display(),
            _("udløber %(date)s") % {"date": write_date(line.expires_on)} if line.expires_on else "",
            "" if line.is_in_operation else _("opgaven stoppes: tæller ikke med"),
        ]
        yield Line(line.title, "\n".join(part for part in parts if part), line.pk)


def question_rows(project: Project) -> list[OpenQuestion]:
    """The questions in order; `late` tells whether the deadline has passed without an answer."""
    today = timezone.localdate()
    rows = list(project.open_questions.in_order())
    for row in rows:
        row.late = row.is_overdue(today)
    return rows


def question_lines(project: Project) -> Iterator[Line]:
    body = project.programme.deciding_body
    for row in question_rows(project):
        who = [row.settled_by, *([body] if row.also_for_deciding_body else [])]
        parts = [
            get_text_list([name for name in who if name], _("og")),
            _("frist %(date)s") % {"date": write_date(row.deadline)} if row.deadline else "",
            _("fristen er gået") if row.late else "",
            row.answer,
        ]
        yield Line(row.question, "\n".join(part for part in parts if part), row.pk)
