"""`manage.py clean_up`: what nobody comes back for. Run it every night; `serve` runs it at the start."""

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import ngettext

from projects.phases.keeping.drafts import clean_up


class Command(BaseCommand):
    help = "Fjerner kladder, ingen har skrevet i 30 dage, og sessioner, der er udløbet."

    def handle(self, *args: object, **options: object) -> None:
        count = clean_up(timezone.now())
        call_command("clearsessions")
        self.stdout.write(ngettext("%d kladde er fjernet.", "%d kladder er fjernet.", count) % count)
