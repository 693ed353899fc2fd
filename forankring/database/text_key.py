"""The database's `text_key`: the key that names are compared by (forankring/ui/text.py), the same on both databases."""

import sqlite3
from typing import Any, Final

from forankring.ui.text import HYPHENS, NOT_COMPARED, SPACES, comparison_key

NAME: Final = "text_key"


def _quoted(characters: str) -> str:
    return "U&'" + "".join(f"\\{ord(each):04X}" for each in characters) + "'"


# Immutable, so that an index can use it. Everything in it is named in full: pg_restore has no search path.
CREATE: Final = f"""
CREATE OR REPLACE FUNCTION {NAME}(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT pg_catalog.btrim(pg_catalog.regexp_replace(pg_catalog.translate(
  pg_catalog.lower(pg_catalog.normalize(
    pg_catalog.translate(value, {_quoted(NOT_COMPARED)}, ''), 'NFC') COLLATE pg_catalog."und-x-icu"),
  {_quoted(HYPHENS + SPACES)}, {_quoted("-" * len(HYPHENS) + " " * len(SPACES))}), ' +', ' ', 'g'))
$$
"""
DROP: Final = f"DROP FUNCTION IF EXISTS {NAME}(text)"


def register(connection: sqlite3.Connection) -> None:
    """Teach a bare sqlite3 connection the function; without it, tables whose indexes use it cannot be written."""
    connection.create_function(NAME, 1, _key_or_null, deterministic=True)


def _key_or_null(text: Any) -> str | None:
    return None if text is None else comparison_key(str(text))


def create_function(apps: Any, schema_editor: Any) -> None:
    """For a migration: PostgreSQL keeps the function in the database, SQLite gets it with each connection."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(CREATE)
