"""Starting from a template: which there are, what one holds, and taking what fits."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from forankring.accounts.came_back import fill
from forankring.ui.fields import ChoicesField
from forankring.ui.forms import DanishForm
from forankring.ui.templatetags.ui import timer
from projects.access import Permission, get_project
from projects.models import ActivityTemplate, LegalRequirement, Project, TemplateTask, WhyWhat
from projects.phases.views import page
from projects.phases.why_what import services
from projects.phases.why_what.forms import WhatForm
from projects.phases.why_what.steps import PHASE, TASKS

MOST_LINES = {name: getattr(WhatForm.base_fields[name], "max_items", 20) for name in services.LISTS}


class TakeForm(DanishForm, forms.Form):
    """What to take from a template. Everything the project lacks is ticked beforehand."""

    tasks = ChoicesField(label=_("Hvilke opgaver passer hos jer?"), required=False)
    core_elements = ChoicesField(label=_("Hvad må ikke forsvinde?"), required=False)
    adaptable = ChoicesField(label=_("Hvad kan gøres enklere?"), required=False)

    def __init__(self, data: Any = None, *, project: Project, template: ActivityTemplate) -> None:
        self.answers = WhyWhat.objects.filter(pk=project.pk).first() or WhyWhat(project=project)
        missing, self.there = services.missing_tasks(project, template)
        self.missing = {str(task.pk): task for task in missing}
        super().__init__(data)
        hints = {code: summary(task) for code, task in self.missing.items()}
        self._offer("tasks", [(code, task.title) for code, task in self.missing.items()], hints)
        for name in services.LISTS:
            self._offer(name, [(line, line) for line in services.new_lines(getattr(template, name), self._own(name))])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            raise ValidationError(_("Sæt kryds ved det, I vil have med, eller gå tilbage."))
        for name, most in MOST_LINES.items():
            if cleaned.get(name) and len(self._own(name)) + len(cleaned[name]) > most:
                self.add_error(name, now("Der er plads til %d linjer i alt. Fjern nogle kryds.") % most)
        return cleaned

    @property
    def chosen_tasks(self) -> list[TemplateTask]:
        return [self.missing[code] for code in self.cleaned_data.get("tasks", [])]

    def _own(self, name: str) -> list[str]:
        return list(getattr(self.answers, name))

    def _offer(self, name: str, choices: list[tuple[str, str]], hints: Mapping[str, str] | None = None) -> None:
        if not choices:
            del self.fields[name]
            return
        field = self.fields[name]
        assert isinstance(field, ChoicesField)
        field.choices, field.hints = choices, hints or {}
        self.initial[name] = [code for code, _label in choices]


def summary(task: TemplateTask) -> str:
    """What the task is and brings with it, in one line."""
    laws = [
        _inside(LegalRequirement(code).label) for code in task.legal_requirements if code in LegalRequirement.values
    ]
    hours = f"{timer(task.hours_operation)} {task.get_hours_unit_display().removeprefix('timer ')}"
    parts = [
        task.get_task_type_display(),
        now("kritisk") if task.is_critical else "",
        task.get_operation_level_display().lower(),
        hours if task.hours_operation is not None else "",
        now("lovkrav: %s") % ", ".join(laws) if laws else "",
    ]
    return f"{task.description} {' · '.join(part for part in parts if part)}".strip()


def _inside(label: Any) -> str:
    """A label inside a sentence: "databehandling (GDPR)"."""
    return str(label)[:1].lower() + str(label)[1:]


def templates(request: HttpRequest, slug: str) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    offered = ActivityTemplate.objects.offered().annotate(count=Count("tasks"))
    return render(request, "why_what/templates.html", page(request, project, PHASE, TASKS) | {"templates": offered})


def take(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    template = get_object_or_404(ActivityTemplate.objects.offered(), pk=pk)
    form = fill(request, TakeForm, project=project, template=template)
    if form.is_valid():
        lists = {name: form.cleaned_data.get(name, []) for name in services.LISTS}
        count = services.use_template(
            by=request.user, project=project, template=template, tasks=form.chosen_tasks, **lists
        )
        words = ngettext("%d ting er hentet. Nu er den jeres egen.", "%d ting er hentet. Nu er de jeres egne.", count)
        messages.success(request, words % count)
        return redirect(TASKS.url(slug))
    context = page(request, project, PHASE, TASKS) | {"template": template, "form": form}
    context["crumbs"] = [*context["crumbs"], (now("Skabeloner"), reverse("skabeloner", args=[slug]))]
    return render(request, "why_what/template.html", context)


def template_paths() -> list[URLPattern]:
    at = f"fase-{PHASE.number}/skabeloner/"
    return [path(at, templates, name="skabeloner"), path(f"{at}<int:pk>/", take, name="skabelon")]
