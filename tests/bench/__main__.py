"""`make bench`: the promises about speed and memory, measured on this machine and printed as a table.

Every module here has `run()`, which returns rows. The database is a SQLite file of the benchmark's own.
"""

import os
import platform
import sys
import tempfile
from pathlib import Path

import django


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DJANGO_SETTINGS_MODULE"] = "forankring.settings"
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        call_command("demo", verbosity=0)
        from django.conf import settings
        from django.test import override_settings

        from tests.bench import editors, first_view, pages, pdf, round
        from tests.bench.table import printed

        # Static files straight from their source: nothing needs collecting first.
        plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        with override_settings(
            STORAGES=settings.STORAGES | {"staticfiles": plain}, STATIC_ROOT=settings.BASE_DIR / "static"
        ):
            # What is measured on the demo comes before pages.run adds fifty rows to each of its lists.
            rows = [*pdf.run(), *first_view.run(), *pages.run(), *editors.run(), *round.run()]
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}, SQLite where nothing else is said")
    print(printed(rows))
    return 0 if all(row.kept for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
