"""What the group holds about a candidacy, dated and never overwritten (docs/method.md, Fase 3)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.concepts import Concept
from projects.models.candidacy import Candidacy
from projects.models.project import Project
from projects.models.why_what import Evidence


class AssessmentRound(models.Model):
    """The day a group assessed."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="assessment_rounds")
    held_on = models.DateField(_("dato"))

    class Meta:
        verbose_name = _("vurderingsrunde")
        verbose_name_plural = _("vurderingsrunder")
        constraints = [models.UniqueConstraint(fields=["project", "held_on"], name="one_round_per_project_per_day")]

    def __str__(self) -> str:
        return str(self.held_on)


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
    concept = models.CharField(_("begreb"), max_length=15, choices=Concept.choices)
    score = models.PositiveSmallIntegerField(_("vurdering"), null=True)
    is_unknown = models.BooleanField(_("ved ikke"), default=False)
    evidence = models.CharField(_("bygger på"), max_length=20, choices=Evidence.choices, blank=True)
    reason = models.TextField(_("begrundelse"), max_length=2000, blank=True)
    requirement = models.TextField(_("hvad skal der til?"), max_length=2000, blank=True)
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
