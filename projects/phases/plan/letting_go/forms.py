"""The questions of phase 4's second half, in our own words (docs/method.md, Fase 4)."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forankring.ui.fields import HoursField, KroneField, LinesField, MonthField, RadioField
from forankring.ui.forms import DanishForm, FormHelper, Row, Section
from forankring.ui.numbers import Period
from projects.models import (
    Consequence,
    Decision,
    FollowUp,
    FollowUpResult,
    Handover,
    HandoverState,
    HandoverTick,
    Likelihood,
    PlanOutline,
    ProjectCost,
    Risk,
    StaffHours,
)
from projects.phases.guidance import GuidedForm
from projects.phases.plan.letting_go.phase_out import LONGEST, months_between

ONE_ROLE = _("Skriv én rolle, ikke et navn.")


class RiskForm(GuidedForm, forms.ModelForm):
    asks = "risici"

    likelihood = RadioField(label=_("Hvor sandsynligt er det?"), choices=Likelihood.choices, required=False)
    consequence = RadioField(
        label=_("Hvor alvorligt er det, hvis det sker?"), choices=Consequence.choices, required=False
    )

    class Meta:
        model = Risk
        fields = ("title", "likelihood", "consequence", "countermeasure", "plan_b", "owner")
        labels: ClassVar = {
            "title": _("Hvad kan gå galt i driften?"),
            "countermeasure": _("Hvad gør I, så det ikke sker?"),
            "plan_b": _("Hvad gør I, hvis det sker alligevel?"),
            "owner": _("Hvem er ansvarlig for at følge risikoen?"),
        }
        help_texts: ClassVar = {
            "title": _("Skriv, hvad der sker, ikke hvem der er skyld i det."),
            "countermeasure": _("Er der et tiltag, så skriv nummeret, for eksempel P7."),
            "owner": ONE_ROLE,
        }


class StaffHoursForm(GuidedForm, forms.ModelForm):
    asks = "udfasning"

    month = MonthField(label=_("Hvilken måned?"))
    hours = HoursField(
        label=_("Hvor mange timer i måneden?"),
        required=False,
        max_digits=6,
        decimal_places=1,
        max_value=2_000,
        period=Period.MONTH,
    )

    class Meta:
        model = StaffHours
        fields = ("month", "role", "hours", "hands_over", "rise_reason")
        labels: ClassVar = {
            "role": _("Hvem i projektet?"),
            "hands_over": _("Hvad giver I videre den måned?"),
            "rise_reason": _("Stiger timerne, så skriv hvorfor"),
        }
        help_texts: ClassVar = {
            "role": ONE_ROLE,
            "hands_over": _("For eksempel: Skolen overtager kontakten til forældre (O7)."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(Row("month", "hours"), "role", "hands_over", "rise_reason")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        month, role = data.get("month"), data.get("role") or ""
        others = StaffHours.objects.filter(project=self.instance.project).exclude(pk=self.instance.pk)
        if month and others.filter(month=month, role=role).exists():
            self.add_error("month", _("Måneden står der allerede for den rolle. Ret den i stedet."))
        return data


class PhaseOutForm(GuidedForm, forms.Form):
    """What it takes to propose a series that ends when the project does."""

    asks = "udfasning-nu"

    role = forms.CharField(label=_("Hvem i projektet?"), max_length=120, required=False, help_text=ONE_ROLE)
    hours = forms.IntegerField(
        label=_("Hvor mange timer om måneden er det nu?"),
        min_value=1,
        max_value=2_000,
        error_messages={"required": _("Skriv timerne om måneden, for eksempel 60.")},
    )
    first = MonthField(label=_("Fra hvilken måned?"))

    def __init__(self, *args: Any, project: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.end = project.ends_on

    def clean_first(self) -> Any:
        first = self.cleaned_data["first"]
        months = months_between(first, self.end)
        if months < 0:
            raise forms.ValidationError(_("Skriv en måned, der ligger før projektets slutning."))
        if months >= LONGEST:
            raise forms.ValidationError(_("Skriv en måned, der ligger tættere på projektets slutning."))
        return first


class HandoverTickForm(GuidedForm, forms.ModelForm):
    """What a person says of one point."""

    asks = "overdragelse"

    state = RadioField(label=_("Er punktet på plads?"), choices=HandoverState.choices, required=False)

    class Meta:
        model = HandoverTick
        fields = ("state", "reason", "said_by", "ticked_on", "note")
        labels: ClassVar = {
            "reason": _("Er det ikke relevant, så skriv hvorfor"),
            "said_by": _("Hvem bekræfter det?"),
            "ticked_on": _("Hvornår?"),
            "note": _("Note"),
        }
        help_texts: ClassVar = {"said_by": ONE_ROLE}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial["ticked_on"] = timezone.localdate()
        self.helper = FormHelper("state", "reason", Row("said_by", "ticked_on"), "note")


class HandoverForm(GuidedForm, forms.ModelForm):
    asks = "overdragelse"

    signatures = LinesField(
        label=_("Hvem skriver under?"),
        required=False,
        max_items=12,
        max_length=120,
        help_text=_("Skriv en rolle på hver linje, ikke et navn. For eksempel: Formand for foreningen."),
    )

    class Meta:
        model = Handover
        fields = ("handed_over_on", "signatures")
        labels: ClassVar = {"handed_over_on": _("Hvornår overdrager I?")}


class ApprovalForm(DanishForm, forms.Form):
    """Why the handover is approved now; asked for when it is early or points are open."""

    reason = forms.CharField(
        label=_("Hvorfor godkender I overdragelsen nu?"),
        max_length=1000,
        widget=forms.Textarea,
        error_messages={"required": _("Skriv, hvorfor I godkender overdragelsen nu.")},
    )

    def __init__(self, data: Any = None, *, is_asked: bool) -> None:
        # Nothing is asked when nothing speaks against it: then pressing the button is enough.
        super().__init__({} if data is None and not is_asked else data)
        self.fields["reason"].required = is_asked


class FollowUpForm(GuidedForm, forms.ModelForm):
    asks = "opfoelgning"

    result = RadioField(label=_("Kører det stadig?"), choices=FollowUpResult.choices, required=False)

    class Meta:
        model = FollowUp
        fields = ("due_on", "responsible", "looks_at", "result", "note")
        labels: ClassVar = {
            "due_on": _("Hvornår følger I op?"),
            "responsible": _("Hvem følger op?"),
            "looks_at": _("Hvad ser I på?"),
            "note": _("Hvad så I?"),
        }
        help_texts: ClassVar = {
            "responsible": _("Skriv en rolle, der også er her, når projektet er slut. Ikke et navn."),
            "looks_at": _("Lad feltet stå tomt, hvis I ser på forankringsmålet."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(
            "due_on", "responsible", "looks_at", Section(_("Når dagen er kommet"), "result", "note")
        )


class ProjectCostForm(GuidedForm, forms.ModelForm):
    asks = "udgifter-i-dag"

    amount = KroneField(label=_("Hvor mange kroner koster det om året?"), required=False, period=Period.YEAR)

    class Meta:
        model = ProjectCost
        fields = ("title", "amount")
        labels: ClassVar = {"title": _("Hvad går pengene til i dag?")}
        help_texts: ClassVar = {"title": _("For eksempel: Løn. Skriv én linje for hver slags udgift.")}


class FreeOfChargeForm(GuidedForm, forms.ModelForm):
    asks = "udgifter-i-dag"

    class Meta:
        model = PlanOutline
        fields = ("free_of_charge",)
        labels: ClassVar = {"free_of_charge": _("Hvilke ydelser er uden betaling, og hvad er de værd om året?")}
        help_texts: ClassVar = {
            "free_of_charge": _("For eksempel: Lokalet er gratis. Det er cirka 36.000 kr. værd om året.")
        }


class DecisionForm(GuidedForm, forms.ModelForm):
    asks = "beslutninger"

    class Meta:
        model = Decision
        fields = ("text", "decided_on", "body")
        labels: ClassVar = {
            "text": _("Hvad blev besluttet?"),
            "decided_on": _("Hvornår?"),
            "body": _("Hvem besluttede det?"),
        }
        help_texts: ClassVar = {"body": _("Skriv et organ eller en rolle, ikke et navn.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial["body"] = self.instance.project.programme.deciding_body
        self.helper = FormHelper("text", Row("decided_on", "body"))
