"""Backup and restore, on the database the suite runs on."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from forankring.accounts.models import User
from forankring.operations import copies
from projects.models import Project
from tests.factories import ProjectFactory, UserFactory
from tests.operations.conftest import Installation

pytestmark = pytest.mark.django_db(transaction=True)


def names() -> list[str]:
    return sorted(Project.objects.values_list("name", flat=True))


def everything() -> dict[str, list[Any]]:
    """Every row of every table."""
    tables = {model._meta.db_table for model in apps.get_models()} | {"django_migrations"}
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = sorted(cursor.fetchall(), key=repr)
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A backup with one project in it."""
    ProjectFactory(name="Æblehaven")
    file = tmp_path / "kopi"
    call_command("backup", file, verbosity=0)
    return file


def test_a_restored_database_is_as_it_was(copy: Path) -> None:
    Project.objects.all().delete()
    ProjectFactory(name="Efter kopien")
    people = User.objects.count()

    call_command("restore", copy, yes=True)

    assert names() == ["Æblehaven"]
    # The next row gets a number of its own: counters came back too.
    UserFactory()
    ProjectFactory(name="Ny")
    assert names() == ["Ny", "Æblehaven"]
    assert User.objects.count() <= people + 1


def test_a_database_with_something_in_it_is_not_replaced_without_a_yes(copy: Path) -> None:
    ProjectFactory(name="Efter kopien")
    with pytest.raises(CommandError, match="ikke tom"):
        call_command("restore", copy)
    assert names() == ["Efter kopien", "Æblehaven"]


def test_a_damaged_copy_leaves_the_database_alone(copy: Path) -> None:
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CommandError):
        call_command("restore", copy, yes=True)
    assert names() == ["Æblehaven"]


def test_a_copy_with_any_one_byte_changed_is_refused(copy: Path) -> None:
    whole = copy.read_bytes()
    before = everything()
    # Sixty anywhere, and each byte of the line that holds the checksum.
    places = [*random.sample(range(len(whole)), 60), *range(len(whole) - 84, len(whole))]
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= random.randrange(1, 256)
        copy.write_bytes(changed)
        with pytest.raises(CommandError, match="kopi"):
            call_command("restore", copy, yes=True)
    assert everything() == before
    copy.write_bytes(whole)
    call_command("restore", copy, yes=True)


def test_a_copy_that_was_cut_short_or_goes_on_is_refused(copy: Path) -> None:
    whole = copy.read_bytes()
    before = everything()
    for other in (*(whole[:-n] for n in (1, 80, 82, 83, 5000)), whole + b"\n", whole * 2):
        copy.write_bytes(other)
        with pytest.raises(CommandError, match="Intet er ændret"):
            call_command("restore", copy, yes=True)
    assert everything() == before


@pytest.mark.parametrize("migration", [("projects", "9999_fra_fremtiden"), ("fremtiden", "0001_initial")])
def test_a_copy_from_a_newer_version_is_refused_and_says_which(tmp_path: Path, migration: tuple[str, str]) -> None:
    ProjectFactory(name="Æblehaven")
    row = MigrationRecorder(connection).migration_qs.create(app=migration[0], name=migration[1])
    call_command("backup", tmp_path / "nyere", verbosity=0)
    row.delete()
    ProjectFactory(name="Efter kopien")
    before = everything()
    with pytest.raises(CommandError, match=rf"nyere udgave.*{migration[0]}\.{migration[1]}"):
        call_command("restore", tmp_path / "nyere", yes=True)
    assert everything() == before


def test_the_databases_own_programs_read_a_copy(copy: Path, tmp_path: Path) -> None:
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(copy)) as opened:
            assert opened.execute("SELECT name FROM projects_project").fetchall() == [("Æblehaven",)]
    else:
        script = tmp_path / "script.sql"
        copies._client("pg_restore", f"--file={script}", str(copy))
        assert "Æblehaven" in script.read_text()


@pytest.mark.parametrize("content", [b"", b"Lektiecafeen", b"PGDMP", b"SQLite format 3\x00"])
def test_a_file_that_is_no_copy_is_refused(tmp_path: Path, content: bytes) -> None:
    ProjectFactory(name="Æblehaven")
    file = tmp_path / "brev.txt"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=r"brev\.txt|pg_restore"):
        call_command("restore", file, yes=True)
    assert names() == ["Æblehaven"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="findes ikke"):
        call_command("restore", tmp_path / "væk", yes=True)


def test_an_existing_file_is_not_overwritten(copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(CommandError, match="findes allerede"):
        call_command("backup", copy)
    assert copy.read_bytes() == before


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Opret den først"):
        call_command("backup", tmp_path / "mangler" / "kopi")


def test_only_the_owner_can_read_the_copy(copy: Path) -> None:
    assert copy.stat().st_mode & 0o077 == 0
    assert [file.name for file in copy.parent.iterdir()] == ["kopi"]


def test_missing_client_programs_are_named_in_danish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if connection.vendor == "sqlite":
        # SQLite needs no other program: it works with an empty PATH.
        monkeypatch.setenv("PATH", "")
        call_command("backup", tmp_path / "kopi")
        assert (tmp_path / "kopi").exists()
        return
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CommandError, match="Installer Debians pakke postgresql-client"):
        call_command("backup", tmp_path / "kopi")


def test_a_migrated_database_is_not_empty() -> None:
    assert not copies.is_empty()


def test_a_copy_can_be_put_into_a_new_installation_and_over_an_old_one(copy: Path, installation: Installation) -> None:
    into_nothing = installation.manage("restore", str(copy))
    assert into_nothing.returncode == 0, into_nothing.stderr
    code = "from projects.models import Project; print([p.name for p in Project.objects.all()])"
    assert "['Æblehaven']" in installation.manage("shell", "-c", code).stdout

    again = installation.manage("restore", str(copy))
    assert again.returncode != 0
    assert "ikke tom" in again.stderr
    replaced = installation.manage("restore", str(copy), "--yes")
    assert replaced.returncode == 0, replaced.stderr
    assert "['Æblehaven']" in installation.manage("shell", "-c", code).stdout
