"""The table of rights, written once more by hand: a change in one must be meant in both."""

import pytest

from actors.models import Role
from projects.access import Permission, may

TABLE = {
    #                                 owner  editor  board  reader
    Permission.READ_SHARED_PLAN: (True, True, True, True),
    Permission.READ_WORKING_PLAN: (True, True, True, False),
    Permission.FILL_PHASES: (True, True, True, False),
    Permission.APPROVE: (True, False, True, False),
    Permission.RATE: (True, True, True, False),
    Permission.LEAD_MEETINGS: (True, True, False, False),
    Permission.MANAGE_PROJECTS: (True, False, False, False),
    Permission.MANAGE_PROGRAMME: (True, False, False, False),
}
ROLES = (Role.OWNER, Role.EDITOR, Role.BOARD, Role.READER)


@pytest.mark.parametrize("permission", Permission)
def test_each_role_has_the_rights_of_the_table(permission: Permission) -> None:
    assert tuple(may(role, permission) for role in ROLES) == TABLE[permission]


def test_every_role_is_in_the_table() -> None:
    assert set(ROLES) == set(Role)
