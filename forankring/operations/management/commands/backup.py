"""`manage.py backup FILE`"""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from forankring.operations import copies


class Command(BaseCommand):
    help = "Gemmer hele databasen i én fil (SQLite eller PostgreSQL), også mens der arbejdes."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="den fil, der skal skrives; den må ikke findes")

    def handle(self, *args: object, **options: Path) -> None:
        try:
            copies.backup(options["file"])
        except copies.CopyError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Databasen er gemt i {options['file']} ({options['file'].stat().st_size // 1024} kB).")
