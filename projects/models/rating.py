"""Each one's hidden answer in a round, and what is kept of them all (docs/method.md, Vurderingsrunder).

Nothing here is shown before the reveal, to anybody; after the round is closed only RoundResult is left.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.concepts import Concept
from forankring.database.columns import CharField
from projects.models.assessment import AssessmentRound
from projects.models.candidacy import Candidacy
from projects.models.commitment import ProjectActor
from projects.models.fields import ListField
from projects.models.why_what import Evidence


class RoundSubject(models.Model):
    """A candidacy that a round asks about. Answers to it are hidden until it is revealed, and end there.

    `revealed_at` may lie some seconds ahead: until then those who are at it can finish (rounds/state.py says when it is
    shown). `revealed_by` led then, and is not counted among those that the others can hide behind.
    """

    round = models.ForeignKey(AssessmentRound, models.CASCADE, related_name="subjects")
    candidacy = models.ForeignKey(Candidacy, models.CASCADE, related_name="rounds")
    position = models.PositiveSmallIntegerField(editable=False)
    revealed_at = models.DateTimeField(null=True, editable=False)
    revealed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Meta:
        verbose_name = _("aktør i runden")
        verbose_name_plural = _("aktører i runden")
        constraints = [models.UniqueConstraint(fields=["round", "candidacy"], name="candidacy_once_per_round")]

    def __str__(self) -> str:
        return str(self.candidacy)


class Participant(models.Model):
    """Someone who answers in a round: a member (`user`), a guest or an actor's representative (a role title alone).

    Whoever `represents` an actor speaks for it: what they answer about that actor is its own voice and not counted
    with the group's. Guests with the same role are told apart by `number`. A seat that `is_out` answers no more and is
    not waited for: only what the group has seen of it is left.
    `seen_at` is about when their page was open last; it goes with the rest when the round is closed.
    """

    round = models.ForeignKey(AssessmentRound, models.CASCADE, related_name="participants")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    role_title = CharField(_("rolle"), max_length=120, blank=True)
    number = models.PositiveSmallIntegerField(_("nummer"), null=True, editable=False)
    is_out = models.BooleanField(_("taget ud"), default=False, editable=False)
    represents = models.ForeignKey(ProjectActor, models.SET_NULL, null=True, related_name="+")
    seen_at = models.DateTimeField(default=timezone.now, editable=False)
    is_waited_for = models.BooleanField(default=True, editable=False)

    class Meta:
        verbose_name = _("deltager i runden")
        verbose_name_plural = _("deltagere i runden")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "user"], condition=Q(user__isnull=False), name="member_once_per_round"
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=False) | ~Q(role_title=""),
                name="participant_has_user_or_role",
                violation_error_message=_("Vælg, hvilken rolle du har."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role_title} {self.number}" if self.number else self.role_title


class RoundNetwork(models.Model):
    """How many seats of a round were taken from one network, and how many were refused since somebody looked.

    `network` is a keyed digest of the address, another in every round. No row says who came from where, and all of them
    go when the round is closed.
    """

    round = models.ForeignKey(AssessmentRound, models.CASCADE, related_name="networks")
    network = CharField(max_length=32, editable=False)
    seats = models.PositiveSmallIntegerField(default=0, editable=False)
    refused = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("netværk i runden")
        verbose_name_plural = _("netværk i runden")
        constraints = [models.UniqueConstraint(fields=["round", "network"], name="network_once_per_round")]

    def __str__(self) -> str:
        return f"{self.round_id} · {self.seats}"


class ActorLink(models.Model):
    """The link through which an actor's representative answers about its own organisation. It dies with the round.

    It opens for one browser: whoever begins becomes its `participant`, and nobody else can read through the link what
    was answered, not even those who made it.
    """

    round = models.ForeignKey(AssessmentRound, models.CASCADE, related_name="actor_links")
    project_actor = models.ForeignKey(ProjectActor, models.CASCADE, related_name="+")
    token = CharField(max_length=43, unique=True, editable=False)
    participant = models.OneToOneField(Participant, models.SET_NULL, null=True, editable=False, related_name="link")

    class Meta:
        verbose_name = _("link til en aktør")
        verbose_name_plural = _("links til aktører")
        constraints = [models.UniqueConstraint(fields=["round", "project_actor"], name="one_link_per_actor_per_round")]

    def __str__(self) -> str:
        return str(self.project_actor)


class Rating(models.Model):
    """One participant's answer about one concept of one candidacy."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="ratings")
    subject = models.ForeignKey(RoundSubject, models.CASCADE, related_name="ratings")
    concept = CharField(_("begreb"), max_length=15, choices=Concept.choices)
    score = models.PositiveSmallIntegerField(_("vurdering"), null=True)
    is_unknown = models.BooleanField(_("ved ikke"), default=False)
    evidence = CharField(_("bygger på"), max_length=20, choices=Evidence.choices, blank=True)
    reason = CharField(_("begrundelse"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("skjult vurdering")
        verbose_name_plural = _("skjulte vurderinger")
        constraints = [
            models.UniqueConstraint(fields=["participant", "subject", "concept"], name="one_rating_per_concept"),
            models.CheckConstraint(
                condition=Q(score__gte=1, score__lte=5, is_unknown=False) | Q(score__isnull=True, is_unknown=True),
                name="rating_is_a_score_or_unknown",
                violation_error_message=_("Vælg et trin fra 1 til 5 eller ”Ved ikke”."),
            ),
            models.CheckConstraint(condition=Q(concept__in=Concept.values), name="rating_concept_known"),
        ]

    def __str__(self) -> str:
        return f"{self.subject_id} · {self.concept}"


class RoundResult(models.Model):
    """What is kept of the answers about one concept when the round is closed.

    `numeric` counts the scores, `unknown` those who did not know; where too few answered (actors/spread.py) `numeric`
    counts both and `unknown` is 0. `counts` says how many chose each step from 1 to 5, `spread` is the highest minus
    the lowest, and `evidence` says how many scores built on each kind, in the order of Evidence, and last how many did
    not say. They and `median` are empty when too few gave a score, so that nobody's answer can be read out of them.

    `members` and `guests` say how many of those who answered were signed in and how many were not. They are empty of
    rounds that were closed before this was kept.
    """

    subject = models.ForeignKey(RoundSubject, models.CASCADE, related_name="results")
    concept = CharField(_("begreb"), max_length=15, choices=Concept.choices)
    numeric = models.PositiveSmallIntegerField(_("antal vurderinger"))
    unknown = models.PositiveSmallIntegerField(_("antal ”ved ikke”"))
    counts = ListField(_("fordeling"))
    evidence = ListField(_("bygger på"))
    median = models.DecimalField(_("median"), max_digits=2, decimal_places=1, null=True)
    spread = models.PositiveSmallIntegerField(_("spredning"), null=True)
    members = models.PositiveSmallIntegerField(_("heraf medlemmer"), null=True)
    guests = models.PositiveSmallIntegerField(_("heraf gæster"), null=True)

    class Meta:
        verbose_name = _("resultat af en runde")
        verbose_name_plural = _("resultater af en runde")
        constraints = [
            models.UniqueConstraint(fields=["subject", "concept"], name="one_result_per_concept"),
            models.CheckConstraint(
                condition=Q(numeric__gte=3, median__isnull=False, spread__isnull=False)
                | Q(median__isnull=True, spread__isnull=True),
                name="result_hidden_under_three",
            ),
            models.CheckConstraint(condition=Q(concept__in=Concept.values), name="result_concept_known"),
        ]

    def __str__(self) -> str:
        return f"{self.subject_id} · {self.concept}"
