"""Phase 2: the actors, and what each of them does in which task."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from actors.models import Actor
from projects.models import ActorInterview, Commitment, ProjectActor
from projects.phases.facts.grouping import grouped_records


class ActorFacts(NamedTuple):
    project_id: int
    id: int
    name: str
    actor_type: str
    sphere: str
    contact_status: str
    has_contribution: bool
    number: int = 0
    is_active: bool = True
    staying: str = ""
    run_by_volunteers: str = ""
    decision_role: str = ""
    contributions: tuple[str, ...] = ()
    task_types: tuple[str, ...] = ()
    organisation: str = ""  # what it is a part of, the same text for two parts of the same; "" when it stands alone
    is_met: bool = False  # somebody has held an actor interview with it

    @property
    def code(self) -> str:
        return f"A{self.number}"


class CommitmentFacts(NamedTuple):
    project_id: int
    task_id: int
    project_actor_id: int
    role: str
    state: str
    takes_over_on: date | None


def load_actors(found: Iterable[int]) -> defaultdict[int, list[ActorFacts]]:
    grouped: defaultdict[int, list[ActorFacts]] = defaultdict(list)
    present = ProjectActor.objects.filter(project_id__in=found).annotate(is_met=ActorInterview.objects.of_actor())
    rows = list(present.named().in_order())
    registered = _registered(row.actor for row in rows)
    for row in rows:
        has_contribution = bool(row.contributions or row.contribution_note)
        grouped[row.project_id].append(
            ActorFacts(
                row.project_id,
                row.pk,
                str(row),
                row.actor.actor_type,
                row.actor.sphere,
                row.contact_status,
                has_contribution,
                row.number,
                row.actor.is_active,
                row.actor.staying,
                row.actor.run_by_volunteers,
                row.decision_role,
                tuple(row.contributions),
                tuple(row.task_types),
                _organisation(row.actor, registered),
                row.is_met,
            )
        )
    return grouped


def _registered(actors: Iterable[Actor]) -> dict[str, str]:
    """CVR → the row of the registry that somebody with that number is, or is a part of."""
    found: dict[str, str] = {}
    for actor in actors:
        if actor.cvr and (row := _registry_row(actor)):
            found.setdefault(actor.cvr, row)
    return found


def _organisation(actor: Actor, registered: Mapping[str, str]) -> str:
    """By the registry first: the typed number of one part is seldom typed for the others."""
    return _registry_row(actor) or registered.get(actor.cvr, actor.cvr)


def _registry_row(actor: Actor) -> str:
    """The boligorganisation or kommune; a department is a part of its organisation. "" when it stands alone."""
    department = actor.housing_department
    if housing := department.organisation_id if department else actor.housing_organisation_id:
        return f"housing-{housing}"
    return f"municipality-{actor.municipality_id}" if actor.municipality_id else ""


def load_commitments(found: Iterable[int]) -> defaultdict[int, list[CommitmentFacts]]:
    rows = Commitment.objects.filter(task__project_id__in=found).order_by("pk")
    return grouped_records(CommitmentFacts, rows, project="task__project_id")
