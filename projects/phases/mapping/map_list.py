"""The map of the actors in words: what is missing on it, and everybody with what the lines say. Pure."""

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from actors.models import Sphere, relation_words
from projects.models import CommitmentRole, CommitmentState, Contribution
from projects.phases.mapping.map import Bond, by_sphere, listed, nobody_gives
from projects.phases.mapping.weak_spots import Carried, Carrier, Part


class Entry(NamedTuple):
    """An actor as the list beside the map tells it."""

    actor: Carrier
    gives: str
    does: str
    relations: Sequence[str]


def holes_of(actors: Sequence[Carrier], tasks: Sequence[Carried], bonds: Sequence[Bond]) -> Iterator[str]:
    """What the map shows to be missing, in words."""
    here = [actor for actor in actors if actor.is_active]
    empty = [str(sphere.label).lower() for sphere in Sphere if sphere not in {actor.sphere for actor in here}]
    if empty and all(actor.sphere for actor in here):
        yield _("Ingen aktører i sektoren %s.") % get_text_list(empty, _("eller"))
    if open_ones := [task.code for task in tasks if not task.has(CommitmentRole.RESPONSIBLE)]:
        yield _("%s har ingen ansvarlig.") % listed(open_ones)
    if lacking := nobody_gives(actors):
        yield lacking
    if silent := [actor.code for actor in here if not actor.contributions]:
        yield _("I har ikke valgt, hvad %s kan bidrage med.") % listed(silent)
    tied = {key for bond in bonds for key in (bond.one, bond.other)}
    if bonds and (alone := [actor.code for actor in here if actor.key not in tied]):
        yield _("%s har ingen relation til de andre.") % listed(alone)


def entries_of(
    actors: Sequence[Carrier], tasks: Sequence[Carried], bonds: Sequence[Bond]
) -> list[tuple[str, list[Entry]]]:
    """The same facts as a list: by sphere, in the order of the map."""
    names = {actor.key: f"{actor.code} {actor.name}" for actor in actors}
    return [
        (label, [_entry(actor, tasks, bonds, names) for actor in found]) for _is_left, label, found in by_sphere(actors)
    ]


def _entry(actor: Carrier, tasks: Sequence[Carried], bonds: Sequence[Bond], names: dict[Hashable, str]) -> Entry:
    gives = ", ".join(str(Contribution(kind).label).lower() for kind in actor.contributions)
    does = [f"{task.code} ({_role_words(part)})" for task in tasks for part in task.parts if part.actor == actor.key]
    relations = [
        relation_words(bond.kind, names[other], forward=other == bond.other)
        for bond in bonds
        for other in (bond.other, bond.one)
        if actor.key in (bond.one, bond.other) and other != actor.key and other in names
    ]
    return Entry(actor, gives, ", ".join(does), relations)


def _role_words(part: Part) -> str:
    return f"{CommitmentRole(part.role).label}, {CommitmentState(part.state).label}".lower()
