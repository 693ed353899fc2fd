"""Writing phase 4's second half: series of months, follow-ups, and the approval of the handover."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.calendar import add_months
from forankring.ui.dates import LATEST
from projects.models import Event, FollowUp, Handover, Project, StaffHours
from projects.phases.plan.letting_go.approval import reservations_of
from projects.phases.plan.letting_go.phase_out import propose_phase_out

FOLLOW_UP_AFTER = (3, 12)  # months after the project's last day


@transaction.atomic
def propose_staff_hours(*, by: Any, project: Project, end: date, role: str, hours: int, first: date) -> int:
    """Write the proposed months of a role that are not there yet, and how many they are."""
    _lock(project)
    known = set(StaffHours.objects.filter(project=project, role=role).values_list("month", flat=True))
    rows = [
        StaffHours(project=project, role=role, month=each.month, hours=each.hours)
        for each in propose_phase_out(first, end, hours)
        if each.month not in known
    ]
    StaffHours.objects.bulk_create(rows)
    if rows:
        Event.objects.record(by=by, project=project, text=_("foreslog timer i udfasningen"))
    return len(rows)


@transaction.atomic
def copy_month(*, by: Any, project: Project, row: StaffHours, what: str, **_others: Any) -> StaffHours:
    """A copy of the month as the role's next one that is not there yet: a role has each month once."""
    _lock(project)
    known = set(StaffHours.objects.filter(project=project, role=row.role).values_list("month", flat=True))
    month = add_months(row.month, 1)
    while month in known and month < LATEST:
        month = add_months(month, 1)
    copy = StaffHours.objects.create(project=project, month=month, role=row.role, hours=row.hours)
    Event.objects.record(by=by, project=project, text=what.removesuffix(":"))
    return copy


@transaction.atomic
def propose_follow_ups(*, by: Any, project: Project, end: date) -> int:
    """Write the two follow-ups after the end that are not there yet, and how many they are."""
    _lock(project)
    known = set(FollowUp.objects.filter(project=project).values_list("due_on", flat=True))
    days = [add_months(end, months) for months in FOLLOW_UP_AFTER]
    rows = [FollowUp(project=project, due_on=day) for day in days if day not in known]
    FollowUp.objects.bulk_create(rows)
    if rows:
        Event.objects.record(by=by, project=project, text=_("foreslog opfølgning efter 3 og 12 måneder"))
    return len(rows)


@transaction.atomic
def approve_handover(*, by: Any, project: Project, reason: str = "") -> None:
    """A person approves that the project lets go. Who did it first and when stays.

    Raises:
        ValidationError: one of the ten points is open, or it is too early, and no reason is given.
    """
    _lock(project)
    handover = Handover.objects.filter(project=project).first() or Handover(project=project)
    if handover.approved_at is None:
        if not reason.strip() and reservations_of(project):
            raise ValidationError(_("Skriv, hvorfor I godkender overdragelsen nu."), code="reason")
        handover.approved_at, handover.approved_by = timezone.now(), by
        handover.approval_reason = reason.strip()
        handover.save()
        Event.objects.record(by=by, project=project, text=_("godkendte overdragelsen"))


@transaction.atomic
def withdraw_approval(*, by: Any, project: Project) -> None:
    """Take the approval back. The log keeps that it was given."""
    changed = Handover.objects.filter(project=project, approved_at__isnull=False).update(
        approved_at=None, approved_by=None, approval_reason=""
    )
    if changed:
        Event.objects.record(by=by, project=project, text=_("trak godkendelsen af overdragelsen tilbage"))


def _lock(project: Project) -> None:
    """One at a time, so that pressing twice does not write twice."""
    Project.objects.select_for_update().get(pk=project.pk)
