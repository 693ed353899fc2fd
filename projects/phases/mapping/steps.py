"""Phase 2 in its order."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from actors.models import ActorType
from projects.models import Outcome, Project, ProjectActor, RoundSubject, SharedScore
from projects.phases.facts import ProjectFacts
from projects.phases.mapping import checks, forms, relations
from projects.phases.mapping.coverage import coverage_of
from projects.phases.mapping.interview_steps import INTERVIEWS
from projects.phases.mapping.lists import ACTOR_COLUMNS, copy_actor
from projects.phases.rows import Rows
from projects.phases.steps import Line, Phase, Step, Text, count_of, nothing


def _count_covered(facts: ProjectFacts) -> Text:
    """How many of the tasks that go on have somebody who may be responsible, in whatever state."""
    tasks = facts.living_tasks
    covered = sum(1 for task in tasks if facts.commitments_of(task, "A"))
    return (
        now("%(covered)d af %(all)d opgaver har en mulig ansvarlig") % {"covered": covered, "all": len(tasks)}
        if tasks
        else ""
    )


def _actors(project: Project) -> Any:
    return project.project_actors.named().in_order()


def _actor_lines(project: Project) -> Iterable[Line]:
    for row in _actors(project):
        gives = [words for words in (row.contribution_words, row.contribution_note) if words]
        parts = [
            (now("Type:"), row.actor.get_actor_type_display()),
            (now("I dag:"), row.current_role),
            (now("Kan give:"), ". ".join(gives)),
            (now("Hvor langt:"), row.get_contact_status_display()),
        ]
        yield Line(f"{row.code} {row}", "\n".join(f"{name} {answer}" for name, answer in parts if answer), row.pk)


def _coverage_lines(project: Project) -> Iterable[Line]:
    for row in coverage_of(project).rows:
        taken = (f"{cell.actor}: {' · '.join(mark.words for mark in cell.marks)}" for cell in row.taken)
        answer = "\n".join(taken) if row.lives_on else now("Opgaven stoppes.")
        yield Line(str(row.task), answer, row.task.pk)


def _kept_by_assessments(row: ProjectActor) -> Text:
    in_rounds = RoundSubject.objects.filter(candidacy__project_actor=row)
    if in_rounds.filter(round__closed_at__isnull=True).exists():
        return _("Aktøren er med i en vurderingsrunde, der er i gang. Luk eller afbryd runden først.")
    if in_rounds.exists() or SharedScore.objects.filter(candidacy__project_actor=row).exists():
        return _(
            "Aktøren er vurderet i fase 3, og vurderinger bliver stående. "
            "Tag i stedet aktøren ud af brug, skriv, at den har sagt nej, eller vælg ”Ikke nu” i fase 3."
        )
    return ""


def _small_group(row: ProjectActor) -> Text:
    return forms.SMALL_GROUP if row.actor.actor_type == ActorType.RESIDENT_GROUP else ""


ACTORS = Step(
    slug="aktoerer",
    link_text=_("Find aktørerne"),
    title=_("Hvem kan tage over?"),
    lead=_("Skriv dem op, der er her også om tre år: kommunen, foreninger, boligorganisationen, erhvervslivet."),
    begun=lambda facts: bool(facts.actors),
    missing=checks.actors_missing,
    summary=count_of("actors", ngettext_lazy("%d aktør", "%d aktører")),
    outcomes=Outcome.LIVES_ON,
    optional=Outcome.NEW_FUNDING,
    lines=_actor_lines,
)
ACTOR_ROWS = Rows(
    step=ACTORS,
    form=forms.ProjectActorForm,
    noun=_("aktør"),
    the=_("aktøren"),
    add=_("Tilføj en ny aktør"),
    template="mapping/actors.html",
    rows=relations.cards_of,
    refusal=_kept_by_assessments,
    warning=_small_group,
    copy=copy_actor,
    columns=ACTOR_COLUMNS,
)
COVERAGE = Step(
    slug="daekning",
    link_text=_("Find mulige aktører til opgaverne"),
    title=_("Hvem kan løfte hvad?"),
    lead=_("Flere kan være mulige. Kun én kan aftales som ansvarlig; de andre kan udføre, bidrage eller være reserve."),
    begun=lambda facts: bool(facts.commitments),
    missing=nothing,  # the rules of the health check tell
    summary=_count_covered,
    outcomes=Outcome.HAND_OVER,
    optional=Outcome.METHOD | Outcome.NEW_FUNDING,
    lines=_coverage_lines,
)

PHASE = Phase(2, _("Kortlægning: Hvem kan tage over?"), (ACTORS, COVERAGE, INTERVIEWS), then=(3, "vurdering"))
