"""What the review page of phase 4 shows of the outcomes' lists."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from forankring.ui.dates import write_date
from forankring.ui.numbers import write_kroner
from projects.models import Project
from projects.phases.steps import Line


def wind_down_lines(project: Project) -> Iterator[Line]:
    for row in project.wind_down.in_order():
        parts = [
            row.get_kind_display(),
            write_date(row.on) if row.on else "",
            row.responsible,
            _("Modpart eller ny ejer: %(who)s") % {"who": row.receiver} if row.receiver else "",
            _("Gjort") if row.is_done else "",
        ]
        yield Line(row.title, "\n".join(str(part) for part in parts if part), row.pk)


def notice_lines(project: Project) -> Iterator[Line]:
    for row in project.notices.in_order():
        parts = [
            row.told_by,
            write_date(row.on) if row.on else "",
            row.message,
            _("Har fået besked") if row.is_told else "",
        ]
        yield Line(row.audience, "\n".join(part for part in parts if part), row.pk)


def bid_lines(project: Project) -> Iterator[Line]:
    for row in project.funding_bids.in_order():
        parts = [
            write_kroner(row.amount) if row.amount is not None else "",
            _("frist %(date)s") % {"date": write_date(row.deadline)} if row.deadline else "",
            row.applicant,
            row.get_status_display(),
        ]
        yield Line(row.funder, "\n".join(str(part) for part in parts if part), row.pk)
