"""`manage.py restore FILE [--yes]`"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from forankring.operations import copies
from forankring.operations.demo_accounts import WHAT_TO_DO, open_in_production


class Command(BaseCommand):
    help = "Lægger en sikkerhedskopi tilbage. Alt, hvad der er i databasen, bliver erstattet."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="en fil, som backup har skrevet")
        parser.add_argument("--yes", action="store_true", help="erstat, hvad der er i databasen")

    def handle(self, *args: object, **options: Any) -> None:
        if not (options["yes"] or copies.is_empty()):
            raise CommandError(
                "Databasen er ikke tom, og alt i den går tabt. Tag en backup, og kør så restore igen med --yes."
            )
        try:
            copies.restore(options["file"])
        except copies.CopyError as error:
            raise CommandError(str(error)) from error
        # A copy from an older version lacks the newest tables.
        call_command("migrate", interactive=False, verbosity=0)
        if open_in_production():
            self.stderr.write(f"Kopien har demoens personer. Programmet starter ikke med dem. {WHAT_TO_DO}")
        self.stdout.write(f"Databasen er lagt tilbage fra {options['file']}.")
