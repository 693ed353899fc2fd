"""Rows that were removed, kept for some days so that it can be undone (docs/adr/0023)."""

from datetime import date, datetime, timedelta
from typing import Final, Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField
from projects.models.project import Project

DAYS_TO_UNDO: Final = 14


class RemovedRowQuerySet(models.QuerySet["RemovedRow"]):
    def in_time(self) -> Self:
        """Those that can still be brought back."""
        return self.filter(removed_at__gt=timezone.now() - timedelta(days=DAYS_TO_UNDO))

    def out_of_time(self, now: datetime | None = None) -> Self:
        """Those whose days are over, at the moment or now."""
        return self.filter(removed_at__lte=(now or timezone.now()) - timedelta(days=DAYS_TO_UNDO))

    def newest_first(self) -> Self:
        return self.order_by("-removed_at", "-pk")


class RemovedRow(models.Model):
    """One row of a list and everything that went with it, as they were.

    `kind` is the row's table ("projects.task"), `row` its key there. `content` holds `rows`, what was deleted in the
    order it can be written again, and `links`, the columns of other rows that pointed at it and were emptied. The log
    says who removed it.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="removed_rows")
    kind = CharField(max_length=80)
    row = models.BigIntegerField()
    number = models.PositiveSmallIntegerField(null=True)
    name = CharField(_("navn"), max_length=320)
    content = models.JSONField(encoder=DjangoJSONEncoder)
    removed_at = models.DateTimeField(default=timezone.now)

    objects = RemovedRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("fjernet række")
        verbose_name_plural = _("fjernede rækker")
        indexes = [models.Index(fields=["removed_at"], name="removed_rows_by_age")]
        constraints = [models.UniqueConstraint(fields=["project", "kind", "row"], name="row_is_removed_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def removed_on(self) -> date:
        return timezone.localdate(self.removed_at)
