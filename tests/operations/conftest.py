"""An installation of its own: the program's files in an empty folder and a database with nothing in it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from django.conf import settings
from django.db import connection

FOLDERS = ["forankring", "actors", "projects", "templates", "static", "docs"]


class Installation(NamedTuple):
    folder: Path
    environment: dict[str, str]

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "manage.py", *arguments]

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )


@contextmanager
def an_installation(folder: Path) -> Iterator[Installation]:
    """On SQLite nothing is said about the database; on PostgreSQL DATABASE_URL names an empty one."""
    folder.mkdir()
    for name in FOLDERS:
        shutil.copytree(settings.BASE_DIR / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(settings.BASE_DIR / "manage.py", folder)
    shutil.copytree(settings.BASE_DIR / "var" / "dkfds", folder / "var" / "dkfds")
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    if connection.vendor == "sqlite":
        yield Installation(folder, environment)
        return
    name = f"empty_{os.environ.get('PYTEST_XDIST_WORKER', 'gw0')}_{abs(hash(folder))}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    given = connection.settings_dict
    address = f"postgresql://{given['USER']}@/{name}?host={given['HOST']}"
    yield Installation(folder, {**environment, "DATABASE_URL": address})
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    with an_installation(tmp_path / "forankring") as installation:
        yield installation
