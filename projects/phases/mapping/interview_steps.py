"""The step between the workshops: talk with the actors. It may be skipped."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from projects.models import ActorInterview, Outcome, Project, ProjectActor
from projects.phases.facts import ProjectFacts
from projects.phases.mapping.interview_form import InterviewForm, chosen_before
from projects.phases.mapping.interview_notes import QUESTIONS
from projects.phases.mapping.interview_services import move_contact
from projects.phases.rows import Rows
from projects.phases.steps import Line, Step, Text, nothing


def interviews_of(project: Project) -> list[ActorInterview]:
    """Every talk with the project's actors, held and planned, the newest first."""
    return list(ActorInterview.objects.of_project(project.pk).named().newest_first())


def not_talked_with(project: Project, interviews: Iterable[ActorInterview]) -> list[ProjectActor]:
    """The actors in use that nobody has talked with or plans to."""
    met = {row.project_actor_id for row in interviews}
    return [row for row in project.project_actors.named().in_order() if row.pk not in met and row.actor.is_active]


def _count_met(facts: ProjectFacts) -> Text:
    actors = [actor for actor in facts.actors if actor.is_active]
    words = {"met": sum(actor.is_met for actor in actors), "all": len(actors)}
    return now("I har talt med %(met)d af %(all)d") % words


def _lines(project: Project) -> Iterable[Line]:
    today = timezone.localdate()
    for row in interviews_of(project):
        said = [f"{question.words}\n{getattr(row, question.field)}" for question in QUESTIONS]
        said = [each for each, question in zip(said, QUESTIONS, strict=True) if getattr(row, question.field)]
        yield Line(str(row), "\n".join(said) or (now("Planlagt.") if row.is_planned(today) else ""), row.pk)


def _begin(row: ActorInterview, asked: QueryDict) -> None:
    chosen_before(row, asked.get("aktoer", ""))


def _saved(by: Any, form: InterviewForm) -> None:
    if form.tells_of_contact:
        move_contact(by=by, interview=form.instance)


INTERVIEWS = Step(
    slug="aktoersamtaler",
    link_text=_("Tal med aktørerne"),
    title=_("Hvad siger aktørerne selv?"),
    lead=_("Otte spørgsmål og en halv time. Det, I hører, står ved siden af, når I vurderer aktøren."),
    begun=lambda facts: any(actor.is_met for actor in facts.actors),
    missing=nothing,
    summary=_count_met,
    outcomes=Outcome.NONE,
    optional=Outcome.LIVES_ON | Outcome.NEW_FUNDING,
    lines=_lines,
    is_private=True,
)
INTERVIEW_ROWS = Rows(
    step=INTERVIEWS,
    form=InterviewForm,
    noun=_("samtale"),
    the=_("samtalen"),
    add=_("Notér en samtale"),
    template="mapping/interviews.html",
    rows=interviews_of,
    within="project_actor__project",
    begin=_begin,
    saved=_saved,
)
