"""What is missing for each outcome that is no hand-over (docs/method.md, Udfald). Every sentence says what to do."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from projects.models import BidStatus
from projects.phases.facts import ProjectFacts
from projects.phases.missing import Missing, Text, unanswered


def learning_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from unanswered(
        facts.on_outcome,
        "laering",
        learned=_("Skriv, hvad I har lært."),
        useful_for=_("Skriv, hvem der kan bruge det, I har lært."),
        shared_how=_("Skriv, hvordan andre får det at vide."),
    )


def wind_down_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.wind_down:
        yield Missing(_("Skriv, hvad der stopper, hvilke aftaler I opsiger, og hvem der får tingene."), "afvikling")
    for item in facts.wind_down:
        if not item.is_done:
            if item.on and item.on < facts.today:
                text = _("Er ”%s” gjort? Sæt kryds, eller skriv en ny dato.") % item.title
                yield Missing(text, "afvikling", item.id, "is_done")
            yield from _row(
                item.id,
                "afvikling",
                (item.on, "on", _("Sæt en dato på ”%s”.") % item.title),
                (item.responsible, "responsible", _("Skriv, hvem der sørger for ”%s”.") % item.title),
            )


def papers_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from unanswered(
        facts.on_outcome,
        "papirer",
        papers_kept_by=_("Skriv, hvor bilag og aftaler ligger bagefter."),
        papers_kept_until=_("Skriv, hvor længe bilagene skal gemmes."),
        data_deleted_how=_("Skriv, hvem der sletter oplysninger om mennesker."),
    )


def notices_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.notices:
        yield Missing(_("Skriv, hvem der skal have besked, og hvem der giver den."), "besked")
    for notice in facts.notices:
        if not notice.is_told:
            if notice.on and notice.on < facts.today:
                text = _("Har ”%s” fået besked? Sæt kryds, eller skriv en ny dato.") % notice.audience
                yield Missing(text, "besked", notice.id, "is_told")
            yield from _row(
                notice.id,
                "besked",
                (notice.told_by, "told_by", _("Skriv, hvem der giver besked til ”%s”.") % notice.audience),
                (notice.on, "on", _("Skriv, hvornår ”%s” får besked.") % notice.audience),
            )


def method_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from unanswered(
        facts.on_outcome,
        "metodeoverdragelse",
        method_taker=_("Skriv, hvem der overtager metoden."),
        method_agreed=_("Skriv, hvor aftalen om metoden står."),
        left_behind=_("Skriv, hvad der ikke følger med."),
    )


def teaching_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from unanswered(
        facts.on_outcome,
        "oplaering",
        method_described=_("Skriv, hvordan metoden er beskrevet."),
        method_taught=_("Skriv, hvordan de nye lærer metoden."),
        method_kept_alive=_("Skriv, hvem der holder metoden ved lige."),
    )


def bids_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.bids:
        yield Missing(_("Skriv, hvem I vil søge penge hos."), "ansoegninger")
    for bid in facts.bids:
        if bid.is_overdue(facts.today):
            text = _("Fristen hos ”%s” er gået. Skriv, hvor langt I er, eller sæt en ny frist.") % bid.funder
            yield Missing(text, "ansoegninger", bid.id, "status")
        if BidStatus(bid.status).is_open:
            yield from _row(
                bid.id,
                "ansoegninger",
                (bid.amount, "amount", _("Skriv, hvor meget I søger hos ”%s”.") % bid.funder),
                (bid.deadline, "deadline", _("Skriv, hvornår fristen er hos ”%s”.") % bid.funder),
                (bid.applicant, "applicant", _("Skriv, hvem der skriver ansøgningen til ”%s”.") % bid.funder),
            )


def plan_b_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from unanswered(
        facts.on_outcome,
        "plan-b",
        refused_plan=_("Skriv, hvad I gør, hvis I får afslag."),
        decide_by=_("Sæt en dato for, hvornår I senest vælger plan B."),
        meanwhile=_("Skriv, hvad der kan fortsætte, mens I venter på svar."),
    )


def _row(pk: int, step: str, *questions: tuple[object, str, Text]) -> Iterator[Missing]:
    for answer, field, sentence in questions:
        if answer in (None, ""):
            yield Missing(sentence, step, pk, field)
