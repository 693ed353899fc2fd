"""`manage.py serve`: everything from an empty folder to an address that answers. `make run` calls it."""

import io
import os
import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand

from forankring import env
from forankring.operations.static_files import collect_if_changed
from projects.demo import loader
from projects.demo.people import PASSWORD, PEOPLE
from projects.models import RemovedRow


class Command(BaseCommand):
    help = "Gør databasen og de statiske filer klar, og svarer på http://127.0.0.1:PORT med produktionsserveren."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=env.integer("PORT", 8000))
        parser.add_argument("--prepare-only", action="store_true", help="gør alt klar, men start ikke serveren")

    def handle(self, *args: object, **options: Any) -> None:
        port = options["port"]
        if not options["prepare_only"]:
            refuse_a_taken_port(port)
        if self.prepare_database():
            self.say_who_can_sign_in()
        if collect_if_changed():
            self.stdout.write("Statiske filer er samlet.")
        if options["prepare_only"]:
            return
        self.stdout.write(f"Forankring svarer på http://127.0.0.1:{port} (stop med Ctrl+C)")
        self.stdout.flush()
        # The server takes this process's place, so Ctrl+C and a supervisor's signals reach it.
        os.execv(sys.executable, [sys.executable, "-m", "forankring.server", "--port", str(port)])

    def prepare_database(self) -> bool:
        """Migrate, forget what was removed long ago, and load the demo where it belongs. True when it is there."""
        waiting = note_a_new_database()
        call_command("migrate", interactive=False, verbosity=0)
        call_command("clean_up", stdout=io.StringIO())
        RemovedRow.objects.out_of_time().delete()
        if waiting.exists() or env.flag("DEMO", default=False):
            self.stdout.write("Lægger demoen ind …")
            call_command("demo", stdout=io.StringIO())
            waiting.unlink(missing_ok=True)
        return loader.is_loaded()

    def say_who_can_sign_in(self) -> None:
        self.stdout.write(f"\nDemoens personer (adgangskode: {PASSWORD}):")
        for person in PEOPLE:
            role = "Administrator" if person.is_admin else next(iter(person.roles.values())).label
            self.stdout.write(f"  {person.email:<31}{role}")
        self.stdout.write("")


def is_our_own_database() -> bool:
    """The SQLite file under var/, which nobody asked for by DATABASE_URL."""
    return not os.environ.get("DATABASE_URL", "").strip()


def note_a_new_database() -> Path:
    """A mark that the demo is still to be loaded, made before the file is: a first start that was cut short goes on."""
    mark = settings.VAR_DIR / "demo"
    settings.VAR_DIR.mkdir(exist_ok=True)
    if is_our_own_database() and not Path(str(settings.DATABASES["default"]["NAME"])).exists():
        mark.touch()
    return mark


def refuse_a_taken_port(port: int) -> None:
    """Say it in one line before anything else is done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(f"Port {port} er optaget. Vælg en anden: make run PORT=8001") from error
