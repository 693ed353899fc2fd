"""Actors in the project and what they (may) do for each task (docs/method.md, Fase 2)."""

from collections.abc import Hashable, Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.models import Actor
from forankring.database.columns import CharField, TextField
from projects.models.fields import ListField
from projects.models.project import Project
from projects.models.task import Task


class Contribution(models.TextChoices):
    TIME = "time", _("Tid")
    MONEY = "money", _("Penge")
    PREMISES = "premises", _("Lokaler")
    EQUIPMENT = "equipment", _("Udstyr")
    EXPERTISE = "expertise", _("Faglighed")
    NETWORK = "network", _("Netværk")
    LEGITIMACY = "legitimacy", _("Legitimitet")
    MANDATE = "mandate", _("Mandat")
    ACCESS = "access", _("Adgang til målgruppen")


class ContactStatus(models.TextChoices):
    """How far the conversation is. What exactly they said yes to stands on the task, not here."""

    NOT_CONTACTED = "not_contacted", _("Ikke kontaktet")
    CONTACTED = "contacted", _("Kontaktet")
    IN_DIALOGUE = "in_dialogue", _("I dialog")
    INTERESTED = "interested", _("Interesseret")
    ACCEPTED = "accepted", _("Har sagt ja")
    DECLINED = "declined", _("Har sagt nej")


class CommitmentRole(models.TextChoices):
    RESPONSIBLE = "A", _("Ansvarlig")
    CARRIES_OUT = "U", _("Udfører")
    CONTRIBUTES = "B", _("Bidrager")
    RESERVE = "R", _("Reserve")


class CommitmentState(models.TextChoices):
    POSSIBLE = "possible", _("Mulig")
    PROPOSED = "proposed", _("Foreslået")
    AGREED = "agreed", _("Aftalt")


# A commitment as (actor, role, state), whatever keeps it.
Pledge = tuple[Hashable, str, str]


def carrying_already(pledges: Iterable[Pledge]) -> set[Hashable]:
    """Of one task's commitments: those who do the task, or are meant to be responsible for it."""
    meant = [each for each in pledges if each[2] != CommitmentState.POSSIBLE]
    responsible = [each for each in meant if each[1] == CommitmentRole.RESPONSIBLE]
    agreed = [each for each in responsible if each[2] == CommitmentState.AGREED]
    doing = [each for each in meant if each[1] == CommitmentRole.CARRIES_OUT]
    return {actor for actor, _role, _state in [*(agreed or responsible), *doing]}


def standing_reserves(pledges: Iterable[Pledge]) -> set[Hashable]:
    """Of one task's commitments: those proposed or agreed as reserve that do not carry the task already.

    A possible reserve is only an idea, and one that carries the task falls away with it.
    """
    pledges = list(pledges)
    reserves = {
        actor for actor, role, state in pledges if role == CommitmentRole.RESERVE and state != CommitmentState.POSSIBLE
    }
    return reserves - carrying_already(pledges)


class ProjectActorQuerySet(models.QuerySet["ProjectActor"]):
    def offered(self, *kept: Iterable[int]) -> Self:
        """Those that can be chosen: in use in the helhedsplan, or chosen already (`kept`, their ids)."""
        condition = Q(actor__is_active=True)
        for ids in kept:
            condition |= Q(pk__in=ids)
        return self.filter(condition)

    def offered_to(self, row: Any) -> Self:
        """Those that a row with `actors` can have, new or not."""
        return self.offered(*([row.actors.values_list("pk", flat=True)] if row.pk else []))

    def in_order(self) -> Self:
        return self.order_by("position", "pk")

    def named(self) -> Self:
        """With what an actor's name is made of, so that writing it asks the database nothing."""
        return self.select_related(
            "actor__housing_organisation", "actor__housing_department__organisation", "actor__municipality"
        )


class ProjectActor(models.Model):
    """The actor in this project. The number (A1, A2, …) stays when the order changes."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="project_actors")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="project_actors", verbose_name=_("aktør"))
    number = models.PositiveSmallIntegerField(_("nr."), editable=False)
    position = models.PositiveSmallIntegerField(editable=False)
    current_role = TextField(_("rolle i dag"), max_length=1000, blank=True)
    contributions = ListField(_("bidrag"))
    contribution_note = TextField(_("bidrag med egne ord"), max_length=1000, blank=True)
    task_types = ListField(_("opgavetyper"))
    limits = TextField(_("begrænsning"), max_length=1000, blank=True)
    decision_role = CharField(_("beslutter (rolle)"), max_length=120, blank=True)
    contact_role = CharField(_("kontakt (rolle)"), max_length=120, blank=True)
    contact_status = CharField(_("kontaktstatus"), max_length=20, choices=ContactStatus.choices, blank=True)
    contact_date = models.DateField(_("dato for kontakten"), null=True, blank=True)

    relation_words: list[str]  # only where the cards are shown (mapping/relations.py)

    objects = ProjectActorQuerySet.as_manager()

    class Meta:
        verbose_name = _("aktør i projektet")
        verbose_name_plural = _("aktører i projektet")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "actor"],
                name="actor_once_per_project",
                violation_error_message=_("Aktøren er allerede med i projektet."),
            ),
            models.UniqueConstraint(fields=["project", "number"], name="actor_number_once_per_project"),
        ]

    def __str__(self) -> str:
        return str(self.actor)

    @property
    def code(self) -> str:
        return f"A{self.number}"

    @property
    def contribution_words(self) -> str:
        """The kinds of contribution chosen: "Tid, Lokaler"."""
        return ", ".join(str(Contribution(code).label) for code in self.contributions)


class Commitment(models.Model):
    """Task × actor × role, once. Several may be possible; only one responsible can be agreed."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="commitments", verbose_name=_("opgave"))
    project_actor = models.ForeignKey(ProjectActor, models.CASCADE, related_name="commitments", verbose_name=_("aktør"))
    role = CharField(_("rolle"), max_length=1, choices=CommitmentRole.choices)
    state = CharField(_("tilstand"), max_length=10, choices=CommitmentState.choices, default=CommitmentState.POSSIBLE)
    takes_over_on = models.DateField(_("overtager den"), null=True, blank=True)

    class Meta:
        verbose_name = _("aftale om opgave")
        verbose_name_plural = _("aftaler om opgaver")
        constraints = [
            models.UniqueConstraint(
                fields=["task", "project_actor", "role"],
                name="commitment_once",
                violation_error_message=_("Aktøren har allerede den rolle i opgaven."),
            ),
            models.UniqueConstraint(
                fields=["task"],
                condition=Q(role="A", state="agreed"),
                name="one_agreed_responsible_per_task",
                violation_error_message=_(
                    "Opgaven har allerede en aftalt ansvarlig. Vælg én ansvarlig. De andre kan udføre eller bidrage."
                ),
            ),
            models.CheckConstraint(condition=Q(role__in=CommitmentRole.values), name="commitment_role_known"),
            models.CheckConstraint(condition=Q(state__in=CommitmentState.values), name="commitment_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} · {self.project_actor_id} · {self.role}"
