"""Phase 4's answers about the plan as a whole (docs/method.md, Fase 4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.project import Project


class AnchoringModel(models.TextChoices):
    ONE_ACTOR = "one_actor", _("Overdragelse til én aktør")
    CORE_OPERATION = "core_operation", _("Integration i kernedrift")
    NEW_ASSOCIATION = "new_association", _("Ny forening")
    PARTNERSHIP = "partnership", _("Partnerskab eller netværk")
    PARTNERSHIP_ASSOCIATION = "partnership_association", _("Partnerskab med foreningsdannelse")
    VOLUNTEERS = "volunteers", _("Frivilligdrevet")
    MARKET = "market", _("Marked eller socialøkonomisk virksomhed")


class PlanOutline(models.Model):
    """One row per project."""

    project = models.OneToOneField(Project, models.CASCADE, primary_key=True, related_name="outline")
    anchoring_model = models.CharField(_("forankringsmodel"), max_length=30, choices=AnchoringModel.choices, blank=True)
    model_reason = models.TextField(_("begrundelse"), max_length=4000, blank=True)
    competences = models.TextField(_("kompetenceudvikling"), max_length=4000, blank=True)
    facilities = models.TextField(_("fysiske faciliteter"), max_length=4000, blank=True)
    leadership = models.TextField(_("ledelse"), max_length=4000, blank=True)

    class Meta:
        verbose_name = _("fase 4")
        verbose_name_plural = _("fase 4")

    def __str__(self) -> str:
        return str(self.project)
