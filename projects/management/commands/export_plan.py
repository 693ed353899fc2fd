"""`manage.py export_plan SLUG [--edition working|shared] --output FILE.pdf`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from forankring.rendering.pdf import PdfError
from projects.documents.build import build_plan
from projects.documents.document import Edition
from projects.documents.render import plan_pdf
from projects.models import Project


class Command(BaseCommand):
    help = "Skriver et projekts forankringsplan som PDF."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="Projektets adresse, for eksempel lektiecafeen.")
        parser.add_argument("--edition", choices=Edition.values, default=Edition.WORKING.value)
        parser.add_argument("--output", type=Path, required=True, metavar="FILE.pdf")

    def handle(self, *args: Any, slug: str, edition: str, output: Path, **options: Any) -> None:
        try:
            project = Project.objects.select_related("programme", "focus_area").get(slug=slug)
        except Project.DoesNotExist:
            raise CommandError(f"Der er intet projekt med adressen {slug}.") from None
        plan = build_plan(project, timezone.localdate())
        if edition == Edition.SHARED:
            plan = plan.for_sharing()
        try:
            output.write_bytes(plan_pdf(plan))
        except PdfError as error:
            raise CommandError(f"PDF'en kunne ikke laves: {error}") from error
        except OSError as error:
            raise CommandError(f"Filen kunne ikke skrives: {error}") from error
        self.stdout.write(f"{plan.edition_line}: {output}")
