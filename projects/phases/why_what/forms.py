"""Phase 1's questions, in our own words (docs/method.md, Fase 1)."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from forankring.ui.fields import ChoicesField, HoursField, LinesField
from forankring.ui.numbers import Period
from projects.models import AnchoredObject, AnchoringDecision, Decision, LegalRequirement, Task, WhyWhat
from projects.phases.guidance import GuidedForm


class YesNoField(forms.TypedChoiceField):
    """Django compares the stored True with the sent "True", and finds every answer changed."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(None if initial is None else str(initial), data)


class AnswerForm(GuidedForm, forms.ModelForm):
    """A page of questions about the project as a whole. None must be answered to be saved."""


class WhyForm(AnswerForm):
    asks = "hvorfor"

    beneficiaries = LinesField(
        required=False,
        label=_("Hvem har nytte af, at det fortsætter?"),
        help_text=_("Skriv én på hver linje, for eksempel beboere, skolen eller kommunen."),
    )

    class Meta:
        model = WhyWhat
        fields = (
            "problem",
            "target_group",
            "target_count",
            "target_age_from",
            "target_age_to",
            "effect",
            "effect_evidence",
            "consequence",
            "spread",
            "beneficiaries",
        )
        labels: ClassVar = {
            "problem": _("Hvilket problem løser projektet, og er problemet der også bagefter?"),
            "target_group": _("Hvem er målgruppen?"),
            "target_count": _("Hvor mange deltager?"),
            "target_age_from": _("Hvor gamle er de yngste?"),
            "target_age_to": _("Hvor gamle er de ældste?"),
            "effect": _("Hvad ved I om virkningen?"),
            "effect_evidence": _("Hvad bygger I det på?"),
            "consequence": _("Hvad sker der, hvis projektet stopper? For hvem?"),
            "spread": _("Kan andre boligområder bruge det? Hvem skal kende det?"),
        }
        help_texts: ClassVar = {
            "target_group": _("Beskriv gruppen. Skriv ingen navne."),
            "target_count": _("Skriv et helt tal."),
            "effect": _("Skriv også, hvor I ved det fra."),
        }
        widgets: ClassVar = {"effect_evidence": forms.RadioSelect}


class GoalForm(AnswerForm):
    asks = "maal"

    class Meta:
        model = WhyWhat
        fields = ("goal", "goal_date")
        labels: ClassVar = {
            "goal": _("Hvordan kan I se, at det er lykkedes?"),
            "goal_date": _("Hvornår skal målet være nået?"),
        }
        help_texts: ClassVar = {
            "goal": _("Skriv noget, I kan tælle eller se. Skriv, hvem der driver det, og hvor tit.")
        }

    def has_changed(self) -> bool:
        """To save an old goal as it is says that it holds for the new decision too."""
        return super().has_changed() or self.instance.goal_is_old

    def save(self, commit: bool = True) -> WhyWhat:
        self.instance.goal_written_for = ""
        saved: WhyWhat = super().save(commit)
        return saved


class WhatForm(AnswerForm):
    asks = "hvad"

    anchored_objects = ChoicesField(
        required=False, label=_("Hvad er det, der skal leve videre?"), choices=AnchoredObject.choices
    )
    core_elements = LinesField(
        required=False, label=_("Hvad må ikke forsvinde?"), help_text=_("Skriv 3-5 ting, én på hver linje.")
    )
    adaptable = LinesField(
        required=False,
        label=_("Hvad kan gøres enklere, sjældnere eller billigere?"),
        help_text=_("Skriv én ting på hver linje."),
    )
    stopping = LinesField(
        required=False, label=_("Hvad vælger I at stoppe?"), help_text=_("Skriv én ting på hver linje.")
    )
    scope_project_hours = HoursField(
        required=False, label=_("Hvor mange timer om ugen bruger I på det nu?"), period=Period.WEEK
    )
    scope_operation_hours = HoursField(
        required=False, label=_("Hvor mange timer om ugen skal det tage i drift?"), period=Period.WEEK
    )

    class Meta:
        model = WhyWhat
        fields = (
            "anchored_objects",
            "core_elements",
            "adaptable",
            "stopping",
            "scope_project_frequency",
            "scope_project_participants",
            "scope_project_hours",
            "scope_operation_frequency",
            "scope_operation_participants",
            "scope_operation_hours",
        )
        labels: ClassVar = {
            "scope_project_frequency": _("Hvor tit sker det nu?"),
            "scope_project_participants": _("Hvor mange kommer pr. gang nu?"),
            "scope_operation_frequency": _("Hvor tit skal det ske i drift?"),
            "scope_operation_participants": _("Hvor mange skal kunne komme pr. gang i drift?"),
        }
        help_texts: ClassVar = {"scope_project_frequency": _("For eksempel: to gange om ugen i 40 uger.")}


class DecisionForm(AnswerForm):
    asks = "beslutning"

    class Meta:
        model = WhyWhat
        fields = ("decision", "decision_reason", "decided_on")
        labels: ClassVar = {
            "decision": _("Hvad skal der ske med projektet?"),
            "decision_reason": _("Hvorfor?"),
            "decided_on": _("Hvornår er det besluttet?"),
        }
        widgets: ClassVar = {"decision": forms.RadioSelect}

    _replaced = False

    def clean(self) -> dict[str, Any]:
        """A new decision has a day and a reason of its own: those of the earlier one are not carried over."""
        found: dict[str, Any] = super().clean() or {}
        if self._earlier and "decision" in self.changed_data:
            for name, empty in (("decided_on", None), ("decision_reason", "")):
                if name not in self.changed_data and name in found:
                    found[name] = empty
        return found

    @property
    def saved_words(self) -> str:
        """What is told after the save: where the earlier day and reason went, when the new decision has none."""
        if not self._replaced:
            return now("Jeres svar er gemt.")
        if self.instance.decided_on and self.instance.decision_reason:
            return now("Jeres svar er gemt. Den tidligere beslutning står i beslutningsloggen.")
        return now(
            "Jeres svar er gemt. Den tidligere beslutning står i beslutningsloggen med dato og begrundelse."
            " Skriv dato og begrundelse for den nye."
        )

    def save(self, commit: bool = True) -> WhyWhat:
        """With the earlier decision added to the log, when there was one. A wrong choice put right leaves no trace."""
        self._replaced = bool(commit and self._earlier and "decision" in self.changed_data and not self._put_right())
        if self._replaced:
            Decision.objects.create(project=self.instance.project, **self._earlier)
            self.instance.goal_written_for = self.instance.goal_written_for or self.initial["decision"]
        saved: WhyWhat = super().save(commit)
        return saved

    def _put_right(self) -> bool:
        """Take the log's newest decision back, if it is chosen again and nothing was said of the one between."""
        if self.initial.get("decided_on") or self.initial.get("decision_reason"):
            return False
        newest = Decision.objects.filter(project=self.instance.project, is_about_project=True).order_by("pk").last()
        if newest is None or newest.text != self._words_for(self.instance.decision):
            return False
        self.instance.decided_on = self.instance.decided_on or newest.decided_on
        self.instance.decision_reason = self.instance.decision_reason or newest.reason
        newest.delete()
        return True

    @staticmethod
    def _words_for(decision: str) -> str:
        return now("Om projektet: %(decision)s.") % {"decision": str(AnchoringDecision(decision).label).lower()}

    @property
    def _earlier(self) -> dict[str, Any]:
        """The decision as it was before this page, as the log keeps it; empty when nothing was decided."""
        decision = self.initial.get("decision")
        if not decision or decision == AnchoringDecision.UNDECIDED:
            return {}
        body = self.instance.project.programme.deciding_body
        return {
            "text": self._words_for(decision),
            "decided_on": self.initial.get("decided_on"),
            "reason": self.initial.get("decision_reason") or "",
            "body": body[:1].upper() + body[1:],
            "is_about_project": True,
        }


class TaskForm(GuidedForm, forms.ModelForm):
    asks = "opgaver"

    hours_project = HoursField(required=False, label=_("Hvor mange timer bruger projektet på opgaven?"))
    hours_operation = HoursField(required=False, label=_("Hvor mange timer skal den tage i drift?"))
    legal_requirements = ChoicesField(required=False, label=_("Er der krav i loven?"), choices=LegalRequirement.choices)
    is_critical = YesNoField(
        label=_("Stopper det hele uden denne opgave?"),
        choices=[("True", _("Ja, den er kritisk")), ("False", _("Nej"))],
        coerce=lambda value: value == "True",
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )

    class Meta:
        model = Task
        fields = (
            "title",
            "task_type",
            "description",
            "solved_today_by",
            "hours_unit",
            "hours_project",
            "hours_operation",
            "competences",
            "legal_requirements",
            "is_critical",
            "operation_level",
        )
        labels: ClassVar = {
            "title": _("Hvad hedder opgaven?"),
            "task_type": _("Hvilken slags opgave er det?"),
            "description": _("Hvad bliver der gjort, og hvor tit?"),
            "solved_today_by": _("Hvem løser den i dag?"),
            "hours_unit": _("Tæller I timer om ugen eller om året?"),
            "competences": _("Hvad skal man kunne?"),
            "operation_level": _("Hvad skal der ske med opgaven i drift?"),
        }
        help_texts: ClassVar = {
            "title": _("Begynd med et udsagnsord, for eksempel: Rekruttere frivillige."),
            "solved_today_by": _("Skriv en rolle, ikke et navn."),
            "competences": _("For eksempel faglighed, sprog eller kørekort."),
        }
        widgets: ClassVar = {
            "hours_unit": forms.RadioSelect,
            "operation_level": forms.RadioSelect,
        }
