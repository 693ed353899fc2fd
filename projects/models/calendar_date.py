"""What people decided about a date of the steering calendar. The proposed dates are derived (actors/calendar.py)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.calendar import DateKind
from actors.models import Programme
from forankring.database.columns import CharField
from projects.models.project import Project


class CalendarDateQuerySet(models.QuerySet["CalendarDate"]):
    def of_programme(self, programme: Programme) -> "CalendarDateQuerySet":
        """The helhedsplan's own, not its projects'."""
        return self.filter(programme=programme, project__isnull=True)


class CalendarDate(models.Model):
    """A date that was moved, or a day on which something was held; the helhedsplan's, or one project's."""

    programme = models.ForeignKey(
        Programme, models.CASCADE, related_name="calendar_dates", verbose_name=_("helhedsplan")
    )
    project = models.ForeignKey(
        Project, models.CASCADE, null=True, blank=True, related_name="calendar_dates", verbose_name=_("projekt")
    )
    kind = CharField(_("dato"), max_length=20, choices=DateKind.choices)
    moved_to = models.DateField(_("flyttet til"), null=True, blank=True)
    held_on = models.DateField(_("holdt den"), null=True, blank=True)

    objects = CalendarDateQuerySet.as_manager()

    class Meta:
        verbose_name = _("dato i kalenderen")
        verbose_name_plural = _("datoer i kalenderen")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "kind"], condition=Q(project__isnull=True), name="calendar_date_once_in_programme"
            ),
            models.UniqueConstraint(
                fields=["project", "kind"], condition=Q(project__isnull=False), name="calendar_date_once_in_project"
            ),
            models.CheckConstraint(condition=Q(kind__in=DateKind.values), name="calendar_date_kind_known"),
            models.CheckConstraint(
                condition=Q(moved_to__isnull=False) | Q(held_on__isnull=False), name="calendar_date_says_something"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())
