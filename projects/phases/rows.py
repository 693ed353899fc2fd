"""The furniture of a step that is a list: see it, add, edit, move and remove a row."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import PermissionDenied
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import Permission, get_project
from projects.models import Project
from projects.phases import services
from projects.phases.steps import Phase, Step, Text
from projects.phases.views import address_after_saving, page


@dataclass(frozen=True, slots=True)
class Rows:
    """One kind of row: the step it belongs to, its form, what it is called and what its list looks like.

    `noun` is indefinite ("opgave"), `the` definite ("opgaven"), `add` the button. `rows` gives the list's rows with
    what the template shows of them. `refusal` gives the reason a row cannot be removed, or "";
    `warning` what is worth a thought in a row that is saved all the same, or "". `within` is the way from a row
    to its project; the row that the form gets has the project at hand as `project`.
    """

    step: Step
    form: type[ModelForm]
    noun: Text
    the: Text
    add: Text
    template: str
    rows: Callable[[Project], Any]
    refusal: Callable[[Any], Text] = lambda row: ""
    warning: Callable[[Any], Text] = lambda row: ""
    within: str = "project"

    @property
    def model(self) -> type[models.Model]:
        return self.form._meta.model

    @property
    def can_move(self) -> bool:
        return hasattr(self.model, "position")


def list_rows(request: HttpRequest, slug: str, *, phase: Phase, kind: Rows) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    context = page(request, project, phase, kind.step) | {"kind": kind, "rows": kind.rows(project)}
    return render(request, kind.template, context)


def edit_row(request: HttpRequest, slug: str, pk: int | None = None, *, phase: Phase, kind: Rows) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    # A row with the number 0 is asked for too, and not found.
    is_new = pk is None
    row = _new_row(kind, project) if pk is None else _row(kind, project, pk)
    form = kind.form(request.POST or None, instance=row)
    if form.is_valid():
        verb = _("tilføjede") if is_new else _("rettede")
        saved = services.save_row(by=request.user, project=project, form=form, what=f"{verb} {kind.the}")
        messages.success(request, _("%(what)s er gemt.") % {"what": f"{capfirst(str(kind.the))} ”{saved}”"})
        if warning := kind.warning(saved):
            messages.warning(request, str(warning))
        return redirect(_address_after_row(request, phase, kind, project))
    context = page(request, project, phase, kind.step) | {"kind": kind, "form": form, "row": None if is_new else row}
    return render(request, "phases/row.html", context)


@require_POST
def move_row(request: HttpRequest, slug: str, pk: int, *, up: bool, kind: Rows) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    row = _row(kind, project, pk)
    services.move_row(row=row, up=up)
    messages.success(request, _("Rækkefølgen er ændret."))
    return redirect(f"{kind.step.url(slug)}#row-{row.pk}")


def remove_row(request: HttpRequest, slug: str, pk: int, *, phase: Phase, kind: Rows) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    row = _row(kind, project, pk)
    refusal = kind.refusal(row)
    if request.method == "POST":
        if refusal:
            raise PermissionDenied(refusal)
        what = f"{_('fjernede')} {kind.the} {getattr(row, 'code', '')}".strip()
        services.remove_row(by=request.user, project=project, row=row, what=what)
        messages.success(request, _("%(what)s er fjernet.") % {"what": f"{capfirst(str(kind.the))} ”{row}”"})
        return redirect(kind.step.url(slug))
    context = page(request, project, phase, kind.step) | {
        "kind": kind,
        "row": row,
        "refusal": refusal,
        "lost": _what_goes_with(row),
    }
    return render(request, "phases/remove.html", context)


def row_paths(phase: Phase, kind: Rows) -> list[URLPattern]:
    """The addresses of a list. Names: the step's slug alone and with -ny, -ret, -op, -ned and -fjern."""
    slug, extra = kind.step.slug, {"phase": phase, "kind": kind}
    at = f"fase-{phase.number}/{slug}/"
    paths = [
        path(at, list_rows, extra, name=slug),
        path(f"{at}ny/", edit_row, extra, name=f"{slug}-ny"),
        path(f"{at}<int:pk>/", edit_row, extra, name=f"{slug}-ret"),
        path(f"{at}<int:pk>/fjern/", remove_row, extra, name=f"{slug}-fjern"),
    ]
    if kind.can_move:
        paths += [
            path(f"{at}<int:pk>/op/", move_row, {"kind": kind, "up": True}, name=f"{slug}-op"),
            path(f"{at}<int:pk>/ned/", move_row, {"kind": kind, "up": False}, name=f"{slug}-ned"),
        ]
    return paths


def _row(kind: Rows, project: Project, pk: int) -> Any:
    row: Any = get_object_or_404(kind.model._default_manager.filter(**{kind.within: project}), pk=pk)
    row.project = project
    return row


def _new_row(kind: Rows, project: Project) -> Any:
    row: Any = kind.model()
    row.project = project
    return row


def _address_after_row(request: HttpRequest, phase: Phase, kind: Rows, project: Project) -> str:
    if "add_another" in request.POST:
        return reverse(f"{kind.step.slug}-ny", args=[project.slug])
    return address_after_saving(request, project, phase, kind.step, otherwise=kind.step.url(project.slug))


def _what_goes_with(row: models.Model) -> list[str]:
    """What is removed together with the row, counted by kind: "2 aftaler om opgaver"."""
    collector = NestedObjects(using=row._state.db or "default")
    collector.collect([row])
    others = (one for rows in collector.model_objs.values() for one in rows if not isinstance(one, type(row)))
    return [
        f"{count} {options.verbose_name if count == 1 else options.verbose_name_plural}"
        for options, count in Counter(one._meta for one in others).items()
        if not options.auto_created
    ]
