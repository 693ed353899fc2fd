"""What a button in a list does to its row: move, copy, remove, and bring back what was removed."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from forankring.accounts.sent_once import once
from forankring.ui.notices import say_with_undo
from projects.access import Permission, get_project
from projects.models import DAYS_TO_UNDO, Project, RemovedRow
from projects.phases import copying, services, undo
from projects.phases.kinds import Rows
from projects.phases.steps import Phase
from projects.phases.views import page


@require_POST
def move_row(request: HttpRequest, slug: str, pk: int, *, up: bool, kind: Rows) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    try:
        with transaction.atomic():
            services.move_row(row=_locked(kind, project, pk), up=up)
    except Http404:
        return _removed_meanwhile(request, kind, project, pk)
    messages.success(request, _("Rækkefølgen er ændret."))
    return redirect(f"{kind.step.url(slug)}#row-{pk}")


@require_POST
def put_row(request: HttpRequest, slug: str, pk: int, *, kind: Rows) -> HttpResponse:
    """Where a row was dragged to. Without a place that is a number it stays where it is."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    place = request.POST.get("place", "")
    is_place = place.isascii() and place.isdigit() and len(place) <= 4
    try:
        with transaction.atomic():
            row = _locked(kind, project, pk)
            if is_place:
                services.put_row(row=row, place=int(place))
    except Http404:
        return _removed_meanwhile(request, kind, project, pk)
    if is_place:
        messages.success(request, _("Rækkefølgen er ændret."))
    return redirect(f"{kind.step.url(slug)}#row-{pk}")


@require_POST
def copy_row(request: HttpRequest, slug: str, pk: int, *, kind: Rows) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    copy = kind.copy or copying.duplicate_row
    try:
        with once(request) as made:
            row = _locked(kind, project, pk)
            what = _("lavede en kopi af %(the)s %(code)s:") % {"the": kind.the, "code": getattr(row, "code", "")}
            new = copy(
                by=request.user, project=project, row=row, what=what, not_copied=kind.not_copied, parts=kind.parts
            )
            made.append(new)
    except IntegrityError:
        messages.error(request, _("%s kan kun stå der én gang. Ret den, der er der.") % capfirst(str(kind.the)))
        return redirect(f"{kind.step.url(slug)}#row-{pk}")
    except Http404:
        return _removed_meanwhile(request, kind, project, pk)
    messages.success(request, _("Her er en kopi. Den står lige efter ”%s”. Ret det, der er anderledes.") % row)
    return redirect(f"{kind.step.slug}-ret", slug, new.pk)


def remove_row(request: HttpRequest, slug: str, pk: int, *, phase: Phase, kind: Rows) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    if request.method == "POST":
        with transaction.atomic():
            # As it stands now: what is kept for an undo is all that hangs on the row.
            row = _locked(kind, project, pk)
            if refusal := kind.refusal(row):
                raise PermissionDenied(refusal)
            what = f"{_('fjernede')} {kind.the} {getattr(row, 'code', '')}".strip()
            undo.remove_row(by=request.user, project=project, row=row, what=what)
        gone = _("%(what)s er fjernet.") % {"what": f"{capfirst(str(kind.the))} ”{row}”"}
        say_with_undo(request, gone, reverse(f"{kind.step.slug}-fortryd", args=[slug, pk]))
        return redirect(kind.step.url(slug))
    row = kind.find(project, pk)
    refusal = kind.refusal(row)
    context = page(request, project, phase, kind.step) | {
        "kind": kind,
        "row": row,
        "refusal": refusal,
        "lost": _what_goes_with(row),
        "days_to_undo": DAYS_TO_UNDO,
    }
    return render(request, "phases/remove.html", context)


@require_POST
def bring_back_row(request: HttpRequest, slug: str, pk: int, *, kind: Rows) -> HttpResponse:
    """Undo a removal. Pressed twice, or after somebody else did, the row is shown where it stands."""
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    removed = _removed_of(kind, project).filter(row=pk).first()
    if removed is None:
        kind.find(project, pk)
        messages.info(request, _("%s er her allerede.") % capfirst(str(kind.the)))
        return redirect(f"{kind.step.url(slug)}#row-{pk}")
    try:
        with transaction.atomic():
            back = undo.bring_back(by=request.user, removed=removed, what=_("hentede %s tilbage:") % kind.the)
            left_behind = back.left_behind + kind.settle(back.row)
    except undo.CannotBringBackError as reason:
        messages.error(request, str(reason))
        return redirect(kind.step.url(slug))
    messages.success(request, _("”%s” er hentet tilbage.") % back.row)
    if left_behind:
        messages.warning(request, _left_behind(left_behind))
    return redirect(f"{kind.step.url(slug)}#row-{pk}")


def _locked(kind: Rows, project: Project, pk: int) -> Any:
    """The row as it stands now, or 404. One change of a project's lists at a time, until the transaction ends."""
    Project.objects.select_for_update().get(pk=project.pk)
    return kind.find(project, pk)


def _removed_meanwhile(request: HttpRequest, kind: Rows, project: Project, pk: int) -> HttpResponse:
    """Back to the list, which has the way to bring the row back. A row that never was is not found."""
    if not _removed_of(kind, project).filter(row=pk).exists():
        raise Http404
    messages.warning(request, _("%s er fjernet i mellemtiden. Der er ikke ændret noget.") % capfirst(str(kind.the)))
    return redirect(kind.step.url(project.slug))


def _removed_of(kind: Rows, project: Project) -> Any:
    return RemovedRow.objects.in_time().filter(project=project, kind=kind.model._meta.label_lower)


def _left_behind(count: int) -> str:
    words = ngettext(
        "%d ting, der hang på den, kom ikke med, fordi noget andet er aftalt eller fjernet siden.",
        "%d ting, der hang på den, kom ikke med, fordi noget andet er aftalt eller fjernet siden.",
        count,
    )
    return words % count


def _what_goes_with(row: models.Model) -> list[str]:
    """What is removed together with the row, counted by kind: "2 aftaler om opgaver"."""
    collector = NestedObjects(using=row._state.db or "default")
    collector.collect([row])
    others: Any = (one for rows in collector.model_objs.values() for one in rows if not isinstance(one, type(row)))
    return [
        f"{count} {options.verbose_name if count == 1 else options.verbose_name_plural}"
        for options, count in Counter(one._meta for one in others).items()
        if not options.auto_created
    ]
