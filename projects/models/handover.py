"""The ten points to see to before the project lets go, and the handover itself (docs/method.md, Overdragelse)."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField, TextField
from projects.models.fields import ListField
from projects.models.project import Project


class HandoverPoint(models.IntegerChoices):
    """The ten points of the handover check, by their number."""

    RESPONSIBILITY = 1, _("Hver opgave har én ansvarlig, og kritiske opgaver har en reserve.")
    WRITTEN = 2, _("Ansvaret er accepteret skriftligt.")
    MONEY = 3, _("Driften er betalt i mindst 12 måneder.")
    PREMISES = 4, _("Der er aftale om lokaler og nøgler.")
    LEGAL = 5, _("Børneattester, forsikring og persondata er overdraget lovligt.")
    HANDBOOK = 6, _("Der er en drejebog eller et årshjul.")
    TRIAL = 7, _("Driften er prøvet mindst én gang uden projektets medarbejdere.")
    ACCESS = 8, _("Adgange til konti, mail og sociale medier er overdraget.")
    TOLD = 9, _("Målgruppen og beboerne har fået besked.")
    FOLLOW_UP = 10, _("Det er aftalt, hvem der følger op efter 3 og 12 måneder.")


class HandoverState(models.TextChoices):
    DONE = "done", _("Opfyldt")
    NOT_YET = "not_yet", _("Ikke endnu")
    NOT_RELEVANT = "not_relevant", _("Ikke relevant")


def is_settled(state: str | None, reason: str) -> bool:
    """Whether nobody has more to do about a point: it is done, or not relevant for a reason."""
    return state == HandoverState.DONE or (state == HandoverState.NOT_RELEVANT and bool(reason))


class HandoverTickQuerySet(models.QuerySet["HandoverTick"]):
    def in_order(self) -> Self:
        return self.order_by("point")


class HandoverTick(models.Model):
    """What a person says of one point. A point without a row has not been looked at."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="handover_ticks")
    point = models.PositiveSmallIntegerField(_("punkt"), choices=HandoverPoint.choices, editable=False)
    state = CharField(_("status"), max_length=12, choices=HandoverState.choices, blank=True)
    reason = CharField(_("hvorfor er det ikke relevant"), max_length=240, blank=True)
    ticked_on = models.DateField(_("dato"), null=True, blank=True)
    said_by = CharField(_("hvem siger det (rolle)"), max_length=120, blank=True)
    note = TextField(_("note"), max_length=1000, blank=True)

    objects = HandoverTickQuerySet.as_manager()

    class Meta:
        verbose_name = _("punkt i overdragelsen")
        verbose_name_plural = _("punkter i overdragelsen")
        constraints = [
            models.UniqueConstraint(fields=["project", "point"], name="handover_point_once_per_project"),
            models.CheckConstraint(condition=Q(point__in=HandoverPoint.values), name="handover_point_known"),
            models.CheckConstraint(condition=Q(state__in=["", *HandoverState.values]), name="handover_state_known"),
        ]

    def __str__(self) -> str:
        return str(HandoverPoint(self.point).label)

    @property
    def code(self) -> str:
        return str(self.point)


class Handover(models.Model):
    """The day the project lets go, who signs, and that a person has approved it. One row per project."""

    project = models.OneToOneField(Project, models.CASCADE, primary_key=True, related_name="handover")
    handed_over_on = models.DateField(_("dato for overdragelsen"), null=True, blank=True)
    signatures = ListField(_("underskrifter (roller)"))
    approved_at = models.DateTimeField(_("godkendt"), null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    # Why it was approved early, or with points open; only people who approve write it.
    approval_reason = TextField(_("hvorfor godkendt nu"), max_length=1000, blank=True, editable=False)

    class Meta:
        verbose_name = _("overdragelse")
        verbose_name_plural = _("overdragelser")
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="handover_approved_when_and_by_whom",
            )
        ]

    def __str__(self) -> str:
        return str(self.project)
