"""The questions of the outcomes that are no hand-over, in our own words (docs/method.md, Udfald)."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from forankring.ui.fields import KroneField
from forankring.ui.forms import FormHelper, Row, Section
from projects.models import BidStatus, FundingBid, FundingSource, Notice, OutcomeAnswers, WindDownItem, WindDownKind
from projects.phases.guidance import GuidedForm


class LearningForm(GuidedForm, forms.ModelForm):
    """What a project that ends has learned."""

    asks = "laering"

    class Meta:
        model = OutcomeAnswers
        fields = ("learned", "would_change", "useful_for", "shared_how")
        labels: ClassVar = {
            "learned": _("Hvad har I lært, som er værd at gemme?"),
            "would_change": _("Hvad ville I gøre anderledes en anden gang?"),
            "useful_for": _("Hvem kan bruge det, I har lært?"),
            "shared_how": _("Hvordan får de det at vide?"),
        }
        help_texts: ClassVar = {
            "learned": _("Skriv både det, der virkede, og det, der ikke gjorde."),
            "useful_for": _("For eksempel andre boligområder, kommunen eller en forening."),
        }


class PapersForm(GuidedForm, forms.ModelForm):
    """Where the papers of a project that ends are kept."""

    asks = "papirer"

    helper = FormHelper(
        Section(
            _("Bilag og aftaler"),
            "papers_kept_by",
            "papers_kept_until",
            help_text=_(
                "Bogføringsloven siger fem år efter det regnskabsår, bilagene hører til. "
                "En bevilling kan kræve længere tid, for eksempel syv år. Se efter i jeres bevillingsbrev."
            ),
        ),
        Section(_("Oplysninger om mennesker"), "data_deleted_how"),
    )

    class Meta:
        model = OutcomeAnswers
        fields = ("papers_kept_by", "papers_kept_until", "data_deleted_how")
        labels: ClassVar = {
            "papers_kept_by": _("Hvor ligger papirerne, når projektet er slut?"),
            "papers_kept_until": _("Hvor længe skal de gemmes?"),
            "data_deleted_how": _("Hvem sletter lister, billeder og samtykker, og hvornår?"),
        }
        help_texts: ClassVar = {
            "papers_kept_by": _("Skriv stedet og den rolle, der har ansvaret."),
        }


class WindDownForm(GuidedForm, forms.ModelForm):
    asks = "afvikling"

    is_done = forms.BooleanField(label=_("Udført"), required=False)

    class Meta:
        model = WindDownItem
        fields = ("title", "kind", "on", "responsible", "receiver", "is_done")
        labels: ClassVar = {
            "title": _("Hvad stopper eller gives videre?"),
            "kind": _("Hvad er det for noget?"),
            "on": _("Hvornår?"),
            "responsible": _("Hvem sørger for det?"),
            "receiver": _("Hvem er modparten eller den nye ejer?"),
        }
        help_texts: ClassVar = {
            "title": _("For eksempel: Opsige lejen af lageret."),
            "responsible": _("Skriv en rolle, ikke et navn."),
            "receiver": _("For eksempel udlejeren, afdelingsbestyrelsen eller kommunen."),
        }
        widgets: ClassVar = {"kind": forms.RadioSelect(choices=WindDownKind.choices)}


class NoticeForm(GuidedForm, forms.ModelForm):
    asks = "besked"

    is_told = forms.BooleanField(label=_("De har fået besked"), required=False)

    class Meta:
        model = Notice
        fields = ("audience", "told_by", "on", "message", "is_told")
        labels: ClassVar = {
            "audience": _("Hvem skal have besked?"),
            "told_by": _("Hvem giver beskeden?"),
            "on": _("Hvornår?"),
            "message": _("Hvad siger I, og hvordan?"),
        }
        help_texts: ClassVar = {
            "audience": _("For eksempel: De frivillige. Skriv en gruppe, ikke navne."),
            "told_by": _("Skriv en rolle, ikke et navn."),
            "message": _("Skriv også, hvor de kan gå hen i stedet."),
        }


class MethodForm(GuidedForm, forms.ModelForm):
    """Who takes the method over, and what stays behind."""

    asks = "metodeoverdragelse"

    class Meta:
        model = OutcomeAnswers
        fields = ("method_taker", "method_agreed", "left_behind")
        labels: ClassVar = {
            "method_taker": _("Hvem overtager metoden?"),
            "method_agreed": _("Hvor står det, at de gør det?"),
            "left_behind": _("Hvad følger ikke med?"),
        }
        help_texts: ClassVar = {
            "method_taker": _("Skriv en organisation eller en enhed, og hvilken rolle der har ansvaret."),
            "method_agreed": _("For eksempel en aftale, et referat eller en arbejdsplan."),
            "left_behind": _("Skriv det, der stopper: et kontor, en åbningstid, en stilling."),
        }
        widgets: ClassVar = dict.fromkeys(["method_taker", "method_agreed"], forms.Textarea({"rows": 2}))


class MethodTeachingForm(GuidedForm, forms.ModelForm):
    """How the method is written down, taught and kept."""

    asks = "oplaering"

    class Meta:
        model = OutcomeAnswers
        fields = ("method_described", "method_taught", "method_kept_alive")
        labels: ClassVar = {
            "method_described": _("Hvordan er metoden beskrevet?"),
            "method_taught": _("Hvordan lærer de nye den?"),
            "method_kept_alive": _("Hvem holder den ved lige bagefter?"),
        }
        help_texts: ClassVar = {
            "method_described": _("Skriv, hvad der findes: drejebog, skabeloner, eksempler. Og hvor det ligger."),
            "method_taught": _("For eksempel et kursus, at gå med en uge, eller en makker. Skriv hvornår."),
        }


class FundingBidForm(GuidedForm, forms.ModelForm):
    asks = "ansoegninger"

    amount = KroneField(label=_("Hvor meget søger I?"), required=False)
    status = forms.ChoiceField(
        label=_("Hvor langt er I?"), choices=BidStatus.choices, widget=forms.RadioSelect, required=False
    )
    helper = FormHelper(
        "funder",
        "source",
        Section(_("Hvor meget?"), Row("amount", "years")),
        Section(_("Hvornår, og hvem?"), Row("deadline", "answer_on"), "applicant"),
        Section(_("Status"), "status"),
    )

    class Meta:
        model = FundingBid
        fields = ("funder", "source", "amount", "years", "deadline", "answer_on", "applicant", "status")
        labels: ClassVar = {
            "funder": _("Hvem søger I penge hos?"),
            "source": _("Hvilken slags penge er det?"),
            "years": _("Til hvor mange år?"),
            "deadline": _("Hvornår er fristen?"),
            "answer_on": _("Hvornår kommer der svar?"),
            "applicant": _("Hvem skriver ansøgningen?"),
        }
        help_texts: ClassVar = {
            "applicant": _("Skriv en rolle, ikke et navn."),
        }
        widgets: ClassVar = {"source": forms.Select(choices=FundingSource.choices)}

    def clean_status(self) -> str:
        return self.cleaned_data["status"] or self.instance.status or BidStatus.IDEA


class PlanBForm(GuidedForm, forms.ModelForm):
    """What happens when the money does not come, and until it does."""

    asks = "plan-b"

    class Meta:
        model = OutcomeAnswers
        fields = ("refused_plan", "decide_by", "meanwhile", "meanwhile_paid_by")
        labels: ClassVar = {
            "refused_plan": _("Hvad gør I, hvis I får afslag?"),
            "decide_by": _("Hvornår skal I senest vælge det?"),
            "meanwhile": _("Hvad kan fortsætte, mens I venter?"),
            "meanwhile_paid_by": _("Hvem betaler for det imens?"),
        }
        help_texts: ClassVar = {
            "refused_plan": _("For eksempel: Give en del videre og slutte resten. Skriv, hvem der så gør hvad."),
            "decide_by": _("Sæt en dato, før projektmedarbejderne er væk."),
        }
