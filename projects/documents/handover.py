"""The ten points to tick off when the project hands over (docs/method.md, Overdragelse)."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from projects.documents.document import PlanDocument
from projects.documents.lookup import Lookup
from projects.documents.words import listed
from projects.models import CapacityForm, Certainty


class Point(NamedTuple):
    """`status` in words; `note` says what it builds on."""

    text: str
    status: str
    note: str


def check_handover(plan: PlanDocument) -> list[Point]:
    """What follows from the plan is answered; the rest is ticked off at the handover itself."""
    by_hand = (_("krydses af ved overdragelsen"), _("kan ikke ses af planen"))
    return [
        Point(_("Hver opgave har én ansvarlig, og kritiske opgaver har en reserve."), *_responsibility(plan)),
        Point(_("Ansvaret er accepteret skriftligt."), *by_hand),
        Point(_("Driften er betalt i mindst 12 måneder."), *_money(plan)),
        Point(_("Der er aftale om lokaler og nøgler."), *by_hand),
        Point(_("Børneattester, forsikring og persondata er overdraget lovligt."), *by_hand),
        Point(_("Der er en drejebog eller et årshjul."), *by_hand),
        Point(_("Driften er prøvet mindst én gang uden projektets medarbejdere."), *_trial(plan)),
        Point(_("Adgange til konti, mail og sociale medier er overdraget."), *by_hand),
        Point(_("Målgruppen og beboerne har fået besked."), *by_hand),
        Point(_("Det er aftalt, hvem der følger op efter 3 og 12 måneder."), *_follow_up(plan)),
    ]


def _responsibility(plan: PlanDocument) -> tuple[str, str]:
    look = Lookup(plan)
    if not look.continuing:
        return _("mangler"), _("der er ingen opgaver i planen")
    gaps = [task.code for task in look.continuing if not look.responsible(task.code)]
    gaps += [task.code for task in look.critical if not look.has_reserve(task.code) and task.code not in gaps]
    if gaps:
        return _("mangler"), _("se %(tasks)s") % {"tasks": listed(gaps)}
    return _("opfyldt"), _("se Opgaver og ansvar")


def _money(plan: PlanDocument) -> tuple[str, str]:
    if not plan.budget:
        return _("mangler"), _("der er intet driftsbudget")
    if any(line.certainty is not Certainty.GRANTED or line.amount is None for line in plan.budget):
        return _("mangler"), _("ikke alt er bevilget")
    end = plan.frame.ends_on
    year_after = _a_year_after(end) if end else None
    if year_after and any(line.expires_on and line.expires_on < year_after for line in plan.budget):
        return _("mangler"), _("noget udløber inden 12 måneder efter projektet")
    return _("opfyldt"), _("alt er bevilget")


def _a_year_after(day: date) -> date:
    return day.replace(year=min(day.year + 1, date.max.year), day=min(day.day, 28) if day.month == 2 else day.day)


def _trial(plan: PlanDocument) -> tuple[str, str]:
    trials = [action for action in plan.actions if action.capacity_form is CapacityForm.TRIAL]
    if not trials:
        return _("mangler"), _("ingen prøvedrift i planens tiltag")
    if any(action.status == "done" for action in trials):
        return _("opfyldt"), _("se %(codes)s") % {"codes": listed(action.code for action in trials)}
    return _("planlagt"), _("se %(codes)s") % {"codes": listed(action.code for action in trials)}


def _follow_up(plan: PlanDocument) -> tuple[str, str]:
    end = plan.frame.ends_on
    later = [action.code for action in plan.actions if end and action.deadline and action.deadline > end]
    if later:
        return _("planlagt"), _("se %(codes)s") % {"codes": listed(later)}
    return _("mangler"), _("intet tiltag ligger efter projektets slutdato")
