"""Every address of the site, as nobody, as a stranger and as each role.

A new address must be placed here or the walk fails; an exception that no longer applies fails too.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from actors.concepts import Concept
from actors.models import Role
from forankring.accounts.models import User
from projects.access import RIGHTS, Permission
from projects.models import Project
from tests.factories import (
    ActionFactory,
    BudgetLineFactory,
    CandidacyFactory,
    InterfaceFactory,
    MembershipFactory,
    OpenQuestionFactory,
    PartyFactory,
    ProjectActorFactory,
    TaskFactory,
)

As = Callable[[User], Client]

# Open without signing in, and why.
OPEN = {
    "account_login": "this is where one signs in",
    "account_signup": "says that sign-up is closed",
    "account_reset_password": "for those who cannot sign in",
    "account_reset_password_done": "for those who cannot sign in",
    "account_reset_password_from_key": "the link in the e-mail",
    "account_reset_password_from_key_done": "for those who cannot sign in",
    "account_logout": "signing out when one is already out leads to the front door",
    "invitation": "the invited has no password yet",
    "healthz": "asked by the machines that watch the site",
    "accessibility": "the law asks for it in the open",
}
# What a member must be allowed to. Every address of a project or a helhedsplan that is not named wants FILL_PHASES.
NEEDS = {
    "plan": Permission.READ_SHARED_PLAN,
    "plan_pdf": Permission.READ_SHARED_PLAN,
    "plan_download": Permission.READ_SHARED_PLAN,
    "project": Permission.READ_WORKING_PLAN,
    "fase-1": Permission.READ_WORKING_PLAN,
    "fase-2": Permission.READ_WORKING_PLAN,
    "fase-3": Permission.READ_WORKING_PLAN,
    "fase-4": Permission.READ_WORKING_PLAN,
    "project_edit": Permission.MANAGE_PROJECTS,
    "project_archive": Permission.MANAGE_PROJECTS,
    "project_restore": Permission.MANAGE_PROJECTS,
    "project_create": Permission.MANAGE_PROJECTS,
    "programme": Permission.READ_SHARED_PLAN,
    "programme_edit": Permission.MANAGE_PROGRAMME,
    "parties": Permission.MANAGE_PROGRAMME,
    "party_add": Permission.MANAGE_PROGRAMME,
    "party_remove": Permission.MANAGE_PROGRAMME,
    "members": Permission.MANAGE_PROGRAMME,
    "member_add": Permission.MANAGE_PROGRAMME,
    "member_role": Permission.MANAGE_PROGRAMME,
    "member_remove": Permission.MANAGE_PROGRAMME,
}
# Django's own administration has its own rights (tests/actors, tests/accounts): staff only.
ELSEWHERE = {"admin": "is_staff opens it; it shows no plan content"}


class Address(NamedTuple):
    name: str
    arguments: tuple[str, ...]

    @property
    def inside(self) -> bool:
        """Below a project or a helhedsplan."""
        return bool(self.arguments) and self.name not in OPEN


def addresses(patterns: Any = None, namespace: str = "", above: tuple[str, ...] = ()) -> Iterator[Address]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        arguments = above + tuple(pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            if (pattern.namespace or "") not in ELSEWHERE:
                yield from addresses(pattern.url_patterns, pattern.namespace or namespace, arguments)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern.pattern} has no name"
            yield Address(pattern.name, tuple(dict.fromkeys(arguments)) or tuple(pattern.pattern.regex.groupindex))


ADDRESSES = sorted(set(addresses()))
INSIDE = [address for address in ADDRESSES if address.inside]


@pytest.fixture
def places(project: Project) -> dict[str, dict[str, Any]]:
    """A row of each kind in the project, by the first word of the addresses that show it."""
    task = TaskFactory(project=project)
    actor = ProjectActorFactory(project=project)
    candidacy = CandidacyFactory(project_actor=actor)
    membership = MembershipFactory(programme=project.programme, role=Role.EDITOR)
    return {
        "opgaver": {"pk": task.pk},
        "aktoerer": {"pk": actor.pk},
        "daekning": {"task_pk": task.pk, "actor_pk": actor.pk},
        "vurdering": {"pk": candidacy.pk},
        "valg": {"pk": candidacy.pk},
        "ansvar": {"pk": task.pk},
        "tiltag-fra-gab": {"pk": candidacy.pk, "concept": Concept.ABILITY.value},
        "tiltag": {"pk": ActionFactory(project=project).pk},
        "oekonomi": {"pk": BudgetLineFactory(project=project).pk},
        "snitflader": {"pk": InterfaceFactory(project=project).pk},
        "spoergsmaal": {"pk": OpenQuestionFactory(project=project).pk},
        "party": {"party_pk": PartyFactory(programme=project.programme).pk},
        "member": {"member_pk": membership.pk},
    }


def path_to(address: Address, project: Project, places: dict[str, dict[str, Any]]) -> str:
    known: dict[str, Any] = {"slug": project.slug, "pk": project.programme_id}
    word = max((word for word in places if address.name.startswith(word)), key=len, default="")
    known |= places.get(word, {})
    return reverse(address.name, kwargs={name: known[name] for name in address.arguments})


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
def test_nobody_gets_in_without_signing_in(
    client: Client, address: Address, project: Project, places: dict[str, dict[str, Any]]
) -> None:
    if address.name in OPEN:
        arguments = {"uidb36": "1", "key": "x", "uidb64": "MQ", "token": "x"}
        url = reverse(address.name, kwargs={name: arguments[name] for name in address.arguments})
        response = client.get(url)
        assert response.status_code in {200, 302, 410}
        assert not response.headers.get("Location", "").startswith(reverse("account_login") + "?")
        return
    url = path_to(address, project, places)
    for response in (client.get(url), client.post(url)):
        assert response.status_code == 302
        assert response.headers["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("address", INSIDE, ids=lambda address: address.name)
@pytest.mark.parametrize("person", ["stranger", "admin_user"])
def test_someone_outside_finds_nothing(
    as_: As,
    address: Address,
    project: Project,
    places: dict[str, dict[str, Any]],
    person: str,
    request: pytest.FixtureRequest,
) -> None:
    client = as_(request.getfixturevalue(person))
    url = path_to(address, project, places)

    statuses = {client.get(url).status_code, client.post(url).status_code}

    assert 404 in statuses
    assert statuses <= {404, 405}


@pytest.mark.parametrize("address", INSIDE, ids=lambda address: address.name)
@pytest.mark.parametrize("role", Role)
def test_each_role_gets_what_the_table_of_rights_says(
    as_: As, address: Address, project: Project, places: dict[str, dict[str, Any]], role: Role
) -> None:
    person = MembershipFactory(programme=project.programme, role=role).user
    needed = NEEDS.get(address.name, Permission.FILL_PHASES)

    response = as_(person).get(path_to(address, project, places))

    if response.status_code == 405:
        response = as_(person).post(path_to(address, project, places))
    if needed in RIGHTS[role]:
        assert response.status_code in {200, 302}
    else:
        assert response.status_code == 403
        assert str(needed.value) in response.content.decode()


def test_the_exceptions_still_name_addresses_that_exist() -> None:
    names = {address.name for address in ADDRESSES}

    assert set(OPEN) | set(NEEDS) <= names
    assert {pattern.namespace for pattern in get_resolver().url_patterns if isinstance(pattern, URLResolver)} >= set(
        ELSEWHERE
    )
