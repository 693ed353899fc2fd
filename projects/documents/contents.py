"""What the plan contains: its sections in their fixed order, and which of them an outcome asks for. Pure."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext_lazy as _

from projects.documents.document import PlanDocument
from projects.models import Outcome


class Section(NamedTuple):
    """`anchor` is the address in both PDF and page, and the template's name.

    An outcome that does not ask for a section has it all the same where `has_content` says that there is something
    to read; an empty one would only tell what nobody needs.
    """

    anchor: str
    title: Any
    outcomes: Outcome = Outcome.HAND_OVER
    has_content: Callable[[PlanDocument], Any] = lambda plan: False
    opens_page: bool = False

    @property
    def template(self) -> str:
        return f"documents/sections/{self.anchor}.html"

    def is_shown(self, plan: PlanDocument) -> bool:
        return plan.outcome in self.outcomes or bool(self.has_content(plan))


def _lives_on(has_content: Callable[[PlanDocument], Any]) -> Callable[[PlanDocument], bool]:
    """What is written about operation is no part of the plan of a project that ends."""
    return lambda plan: plan.outcome is not Outcome.END and bool(has_content(plan))


def _has_learned(plan: PlanDocument) -> bool:
    answers = plan.outcome_answers
    return any((answers.learned, answers.would_change, answers.useful_for, answers.shared_how))


def _winds_down(plan: PlanDocument) -> bool:
    answers = plan.outcome_answers
    return any((plan.wind_down, answers.papers_kept_by, answers.papers_kept_until, answers.data_deleted_how))


def _has_money(plan: PlanDocument) -> bool:
    return any((plan.budget, plan.project_costs, plan.outline.free_of_charge))


def _method_lives(has_content: Callable[[PlanDocument], Any]) -> Callable[[PlanDocument], bool]:
    return lambda plan: plan.outcome is Outcome.METHOD and bool(has_content(plan))


def _when_asked(has_content: Callable[[PlanDocument], Any]) -> Callable[[PlanDocument], bool]:
    """A project that is handed over is not asked for it; what it wrote under another decision waits."""
    return lambda plan: plan.outcome is not Outcome.HAND_OVER and bool(has_content(plan))


SECTIONS: Final = (
    Section("resume", _("Resumé og beslutninger"), Outcome.ANY, opens_page=True),
    Section("hvorfor-og-hvad", _("Hvorfor og hvad"), Outcome.ANY, opens_page=True),
    Section("strategi-metode-plan", _("Strategi, metode og plan"), Outcome.LIVES_ON),
    Section("metode", _("Metoden, der lever videre"), Outcome.METHOD, opens_page=True),
    Section("finansiering", _("Ansøgninger og plan B"), Outcome.NEW_FUNDING, opens_page=True),
    Section("laering", _("Det har vi lært"), Outcome.END, _method_lives(_has_learned), opens_page=True),
    Section("afvikling", _("Hvad stopper hvornår"), Outcome.END, _method_lives(_winds_down)),
    Section("besked", _("Hvem får besked"), Outcome.END, _when_asked(lambda plan: plan.notices)),
    Section("opgaver-og-ansvar", _("Opgaver og ansvar"), has_content=_lives_on(lambda plan: plan.tasks)),
    Section("daekning", _("Hvem kan løfte hvad"), has_content=_lives_on(lambda plan: plan.commitments)),
    Section(
        "aktoerer-og-analyse",
        _("Aktører og analyse"),
        Outcome.LIVES_ON,
        _lives_on(lambda plan: plan.actors),
        opens_page=True,
    ),
    Section("tidslinje", _("Tidslinje"), Outcome.ANY),
    Section("tiltag", _("Tiltag og tidsplan"), Outcome.LIVES_ON, lambda plan: plan.actions),
    Section("driftsbudget", _("Driftsbudget"), has_content=_lives_on(_has_money)),
    Section(
        "kompetencer-faciliteter-ledelse",
        _("Kompetencer, faciliteter og ledelse"),
        has_content=_lives_on(lambda plan: plan.outline.tells_how_it_is_run or plan.role_shifts),
    ),
    Section("risici", _("Risici"), has_content=_lives_on(lambda plan: plan.risks)),
    Section("spoergsmaal", _("Uafklarede spørgsmål"), has_content=lambda plan: plan.questions),
    Section("sundhedstjek", _("Sundhedstjek"), Outcome.LIVES_ON, lambda plan: plan.findings),
    Section("snitflader", _("Snitflader"), has_content=_lives_on(lambda plan: plan.interfaces)),
    Section("udfasning", _("Udfasning"), has_content=lambda plan: plan.staff_hours),
    Section("overdragelse", _("Overdragelsestjek"), has_content=_lives_on(lambda plan: plan.handover.ticks)),
    Section("opfoelgning", _("Opfølgning efter projektet"), has_content=lambda plan: plan.follow_ups),
    Section("beslutningslog", _("Bilag: beslutningslog"), Outcome.ANY),
)


def sections_of(plan: PlanDocument) -> tuple[Section, ...]:
    """What this plan's contents list."""
    return tuple(section for section in SECTIONS if section.is_shown(plan))
