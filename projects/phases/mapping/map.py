"""The map of the actors: what its places, hubs and lines mean. The drawing itself is forankring.rendering's. Pure.

The page and the plan both read this. Its two faces have the same actors in the same places: what they can give, and
what they do in which task.
"""

from collections.abc import Collection, Hashable, Iterator, Sequence
from typing import Final, NamedTuple

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.models import RelationKind, Sphere
from forankring.rendering.actor_map import CROSSED, ActorMap, Hub, Link, Node, Region, Tie, draw_map
from projects.models import CommitmentRole, CommitmentState, Contribution
from projects.phases.mapping.weak_spots import Carried, Carrier, Part

LEFT: Final = (Sphere.MUNICIPALITY, Sphere.STATE)
RIGHT: Final = (Sphere.CIVIL_SOCIETY, Sphere.MARKET)
TIES: Final = {
    RelationKind.COOPERATION: "plain",
    RelationKind.MONEY: "dashed",
    RelationKind.LEADERSHIP: "double",
    RelationKind.CONFLICT: CROSSED,
}
# People and what they know, things and money, doors that open.
GIVES: Final = {
    **dict.fromkeys((Contribution.TIME, Contribution.EXPERTISE), "thin"),
    **dict.fromkeys((Contribution.MONEY, Contribution.PREMISES, Contribution.EQUIPMENT), "dashed"),
    **dict.fromkeys(
        (Contribution.NETWORK, Contribution.LEGITIMACY, Contribution.MANDATE, Contribution.ACCESS), "dotted"
    ),
}
DOES: Final = {
    CommitmentRole.RESPONSIBLE: "thick_dashed",
    CommitmentRole.CARRIES_OUT: "thin",
    CommitmentRole.CONTRIBUTES: "dotted",
    CommitmentRole.RESERVE: "dashed",
}
HUBS: Final = {
    CommitmentState.AGREED: "firm",
    CommitmentState.PROPOSED: "open",
    CommitmentState.POSSIBLE: "faint",
}
QUIET: Final = "quiet"
MOST_SPOKEN: Final = 10
MOST_LINES: Final = 90  # more lines than this hide each other


class Bond(NamedTuple):
    """A relation between two of the actors, by their keys."""

    one: Hashable
    other: Hashable
    kind: RelationKind


def contributions_map(actors: Sequence[Carrier], bonds: Sequence[Bond], *, focus: Hashable = None) -> ActorMap:
    """Who can give what. What nobody gives is a hole. With a `focus` the lines of the others are faint."""
    giving = [actor for actor in actors if actor.is_active]
    given = {kind for actor in giving for kind in actor.contributions}
    hubs = [Hub(kind.value, str(kind.label), "open" if kind in given else "hole") for kind in Contribution]
    links = [Link(str(actor.key), kind, GIVES[Contribution(kind)]) for actor in giving for kind in actor.contributions]
    title = _("Kort over aktørerne: %(who)s, %(gives)s og %(relations)s.") % {
        "who": _people(len(actors)),
        "gives": ngettext("%d bidrag", "%d bidrag", len(links)) % len(links),
        "relations": ngettext("%d relation", "%d relationer", len(bonds)) % len(bonds),
    }
    lacking = nobody_gives(actors)
    regions = _regions(actors, {actor.key for actor in giving if actor.contributions}, focus=focus)
    return draw_map(f"{title} {lacking}".strip(), regions, hubs, _focused(links, focus), _ties(bonds, focus))


def tasks_map(
    actors: Sequence[Carrier],
    tasks: Sequence[Carried],
    bonds: Sequence[Bond] = (),
    *,
    gone: Hashable = None,
    fallen: Collection[str] = (),
    focus: Hashable = None,
) -> ActorMap:
    """Who does what. A task without a responsible is a hole, and so is one that falls with whoever is `gone`.

    Where there is too much to draw, only those who answer for the tasks have lines.
    """
    only_responsible = shows_only_responsible(tasks)
    absent = {gone} | {actor.key for actor in actors if not actor.is_active}
    parts = [(task, part) for task in tasks for part in task.parts if part.actor not in absent]
    links = [
        Link(str(part.actor), task.code, "thick" if _is_agreed(part) else DOES[CommitmentRole(part.role)])
        for task, part in parts
        if part.role == CommitmentRole.RESPONSIBLE or part.actor == focus or not only_responsible
    ]
    hubs = [Hub(task.code, f"{task.code} {task.title}", _hub(task, fallen)) for task in tasks]
    holes = [hub.key for hub in hubs if hub.style == "hole"]
    without = _without_words(holes)
    title = _("Kort over aktører og opgaver: %(who)s og %(tasks)s.") % {
        "who": _people(len(actors)),
        "tasks": ngettext("%d opgave", "%d opgaver", len(tasks)) % len(tasks),
    }
    regions = _regions(actors, {part.actor for _task, part in parts}, gone, focus)
    return draw_map(f"{title} {without}", regions, hubs, _focused(links, focus), _ties(bonds, focus))


def _without_words(holes: Sequence[str]) -> str:
    """Spoken: nobody can follow a long row of numbers."""
    if not holes:
        return _("Alle opgaver har en, der kan være ansvarlig.")
    if len(holes) > MOST_SPOKEN:
        return _("%d opgaver er uden ansvarlig.") % len(holes)
    return _("Uden ansvarlig: %s.") % listed(holes)


def shows_only_responsible(tasks: Sequence[Carried]) -> bool:
    return sum(len(task.parts) for task in tasks) > MOST_LINES


def by_sphere(actors: Sequence[Carrier]) -> Iterator[tuple[bool, str, list[Carrier]]]:
    """In the order of their numbers, which never change: who stands where does not depend on what was moved."""
    for sphere in (*LEFT, *RIGHT):
        yield sphere in LEFT, str(sphere.label), [actor for actor in actors if actor.sphere == sphere]
    if unknown := [actor for actor in actors if not actor.sphere]:
        yield True, _("Sfære ikke valgt"), unknown


def _regions(
    actors: Sequence[Carrier], busy: Collection[Hashable], gone: Hashable = None, focus: Hashable = None
) -> list[Region]:
    ordered = sorted(actors, key=lambda actor: _number(actor.code))
    return [
        Region(
            label,
            [Node(str(actor.key), f"{actor.code} {actor.name}", _node(actor, busy, gone, focus)) for actor in found],
            is_left,
            "" if found else _("ingen endnu"),
        )
        for is_left, label, found in by_sphere(ordered)
    ]


def _number(code: str) -> int:
    """Of A12; a plan that was read back may call its actors anything."""
    digits = code[1:]
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _node(actor: Carrier, busy: Collection[Hashable], gone: Hashable, focus: Hashable) -> str:
    if actor.key == gone or not actor.is_active:
        return "gone"
    if actor.key == focus:
        return "chosen"
    return "firm" if actor.key in busy else "open"


def _hub(task: Carried, fallen: Collection[str]) -> str:
    if task.code in fallen:
        return "hole"
    states = task.states(CommitmentRole.RESPONSIBLE)
    return next((style for state, style in HUBS.items() if state in states), "hole")


def _is_agreed(part: Part) -> bool:
    return part.role == CommitmentRole.RESPONSIBLE and part.state == CommitmentState.AGREED


def _focused(links: Sequence[Link], focus: Hashable) -> list[Link]:
    return [link if focus is None or link.node == str(focus) else link._replace(style=QUIET) for link in links]


def _ties(bonds: Sequence[Bond], focus: Hashable) -> list[Tie]:
    near = [bond for bond in bonds if focus is None or focus in (bond.one, bond.other)]
    far = [bond for bond in bonds if bond not in near]
    return [
        *(Tie(str(bond.one), str(bond.other), QUIET) for bond in far),
        *(Tie(str(bond.one), str(bond.other), TIES[bond.kind], bond.kind.is_directed) for bond in near),
    ]


def nobody_gives(actors: Sequence[Carrier]) -> str:
    given = {kind for actor in actors if actor.is_active for kind in actor.contributions}
    lacking = [str(kind.label).lower() for kind in Contribution if kind not in given]
    return _("Ingen bidrager med %s.") % get_text_list(lacking, _("eller")) if lacking else ""


def _people(count: int) -> str:
    return ngettext("%d aktør", "%d aktører", count) % count


def listed(codes: Sequence[str]) -> str:
    return get_text_list(list(codes), _("og"))
