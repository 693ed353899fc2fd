"""`manage.py demo [--reset | --remove]`: loads the worked example, with one sign-in per role, or takes it away."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from actors.models import Programme
from forankring import env
from projects.demo import loader, removal
from projects.demo.people import PASSWORD, PEOPLE


class Command(BaseCommand):
    help = "Indlæser demodata: en helhedsplan med et projekt, der er nået gennem alle fire faser."

    def add_arguments(self, parser: ArgumentParser) -> None:
        either = parser.add_mutually_exclusive_group()
        either.add_argument("--reset", action="store_true", help="Slet demodata og adgangskoder, og indlæs dem igen.")
        either.add_argument("--remove", action="store_true", help="Slet demodata og demoens personer; kun med --yes.")
        parser.add_argument("--yes", action="store_true", help="Slet uden at spørge.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["remove"]:
            self.remove(is_sure=options["yes"])
            return
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

    def remove(self, *, is_sure: bool) -> None:
        if not is_sure:
            programmes = ", ".join(Programme.objects.filter(is_demo=True).values_list("name", flat=True)) or "ingen"
            raise CommandError(
                f"Det sletter demoens helhedsplaner ({programmes}) med alt, hvad der er skrevet i dem, og demoens "
                "personer. Tag en backup, og kør så demo --remove --yes."
            )
        removal.remove()
        self.stdout.write("Demoen er fjernet, og ingen kan logge ind som en af dens personer.")
