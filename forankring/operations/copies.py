"""A whole copy of the database in one file, and the way back. One function each way, for SQLite and for PostgreSQL.

The file is what the database's own programs write, with one line after it: the checksum of all that comes before. Those
programs do not read so far, so the file is still theirs too.
"""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from django.db import connection

from forankring.database import collation, text_key
from forankring.database.known_migrations import Migration, unknown_among

_POSTGRESQL_MAGIC: Final = b"PGDMP"
_SQLITE_MAGIC: Final = b"SQLite format 3\x00"
_SEAL: Final = b"\nForankring sha256 %s\n"
_SEAL_LENGTH: Final = len(_SEAL % (64 * b"0"))


class CopyError(Exception):
    """The copy could not be made or read. The text is Danish and says what to do."""


def backup(file: Path) -> None:
    """Write the database to `file`, which appears only when it is whole and is readable by its owner alone.

    The last line is the checksum that `restore` asks for. People may work meanwhile: the copy shows one moment.

    Raises:
        CopyError: the file exists, its folder does not, or a client program is missing or fails.
    """
    if file.exists():
        raise CopyError(f"{file} findes allerede. Vælg et andet filnavn.")
    if not file.parent.is_dir():
        raise CopyError(f"Mappen {file.parent} findes ikke. Opret den først.")
    unfinished = file.with_name(file.name + ".part")
    unfinished.touch(mode=0o600)
    try:
        if connection.vendor == "sqlite":
            _backup_sqlite(unfinished)
        else:
            _client("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={unfinished}", database=True)
        _seal(unfinished)
        unfinished.rename(file)
    finally:
        unfinished.unlink(missing_ok=True)


def restore(file: Path) -> None:
    """Put `file` in the place of everything in the database, all or nothing.

    Raises:
        CopyError: the file is no copy of this kind of database, is not as it was written, is from a newer version of
            the program, or a client program is missing or fails. Nothing is changed then.
    """
    if not file.is_file():
        raise CopyError(f"{file} findes ikke.")
    with file.open("rb") as opened:
        start = opened.read(len(_SQLITE_MAGIC))
    if connection.vendor == "sqlite":
        if start != _SQLITE_MAGIC:
            raise CopyError(f"{file} er ikke en sikkerhedskopi af en SQLite-database.")
        _check_seal(file)
        _restore_sqlite(file)
    else:
        if not start.startswith(_POSTGRESQL_MAGIC):
            raise CopyError(f"{file} er ikke en sikkerhedskopi af en PostgreSQL-database (pg_dump, custom).")
        _check_seal(file)
        _restore_postgresql(file)


def is_empty() -> bool:
    """Whether the database has no table at all."""
    return not connection.introspection.table_names()


def _seal(file: Path) -> None:
    """Add the checksum, and see all of it to the disk before anybody counts on it."""
    digest = _digest(file, file.stat().st_size)
    with file.open("ab") as opened:
        opened.write(_SEAL % digest)
        opened.flush()
        os.fsync(opened.fileno())


def _check_seal(file: Path) -> None:
    """Every byte must be as it was written: of a changed one, the database's own programs see only some."""
    content = file.stat().st_size - _SEAL_LENGTH
    with file.open("rb") as opened:
        opened.seek(max(0, content))
        seal = opened.read()
    if content < 0 or seal != _SEAL % _digest(file, content):
        raise CopyError(
            f"{file} er ikke, som den blev skrevet: Kontrolsummen mangler eller passer ikke. Intet er ændret. "
            "Brug en anden sikkerhedskopi."
        )


def _digest(file: Path, size: int) -> bytes:
    """SHA-256 of so many bytes from its beginning, in hexadecimal."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while size and (part := opened.read(min(size, 2**20))):
            digest.update(part)
            size -= len(part)
    return digest.hexdigest().encode()


def _refuse_a_newer(file: Path, applied: set[Migration]) -> None:
    unknown = unknown_among(applied)
    if not unknown:
        return
    names = ", ".join(unknown[:3]) + (f" og {len(unknown) - 3} til" if len(unknown) > 3 else "")
    raise CopyError(
        f"{file} er fra en nyere udgave af Forankring end denne, som ikke kender {names}. Intet er ændret. "
        "Opgrader programmet, og prøv igen."
    )


def _sqlite_connection() -> sqlite3.Connection:
    connection.ensure_connection()
    return connection.connection


def _backup_sqlite(file: Path) -> None:
    with closing(sqlite3.connect(file)) as target:
        _sqlite_connection().backup(target)
        # A copy is one file: without this it would ask for a -wal file beside it.
        target.execute("PRAGMA journal_mode=DELETE")


def _restore_sqlite(file: Path) -> None:
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as source:
        collation.register(source)
        text_key.register(source)
        try:
            damage = [row[0] for row in source.execute("PRAGMA integrity_check")]
            ours = source.execute("SELECT count(*) FROM sqlite_master WHERE name = 'django_migrations'").fetchone()[0]
            applied = set(source.execute("SELECT app, name FROM django_migrations")) if ours else set()
        except sqlite3.DatabaseError as error:
            raise CopyError(f"{file} er beskadiget og kan ikke læses ({error}).") from error
        if damage != ["ok"]:
            raise CopyError(f"{file} er beskadiget ({damage[0]}). Brug en anden sikkerhedskopi.")
        if not ours:
            raise CopyError(f"{file} er ikke en sikkerhedskopi af Forankring.")
        _refuse_a_newer(file, applied)
        source.backup(_sqlite_connection())


def _restore_postgresql(file: Path) -> None:
    """The old tables go and the new ones come in one transaction, so a broken copy leaves what was there."""
    tables = ", ".join(connection.ops.quote_name(name) for name in connection.introspection.table_names())
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "restore.sql"
        _client("pg_restore", "--no-owner", "--no-acl", f"--file={script}", str(file))
        applied = set(_migrations_in(script))
        if not applied:
            raise CopyError(f"{file} er ikke en sikkerhedskopi af Forankring.")
        _refuse_a_newer(file, applied)
        drop = [f"--command=DROP TABLE {tables} CASCADE"] if tables else []
        drop.append(f"--command={text_key.DROP}")
        # Our own connection must not hold a lock on what goes.
        connection.close()
        _client(
            "psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--single-transaction", *drop,
            f"--file={script}", database=True,
        )  # fmt: skip


def _migrations_in(script: Path) -> Iterator[Migration]:
    """Those that pg_dump's script says were applied."""
    columns: list[str] = []
    with script.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if line.startswith("COPY public.django_migrations ("):
                columns = line.partition("(")[2].partition(")")[0].split(", ")
            elif columns and line == "\\.\n":
                return
            elif columns:
                row = dict(zip(columns, line.rstrip("\n").split("\t"), strict=True))
                yield row["app"], row["name"]


def _client(program: str, *arguments: str, database: bool = False) -> None:
    """Run one of PostgreSQL's programs. The password travels in its environment, where no process list shows it."""
    found = shutil.which(program)
    if not found:
        raise CopyError(f"Programmet {program} mangler. Installer Debians pakke postgresql-client, og prøv igen.")
    parameters = connection.get_connection_params() if database else {}
    names = {"dbname": "PGDATABASE", "user": "PGUSER", "password": "PGPASSWORD", "host": "PGHOST", "port": "PGPORT"}
    names |= {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT", "sslkey": "PGSSLKEY"}
    environment = {names[key]: str(value) for key, value in parameters.items() if key in names}
    done = subprocess.run(
        [found, *arguments], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CopyError(f"{program} gik i stå: {done.stderr.strip() or done.returncode}")
