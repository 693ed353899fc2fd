"""A talk with an actor between the workshops: what it said to eight questions (docs/method.md, Aktørsamtalen)."""

from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField, TextField
from forankring.ui.dates import write_date
from projects.models.commitment import ContactStatus, ProjectActor
from projects.models.project import Project

NOTES = ("knows", "means", "keeps", "takes", "needs", "decides", "obstacles", "agreed")
"""The fields that hold what was said, in the order it is asked."""


class ActorInterviewQuerySet(models.QuerySet["ActorInterview"]):
    def of_project(self, project_id: int) -> Self:
        return self.filter(project_actor__project_id=project_id)

    def held(self) -> Self:
        """Their day has come and something is written: a plan whose day went by is no talk."""
        written = reduce(or_, (~Q(**{name: ""}) for name in (*NOTES, "contact_status")))
        return self.filter(written, held_on__lte=timezone.localdate())

    def newest_first(self) -> Self:
        return self.order_by("-held_on", "-pk")

    def named(self) -> Self:
        """With what the actor's name is made of."""
        actor = "project_actor__actor"
        return self.select_related(
            f"{actor}__housing_organisation", f"{actor}__housing_department__organisation", f"{actor}__municipality"
        )

    def of_actor(self) -> Exists:
        """For a query of the project's actors: whether anybody has talked with the actor."""
        return Exists(self.held().filter(project_actor=OuterRef("pk")))


class ActorInterview(models.Model):
    """One talk, held or planned. Who took part is told by role; what was said is about the task, never a person."""

    project_actor = models.ForeignKey(ProjectActor, models.CASCADE, related_name="interviews", verbose_name=_("aktør"))
    held_on = models.DateField(_("dato"))
    our_role = CharField(_("hvem fra os (rolle)"), max_length=120, blank=True)
    their_role = CharField(_("hvem hos aktøren (rolle)"), max_length=120, blank=True)
    knows = TextField(_("ved om projektet"), max_length=2000, blank=True)
    means = TextField(_("betyder for aktøren"), max_length=2000, blank=True)
    keeps = TextField(_("vil bevare"), max_length=2000, blank=True)
    takes = TextField(_("opgave"), max_length=2000, blank=True)
    needs = TextField(_("skal være på plads"), max_length=2000, blank=True)
    decides = TextField(_("skal sige ja"), max_length=2000, blank=True)
    obstacles = TextField(_("kan stå i vejen"), max_length=2000, blank=True)
    agreed = TextField(_("aftalt"), max_length=2000, blank=True)
    contact_status = CharField(_("kontaktstatus bagefter"), max_length=20, choices=ContactStatus.choices, blank=True)

    project: Project  # only where its pages are shown; elsewhere `project_actor.project`

    objects = ActorInterviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("aktørsamtale")
        verbose_name_plural = _("aktørsamtaler")
        indexes = [models.Index(fields=["project_actor", "-held_on"], name="interviews_of_actor")]
        constraints = [
            models.CheckConstraint(
                condition=Q(contact_status__in=["", *ContactStatus.values]), name="interview_contact_status_known"
            ),
        ]

    def __str__(self) -> str:
        names: dict[str, Any] = {"actor": self.project_actor, "day": write_date(self.held_on)}
        return _now("Samtale med %(actor)s %(day)s") % names

    @property
    def has_notes(self) -> bool:
        return any(getattr(self, name) for name in NOTES)

    def is_planned(self, today: date) -> bool:
        return self.held_on > today

    def is_held(self, today: date) -> bool:
        """As `held` of the rows."""
        return self.held_on <= today and bool(self.has_notes or self.contact_status)
