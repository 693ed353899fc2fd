"""Which migrations this version of the program knows: a database that has others was written by a newer one."""

from collections.abc import Iterable

from django.db.migrations.loader import MigrationLoader

Migration = tuple[str, str]  # the app's label, and the name


def unknown_among(applied: Iterable[Migration]) -> list[str]:
    """Those that are in none of our files, as `app.name`, in order."""
    files = MigrationLoader(None).disk_migrations
    known = {*files, *(replaced for file in files.values() for replaced in file.replaces)}
    return [".".join(each) for each in sorted(set(applied) - known)]
