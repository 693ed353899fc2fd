"""The plan as one value. Rows become a PlanDocument; after that no renderer asks database, request or clock.

Whatever the plan can say is a field here.
"""

from datetime import date
from typing import Annotated, Self

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.documents.records import (
    Frame,
    Outline,
    PlanAction,
    PlanActor,
    PlanBid,
    PlanBudgetLine,
    PlanCandidacy,
    PlanCommitment,
    PlanDate,
    PlanDecision,
    PlanFinding,
    PlanFollowUp,
    PlanHandover,
    PlanInterface,
    PlanLevel,
    PlanNotice,
    PlanOutcome,
    PlanProjectCost,
    PlanQuestion,
    PlanRelation,
    PlanRisk,
    PlanRoleShift,
    PlanStaffHours,
    PlanStage,
    PlanTask,
    PlanWindDown,
    Why,
)
from projects.documents.redaction import INTERNAL, Record, without_internal
from projects.models import Outcome


class Edition(TextChoices):
    """Who the file is for. Named on every page."""

    WORKING = "working", gettext_lazy("Arbejdsudgave")
    SHARED = "shared", gettext_lazy("Delbar udgave")


class PlanDocument(Record):
    """Everything the plan says on one day. `version` is None while it is a draft."""

    frame: Frame
    today: date
    edition: Edition = Edition.WORKING
    version: int | None = None
    why: Why = Why()
    tasks: tuple[PlanTask, ...] = ()
    actors: tuple[PlanActor, ...] = ()
    relations: tuple[PlanRelation, ...] = ()
    conflicts: Annotated[tuple[PlanRelation, ...], INTERNAL] = ()
    commitments: tuple[PlanCommitment, ...] = ()
    candidacies: tuple[PlanCandidacy, ...] = ()
    actions: tuple[PlanAction, ...] = ()
    budget: tuple[PlanBudgetLine, ...] = ()
    interfaces: tuple[PlanInterface, ...] = ()
    questions: tuple[PlanQuestion, ...] = ()
    outline: Outline = Outline()
    risks: Annotated[tuple[PlanRisk, ...], INTERNAL] = ()
    staff_hours: tuple[PlanStaffHours, ...] = ()
    handover: PlanHandover = PlanHandover()
    follow_ups: tuple[PlanFollowUp, ...] = ()
    project_costs: tuple[PlanProjectCost, ...] = ()
    decisions: tuple[PlanDecision, ...] = ()
    role_shifts: tuple[PlanRoleShift, ...] = ()
    outcome_answers: PlanOutcome = PlanOutcome()
    wind_down: tuple[PlanWindDown, ...] = ()
    notices: tuple[PlanNotice, ...] = ()
    bids: tuple[PlanBid, ...] = ()
    stages: tuple[PlanStage, ...] = ()
    dates: tuple[PlanDate, ...] = ()
    levels: tuple[PlanLevel, ...] = ()
    findings: tuple[PlanFinding, ...] = ()
    internal_findings: Annotated[tuple[PlanFinding, ...], INTERNAL] = ()
    unanswered: Annotated[int, INTERNAL] = 0  # how many answers the four phases ask for and have not got

    def for_sharing(self) -> Self:
        """The edition that may leave the deciding body: no internal field, and no role that was not chosen."""
        open_part = without_internal(self)
        known = tuple(candidacy for candidacy in open_part.candidacies if candidacy.selected)
        return open_part.model_copy(update={"edition": Edition.SHARED, "candidacies": known})

    @property
    def outcome(self) -> Outcome:
        """What the plan plans for, by the decision."""
        return Outcome.of(self.why.decision)

    @property
    def hands_over(self) -> bool:
        """Whether something is to run without the project."""
        return self.outcome in Outcome.LIVES_ON

    @property
    def kind_words(self) -> str:
        """What sort of plan it is, above the title."""
        return {
            Outcome.HAND_OVER: _("Forankringsplan"),
            Outcome.METHOD: _("Plan for metoden"),
            Outcome.NEW_FUNDING: _("Plan for ny finansiering"),
            Outcome.END: _("Plan for afslutningen"),
        }[self.outcome]

    @property
    def is_shared(self) -> bool:
        return self.edition is Edition.SHARED

    @property
    def edition_line(self) -> str:
        """The words at the foot of every page."""
        if self.is_shared:
            return _("Delbar udgave – uden vurderinger af aktørerne")
        return _("Arbejdsudgave – kun for %(body)s") % {"body": self.frame.deciding_body}

    @property
    def version_words(self) -> str:
        return _("Udkast") if self.version is None else _("Version %(number)s") % {"number": self.version}

    @property
    def file_name(self) -> str:
        """Without ending: forankringsplan-lektiecafeen-udkast-2026-11-21."""
        version = "udkast" if self.version is None else f"v{self.version}"
        edition = "-delbar" if self.is_shared else ""
        return f"forankringsplan-{self.frame.slug}-{version}-{self.today.isoformat()}{edition}"
