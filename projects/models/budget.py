"""What operation costs, and where the money comes from (docs/method.md, Fase 4)."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField
from projects.models.project import Project
from projects.models.task import OperationLevel, Task


class FundingSource(models.TextChoices):
    """Where operating money can come from."""

    MUNICIPAL_OPERATION = "municipal_operation", _("Kommunal kernedrift")
    SECTION_18 = "section_18", _("§ 18-midler (serviceloven)")
    FOLKEOPLYSNING = "folkeoplysning", _("Tilskud efter folkeoplysningsloven")
    DEPARTMENT_BUDGET = "department_budget", _("Afdelingens budget")
    DISPOSITION_FUND = "disposition_fund", _("Boligorganisationens dispositionsfond")
    PRIVATE_FOUNDATION = "private_foundation", _("Privat fond")
    SPONSOR = "sponsor", _("Sponsor eller varer")
    USER_FEE = "user_fee", _("Brugerbetaling eller kontingent")
    LBF_GRANT = "lbf_grant", _("Ny bevilling fra Landsbyggefonden")
    STATE_POOL = "state_pool", _("Statslig pulje")
    OWN_INCOME = "own_income", _("Egen indtægt")
    OTHER = "other", _("Andet")


class Certainty(models.TextChoices):
    GRANTED = "granted", _("Bevilget")
    APPLIED = "applied", _("Ansøgt")
    EXPECTED = "expected", _("Forventet")
    MISSING = "missing", _("Mangler")


class BudgetLineQuerySet(models.QuerySet["BudgetLine"]):
    def in_order(self) -> Self:
        return self.order_by("position", "pk")

    def in_operation(self) -> Self:
        """Without what belongs to a task that is stopped: that money is not needed."""
        return self.filter(Q(task__isnull=True) | ~Q(task__operation_level=OperationLevel.STOP))


class BudgetLine(models.Model):
    """A yearly cost in operation and where the money comes from. An expense with two sources is two lines."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="budget_lines")
    position = models.PositiveSmallIntegerField(editable=False)
    title = CharField(_("udgift"), max_length=160, error_messages={"blank": _("Skriv, hvad pengene går til.")})
    task = models.ForeignKey(
        Task, models.SET_NULL, null=True, blank=True, related_name="budget_lines", verbose_name=_("opgave")
    )
    amount = models.PositiveIntegerField(_("kr. om året"), null=True, blank=True)
    source = CharField(_("kilde"), max_length=30, choices=FundingSource.choices, blank=True)
    source_note = CharField(_("kilden med egne ord"), max_length=160, blank=True)
    certainty = CharField(_("sikkerhed"), max_length=10, choices=Certainty.choices, blank=True)
    expires_on = models.DateField(_("udløber"), null=True, blank=True)

    objects = BudgetLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("budgetlinje")
        verbose_name_plural = _("budgetlinjer")
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="budget_line_has_a_title")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_in_operation(self) -> bool:
        return self.task is None or self.task.operation_level != OperationLevel.STOP
