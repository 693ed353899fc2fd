"""A small log of what people did, written by the services."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from actors.models import Programme
from forankring.database.columns import CharField
from projects.models.project import Project


def is_sentence(text: str) -> bool:
    """Whether the line of an event stands alone, as "Runden lukkede af sig selv": nobody did it."""
    return text[:1].isupper()


class EventQuerySet(models.QuerySet["Event"]):
    def record(
        self, *, by: Any, text: str, project: Project | None = None, programme: Programme | None = None, about: str = ""
    ) -> "Event":
        """Add a line: what was done, in the past tense, without its subject. In a project, or in its helhedsplan."""
        at = {"programme_id": project.programme_id} if project else {"programme": programme}
        return self.create(**at, project=project, by=by, text=str(text)[:240], about=about)

    def of_people_and_facts(self, programme: Programme) -> "EventQuerySet":
        """What was done to the helhedsplan itself, not in one of its projects."""
        return self.filter(programme=programme, project__isnull=True)

    def since(self, moment: datetime, project: Project, about: str) -> "EventQuerySet":
        """What was done to one form of the project after the moment, with who did it."""
        return self.filter(project=project, about=about, at__gt=moment).newest_first()

    def newest_first(self) -> "EventQuerySet":
        """With who did it."""
        return self.select_related("by").order_by("-at", "-pk")


class Event(models.Model):
    """One thing done, as a short Danish sentence part ("tilføjede opgaven O3"). Never holds what was typed."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="events")
    project = models.ForeignKey(Project, models.CASCADE, null=True, related_name="events")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    text = CharField(max_length=240)
    # The form that was saved ("maal", "task:12"), so that whoever saves it next can be told who was there before.
    about = CharField(max_length=80, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("hændelse")
        verbose_name_plural = _("hændelser")
        indexes = [models.Index(fields=["project", "-at"], name="events_of_project")]

    def __str__(self) -> str:
        return self.text

    @property
    def happened_by_itself(self) -> bool:
        """Nobody did it: then the text is a whole sentence."""
        return is_sentence(self.text)
