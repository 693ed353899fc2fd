"""How it is run: who does what when something happens, which roles change, and what is said of premises and lead."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from forankring.ui.dates import write_date
from projects.documents.lookup import Lookup
from projects.documents.questions import Question, unanswered_names
from projects.documents.records import Outline, PlanInterface, PlanRoleShift
from projects.documents.words import codes


class InterfaceRow(NamedTuple):
    trigger: str
    does: list[str]
    told: str


def interface_rows(look: Lookup) -> list[InterfaceRow]:
    return [_interface(look, interface) for interface in look.plan.interfaces]


def _interface(look: Lookup, interface: PlanInterface) -> InterfaceRow:
    does = [
        f"{look.actor_name(part.actor)}: {part.does}" if part.does else look.actor_name(part.actor)
        for part in interface.parts
    ]
    told = [look.actor_name(code) for code in interface.informed_actors]
    return InterfaceRow(
        interface.trigger,
        does + ([interface.response] if interface.response else []),
        ", ".join([*told, *([interface.informed] if interface.informed else [])]),
    )


class ShiftRow(NamedTuple):
    shift: PlanRoleShift
    who: str
    actions: str


def shift_rows(look: Lookup) -> list[ShiftRow]:
    return [
        ShiftRow(
            shift,
            ", ".join(name for name in (shift.role, look.actor_name(shift.actor) if shift.actor else "") if name),
            codes(shift.actions),
        )
        for shift in look.plan.role_shifts
    ]


class Block(NamedTuple):
    """A heading, the questions that are answered, and the names of those that are not."""

    title: str
    answered: list[Question]
    missing: str


def run_blocks(outline: Outline) -> list[Block]:
    """Competences, premises and leadership."""
    deadline = (
        _("Det skal de kunne senest %(date)s.") % {"date": write_date(outline.competence_deadline)}
        if (outline.competence_deadline)
        else ""
    )
    return [
        _block(
            _("Kompetencer"),
            Question(_("Hvem skal kunne hvad"), outline.competences, detail=deadline),
            Question(_("Sådan lærer de det"), outline.competence_courses),
        ),
        _block(
            _("Faciliteter"),
            Question(_("Lokaler"), outline.facilities),
            Question(_("Nøgler og adgang"), outline.facility_keys),
            Question(_("Udstyr"), outline.facility_equipment),
            Question(_("Betales af"), outline.facility_payer),
            Question(_("Aftalen"), outline.facility_agreement),
        ),
        _block(
            _("Ledelse"),
            Question(_("Hvem leder"), outline.leadership),
            Question(_("Forum"), outline.leadership_forum),
            Question(_("Hvem bestemmer hvad"), outline.leadership_decides),
            Question(_("Stedfortrædere"), outline.leadership_deputies),
        ),
    ]


def _block(title: str, *questions: Question) -> Block:
    return Block(title, [one for one in questions if one.is_answered], unanswered_names(questions))
