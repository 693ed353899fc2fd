"""What the group holds about a candidacy, dated and never overwritten (docs/method.md, Fase 3)."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.concepts import Concept
from forankring.database.columns import CharField, TextField
from projects.models.candidacy import Candidacy
from projects.models.fields import ListField
from projects.models.project import Project
from projects.models.why_what import Evidence


class AssessmentRoundQuerySet(models.QuerySet["AssessmentRound"]):
    def opened(self) -> Self:
        """Rounds where people answer on their own, also those that are closed again."""
        return self.filter(opened_at__isnull=False)

    def running(self) -> Self:
        """Opened and not yet closed."""
        return self.opened().filter(closed_at__isnull=True)


class AssessmentRound(models.Model):
    """The day a group assessed: what was entered directly that day, or a round where each first answers alone.

    A round that was opened runs until it is closed. `concepts` are what it asks about, `code` what guests type; the
    code dies with the round. Without a `deadline` the answering ends when the leader reveals. Whether names are shown
    is settled before anyone answers.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="assessment_rounds")
    held_on = models.DateField(_("dato"))
    concepts = ListField(_("begreber"))
    shows_names = models.BooleanField(_("navne vises efter afsløringen"), default=False)
    deadline = models.DateTimeField(_("frist"), null=True, blank=True)
    code = CharField(_("kode"), max_length=12, blank=True, editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    opened_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)

    objects = AssessmentRoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("vurderingsrunde")
        verbose_name_plural = _("vurderingsrunder")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "held_on"],
                condition=Q(opened_at__isnull=True),
                name="one_direct_round_per_project_per_day",
            ),
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(opened_at__isnull=False, closed_at__isnull=True),
                name="one_running_round_per_project",
                violation_error_message=_("Der er allerede en runde i gang. Luk den, før I åbner en ny."),
            ),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="round_code_unique"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(opened_at__isnull=False), name="only_opened_rounds_close"
            ),
            models.CheckConstraint(
                condition=Q(code="") | Q(opened_at__isnull=False, closed_at__isnull=True),
                name="round_code_only_while_running",
            ),
        ]

    def __str__(self) -> str:
        return str(self.held_on)

    @property
    def is_running(self) -> bool:
        return self.opened_at is not None and self.closed_at is None


class SharedScoreQuerySet(models.QuerySet["SharedScore"]):
    def latest_first(self) -> "SharedScoreQuerySet":
        return self.order_by("-round__held_on", "-pk")


class SharedScore(models.Model):
    """One concept of one candidacy as the group saw it in one round.

    Rows are only ever added. The one that counts is the latest by the round's date, then by when it was
    written. No score and not `is_unknown` means a note was taken and the concept is still not assessed.
    """

    round = models.ForeignKey(AssessmentRound, models.CASCADE, related_name="scores")
    candidacy = models.ForeignKey(Candidacy, models.CASCADE, related_name="scores")
    concept = CharField(_("begreb"), max_length=15, choices=Concept.choices)
    score = models.PositiveSmallIntegerField(_("vurdering"), null=True)
    is_unknown = models.BooleanField(_("ved ikke"), default=False)
    evidence = CharField(_("bygger på"), max_length=20, choices=Evidence.choices, blank=True)
    reason = TextField(_("begrundelse"), max_length=2000, blank=True)
    requirement = TextField(_("hvad skal der til?"), max_length=2000, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = SharedScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("fælles vurdering")
        verbose_name_plural = _("fælles vurderinger")
        indexes = [models.Index(fields=["candidacy", "concept", "round"], name="score_of_candidacy")]
        constraints = [
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=1, score__lte=5),
                name="score_from_1_to_5",
                violation_error_message=_("Vælg et trin fra 1 til 5 eller ”Ved ikke”."),
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(is_unknown=False),
                name="score_or_unknown_not_both",
                violation_error_message=_("Vælg enten et trin eller ”Ved ikke”."),
            ),
            models.CheckConstraint(condition=Q(concept__in=Concept.values), name="concept_known"),
        ]

    def __str__(self) -> str:
        return f"{self.candidacy_id} · {self.concept} · {self.score}"
