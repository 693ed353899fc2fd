"""How it is run, and what roles change: premises, leadership, competences and role shifts (docs/method.md, Fase 4)."""

from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from forankring.ui.fields import RadioField
from forankring.ui.forms import FormHelper, Section
from projects.models import PlanOutline, RoleShift, RoleShiftKind
from projects.phases.guidance import GuidedForm
from projects.phases.plan.forms import limit_to

SHIFTS: Final[dict[str, Any]] = {
    RoleShiftKind.ENTHUSIAST: _("Den, der klarede det hele selv, samler nu andre om det."),
    RoleShiftKind.ELECTED: _("Den, der er valgt af beboerne, leder nu frivillige."),
    RoleShiftKind.PROJECT_MANAGER: _("Den, der styrede projektet, hjælper nu andre med at styre."),
    RoleShiftKind.CARETAKER: _("Den, der rykkede ud, når noget gik galt, forebygger det nu."),
}


class FacilitiesForm(GuidedForm, forms.ModelForm):
    asks = "lokaler"

    class Meta:
        model = PlanOutline
        fields = ("facilities", "facility_keys", "facility_equipment", "facility_payer", "facility_agreement")
        labels: ClassVar = {
            "facilities": _("Hvilke lokaler skal bruges, og hvornår?"),
            "facility_keys": _("Hvem har nøglerne, og hvem låser op og lukker?"),
            "facility_equipment": _("Hvilket udstyr skal der til, og hvem ejer det?"),
            "facility_payer": _("Hvem betaler leje, varme og rengøring?"),
            "facility_agreement": _("Hvor står aftalen om lokalerne?"),
        }
        help_texts: ClassVar = {
            "facilities": _("Skriv også, hvem der stiller dem til rådighed, og hvad I gør, hvis de er optaget."),
            "facility_keys": _("Skriv roller, ikke navne."),
            "facility_agreement": _("For eksempel: Lokaleaftale af 1. maj, gælder til den siges op."),
        }
        widgets: ClassVar = dict.fromkeys(["facility_payer", "facility_agreement"], forms.Textarea({"rows": 2}))


class LeadershipForm(GuidedForm, forms.ModelForm):
    asks = "ledelse"

    class Meta:
        model = PlanOutline
        fields = ("leadership", "leadership_forum", "leadership_decides", "leadership_deputies")
        labels: ClassVar = {
            "leadership": _("Hvem leder det i drift?"),
            "leadership_forum": _("Hvor mødes de, der deler ansvaret, og hvor tit?"),
            "leadership_decides": _("Hvem bestemmer hvad?"),
            "leadership_deputies": _("Hvem træder til, når den, der leder, er væk?"),
        }
        help_texts: ClassVar = {
            "leadership": _("Skriv, hvem der samler trådene til daglig. Skriv en rolle, ikke et navn."),
            "leadership_forum": _("Skriv også, hvem der indkalder."),
            "leadership_decides": _("For eksempel: Foreningen bestemmer hverdagen. Åbningstiden aftales med skolen."),
        }


class CompetencesForm(GuidedForm, forms.ModelForm):
    asks = "kompetencer"

    class Meta:
        model = PlanOutline
        fields = ("competences", "competence_courses", "competence_deadline")
        labels: ClassVar = {
            "competences": _("Hvem skal kunne hvad?"),
            "competence_courses": _("Hvordan lærer de det?"),
            "competence_deadline": _("Hvornår skal de kunne det?"),
        }
        help_texts: ClassVar = {
            "competences": _("Skriv roller og grupper, ikke navne. Skriv én på hver linje."),
            "competence_courses": _(
                "For eksempel et kursus, en makker eller at gå med en uge. Læg det også som tiltag."
            ),
            "competence_deadline": _("Sæt en dato, før driften bliver prøvet af."),
        }


class RoleShiftForm(GuidedForm, forms.ModelForm):
    asks = "rolleskift"

    kind = RadioField(
        label=_("Hvilket skift har I brug for?"),
        choices=RoleShiftKind.choices,
        hints=SHIFTS,
        error_messages={"required": _("Vælg, hvilket skift I har brug for.")},
    )
    helper = FormHelper("kind", Section(_("Hvem, og hvad bliver anderledes?"), "project_actor", "role", "changes"))

    class Meta:
        model = RoleShift
        fields = ("kind", "project_actor", "role", "changes")
        labels: ClassVar = {
            "project_actor": _("Hos hvilken aktør?"),
            "role": _("Hvilken rolle er det?"),
            "changes": _("Hvad skal rollen gøre mere af, og hvad skal den slippe?"),
        }
        help_texts: ClassVar = {"role": _("For eksempel: Tovholder i foreningen. Skriv ikke et navn.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = [self.instance.project_actor_id] if self.instance.project_actor_id else []
        limit_to(self, "project_actor", self.instance.project.project_actors.offered(kept).named().in_order())
        if "project_actor" not in self.fields:
            self.helper = FormHelper("kind", "role", "changes")
