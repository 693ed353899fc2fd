"""Phase 4: interfaces and role shifts."""

from collections.abc import Iterator

from django.db.models import Prefetch

from projects.documents.build.likeness import like
from projects.documents.records import PlanInterface, PlanInterfacePart, PlanRoleShift
from projects.models import Action, Interface, InterfacePart, Project, ProjectActor, RoleShift


def interfaces_of(project: Project) -> Iterator[PlanInterface]:
    parts = InterfacePart.objects.select_related("project_actor").order_by("pk")
    informed = ProjectActor.objects.in_order()
    rows = Interface.objects.filter(project=project).in_order()
    for row in rows.prefetch_related(Prefetch("parts", parts), Prefetch("informed_actors", informed)):
        yield like(
            PlanInterface,
            row,
            parts=tuple(PlanInterfacePart(actor=part.project_actor.code, does=part.does) for part in row.parts.all()),
            informed_actors=tuple(actor.code for actor in row.informed_actors.all()),
        )


def role_shifts_of(project: Project) -> Iterator[PlanRoleShift]:
    rows = RoleShift.objects.filter(project=project).in_order().select_related("project_actor")
    for row in rows.prefetch_related(Prefetch("actions", Action.objects.in_order())):
        yield like(
            PlanRoleShift,
            row,
            actor=row.project_actor.code if row.project_actor else "",
            actions=tuple(action.code for action in row.actions.all()),
        )
