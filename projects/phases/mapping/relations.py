"""The relations between actors as their cards and lists tell them: in words, from each side."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from actors.models import ActorRelation, RelationKind, relation_words
from projects.models import Project, ProjectActor


def cards_of(project: Project) -> list[ProjectActor]:
    """The project's actors, each with what it has to do with the others of the helhedsplan. Two queries."""
    rows = list(project.project_actors.named().in_order())
    words = words_by_actor(relations_of(project))
    for row in rows:
        row.relation_words = words[row.actor_id]
    return rows


def relations_of(project: Project) -> Sequence[ActorRelation]:
    """Every relation of the helhedsplan, as it was written down."""
    return list(ActorRelation.objects.of_programme(project.programme_id).named().in_order())


def words_by_actor(relations: Iterable[ActorRelation]) -> defaultdict[int, list[str]]:
    """Actor → "giver penge til Foreningen", from its own side."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for relation in relations:
        kind = RelationKind(relation.kind)
        found[relation.from_actor_id].append(relation_words(kind, str(relation.to_actor), forward=True))
        found[relation.to_actor_id].append(relation_words(kind, str(relation.from_actor), forward=False))
    return found
