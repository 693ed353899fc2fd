"""What somebody has typed and not saved yet: their own, and nobody else's."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField, TextField
from projects.models.project import Project


class DraftQuerySet(models.QuerySet["Draft"]):
    def of(self, person: Any, project: Project, about: str) -> Self:
        """The person's drafts of one form, the latest first."""
        return self.filter(person=person, project=project, about=about).order_by("-kept_at", "-pk")

    def waiting(self, person: Any, project: Project) -> Self:
        """The person's drafts in the project that say something else than what is stored, the latest first."""
        return self.filter(person=person, project=project).exclude(address="").order_by("-kept_at", "-pk")

    def older_than(self, moment: datetime) -> Self:
        return self.filter(kept_at__lt=moment)


class Draft(models.Model):
    """One person's unsaved answers to one form in one open tab.

    `about` names the form ("maal", "task:12", "task:ny"). `fields` holds what the browser would send: name → values.
    `version` tells what was stored when the person began, so that a later save sees what others did meanwhile.
    `address` is the page of the form; "" when what was typed said the same as what was stored, so that nothing waits.
    No shared row, event or plan ever reads a draft.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    project = models.ForeignKey(Project, models.CASCADE, related_name="drafts")
    about = CharField(max_length=80)
    tab = CharField(max_length=32)
    address = TextField(blank=True)
    version = TextField(blank=True)
    fields = models.JSONField(default=dict)
    kept_at = models.DateTimeField(db_index=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("kladde")
        verbose_name_plural = _("kladder")
        constraints = [
            models.UniqueConstraint(fields=["person", "project", "about", "tab"], name="one_draft_per_form_and_tab")
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.tab}"
