"""How those who take over work together: their parts of the interfaces, what waits for what, and the role shifts."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from projects.models import Action, Interface, InterfacePart, RoleShift, RoleShiftKind
from projects.phases.facts.grouping import grouped_records


class InterfacePartFacts(NamedTuple):
    project_id: int
    interface_id: int
    project_actor_id: int
    does: str


class InformedFacts(NamedTuple):
    project_id: int
    interface_id: int
    projectactor_id: int


class DependencyFacts(NamedTuple):
    """The one action cannot be done before the other."""

    project_id: int
    from_action_id: int
    to_action_id: int


class RoleShiftFacts(NamedTuple):
    project_id: int
    id: int
    kind: str
    project_actor_id: int | None
    role: str
    changes: str

    @property
    def name(self) -> str:
        label = str(RoleShiftKind(self.kind).label)
        return f"{label} ({self.role})" if self.role else label


def load_interface_parts(found: Iterable[int]) -> defaultdict[int, list[InterfacePartFacts]]:
    rows = InterfacePart.objects.filter(interface__project_id__in=found).order_by("pk")
    return grouped_records(InterfacePartFacts, rows, project="interface__project_id")


def load_informed(found: Iterable[int]) -> defaultdict[int, list[InformedFacts]]:
    rows = Interface.informed_actors.through.objects.filter(interface__project_id__in=found).order_by("pk")
    return grouped_records(InformedFacts, rows, project="interface__project_id")


def load_dependencies(found: Iterable[int]) -> defaultdict[int, list[DependencyFacts]]:
    rows = Action.depends_on.through.objects.filter(from_action__project_id__in=found).order_by("pk")
    return grouped_records(DependencyFacts, rows, project="from_action__project_id")


def load_role_shifts(found: Iterable[int]) -> defaultdict[int, list[RoleShiftFacts]]:
    return grouped_records(RoleShiftFacts, RoleShift.objects.filter(project_id__in=found).in_order())
