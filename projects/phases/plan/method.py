"""The project's choice of method: how, between the helhedsplan's strategy and the plan (docs/method.md, Metodevalg)."""

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from django import forms
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from forankring.ui.fields import RadioField
from projects.models import OperationLevel, Outcome, Pace, PlanOutline, Task
from projects.phases.facts import ProjectFacts
from projects.phases.guidance import GuidedForm
from projects.phases.missing import Missing, unanswered
from projects.phases.steps import Step, any_answer

ASKED: Final = ("learning_strategy", "pace", "ambition")
FIELDS: Final = ("learning_strategy", "pace", "pace_note", "ambition", "ambition_note")


class MethodForm(GuidedForm, forms.ModelForm):
    """How those who take over learn, how fast it goes, and how much is to be kept."""

    asks = "metode"

    pace = RadioField(
        label=_("Passer tempoet til dem, der tager over?"),
        choices=Pace.choices,
        hints={
            Pace.FITS: _("De kan følge med, som det går nu."),
            Pace.SLOWER: _("De skal have mere tid, end vi havde regnet med."),
            Pace.STEPWISE: _("De tager en opgave ad gangen, og vi slipper dem en ad gangen."),
        },
        required=False,
    )
    ambition = RadioField(
        label=_("Hvor meget af kvaliteten skal med?"),
        choices=OperationLevel.choices,
        hints={
            OperationLevel.KEEP: _("Det skal være lige så godt som i projektet."),
            OperationLevel.SIMPLIFY: _("Det må være enklere, så flere kan bære det."),
            OperationLevel.STOP: _("Det stopper i den form, vi kender. Kun erfaringen går videre."),
        },
        required=False,
    )

    class Meta:
        model = PlanOutline
        fields = FIELDS
        labels: ClassVar = {
            "learning_strategy": _("Hvordan lærer de det, der skal til?"),
            "pace_note": _("Hvad betyder det for jeres plan?"),
            "ambition_note": _("Hvad bliver enklere, og hvad giver I ikke køb på?"),
        }
        help_texts: ClassVar = {
            "learning_strategy": _("For eksempel som føl, med en makker, på kursus eller ved at prøve selv."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tasks = Task.objects.filter(project_id=self.instance.project_id).exclude(operation_level="")
        counted = dict(tasks.order_by().values_list("operation_level").annotate(Count("pk")))
        # How many tasks the group keeps, simplifies and stops: the answer here should fit those.
        self.levels = [(level.label, counted[level]) for level in OperationLevel if level in counted]


def method_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if facts.hands_over:
        yield from unanswered(
            facts.outline,
            "metode",
            learning_strategy=_("Skriv, hvordan de, der tager over, lærer det."),
            pace=_("Vælg, om tempoet passer til dem, der tager over."),
            ambition=_("Vælg, hvor meget af kvaliteten der skal med."),
        )


METHOD = Step(
    slug="metode",
    link_text=_("Vælg tempo, læring og ambitionsniveau"),
    title=_("Tempo, læring og ambitionsniveau"),
    lead=_("Strategien siger hvorfor, og planen siger hvem. Metoden er det, der binder dem sammen."),
    form=MethodForm,
    template="plan/method.html",
    begun=any_answer("outline", MethodForm),
    missing=method_missing,
    outcomes=Outcome.LIVES_ON,
)
