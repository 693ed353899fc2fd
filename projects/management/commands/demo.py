"""`manage.py demo [--reset]`: loads the worked example, with one sign-in per role."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from forankring import env
from projects.demo import loader
from projects.demo.people import PASSWORD, PEOPLE


class Command(BaseCommand):
    help = "Indlæser demodata: en helhedsplan med et projekt, der er nået gennem alle fire faser."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reset", action="store_true", help="Slet demodata og adgangskoder, og indlæs dem igen.")

    def handle(self, *args: Any, **options: Any) -> None:
        if env.IS_PRODUCTION:
            raise CommandError("Demodata har kendte adgangskoder og kan ikke indlæses, når DJANGO_ENV=production.")
        if loader.is_loaded() and not options["reset"]:
            self.stdout.write("Demodata er allerede indlæst. Intet er ændret. Brug --reset for at forny dem.")
            return
        today = timezone.localdate()
        try:
            if options["reset"]:
                loader.renew(today)
            else:
                loader.load(today)
        except loader.AddressTaken as taken:
            raise CommandError(
                f"Der er allerede et projekt med adressen {taken}. Giv det en anden adresse, og prøv igen."
            ) from taken
        self.stdout.write("Demodata er indlæst. Log ind med:")
        for person in PEOPLE:
            self.stdout.write(f"  {person.email:<30} {person.name}")
        self.stdout.write(f"Adgangskoden er {PASSWORD} for dem alle.")
