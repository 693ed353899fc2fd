"""Phase 4's questions, in our own words (docs/method.md, Fase 4). The action has a module of its own."""

from typing import Any, ClassVar, Final

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forankring.ui.fields import KroneField, RadioField
from forankring.ui.numbers import Period
from projects.models import (
    AnchoringModel,
    BudgetLine,
    Certainty,
    FundingSource,
    OpenQuestion,
    PlanOutline,
    Project,
    WhyWhat,
)
from projects.phases.guidance import GuidedForm

MODELS: Final[dict[str, Any]] = {
    AnchoringModel.ONE_ACTOR: _("Én organisation overtager det hele."),
    AnchoringModel.CORE_OPERATION: _("Kommunen eller boligorganisationen gør det til en fast del af sin drift."),
    AnchoringModel.NEW_ASSOCIATION: _("De, der vil bære det, stifter en forening."),
    AnchoringModel.PARTNERSHIP: _("Flere deler opgaverne efter en fælles aftale."),
    AnchoringModel.PARTNERSHIP_ASSOCIATION: _("Flere deler opgaverne, og en ny forening er en af dem."),
    AnchoringModel.VOLUNTEERS: _("Frivillige driver det, med lidt støtte."),
    AnchoringModel.MARKET: _("En virksomhed driver det for egne indtægter."),
}


class ModelStepForm(GuidedForm, forms.ModelForm):
    """How the project lives on. The model is asked for only when something is handed over."""

    asks = "model"

    anchoring_model = RadioField(
        label=_("Hvordan skal projektet leve videre?"),
        choices=AnchoringModel.choices,
        hints=MODELS,
        required=False,
    )

    class Meta:
        model = PlanOutline
        fields = ("anchoring_model", "model_reason")
        labels: ClassVar = {
            "model_reason": _("Hvorfor er det den rigtige vej?"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.why_what = WhyWhat.objects.filter(pk=self.instance.project_id).first() or WhyWhat()
        self.asks_for_model = self.why_what.anchors_something
        if not self.asks_for_model:
            del self.fields["anchoring_model"], self.fields["model_reason"]


class BudgetLineForm(GuidedForm, forms.ModelForm):
    asks = "oekonomi"

    amount = KroneField(label=_("Hvor mange kroner koster det om året?"), required=False, period=Period.YEAR)

    class Meta:
        model = BudgetLine
        fields = ("title", "task", "amount", "source", "source_note", "certainty", "expires_on")
        labels: ClassVar = {
            "title": _("Hvad går pengene til?"),
            "task": _("Hvilken opgave hører udgiften til?"),
            "source": _("Hvem betaler?"),
            "source_note": _("Hvem er det helt præcist?"),
            "certainty": _("Hvor sikre er pengene?"),
            "expires_on": _("Hvornår udløber de?"),
        }
        help_texts: ClassVar = {
            "title": _("For eksempel: Forplejning. Betaler to, så skriv to linjer."),
            "source_note": _("For eksempel: Afdelingens aktivitetskonto."),
            "expires_on": _("Lad feltet stå tomt, hvis pengene kommer hvert år."),
        }
        widgets: ClassVar = {
            "source": forms.Select(choices=FundingSource.choices),
            "certainty": forms.RadioSelect(choices=Certainty.choices),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = [self.instance.task_id] if self.instance.task_id else []
        limit_to(self, "task", self.instance.project.tasks.offered(kept).in_order())


class QuestionForm(GuidedForm, forms.ModelForm):
    asks = "spoergsmaal"

    class Meta:
        model = OpenQuestion
        fields = ("question", "settled_by", "for_deciding_body", "deadline", "answer")
        labels: ClassVar = {
            "question": _("Hvad ved I ikke endnu?"),
            "settled_by": _("Hvem afklarer det?"),
            "deadline": _("Hvornår skal det være afklaret?"),
            "answer": _("Hvad blev svaret?"),
        }
        help_texts: ClassVar = {
            "question": _("Skriv det som et spørgsmål, der kan få et svar."),
            "settled_by": _("Skriv en rolle, ikke et navn."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = gettext("%(body)s skal tage stilling") % {"body": deciding_body(self.instance.project)}
        self["for_deciding_body"].label = words


def deciding_body(project: Project) -> str:
    """What the helhedsplan calls its deciding body, as the first word of a sentence."""
    return str(capfirst(project.programme.deciding_body))


def limit_to(form: forms.BaseForm, name: str, rows: Any) -> None:
    """Offer these rows only. Where there are none to choose among, the question is left out."""
    if not rows.exists():
        del form.fields[name]
        return
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
