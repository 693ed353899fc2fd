"""What is assessed and chosen: an actor in the project in a role, for some of its tasks (docs/method.md, Fase 3)."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField, TextField
from forankring.database.lookups import TextKey
from projects.models.commitment import ProjectActor
from projects.models.project import Project
from projects.models.task import Task


class Choice(models.TextChoices):
    CHOSEN = "chosen", _("Valgt")
    RESERVE = "reserve", _("Reserve")
    NOT_NOW = "not_now", _("Ikke nu")


class CandidacyQuerySet(models.QuerySet["Candidacy"]):
    def in_order(self) -> Self:
        return self.order_by("project_actor__position", "pk")

    def of_project(self, project_id: int) -> Self:
        return self.filter(project_actor__project_id=project_id)

    def named(self) -> Self:
        """With what the actor's name is made of."""
        actor = "project_actor__actor"
        return self.select_related(
            f"{actor}__housing_organisation", f"{actor}__housing_department__organisation", f"{actor}__municipality"
        )


class Candidacy(models.Model):
    """An actor can be ready to lend a room and not to lead: the role is part of what is judged."""

    project_actor = models.ForeignKey(ProjectActor, models.CASCADE, related_name="candidacies", verbose_name=_("aktør"))
    title = CharField(
        _("rolle"), max_length=120, error_messages={"blank": _("Skriv, hvilken rolle aktøren skal vurderes i.")}
    )
    tasks = models.ManyToManyField(Task, related_name="candidacies", blank=True, verbose_name=_("opgaver"))
    choice = CharField(_("valg"), max_length=10, choices=Choice.choices, blank=True)
    choice_reason = TextField(_("begrundelse"), max_length=2000, blank=True)

    project: Project  # only where its pages are shown; elsewhere `project_actor.project`

    objects = CandidacyQuerySet.as_manager()

    class Meta:
        verbose_name = _("kandidatur")
        verbose_name_plural = _("kandidaturer")
        constraints = [
            models.UniqueConstraint(
                "project_actor",
                TextKey("title"),
                name="role_once_per_actor",
                violation_error_message=_("Aktøren vurderes allerede i den rolle."),
            ),
            models.CheckConstraint(condition=Q(choice__in=["", *Choice.values]), name="choice_known"),
        ]

    def __str__(self) -> str:
        return f"{self.project_actor} som {self.title}"

    @property
    def is_in_running_round(self) -> bool:
        """Whether people are answering about it now: then it must stay what they were asked about."""
        return self.rounds.filter(round__closed_at__isnull=True).exists()
