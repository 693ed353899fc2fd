"""How those who take over work together: their part of an interface, and the roles that change (docs/method.md)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.concepts import Concept
from forankring.database.columns import CharField, TextField
from projects.models.action import CapacityForm, Interface, Theme
from projects.models.commitment import ProjectActor
from projects.models.positioned import PositionedQuerySet
from projects.models.project import Project


class InterfacePart(models.Model):
    """What one actor does when the interface's thing happens."""

    interface = models.ForeignKey(Interface, models.CASCADE, related_name="parts")
    project_actor = models.ForeignKey(
        ProjectActor, models.CASCADE, related_name="interface_parts", verbose_name=_("aktør")
    )
    does = CharField(_("det gør aktøren"), max_length=240, blank=True)

    class Meta:
        verbose_name = _("aktørs del af en snitflade")
        verbose_name_plural = _("aktørers dele af snitflader")
        constraints = [models.UniqueConstraint(fields=["interface", "project_actor"], name="one_part_per_actor")]

    def __str__(self) -> str:
        return f"{self.project_actor}: {self.does}"


class RoleShiftKind(models.TextChoices):
    """The shifts that Tverskov names."""

    ENTHUSIAST = "enthusiast", _("Fra ildsjæl til tovholder")
    ELECTED = "elected", _("Fra beboerdemokrat til frivilligleder")
    PROJECT_MANAGER = "project_manager", _("Fra projektleder til facilitator")
    CARETAKER = "caretaker", _("Fra varmemester (brandslukker) til forebygger")


class RoleShift(models.Model):
    """A role that must change for the project to live without its own people."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="role_shifts")
    position = models.PositiveSmallIntegerField(editable=False)
    kind = CharField(
        _("skift"),
        max_length=20,
        choices=RoleShiftKind.choices,
        error_messages={"blank": _("Vælg, hvilket skift I har brug for.")},
    )
    project_actor = models.ForeignKey(
        ProjectActor, models.SET_NULL, null=True, blank=True, related_name="role_shifts", verbose_name=_("aktør")
    )
    role = CharField(_("rolle"), max_length=120, blank=True)
    changes = TextField(_("det bliver anderledes"), max_length=1000, blank=True)

    objects = PositionedQuerySet.as_manager()

    class Meta:
        verbose_name = _("rolleskift")
        verbose_name_plural = _("rolleskift")
        constraints = [models.CheckConstraint(condition=Q(kind__in=RoleShiftKind.values), name="role_shift_known")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.role}" if self.role else self.get_kind_display()


class ActionTemplate(models.Model):
    """An action we propose: for a gap in one concept, or for a role shift. Administrators keep them.

    `title` may hold {aktør}. `months_before_end` says when it must be done, counted back from the project's last day.
    """

    code = models.SlugField(_("kode"), max_length=60, unique=True)
    concept = CharField(_("lukker gab i"), max_length=15, choices=Concept.choices, blank=True)
    role_shift = CharField(_("passer til rolleskiftet"), max_length=20, choices=RoleShiftKind.choices, blank=True)
    title = CharField(_("tiltag"), max_length=120, help_text=_("{aktør} bliver til aktørens navn."))
    theme = CharField(_("tema"), max_length=20, choices=Theme.choices, blank=True)
    capacity_form = CharField(_("kapacitetsform"), max_length=20, choices=CapacityForm.choices, blank=True)
    success_criterion = CharField(_("gjort, når"), max_length=240, blank=True)
    months_before_end = models.PositiveSmallIntegerField(_("måneder før slutningen"), default=6)
    position = models.PositiveSmallIntegerField(_("rækkefølge"), default=1)
    is_active = models.BooleanField(_("foreslås"), default=True)

    objects = PositionedQuerySet.as_manager()

    class Meta:
        verbose_name = _("skabelon til tiltag")
        verbose_name_plural = _("skabeloner til tiltag")
        constraints = [
            models.CheckConstraint(
                condition=(~Q(concept="") & Q(role_shift="")) | (Q(concept="") & ~Q(role_shift="")),
                name="action_template_for_one_thing",
                violation_error_message=_("Vælg enten et gab eller et rolleskift."),
            ),
            models.CheckConstraint(condition=Q(months_before_end__lte=60), name="action_template_within_five_years"),
        ]

    def __str__(self) -> str:
        return self.title
