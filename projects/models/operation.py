"""What could go wrong, how the project's staff lets go, and what is remembered (docs/method.md, Fase 4)."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField, TextField
from forankring.database.lookups import TextKey
from forankring.ui.dates import write_date, write_month
from projects.models.positioned import PositionedQuerySet
from projects.models.project import Project


class Likelihood(models.TextChoices):
    """Most likely first."""

    LIKELY = "likely", _("Sandsynlig")
    POSSIBLE = "possible", _("Mulig")
    UNLIKELY = "unlikely", _("Usandsynlig")


class Consequence(models.TextChoices):
    """Worst first."""

    SERIOUS = "serious", _("Alvorlig")
    MEDIUM = "medium", _("Middel")
    MINOR = "minor", _("Lille")


class Risk(models.Model):
    """Something that may happen to the operation. The number (R1, R2, …) stays when the order changes."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="risks")
    number = models.PositiveSmallIntegerField(_("nr."), editable=False)
    position = models.PositiveSmallIntegerField(editable=False)
    title = CharField(_("risiko"), max_length=160, error_messages={"blank": _("Skriv, hvad der kan gå galt.")})
    likelihood = CharField(_("sandsynlighed"), max_length=10, choices=Likelihood.choices, blank=True)
    consequence = CharField(_("konsekvens"), max_length=10, choices=Consequence.choices, blank=True)
    countermeasure = TextField(_("modtræk"), max_length=1000, blank=True)
    plan_b = TextField(_("plan B"), max_length=1000, blank=True)
    owner = CharField(_("hvem holder øje (rolle)"), max_length=120, blank=True)

    objects = PositionedQuerySet.as_manager()

    class Meta:
        verbose_name = _("risiko")
        verbose_name_plural = _("risici")
        constraints = [
            models.UniqueConstraint(fields=["project", "number"], name="risk_number_once_per_project"),
            models.CheckConstraint(condition=~Q(title=""), name="risk_has_a_title"),
            models.CheckConstraint(condition=Q(likelihood__in=["", *Likelihood.values]), name="risk_likelihood_known"),
            models.CheckConstraint(
                condition=Q(consequence__in=["", *Consequence.values]), name="risk_consequence_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def code(self) -> str:
        return f"R{self.number}"


class StaffHoursQuerySet(models.QuerySet["StaffHours"]):
    def in_order(self) -> Self:
        return self.order_by("month", "role", "pk")


class StaffHours(models.Model):
    """How many hours a role of the project's staff works in a month, on the way to none."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="staff_hours")
    month = models.DateField(_("måned"), error_messages={"blank": _("Skriv måneden, for eksempel maj 2027.")})
    role = CharField(_("hvem (rolle)"), max_length=120, blank=True)
    hours = models.DecimalField(_("timer i måneden"), max_digits=6, decimal_places=1, null=True, blank=True)
    hands_over = CharField(_("hvad bliver givet videre"), max_length=240, blank=True)
    rise_reason = CharField(_("hvorfor stiger timerne"), max_length=240, blank=True)

    objects = StaffHoursQuerySet.as_manager()

    class Meta:
        verbose_name = _("måned")
        verbose_name_plural = _("måneder")
        constraints = [
            models.UniqueConstraint(
                "project",
                TextKey("role"),
                "month",
                name="staff_hours_once_per_role_and_month",
                violation_error_message=_("Måneden står der allerede for den rolle. Ret den i stedet."),
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="staff_hours_month_is_its_first_day"),
        ]

    def __str__(self) -> str:
        return f"{write_month(self.month)}, {self.role}" if self.role else write_month(self.month)


class DatedQuerySet(models.QuerySet[Any]):
    """Rows that stand in the order of their day; those without one come last."""

    def in_order(self) -> Self:
        return self.order_by(F(self.model.DAY).asc(nulls_last=True), "pk")


class FollowUpResult(models.TextChoices):
    """Whether it still runs."""

    YES = "yes", _("Ja")
    PARTLY = "partly", _("Delvist")
    NO = "no", _("Nej")


class FollowUp(models.Model):
    """Somebody looks whether it still runs, after the project's end. The result is written when the day has come."""

    DAY = "due_on"

    project = models.ForeignKey(Project, models.CASCADE, related_name="follow_ups")
    due_on = models.DateField(_("dato"), error_messages={"blank": _("Skriv, hvornår I følger op.")})
    responsible = CharField(_("hvem følger op (rolle)"), max_length=120, blank=True)
    looks_at = TextField(_("hvad ser I på"), max_length=1000, blank=True)
    result = CharField(_("kører den stadig"), max_length=10, choices=FollowUpResult.choices, blank=True)
    note = TextField(_("note"), max_length=2000, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("opfølgning")
        verbose_name_plural = _("opfølgninger")
        constraints = [
            models.CheckConstraint(condition=Q(result__in=["", *FollowUpResult.values]), name="follow_up_result_known")
        ]

    def __str__(self) -> str:
        return write_date(self.due_on)

    def is_due(self, today: date) -> bool:
        """The day has come and nobody has written how it went."""
        return not self.result and self.due_on <= today


class ProjectCost(models.Model):
    """What the project costs a year as it runs today, to be held against the operating budget."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="project_costs")
    position = models.PositiveSmallIntegerField(editable=False)
    title = CharField(_("udgift"), max_length=160, error_messages={"blank": _("Skriv, hvad pengene går til.")})
    amount = models.PositiveIntegerField(_("kr. om året"), null=True, blank=True)

    objects = PositionedQuerySet.as_manager()

    class Meta:
        verbose_name = _("udgift i projektet")
        verbose_name_plural = _("udgifter i projektet")
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="project_cost_has_a_title")]

    def __str__(self) -> str:
        return self.title


class Decision(models.Model):
    """Something that was decided, when and by whom. The decision of phase 1 is written there."""

    DAY = "decided_on"

    project = models.ForeignKey(Project, models.CASCADE, related_name="decisions")
    decided_on = models.DateField(_("dato"), null=True, blank=True)
    text = CharField(_("beslutning"), max_length=400, error_messages={"blank": _("Skriv, hvad der blev besluttet.")})
    body = CharField(_("hvem besluttede"), max_length=120, blank=True)
    # What phase 1 said until the decision about the project was changed; only the change writes it.
    is_about_project = models.BooleanField(_("om projektet"), default=False, editable=False)
    reason = TextField(_("begrundelse"), max_length=4000, blank=True, editable=False)
    # The meeting it was taken at; the log keeps it when the meeting is removed.
    meeting = models.ForeignKey(
        "projects.Meeting", models.SET_NULL, null=True, editable=False, related_name="decisions"
    )

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("beslutning")
        verbose_name_plural = _("beslutninger")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="decision_has_words")]

    def __str__(self) -> str:
        return self.text
