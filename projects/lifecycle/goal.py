"""The project's most important success criterion: that it is anchored. Pure.

The source is docs/method.md, Det vigtigste succeskriterium.
"""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from forankring.ui.dates import write_date


def goal_in_time(goal: str, goal_date: date | None, today: date) -> str:
    """When the goal is to be reached, and whether the day has come. "" for a goal that nobody has written."""
    if not goal:
        return ""
    if goal_date is None:
        return _("Målet har ingen dato endnu.")
    day = write_date(goal_date)
    days = (goal_date - today).days
    if days < 0:
        return _("Målet skulle være nået %(day)s. Se efter, om det er nået.") % {"day": day}
    if days == 0:
        return _("Målet skal være nået i dag.")
    if days < 60:
        words = ngettext(
            "Målet skal være nået %(day)s, om %(count)d dag.", "Målet skal være nået %(day)s, om %(count)d dage.", days
        )
        return words % {"day": day, "count": days}
    return _("Målet skal være nået %(day)s, om %(count)d måneder.") % {"day": day, "count": round(days / 30.44)}
