"""`manage.py clean_up`: what nobody comes back for. Run it every night; `serve` runs it at the start."""

from argparse import ArgumentParser
from datetime import datetime

from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import ngettext

from forankring.accounts.sent_once import forget_sent_forms
from forankring.database.cache import forget_expired
from forankring.database.erasing import empty_the_log
from projects.models import RemovedRow
from projects.phases.analysis.rounds.forgotten import close_forgotten
from projects.phases.keeping.drafts import clean_up


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"{text} er ikke et tidspunkt. Skriv for eksempel 2026-05-26T03:00.") from error
    return moment if moment.tzinfo else timezone.make_aware(moment)


class Command(BaseCommand):
    help = (
        "Fjerner kladder, ingen har skrevet i 30 dage, det, der genkender en formular, der er sendt for 30 dage siden, "
        "rækker, der er fjernet for 14 dage siden, "
        "og sessioner og tællinger af forsøg, der er udløbet. Lukker runder, ingen har lukket."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--now", type=_moment, default=None, help="som om det var da (2026-05-26T03:00)")

    def handle(self, *args: object, now: datetime | None = None, **options: object) -> None:
        now = now or timezone.now()
        rounds = close_forgotten(now)
        count = clean_up(now)
        RemovedRow.objects.out_of_time(now).delete()
        Session.objects.filter(expire_date__lt=now).delete()
        forget_expired(now)
        forget_sent_forms(now)
        empty_the_log()
        self.stdout.write(ngettext("%d kladde er fjernet.", "%d kladder er fjernet.", count) % count)
        self.stdout.write(ngettext("%d runde er lukket.", "%d runder er lukket.", rounds) % rounds)
