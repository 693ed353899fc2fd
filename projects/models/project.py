"""The project (indsats): what a helhedsplan wants to keep, change or end, and the frame around it."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from actors.models import Programme
from actors.querysets import AlphabeticalIndex, AlphabeticalQuerySet
from forankring.database.columns import CharField
from projects.models.decision import Outcome


class FocusArea(models.Model):
    """Landsbyggefonden's indsatsområder: one list per grant period, so that old projects keep the words of theirs."""

    code = models.SlugField(_("kode"), max_length=80, unique=True)
    name = CharField(_("navn"), max_length=120)
    valid_from = models.PositiveSmallIntegerField(_("gælder fra år"))
    valid_to = models.PositiveSmallIntegerField(_("gælder til og med år"), null=True, blank=True)

    objects = AlphabeticalQuerySet["FocusArea"].as_manager()

    class Meta:
        verbose_name = _("indsatsområde")
        verbose_name_plural = _("indsatsområder")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")),
                name="focus_area_years_in_order",
                violation_error_message=_("Sidste år skal ligge efter første år."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.valid_from}–{self.valid_to or ''})"


class ProjectQuerySet(AlphabeticalQuerySet["Project"]):
    def visible_to(self, user: Any) -> Self:
        """Projects of the person's helhedsplaner, with their role there as `my_role`."""
        return self.filter(programme__memberships__user=user).annotate(my_role=F("programme__memberships__role"))

    def with_decision(self) -> Self:
        """With phase 1's answer about what is to happen, as `decision`."""
        return self.annotate(decision=F("why_what__decision"))

    def in_use(self) -> Self:
        """Not archived."""
        return self.filter(archived_at__isnull=True)

    def archived(self) -> Self:
        return self.filter(archived_at__isnull=False)


class Project(models.Model):
    """One project of a helhedsplan. Phase 1's answers hang on it as WhyWhat, phase 4's as PlanOutline."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="projects", verbose_name=_("helhedsplan"))
    name = CharField(_("navn"), max_length=120, error_messages={"blank": _("Skriv, hvad projektet hedder.")})
    slug = models.SlugField(_("adresse"), max_length=80, unique=True)
    focus_area = models.ForeignKey(
        FocusArea, models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("indsatsområde")
    )
    start = models.DateField(_("første dag"), null=True, blank=True)
    end = models.DateField(_("sidste dag"), null=True, blank=True)
    archived_at = models.DateTimeField(_("arkiveret"), null=True, editable=False)
    archived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    my_role: str  # only from visible_to()
    decision: str | None  # only from with_decision()

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("projekt")
        verbose_name_plural = _("projekter")
        indexes = [
            # With archived_at, so that counting needs nothing but the index.
            AlphabeticalIndex(
                fields=["programme", "name", "archived_at"],
                condition=Q(archived_at__isnull=True),
                name="project_in_use_by_name",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(end__gt=models.F("start")),
                name="project_period_in_order",
                violation_error_message=_("Sidste dag skal ligge efter første dag."),
            ),
            models.CheckConstraint(
                condition=Q(archived_at__isnull=True, archived_by__isnull=True)
                | Q(archived_at__isnull=False, archived_by__isnull=False),
                name="project_archived_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def outcome(self) -> Outcome:
        """What the later phases ask for. The project comes from `get_project`, or `with_decision`."""
        return Outcome.of(self.decision)

    @property
    def ends_on(self) -> date | None:
        """The last day: the project's own, else the helhedsplan's."""
        return self.end or self.programme.end
