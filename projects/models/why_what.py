"""Phase 1's answers about the project as a whole: why, what, and the decision (docs/method.md, Fase 1)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField, TextField
from projects.models.decision import AnchoringDecision, Outcome
from projects.models.fields import ListField
from projects.models.project import Project


class Evidence(models.TextChoices):
    """What an answer builds on, weakest first."""

    ASSUMPTION = "assumption", _("Antagelse")
    CONVERSATION = "conversation", _("Samtale")
    OBSERVED = "observed", _("Noget, vi selv har set")
    DOCUMENT = "document", _("Dokument eller beslutning")


class AnchoredObject(models.TextChoices):
    """What kind of thing is to live on."""

    ACTIVITY = "activity", _("Aktivitet")
    METHOD = "method", _("Metode")
    NETWORK = "network", _("Relation eller netværk")
    KNOWLEDGE = "knowledge", _("Viden")
    PREMISES = "premises", _("Fysisk ramme")
    FUNCTION = "function", _("Funktion eller stilling")


def is_goal_old(goal: str | None, written_for: str | None, decision: str | None) -> bool:
    """Whether a goal belongs to a decision that asked for other things than the one that stands."""
    return bool(goal and written_for) and Outcome.of(written_for) is not Outcome.of(decision)


class WhyWhat(models.Model):
    """One row per project. Everything may be empty: what is missing is told, not refused."""

    project = models.OneToOneField(Project, models.CASCADE, primary_key=True, related_name="why_what")

    # A. Why
    problem = TextField(_("problem"), max_length=4000, blank=True)
    target_group = TextField(_("målgruppe"), max_length=2000, blank=True)
    target_count = models.PositiveIntegerField(_("antal"), null=True, blank=True)
    target_age_from = models.PositiveSmallIntegerField(_("alder fra"), null=True, blank=True)
    target_age_to = models.PositiveSmallIntegerField(_("alder til"), null=True, blank=True)
    effect = TextField(_("virkning"), max_length=4000, blank=True)
    effect_evidence = CharField(_("evidens"), max_length=20, choices=Evidence.choices, blank=True)
    consequence = TextField(_("konsekvens"), max_length=4000, blank=True)
    spread = TextField(_("udbredelse"), max_length=4000, blank=True)
    beneficiaries = ListField(_("nytteværdi"))

    # A. When it has succeeded
    goal = TextField(_("forankringsmål"), max_length=2000, blank=True)
    goal_date = models.DateField(_("dato for målet"), null=True, blank=True)
    # The decision that the goal belongs to, once that matters: "" is the one that stands.
    goal_written_for = CharField(max_length=20, blank=True, editable=False)

    # B. What
    anchored_objects = ListField(_("forankringsgenstand"))
    core_elements = ListField(_("kerneelementer"))
    adaptable = ListField(_("kan tilpasses"))
    stopping = ListField(_("stopper"))
    scope_project_frequency = CharField(_("hyppighed nu"), max_length=120, blank=True)
    scope_project_participants = models.PositiveIntegerField(_("deltagere nu"), null=True, blank=True)
    scope_project_hours = models.DecimalField(
        _("timer om ugen nu"), max_digits=7, decimal_places=1, null=True, blank=True
    )
    scope_operation_frequency = CharField(_("hyppighed i drift"), max_length=120, blank=True)
    scope_operation_participants = models.PositiveIntegerField(_("deltagere i drift"), null=True, blank=True)
    scope_operation_hours = models.DecimalField(
        _("timer om ugen i drift"), max_digits=7, decimal_places=1, null=True, blank=True
    )

    # The decision
    decision = CharField(_("beslutning"), max_length=20, choices=AnchoringDecision.choices, blank=True)
    decision_reason = TextField(_("begrundelse"), max_length=4000, blank=True)
    decided_on = models.DateField(_("besluttet den"), null=True, blank=True)

    class Meta:
        verbose_name = _("fase 1")
        verbose_name_plural = _("fase 1")
        constraints = [
            models.CheckConstraint(
                condition=Q(target_age_from__isnull=True)
                | Q(target_age_to__isnull=True)
                | Q(target_age_to__gte=models.F("target_age_from")),
                name="target_ages_in_order",
                violation_error_message=_("De ældste kan ikke være yngre end de yngste. Ret en af aldrene."),
            ),
            models.CheckConstraint(
                condition=Q(decision__in=["", *AnchoringDecision.values]), name="anchoring_decision_known"
            ),
        ]

    def __str__(self) -> str:
        return str(self.project)

    @property
    def goal_is_old(self) -> bool:
        """Whether the goal was written before the decision was changed to something else that asks for other things."""
        return is_goal_old(self.goal, self.goal_written_for, self.decision)

    @property
    def anchors_something(self) -> bool:
        return bool(self.decision) and AnchoringDecision(self.decision).anchors_something
