"""Phase 4's answers about the plan as a whole (docs/method.md, Fase 4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from forankring.database.columns import CharField, TextField
from projects.models.project import Project
from projects.models.task import OperationLevel


class AnchoringModel(models.TextChoices):
    ONE_ACTOR = "one_actor", _("Overdragelse til én aktør")
    CORE_OPERATION = "core_operation", _("Integration i kernedrift")
    NEW_ASSOCIATION = "new_association", _("Ny forening")
    PARTNERSHIP = "partnership", _("Partnerskab eller netværk")
    PARTNERSHIP_ASSOCIATION = "partnership_association", _("Partnerskab med foreningsdannelse")
    VOLUNTEERS = "volunteers", _("Frivilligdrevet")
    MARKET = "market", _("Marked eller socialøkonomisk virksomhed")


class Pace(models.TextChoices):
    """How fast the work is handed over, seen from those who take over."""

    FITS = "fits", _("Tempoet passer")
    SLOWER = "slower", _("Tempoet sættes ned")
    STEPWISE = "stepwise", _("Lidt ad gangen")


class PlanOutline(models.Model):
    """One row per project."""

    project = models.OneToOneField(Project, models.CASCADE, primary_key=True, related_name="outline")

    # The method: how, between the helhedsplan's strategy and the plan
    learning_strategy = TextField(_("læringsstrategi"), max_length=4000, blank=True)
    pace = CharField(_("tempo"), max_length=10, choices=Pace.choices, blank=True)
    pace_note = TextField(_("tempoet i praksis"), max_length=2000, blank=True)
    ambition = CharField(_("ambitionsniveau"), max_length=10, choices=OperationLevel.choices, blank=True)
    ambition_note = TextField(_("ambitionsniveauet i praksis"), max_length=2000, blank=True)

    # The plan
    anchoring_model = CharField(_("forankringsmodel"), max_length=30, choices=AnchoringModel.choices, blank=True)
    model_reason = TextField(_("begrundelse"), max_length=4000, blank=True)

    # Who must learn what
    competences = TextField(_("kompetenceudvikling"), max_length=4000, blank=True)
    competence_courses = TextField(_("sådan læres det"), max_length=4000, blank=True)
    competence_deadline = models.DateField(_("det skal kunnes senest"), null=True, blank=True)

    # Premises
    facilities = TextField(_("fysiske faciliteter"), max_length=4000, blank=True)
    facility_keys = TextField(_("nøgler og adgang"), max_length=1000, blank=True)
    facility_equipment = TextField(_("udstyr"), max_length=2000, blank=True)
    facility_payer = CharField(_("lokalerne betales af"), max_length=240, blank=True)
    facility_agreement = CharField(_("aftalen om lokalerne"), max_length=240, blank=True)

    # Who leads
    leadership = TextField(_("ledelse"), max_length=4000, blank=True)
    free_of_charge = TextField(_("stilles gratis til rådighed"), max_length=1000, blank=True)
    leadership_forum = TextField(_("forum"), max_length=1000, blank=True)
    leadership_decides = TextField(_("beslutninger"), max_length=1000, blank=True)
    leadership_deputies = TextField(_("stedfortrædere"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("fase 4")
        verbose_name_plural = _("fase 4")

    def __str__(self) -> str:
        return str(self.project)
