"""The people and the project that most tests need."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from actors.models import Role
from forankring.accounts.models import User
from projects.models import Project
from tests.browser_client import Client
from tests.factories import MembershipFactory, ProgrammeFactory, ProjectFactory, UserFactory


@pytest.fixture
def project(db: None) -> Project:
    """A project nobody has written anything in."""
    programme = ProgrammeFactory(name="Pilebro i Balance")
    return ProjectFactory(programme=programme, name="Lektiecaféen", slug="lektiecafeen")


def _member(project: Project, role: Role, email: str) -> User:
    return MembershipFactory(programme=project.programme, role=role, user__email=email, user__name="").user


@pytest.fixture
def owner(project: Project) -> User:
    return _member(project, Role.OWNER, "ejer@pilebro.example")


@pytest.fixture
def editor(project: Project) -> User:
    return _member(project, Role.EDITOR, "redaktoer@pilebro.example")


@pytest.fixture
def board(project: Project) -> User:
    return _member(project, Role.BOARD, "bestyrelse@pilebro.example")


@pytest.fixture
def reader(project: Project) -> User:
    return _member(project, Role.READER, "laeser@pilebro.example")


@pytest.fixture
def stranger(db: None) -> User:
    """Owner of another helhedsplan with a project, and of nothing here."""
    other = ProjectFactory(programme__name="Havneparken sammen", name="Havnecaféen", slug="havnecafeen")
    return _member(other, Role.OWNER, "fremmed@havneparken.example")


@pytest.fixture
def admin_user(db: None) -> User:
    """Administrator of the installation, member of no helhedsplan."""
    return UserFactory(email="admin@pilebro.example", is_staff=True, is_superuser=True)


@pytest.fixture
def client() -> Client:
    """A browser where nobody is signed in."""
    return Client()


@pytest.fixture
def admin_client(admin_user: User) -> Client:
    """A browser where the administrator is signed in."""
    client = Client()
    client.force_login(admin_user)
    return client


@pytest.fixture
def as_() -> Callable[[User], Client]:
    """`as_(owner).get(…)`: a browser where that person is signed in."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def many_lines(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """A database that threads can write in at once, as in operation: SQLite's in memory turns the second one away."""
    if connection.vendor != "sqlite":
        yield
        return
    settings: dict[str, Any] = connection.settings_dict
    in_memory, name = connection.connection, settings["NAME"]
    settings["NAME"] = str(tmp_path / "many_lines.sqlite3")
    in_memory.execute("VACUUM INTO ?", [settings["NAME"]])
    connection.connection = None
    yield
    connection.close()
    settings["NAME"], connection.connection = name, in_memory
