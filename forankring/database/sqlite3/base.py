"""Django's SQLite with Danish alphabetical order and the key names are compared by; nothing deleted is kept."""

from typing import Any

from django.db.backends.sqlite3 import base

from forankring.database import collation, text_key


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        collation.register(connection)
        text_key.register(connection)
        connection.execute("PRAGMA secure_delete = ON")
        return connection
