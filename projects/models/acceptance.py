"""What the group lives with: a finding of the health check, accepted with a reason (docs/method.md, Sundhedstjek)."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField, TextField
from projects.models.action import Action
from projects.models.budget import BudgetLine
from projects.models.candidacy import Candidacy
from projects.models.commitment import ProjectActor
from projects.models.project import Project
from projects.models.task import Task


def _gone_with(row: type[models.Model]) -> Any:
    return models.ForeignKey(row, models.CASCADE, null=True, editable=False, related_name="+")


class AcceptedFinding(models.Model):
    """One finding by its rule's code and its subject ("task-12"; "project" for the project as a whole).

    It stands while the subject is there, also when the facts behind it change; a person may withdraw it. The row that
    the subject names is pointed at too, so that the acceptance goes when the row does, and comes back with it.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="accepted_findings")
    rule = CharField(_("regel"), max_length=40)
    subject = CharField(_("gælder"), max_length=40)
    task = _gone_with(Task)
    project_actor = _gone_with(ProjectActor)
    candidacy = _gone_with(Candidacy)
    action = _gone_with(Action)
    budget_line = _gone_with(BudgetLine)
    reason = TextField(_("grund"), max_length=1000, error_messages={"blank": _("Skriv, hvorfor I lever med det.")})
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    accepted_at = models.DateTimeField(_("accepteret"))

    class Meta:
        verbose_name = _("accepteret fund")
        verbose_name_plural = _("accepterede fund")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "rule", "subject"],
                name="finding_accepted_once",
                violation_error_message=_("Det er allerede accepteret."),
            ),
            models.CheckConstraint(condition=~Q(rule=""), name="accepted_finding_has_a_rule"),
            models.CheckConstraint(condition=~Q(reason=""), name="accepted_finding_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} · {self.subject}"
