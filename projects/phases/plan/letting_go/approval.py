"""What speaks against approving the handover now: it is early, or points are open. It asks, it never bars."""

from django.utils import timezone
from django.utils.translation import gettext as _

from actors.calendar import DateKind
from forankring.ui.dates import write_date
from projects.models import Handover, Project
from projects.phases.facts.calendars import calendar_of_project
from projects.phases.plan.letting_go.points import points_of


def reservations_of(project: Project) -> list[str]:
    """A sentence for each thing; empty when all ten points are settled and the time has come."""
    found = [_("Punkt %(point)s") % {"point": point} for point in points_of(project) if not point.is_settled]
    row = Handover.objects.filter(project=project).first()
    day = (row and row.handed_over_on) or calendar_of_project(project).day(DateKind.HANDOVER)
    if day and timezone.localdate() < day:
        found.insert(0, _("Overdragelsen er først %(date)s.") % {"date": write_date(day)})
    return found
