"""Who may do what: one enum, one table, one function."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.models import Programme, Role
from projects.models import Project


class Permission(Enum):
    """What can be allowed. The value is the sentence a member without it is told."""

    READ_SHARED_PLAN = _("Du kan ikke læse planen.")
    READ_WORKING_PLAN = _("Du er læser og kan kun se den delbare udgave af planen.")
    FILL_PHASES = _("Du er læser og kan ikke ændre i projektet.")
    APPROVE = _("Kun ledere af helhedsplanen og medlemmer af styregruppen kan godkende overdragelsen.")
    RATE = _("Du er læser og kan ikke vurdere aktørerne.")
    LEAD_MEETINGS = _("Kun ledere af helhedsplanen og redaktører kan lede møder og vurderinger.")
    MANAGE_PROJECTS = _("Kun ledere af helhedsplanen kan oprette, omdøbe og arkivere projekter.")
    MANAGE_PROGRAMME = _("Kun ledere af helhedsplanen kan ændre helhedsplanen og dens deltagere.")


IS_ARCHIVED: Final = _("Projektet er arkiveret. En leder af helhedsplanen kan gendanne det.")

_READER = frozenset({Permission.READ_SHARED_PLAN})
_WORKER = _READER | {Permission.READ_WORKING_PLAN, Permission.FILL_PHASES, Permission.RATE}

RIGHTS: Final[Mapping[Role, frozenset[Permission]]] = {
    Role.OWNER: frozenset(Permission),
    Role.EDITOR: _WORKER | {Permission.LEAD_MEETINGS},
    Role.BOARD: _WORKER | {Permission.APPROVE},
    Role.READER: _READER,
}

# What an archived project must be restored for.
_CHANGES: Final = {Permission.FILL_PHASES, Permission.APPROVE, Permission.RATE, Permission.LEAD_MEETINGS}


class ReaderRefusedError(PermissionDenied):
    """A reader met a page of those who work on the project; `url` is what they can read instead."""

    def __init__(self, reason: Any, *, url: str) -> None:
        super().__init__(reason)
        self.url = url


def may(role: str, permission: Permission) -> bool:
    """Whether a member with this role may."""
    return permission in RIGHTS[Role(role)]


def get_programme(user: Any, pk: int, *, needs: Permission) -> Programme:
    """The helhedsplan, with the person's role on it as `my_role`.

    Raises:
        Http404: there is none, or the person is no member. A stranger must not learn that it exists.
        PermissionDenied: a member without the right; the message says why.
    """
    programme = get_object_or_404(Programme.objects.visible_to(user), pk=pk)
    refuse_unless(programme.my_role, needs)
    return programme


def get_project(user: Any, slug: str, *, needs: Permission) -> Project:
    """The project with its helhedsplan, focus area and decision, with the person's role on it as `my_role`.

    An archived project can be read; it must be restored before anything in it is changed.

    Raises:
        Http404: there is none, or the person is no member.
        PermissionDenied: a member without the right, or a change to an archived project; the message says why.
    """
    projects = Project.objects.visible_to(user).with_decision().select_related("programme", "focus_area")
    project = get_object_or_404(projects, slug=slug)
    if project.my_role == Role.READER and not may(project.my_role, needs):
        raise ReaderRefusedError(needs.value, url=reverse("plan", args=[slug]))
    refuse_unless(project.my_role, needs)
    if project.archived_at and needs in _CHANGES:
        raise PermissionDenied(IS_ARCHIVED)
    return project


def refuse_unless(role: str, permission: Permission) -> None:
    """Raise PermissionDenied with the reason when the role lacks the permission."""
    if not may(role, permission):
        raise PermissionDenied(permission.value)
