"""What is missing in how it is run and who does what (docs/method.md, Fase 4). Every sentence says what to do."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from projects.models import ActionStatus
from projects.phases.facts import ProjectFacts
from projects.phases.missing import Missing, unanswered


def facilities_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from unanswered(
        facts.outline,
        "lokaler",
        facilities=_("Skriv, hvilke lokaler der skal bruges, og hvornår."),
        facility_keys=_("Skriv, hvem der har nøglerne."),
        facility_equipment=_("Skriv, hvilket udstyr der skal til, og hvem der ejer det."),
        facility_payer=_("Skriv, hvem der betaler for lokalerne."),
        facility_agreement=_("Skriv, hvor aftalen om lokalerne står."),
    )


def leadership_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from unanswered(
        facts.outline,
        "ledelse",
        leadership=_("Skriv, hvem der leder det i drift."),
        leadership_forum=_("Skriv, hvor de, der deler ansvaret, mødes."),
        leadership_decides=_("Skriv, hvem der bestemmer hvad."),
        leadership_deputies=_("Skriv, hvem der træder til, når lederen er væk."),
    )


def competences_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from unanswered(
        facts.outline,
        "kompetencer",
        competences=_("Skriv, hvem der skal kunne hvad."),
        competence_courses=_("Skriv, hvordan de lærer det."),
        competence_deadline=_("Sæt en dato for, hvornår de skal kunne det."),
    )


def shifts_missing(facts: ProjectFacts) -> Iterator[Missing]:
    learned = {action.role_shift_id for action in facts.actions if action.status != ActionStatus.DROPPED}
    for shift in facts.role_shifts:
        if not shift.project_actor_id and not shift.role:
            yield Missing(_("Skriv, hvis rolle der skal skifte: %s.") % shift.name, "rolleskift", shift.id, "role")
        if not shift.changes:
            text = _("Skriv, hvad der bliver anderledes: %s.") % shift.name
            yield Missing(text, "rolleskift", shift.id, "changes")
        if shift.id not in learned:
            yield Missing(_("Lav et tiltag, hvor det nye læres: %s.") % shift.name, "rolleskift")


def interfaces_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.interfaces:
        yield Missing(_("Skriv, hvem der gør hvad, når der sker noget i driften."), "snitflader")
    said = {part.interface_id for part in facts.interface_parts if part.does}
    for interface in facts.interfaces:
        if interface.id not in said and not interface.response:
            text = _("Skriv, hvem der gør hvad, når det sker: ”%s”.") % interface.trigger
            yield Missing(text, "snitflader", interface.id, "part_1_does" if facts.actors else "response")
