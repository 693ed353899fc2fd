"""The tasks of the project: what somebody must do when the project's own staff are gone (docs/method.md, Fase 1)."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField, TextField
from projects.models.fields import ListField
from projects.models.project import Project


class TaskType(models.TextChoices):
    """The twelve kinds of work that phase 2 looks for actors to."""

    LEADERSHIP = "LED", _("Ledelse og koordinering")
    DELIVERY = "UDF", _("Udførelse af kerneaktiviteten")
    VOLUNTEERS = "FRI", _("Frivillige: rekruttering, introduktion, anerkendelse")
    OUTREACH = "OPS", _("Opsøgende og relationsskabende arbejde")
    COOPERATION = "SAM", _("Samarbejde, snitflader og henvisning")
    PREMISES = "FYS", _("Lokaler, udstyr og praktik")
    FINANCE = "ØKO", _("Økonomi, ansøgninger og regnskab")
    ADMINISTRATION = "ADM", _("Administration, jura og sikkerhed")
    COMMUNICATION = "KOM", _("Kommunikation og synlighed")
    DOCUMENTATION = "DOK", _("Dokumentation, evaluering og læring")
    DEVELOPMENT = "FAG", _("Faglig udvikling og oplæring")
    STRATEGY = "STR", _("Strategisk og politisk opbakning")


class LegalRequirement(models.TextChoices):
    CHILD_CERTIFICATE = "child_certificate", _("Børneattest")
    DATA_PROCESSING = "data_processing", _("Databehandling (GDPR)")
    CONFIDENTIALITY = "confidentiality", _("Tavshedspligt")
    FOOD_HYGIENE = "food_hygiene", _("Fødevarehygiejne")
    INSURANCE = "insurance", _("Forsikring")


class OperationLevel(models.TextChoices):
    """The ambition for the task in operation."""

    KEEP = "keep", _("Bevares")
    SIMPLIFY = "simplify", _("Forenkles")
    STOP = "stop", _("Stoppes")


class HoursUnit(models.TextChoices):
    WEEK = "week", _("timer om ugen")
    YEAR = "year", _("timer om året")


class TaskQuerySet(models.QuerySet["Task"]):
    def in_order(self) -> Self:
        return self.order_by("position", "pk")

    def going_on(self) -> Self:
        """Those that somebody is to do in operation; what is not decided yet goes on."""
        return self.exclude(operation_level=OperationLevel.STOP)

    def offered(self, kept: Iterable[int]) -> Self:
        """Those that can be chosen: going on, or chosen already (`kept`, their ids)."""
        return self.filter(~Q(operation_level=OperationLevel.STOP) | Q(pk__in=list(kept)))


class Task(models.Model):
    """One row of the task list. The number (O1, O2, …) stays when the order changes."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="tasks")
    number = models.PositiveSmallIntegerField(_("nr."), editable=False)
    position = models.PositiveSmallIntegerField(editable=False)
    title = CharField(_("opgave"), max_length=160, error_messages={"blank": _("Skriv, hvad opgaven hedder.")})
    task_type = CharField(_("opgavetype"), max_length=3, choices=TaskType.choices, blank=True)
    description = TextField(_("beskrivelse"), max_length=2000, blank=True)
    solved_today_by = CharField(_("løses i dag af"), max_length=160, blank=True)
    hours_project = models.DecimalField(_("timer i projektet"), max_digits=7, decimal_places=1, null=True, blank=True)
    hours_operation = models.DecimalField(_("timer i drift"), max_digits=7, decimal_places=1, null=True, blank=True)
    hours_unit = CharField(_("timerne er"), max_length=4, choices=HoursUnit.choices, default=HoursUnit.WEEK)
    competences = TextField(_("kompetencekrav"), max_length=1000, blank=True)
    legal_requirements = ListField(_("lovkrav"))
    is_critical = models.BooleanField(_("kritisk"), null=True, blank=True)
    operation_level = CharField(_("niveau i drift"), max_length=10, choices=OperationLevel.choices, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("opgave")
        verbose_name_plural = _("opgaver")
        constraints = [
            models.UniqueConstraint(fields=["project", "number"], name="task_number_once_per_project"),
            models.CheckConstraint(condition=~Q(title=""), name="task_has_a_title"),
            models.CheckConstraint(
                condition=(Q(hours_project__isnull=True) | Q(hours_project__gte=0))
                & (Q(hours_operation__isnull=True) | Q(hours_operation__gte=0)),
                name="task_hours_not_negative",
                violation_error_message=_("Timer kan ikke være mindre end 0."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def code(self) -> str:
        return f"O{self.number}"

    @property
    def operation_hours(self) -> Decimal | None:
        """What the task takes in operation: a task that is stopped takes nothing, whatever was written before."""
        return None if self.operation_level == OperationLevel.STOP else self.hours_operation
