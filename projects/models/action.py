"""What must be done before the project ends, and what is not settled yet (docs/method.md, Fase 4)."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.concepts import Concept
from forankring.database.columns import CharField, TextField
from forankring.ui.text import comparison_key
from projects.models.budget import FundingSource
from projects.models.candidacy import Candidacy
from projects.models.commitment import ProjectActor
from projects.models.positioned import PositionedQuerySet
from projects.models.project import Project
from projects.models.task import Task


class Theme(models.TextChoices):
    FINANCE = "finance", _("Økonomi")
    COMPETENCES = "competences", _("Kompetencer")
    FACILITIES = "facilities", _("Faciliteter")
    LEADERSHIP = "leadership", _("Ledelse")
    COOPERATION = "cooperation", _("Samarbejde")
    LEGAL = "legal", _("Jura")


class CapacityForm(models.TextChoices):
    KNOWLEDGE = "knowledge", _("Viden")
    TRAINING = "training", _("Træning")
    BUDDY = "buddy", _("Makker")
    RESOURCE = "resource", _("Ressource")
    STRUCTURE = "structure", _("Struktur")
    AGREEMENT = "agreement", _("Aftale")
    TRIAL = "trial", _("Prøvedrift")


class ActionStatus(models.TextChoices):
    """Where a person has put it. "Forsinket" is derived, see Action.is_overdue."""

    NOT_STARTED = "not_started", _("Ikke startet")
    IN_PROGRESS = "in_progress", _("I gang")
    WAITING = "waiting", _("Afventer")
    DONE = "done", _("Gennemført")
    DROPPED = "dropped", _("Udgået")

    @property
    def is_open(self) -> bool:
        return self not in {ActionStatus.DONE, ActionStatus.DROPPED}


class Action(models.Model):
    """A tiltag: one responsible role, dates, and how we know it is done.

    The number (P1, P2, …) stays when the order changes. `done_on` is the day it was done, `done_written_at` when that
    was written (docs/adr/0049). `template_code` is the proposal it came from.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="actions")
    number = models.PositiveSmallIntegerField(_("nr."), editable=False)
    position = models.PositiveSmallIntegerField(editable=False)
    title = CharField(_("tiltag"), max_length=160, error_messages={"blank": _("Skriv, hvad I vil gøre.")})
    theme = CharField(_("tema"), max_length=20, choices=Theme.choices, blank=True)
    capacity_form = CharField(_("kapacitetsform"), max_length=20, choices=CapacityForm.choices, blank=True)
    actors = models.ManyToManyField(ProjectActor, related_name="actions", blank=True, verbose_name=_("aktører"))
    tasks = models.ManyToManyField(Task, related_name="actions", blank=True, verbose_name=_("opgaver"))
    responsible = CharField(_("ansvarlig (rolle)"), max_length=120, blank=True)
    contributors = CharField(_("medvirkende"), max_length=240, blank=True)
    start = models.DateField(_("start"), null=True, blank=True)
    deadline = models.DateField(_("frist"), null=True, blank=True)
    milestone = CharField(_("milepæl"), max_length=240, blank=True)
    success_criterion = CharField(_("succeskriterium"), max_length=240, blank=True)
    hours = models.DecimalField(_("timer i alt"), max_digits=7, decimal_places=1, null=True, blank=True)
    cost = models.PositiveIntegerField(_("udgift i alt"), null=True, blank=True)
    funding_source = CharField(_("betales af"), max_length=30, choices=FundingSource.choices, blank=True)
    depends_on = models.ManyToManyField(
        "self", symmetrical=False, related_name="needed_by", blank=True, verbose_name=_("venter på")
    )
    role_shift = models.ForeignKey(
        "projects.RoleShift", models.SET_NULL, null=True, editable=False, related_name="actions"
    )
    risk = TextField(_("risiko"), max_length=1000, blank=True)
    plan_b = TextField(_("plan B"), max_length=1000, blank=True)
    status = CharField(_("status"), max_length=20, choices=ActionStatus.choices, default=ActionStatus.NOT_STARTED)
    status_note = CharField(_("note om status"), max_length=240, blank=True)
    done_on = models.DateField(_("gennemført den"), null=True, blank=True)
    done_written_at = models.DateTimeField(null=True, editable=False)
    template_code = CharField(max_length=60, blank=True, editable=False)

    objects = PositionedQuerySet.as_manager()

    class Meta:
        verbose_name = _("tiltag")
        verbose_name_plural = _("tiltag")
        constraints = [
            models.UniqueConstraint(fields=["project", "number"], name="action_number_once_per_project"),
            models.CheckConstraint(condition=~Q(title=""), name="action_has_a_title"),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(deadline__isnull=True) | Q(deadline__gte=models.F("start")),
                name="action_dates_in_order",
                violation_error_message=_("Fristen skal ligge efter starten."),
            ),
            models.CheckConstraint(condition=Q(status__in=ActionStatus.values), name="action_status_known"),
            models.CheckConstraint(
                name="only_a_done_action_has_its_day",
                condition=Q(done_on__isnull=True) | Q(status=ActionStatus.DONE),
                violation_error_message=_("Kun et gennemført tiltag har en dag, hvor det blev gjort."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def code(self) -> str:
        return f"P{self.number}"

    def is_overdue(self, today: date) -> bool:
        """The deadline has passed and the action is neither done nor dropped."""
        return self.deadline is not None and self.deadline < today and ActionStatus(self.status).is_open


class ActionGap(models.Model):
    """The gap an action closes: one concept of one candidacy."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="gaps")
    candidacy = models.ForeignKey(Candidacy, models.CASCADE, related_name="gaps")
    concept = CharField(_("begreb"), max_length=15, choices=Concept.choices)

    class Meta:
        verbose_name = _("gab")
        verbose_name_plural = _("gab")
        constraints = [models.UniqueConstraint(fields=["action", "candidacy", "concept"], name="gap_once_per_action")]

    def __str__(self) -> str:
        return f"{self.candidacy} · {self.get_concept_display()}"


class Interface(models.Model):
    """A snitflade: when this happens, who does what (InterfacePart), and who is told.

    `response` and `informed` say in words what the actors' parts do not.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="interfaces")
    position = models.PositiveSmallIntegerField(editable=False)
    trigger = CharField(_("når"), max_length=240, error_messages={"blank": _("Skriv, hvad der sker.")})
    response = TextField(_("hvem gør hvad"), max_length=1000, blank=True)
    informed = CharField(_("hvem orienteres"), max_length=240, blank=True)
    informed_actors = models.ManyToManyField(
        ProjectActor, related_name="informed_of", blank=True, verbose_name=_("aktører, der orienteres")
    )

    objects = PositionedQuerySet.as_manager()

    class Meta:
        verbose_name = _("snitflade")
        verbose_name_plural = _("snitflader")
        constraints = [models.CheckConstraint(condition=~Q(trigger=""), name="interface_has_a_trigger")]

    def __str__(self) -> str:
        return self.trigger


class OpenQuestion(models.Model):
    """Something not settled: who settles it and when. Some are put to the deciding body."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="open_questions")
    position = models.PositiveSmallIntegerField(editable=False)
    question = CharField(_("spørgsmål"), max_length=240, error_messages={"blank": _("Skriv spørgsmålet.")})
    settled_by = CharField(_("hvem afklarer (rolle)"), max_length=120, blank=True)
    for_deciding_body = models.BooleanField(_("skal besluttes af det besluttende organ"), default=False)
    deadline = models.DateField(_("frist"), null=True, blank=True)
    answer = TextField(_("svar"), max_length=2000, blank=True)

    late: bool  # only from question_rows()

    objects = PositionedQuerySet.as_manager()

    class Meta:
        verbose_name = _("uafklaret spørgsmål")
        verbose_name_plural = _("uafklarede spørgsmål")
        constraints = [models.CheckConstraint(condition=~Q(question=""), name="question_has_words")]

    def __str__(self) -> str:
        return self.question

    def is_overdue(self, today: date) -> bool:
        """The deadline has passed, and there is no answer."""
        return not self.answer and self.deadline is not None and self.deadline < today

    @property
    def also_for_deciding_body(self) -> bool:
        """Whether the deciding body is to decide what somebody else settles, so that its name is not said twice."""
        body = self.project.programme.deciding_body
        return self.for_deciding_body and comparison_key(self.settled_by) != comparison_key(body)
