"""The summary's lines for a project that ends, passes its method on or seeks new money. All derived."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from forankring.ui.dates import write_date
from projects.documents.document import PlanDocument
from projects.documents.words import kroner, listed
from projects.models import BidStatus, Outcome

Lines = Callable[[PlanDocument], Iterator[str]]


def outcome_decisions(plan: PlanDocument) -> Iterator[str]:
    yield from _DECISIONS[plan.outcome](plan)


def outcome_ready(plan: PlanDocument) -> Iterator[str]:
    if plan.outcome is Outcome.METHOD and plan.outcome_answers.method_taker:
        yield _("Overtager metoden: %(who)s.") % {"who": plan.outcome_answers.method_taker.rstrip(".")}
    if plan.outcome is Outcome.END and plan.outcome_answers.learned:
        yield _("Det, projektet har lært, er skrevet ned.")
    if plan.outcome is Outcome.NEW_FUNDING:
        granted = [bid.amount or 0 for bid in plan.bids if bid.status is BidStatus.GRANTED]
        sent = [bid.amount or 0 for bid in plan.bids if bid.status is BidStatus.SENT]
        if granted:
            yield _("%(amount)s er bevilget.") % {"amount": kroner(sum(granted))}
        if sent:
            yield _("Der er søgt om %(amount)s.") % {"amount": kroner(sum(sent))}
    if done := [one for one in plan.wind_down if one.is_done and plan.outcome is not Outcome.NEW_FUNDING]:
        yield ngettext(
            "%(done)s af %(all)s punkt i afviklingen er gjort.",
            "%(done)s af %(all)s punkter i afviklingen er gjort.",
            len(plan.wind_down),
        ) % {"done": len(done), "all": len(plan.wind_down)}
    if told := [one for one in plan.notices if one.is_told]:
        yield ngettext(
            "%(told)s af %(all)s har fået besked.", "%(told)s af %(all)s har fået besked.", len(plan.notices)
        ) % {"told": len(told), "all": len(plan.notices)}


def outcome_missing(plan: PlanDocument) -> Iterator[str]:
    yield from _MISSING[plan.outcome](plan)


def _decisions_at_the_end(plan: PlanDocument) -> Iterator[str]:
    if not plan.wind_down:
        yield _("Hvad stopper hvornår, og hvem får tingene?")
    alone = [one.title for one in plan.wind_down if not one.is_done and not one.responsible]
    if alone:
        yield _("Hvem sørger for %(items)s?") % {"items": listed(f"”{title}”" for title in alone[:3])}
    if not plan.outcome_answers.papers_kept_by:
        yield _("Hvem gemmer bilag og aftaler, når projektet er slut?")


def _decisions_of_method(plan: PlanDocument) -> Iterator[str]:
    if not plan.outcome_answers.method_taker:
        yield _("Hvem overtager metoden?")
    elif not plan.outcome_answers.method_agreed:
        yield _("Hvor og hvornår bliver aftalen om metoden skrevet ned?")


def _decisions_of_funding(plan: PlanDocument) -> Iterator[str]:
    answers = plan.outcome_answers
    if not plan.bids:
        yield _("Hvem skal projektet søge penge hos?")
    elif all(bid.status is BidStatus.REFUSED for bid in plan.bids):
        yield _("Alle ansøgninger har fået afslag. Vælger I plan B?")
    if not answers.refused_plan and not plan.is_shared:
        yield _("Hvad gør I, hvis pengene ikke kommer?")
    elif answers.decide_by:
        yield _("Plan B skal vælges senest %(date)s, hvis pengene ikke er kommet.") % {
            "date": write_date(answers.decide_by)
        }


def _missing_at_the_end(plan: PlanDocument) -> Iterator[str]:
    body, answers = plan.frame.body, plan.outcome_answers
    if not answers.learned:
        yield _("%(body)s mangler at skrive, hvad projektet har lært.") % {"body": body}
    if not plan.wind_down:
        yield _("%(body)s mangler at skrive, hvad der stopper hvornår.") % {"body": body}
    if late := [f"”{one.title}”" for one in plan.wind_down if not one.is_done and one.on and one.on < plan.today]:
        yield _("Forsinket i afviklingen: %(items)s.") % {"items": listed(late[:5])}
    if not plan.notices:
        yield _("%(body)s mangler at skrive, hvem der får besked.") % {"body": body}
    if late := [one.audience for one in plan.notices if not one.is_told and one.on and one.on < plan.today]:
        yield _("Har ikke fået besked til tiden: %(who)s.") % {"who": listed(late[:5])}


def _missing_of_method(plan: PlanDocument) -> Iterator[str]:
    body, answers = plan.frame.body, plan.outcome_answers
    for answer, sentence in (
        (answers.method_taker, _("%(body)s mangler at finde den, der overtager metoden.")),
        (answers.method_described, _("%(body)s mangler at beskrive metoden.")),
        (answers.method_taught, _("%(body)s mangler at skrive, hvordan metoden læres.")),
        (plan.outline.anchoring_model, _("%(body)s mangler at vælge en forankringsmodel.")),
    ):
        if not answer:
            yield sentence % {"body": body}


def _missing_of_funding(plan: PlanDocument) -> Iterator[str]:
    if not plan.bids:
        yield _("Der er ingen ansøgninger i planen.")
    if late := [bid.funder for bid in plan.bids if bid.is_overdue(plan.today)]:
        yield _("Fristen er gået hos %(funders)s.") % {"funders": listed(late[:5])}
    if alone := [bid.funder for bid in plan.bids if bid.status.is_open and not bid.applicant]:
        yield _("Ingen skriver ansøgningen til %(funders)s.") % {"funders": listed(alone[:5])}
    if not plan.outcome_answers.meanwhile:
        yield _("Det er ikke skrevet, hvad der fortsætter, mens I venter.")


def _nothing(plan: PlanDocument) -> Iterator[str]:
    return iter(())


_DECISIONS: Final[Mapping[Outcome, Lines]] = {
    Outcome.HAND_OVER: _nothing,
    Outcome.END: _decisions_at_the_end,
    Outcome.METHOD: _decisions_of_method,
    Outcome.NEW_FUNDING: _decisions_of_funding,
}
_MISSING: Final[Mapping[Outcome, Lines]] = {
    Outcome.HAND_OVER: _nothing,
    Outcome.END: _missing_at_the_end,
    Outcome.METHOD: _missing_of_method,
    Outcome.NEW_FUNDING: _missing_of_funding,
}
