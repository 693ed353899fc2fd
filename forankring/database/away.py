"""Whether an error says that the database cannot be reached now, or that what was asked of it was wrong."""

import sqlite3
from typing import Final

from django.db import InterfaceError, OperationalError, connection

# PostgreSQL's classes of errors that pass: connection, rollback by a deadlock, resources, locks, and being shut down.
_PASSING: Final = frozenset({"08", "40", "53", "55", "57"})


def is_away(error: BaseException | None) -> bool:
    """Whether the error, or one that led to it, may be gone when the same is asked in a moment."""
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError) and _passes(error.__cause__):
            return True
        error = error.__cause__ or error.__context__
    return False


def _passes(cause: BaseException | None) -> bool:
    """Of what the driver said. Both drivers use one class for this and for a question that cannot be asked."""
    if cause is None:
        return True
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_ERROR
    if state := getattr(cause, "sqlstate", None):
        return state[:2] in _PASSING
    # No answer at all. A line that is still good means that the question never left.
    line = connection.connection
    return line is None or bool(getattr(line, "closed", True))
