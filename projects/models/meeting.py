"""Meetings of the group: what kind, when, who was there by role, how far it is, and what it led to."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField
from forankring.ui.dates import write_date
from projects.models.fields import ListField
from projects.models.project import Project


class MeetingKind(models.TextChoices):
    """The four meetings, in the order a project needs them."""

    WHY_WHAT = "why_what", _("Workshop 1: hvorfor, hvad og opgaver")
    ACTORS = "actors", _("Workshop 2: aktører")
    ANALYSIS = "analysis", _("Workshop 3: analyse og plan")
    BOARD = "board", _("Bestyrelsesmøde")


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def newest_first(self) -> Self:
        return self.order_by("-held_on", "-pk")

    def before(self, meeting: "Meeting") -> Self:
        """The project's earlier meetings: those on an earlier day, and those of the same day that were made first."""
        earlier = Q(held_on__lt=meeting.held_on) | Q(held_on=meeting.held_on, pk__lt=meeting.pk)
        return self.filter(earlier, project=meeting.project_id)

    def after(self, meeting: "Meeting") -> Self:
        """The project's later meetings, in the same order of days as `before`."""
        later = Q(held_on__gt=meeting.held_on) | Q(held_on=meeting.held_on, pk__gt=meeting.pk)
        return self.filter(later, project=meeting.project_id)

    def held(self, today: date) -> Self:
        """Those that are over: closed, or on a day that has passed."""
        return self.filter(Q(closed_at__isnull=False) | Q(held_on__lt=today))

    def next_of(self, project: Project, today: date) -> "Meeting | None":
        """The one that is going on, else the next one that is planned."""
        ahead = self.filter(project=project, closed_at__isnull=True).filter(Q(step__gt=0) | Q(held_on__gte=today))
        return ahead.order_by(models.Case(models.When(step__gt=0, then=0), default=1), "held_on", "pk").first()


class Meeting(models.Model):
    """One meeting. It begins when `step` is 1, and is over when `closed_at` is set.

    `minutes` are the planned minutes of each step where the group changed them, else []. The clock (see
    projects/meetings/clock.py): `spent` holds the seconds used on each step before `running_since`, which is empty
    while the clock is paused.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="meetings")
    kind = CharField(_("slags møde"), max_length=10, choices=MeetingKind.choices)
    held_on = models.DateField(_("dato"), error_messages={"blank": _("Skriv, hvilken dag mødet er.")})
    place = CharField(_("sted"), max_length=120, blank=True)
    present = ListField(_("til stede (roller)"))
    apologies = ListField(_("afbud (roller)"))
    annexes = ListField(_("bilag"))
    minutes = ListField(_("minutter"))
    step = models.PositiveSmallIntegerField(default=0, editable=False)
    spent = ListField(editable=False)
    running_since = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("møde")
        verbose_name_plural = _("møder")
        indexes = [models.Index(fields=["project", "-held_on"], name="meetings_of_project")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=MeetingKind.values), name="meeting_kind_known"),
            models.CheckConstraint(
                condition=Q(running_since__isnull=True) | Q(closed_at__isnull=True, step__gte=1),
                name="meeting_clock_runs_only_in_a_meeting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {write_date(self.held_on)}"

    @property
    def is_begun(self) -> bool:
        return self.step > 0

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @property
    def is_running(self) -> bool:
        """Begun and not closed; the clock may be paused."""
        return self.is_begun and not self.is_closed


class NextStepQuerySet(models.QuerySet["NextStep"]):
    def in_order(self) -> Self:
        """By date; those without one come last."""
        return self.order_by(models.F("due_on").asc(nulls_last=True), "pk")

    def still_open(self) -> Self:
        return self.filter(done_on__isnull=True)


class NextStep(models.Model):
    """Something agreed at a meeting: what, which role does it, and until when. Smaller than a tiltag."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="next_steps")
    text = CharField(_("næste skridt"), max_length=240, error_messages={"blank": _("Skriv, hvad der skal ske.")})
    owner = CharField(_("hvem gør det (rolle)"), max_length=120, blank=True)
    due_on = models.DateField(_("senest"), null=True, blank=True)
    done_on = models.DateField(_("gjort"), null=True, editable=False)

    objects = NextStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("næste skridt")
        verbose_name_plural = _("næste skridt")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="next_step_has_words")]

    def __str__(self) -> str:
        return self.text

    def is_overdue(self, today: date) -> bool:
        return self.done_on is None and self.due_on is not None and self.due_on < today
