"""The questions in the administration: every one of them, changed or not, with a preview and a way back."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from forankring.admin import LoggedAdmin
from forankring.ui.forms import DanishForm
from projects.models import Wording
from projects.overview.progress import PHASES
from projects.phases.guidance import Guidance, phases, standard_texts
from projects.phases.guidance.catalogue import Asked, catalogue
from projects.phases.guidance.services import PARTS, use_standard, write_wording

# Pages with questions that stand on no task list.
OTHER_PAGES = {
    "relationer": _("Relationer mellem aktører"),
    "samtale": _("Notér en samtale"),
    "vurder": _("Vurdér en aktør"),
    "runde": _("Åbn en vurderingsrunde"),
    "svar": _("Svar i en vurderingsrunde"),
    "udfasning-nu": _("Forslag til udfasning"),
}


class WordingForm(DanishForm, forms.ModelForm):
    """The texts as they are shown. What says the same as the standard is not kept: a new standard comes through."""

    class Meta:
        model = Wording
        fields = PARTS
        labels = {
            "label": _("Spørgsmålet"),
            "help_text": _("Linjen under spørgsmålet"),
            "why": _("Hvorfor spørger vi?"),
            "good": _("Et fyldigt svar"),
            "poor": _("For kort"),
        }
        help_texts = {"why": _("Skriv kort. Ingen sætning over 20 ord.")}

    def __init__(self, data: Any = None, *, asked: Asked, shown: Mapping[str, str]) -> None:
        self.asked = asked
        super().__init__(data, initial=dict(shown))
        if asked.is_step:
            del self.fields["label"]
        if not asked.help_text:
            del self.fields["help_text"]

    @property
    def texts(self) -> dict[str, str]:
        """What differs from the standard. Only of a valid form."""
        standard = standard_of(self.asked)
        return {part: text for part, text in self.cleaned_data.items() if text != standard[part]}


def standard_of(asked: Asked) -> dict[str, str]:
    guidance = standard_texts().get(asked.key, Guidance())
    texts = (asked.label, asked.help_text, guidance.why, guidance.good, guidance.poor)
    return dict(zip(PARTS, texts, strict=True))


def shown_of(asked: Asked, wording: Wording | None) -> dict[str, str]:
    """What a person filling in sees: ours over the standard."""
    return {part: getattr(wording, part, "") or text for part, text in standard_of(asked).items()}


@admin.register(Wording)
class WordingAdmin(LoggedAdmin):
    """Its list is of the questions, not of the rows: most questions have none."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Wording | None = None) -> bool:
        """A version that was shown is kept."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        current, asked = Wording.objects.current(), catalogue()
        lists = [[_line(asked[key], current.get(key)) for key in asked if key in keys] for keys in _parts()]
        return self._page(request, "change_list", title=_now("Spørgsmål og hjælpetekster"), phases=lists)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        asked = catalogue().get(unquote(object_id))
        if not asked:
            raise Http404
        versions = list(Wording.objects.of_question(asked.key))
        form = WordingForm(request.POST or None, asked=asked, shown=shown_of(asked, versions[0] if versions else None))
        is_sent = form.is_bound and "_preview" not in request.POST
        if "_standard" in request.POST or (is_sent and form.is_valid()):
            return self._save(request, asked, form)
        texts = form.cleaned_data if form.is_bound and form.is_valid() else form.initial
        context = {"title": _title(asked), "form": form, "asked": asked, "versions": versions, "preview": texts}
        return self._page(request, "change_form", **context, standard=standard_of(asked))

    def _save(self, request: HttpRequest, asked: Asked, form: WordingForm) -> HttpResponse:
        if "_standard" in request.POST:
            saved = use_standard(by=request.user, key=asked.key)
        else:
            saved = write_wording(by=request.user, key=asked.key, texts=form.texts)
        if saved:
            self.log_change(request, saved, _now("Version %d.") % saved.version)
            messages.success(request, _now("Teksten er gemt. Den vises nu i alle projekter. Ingen svar er rørt."))
        else:
            messages.info(request, _now("Der var intet nyt at gemme."))
        return redirect(reverse("admin:projects_wording_changelist") + f"#{asked.key}")

    def _page(self, request: HttpRequest, template: str, **context: Any) -> HttpResponse:
        around = self.admin_site.each_context(request) | {"opts": self.model._meta}
        return TemplateResponse(request, f"admin/projects/wording/{template}.html", around | context)


def _parts() -> list[set[str]]:
    """The keys of each phase; what has no standard text stands last."""
    known = [set(phase) for phase in phases()]
    steps = [{key.partition(".")[0] for key in keys} for keys in known]
    for key, asked in catalogue().items():
        place = next((place for place, each in enumerate(steps) if asked.step in each), len(known) - 1)
        known[place].add(key)
    return known


def _line(asked: Asked, wording: Wording | None) -> dict[str, Any]:
    return {
        "asked": asked,
        "step": step_name(asked),
        "shown": shown_of(asked, wording),
        "version": wording if wording and not wording.is_standard else None,
    }


def _title(asked: Asked) -> str:
    return asked.label or _now("Vejledningen til trinnet ”%(step)s”") % {"step": step_name(asked)}


def step_name(asked: Asked) -> str:
    """What the step is called on the task list, or the page when it is no step."""
    of_phases = {step.slug: step.link_text for phase in PHASES for step in phase.steps}
    return str(OTHER_PAGES.get(asked.step) or of_phases[asked.step])
