"""What was deleted leaves the files too."""

from typing import Any, Final

from django.db import connection

_WAIT_MS: Final = 500  # for those who are reading; whoever closes a round does not wait longer


def empty_the_log(on: Any = connection) -> bool:
    """Take out of the files what was deleted, and say whether that could be done now.

    SQLite writes over what is deleted (PRAGMA secure_delete), but the -wal file beside the database has the pages as
    they were, until it is filled again. So it is emptied. Where somebody is in the middle of reading, it stays for the
    next time; `clean_up` does it every night. PostgreSQL has no such file to empty.
    """
    if on.vendor != "sqlite":
        return True
    if on.in_atomic_block:
        return False  # the transaction is such a reader itself
    with on.cursor() as cursor:
        [waits] = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
        try:
            is_busy, *_pages = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(waits)}")
    return not is_busy
