"""Sets of tasks and answers for activities that many projects have, kept by administrators (docs/method.md, Fase 1)."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField, TextField
from projects.models.fields import ListField
from projects.models.task import HoursUnit, OperationLevel, TaskType


class ActivityTemplateQuerySet(models.QuerySet["ActivityTemplate"]):
    def offered(self) -> Self:
        """In use, in the administrators' order."""
        return self.filter(is_active=True).in_order()

    def in_order(self) -> Self:
        return self.order_by("position", "name", "pk")


class ActivityTemplate(models.Model):
    """A common activity. What a project takes from it becomes its own ordinary rows and answers."""

    code = models.SlugField(_("kode"), max_length=60, unique=True)
    name = CharField(_("navn"), max_length=120, error_messages={"blank": _("Skriv, hvad aktiviteten hedder.")})
    description = TextField(_("beskrivelse"), max_length=1000, blank=True)
    core_elements = ListField(_("kerneelementer"))
    adaptable = ListField(_("kan tilpasses"))
    position = models.PositiveSmallIntegerField(_("rækkefølge"), default=100)
    is_active = models.BooleanField(_("kan vælges"), default=True)

    objects = ActivityTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("skabelon for en aktivitet")
        verbose_name_plural = _("skabeloner for aktiviteter")
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="activity_template_has_a_name")]

    def __str__(self) -> str:
        return self.name


class TemplateTaskQuerySet(models.QuerySet["TemplateTask"]):
    def in_order(self) -> Self:
        return self.order_by("position", "pk")


class TemplateTask(models.Model):
    """A task that most projects with the activity have, with a proposal for what one answers about it."""

    template = models.ForeignKey(ActivityTemplate, models.CASCADE, related_name="tasks")
    position = models.PositiveSmallIntegerField(_("rækkefølge"), default=100)
    title = CharField(_("opgave"), max_length=160, error_messages={"blank": _("Skriv, hvad opgaven hedder.")})
    task_type = CharField(_("opgavetype"), max_length=3, choices=TaskType.choices, blank=True)
    description = TextField(_("beskrivelse"), max_length=2000, blank=True)
    hours_operation = models.DecimalField(_("timer i drift"), max_digits=7, decimal_places=1, null=True, blank=True)
    hours_unit = CharField(_("timerne er"), max_length=4, choices=HoursUnit.choices, default=HoursUnit.WEEK)
    competences = TextField(_("kompetencekrav"), max_length=1000, blank=True)
    legal_requirements = ListField(_("lovkrav"))
    is_critical = models.BooleanField(_("kritisk"), null=True, blank=True)
    operation_level = CharField(_("niveau i drift"), max_length=10, choices=OperationLevel.choices, blank=True)

    objects = TemplateTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("opgave i skabelonen")
        verbose_name_plural = _("opgaver i skabelonen")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="template_task_has_a_title"),
            models.CheckConstraint(
                condition=Q(hours_operation__isnull=True) | Q(hours_operation__gte=0),
                name="template_task_hours_not_negative",
                violation_error_message=_("Timer kan ikke være mindre end 0."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
