"""The furniture of a step that is a list: see it, add, edit, move and remove a row."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from projects.access import Permission, get_project
from projects.models import DAYS_TO_UNDO, Project, RemovedRow
from projects.phases import services
from projects.phases.keeping.desk import Desk
from projects.phases.kinds import Rows
from projects.phases.paste_views import paste_rows
from projects.phases.row_changes import bring_back_row, copy_row, move_row, put_row, remove_row
from projects.phases.steps import Phase
from projects.phases.timely import tell_of_dates
from projects.phases.views import address_after_saving, page

__all__ = ["Rows", "list_page", "row_paths"]


def list_rows(request: HttpRequest, slug: str, *, phase: Phase, kind: Rows) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    return render(request, kind.template, list_page(request, project, phase, kind))


def list_page(request: HttpRequest, project: Project, phase: Phase, kind: Rows) -> dict[str, Any]:
    """What every list shows: its rows, and those removed lately, with a way to bring them back."""
    removed = RemovedRow.objects.in_time().filter(project=project, kind=kind.model._meta.label_lower)
    lists = {"kind": kind, "rows": kind.rows(project), "removed": removed.newest_first().defer("content")[:20]}
    return page(request, project, phase, kind.step) | lists | {"days_to_undo": DAYS_TO_UNDO}


def edit_row(request: HttpRequest, slug: str, pk: int | None = None, *, phase: Phase, kind: Rows) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    # A row with the number 0 is asked for too, and not found.
    is_new = pk is None
    verb = _("tilføjede") if is_new else _("rettede")

    def build(data: QueryDict | None) -> list[ModelForm]:
        return [kind.form(data, instance=kind.new(project, request.GET) if pk is None else kind.find(project, pk))]

    def save(form: ModelForm) -> None:
        services.save_row(by=request.user, project=project, form=form, what=f"{verb} {kind.the}", is_fresh=True)
        kind.saved(request.user, form)

    desk = Desk(
        request,
        project,
        f"{kind.model._meta.model_name}:{'ny' if is_new else pk}",
        build,
        spare=lambda data: [kind.form(data, instance=kind.new(project))],
        spare_url=reverse(f"{kind.step.slug}-ny", args=[slug]),
        is_new=is_new,
    )
    try:
        is_saved = desk.saves(save)
    except IntegrityError:
        # Somebody wrote the same row in the meantime. Asked again, the form says so.
        is_saved = desk.saves(save)
    if is_saved:
        saved = desk.forms[0].instance
        messages.success(request, _("%(what)s er gemt.") % {"what": f"{capfirst(str(kind.the))} ”{saved}”"})
        if warning := kind.warning(saved):
            messages.warning(request, str(warning))
        else:
            tell_of_dates(request, project, desk.forms[0], kind.step.slug, saved.pk)
        return redirect(_address_after_row(request, phase, kind, project))
    row = None if is_new else desk.forms[0].instance
    return desk.page("phases/row.html", page(request, project, phase, kind.step) | {"kind": kind, "row": row})


def row_paths(phase: Phase, kind: Rows) -> list[URLPattern]:
    """The addresses of a list. Names: the step's slug alone and with -ny, -ret, -kopi, -fjern and -fortryd.

    Where the list has an order also -op, -ned and -flyt, and where lines can be pasted -flere.
    """
    slug, extra = kind.step.slug, {"phase": phase, "kind": kind}
    at = f"fase-{phase.number}/{slug}/"
    paths = [
        path(at, list_rows, extra, name=slug),
        path(f"{at}ny/", edit_row, extra, name=f"{slug}-ny"),
        path(f"{at}<int:pk>/", edit_row, extra, name=f"{slug}-ret"),
        path(f"{at}<int:pk>/kopi/", copy_row, {"kind": kind}, name=f"{slug}-kopi"),
        path(f"{at}<int:pk>/fjern/", remove_row, extra, name=f"{slug}-fjern"),
        path(f"{at}<int:pk>/fortryd/", bring_back_row, {"kind": kind}, name=f"{slug}-fortryd"),
    ]
    if kind.can_paste:
        paths.append(path(f"{at}flere/", paste_rows, extra, name=f"{slug}-flere"))
    if kind.can_move:
        paths += [
            path(f"{at}<int:pk>/op/", move_row, {"kind": kind, "up": True}, name=f"{slug}-op"),
            path(f"{at}<int:pk>/ned/", move_row, {"kind": kind, "up": False}, name=f"{slug}-ned"),
            path(f"{at}<int:pk>/flyt/", put_row, {"kind": kind}, name=f"{slug}-flyt"),
        ]
    return paths


def _address_after_row(request: HttpRequest, phase: Phase, kind: Rows, project: Project) -> str:
    if "add_another" in request.POST:
        return reverse(f"{kind.step.slug}-ny", args=[project.slug])
    return address_after_saving(request, project, phase, kind.step, otherwise=kind.step.url(project.slug))
