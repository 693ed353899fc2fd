"""Phase 4 in the plan: who does what when something happens, and which roles change."""

from projects.documents.redaction import Record
from projects.models import RoleShiftKind


class PlanInterfacePart(Record):
    actor: str
    does: str = ""


class PlanInterface(Record):
    trigger: str
    parts: tuple[PlanInterfacePart, ...] = ()
    response: str = ""
    informed_actors: tuple[str, ...] = ()
    informed: str = ""


class PlanRoleShift(Record):
    """`actions` by their codes."""

    kind: RoleShiftKind
    actor: str = ""
    role: str = ""
    changes: str = ""
    actions: tuple[str, ...] = ()
