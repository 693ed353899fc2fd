"""Pasting many lines into a list: a box for them, a page that shows what each becomes, and then they are written."""

import hashlib
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from forankring.accounts.came_back import fill
from forankring.accounts.sent_once import once
from forankring.ui.forms import DanishForm
from forankring.ui.widgets import TextareaInput
from projects.access import Permission, get_project
from projects.phases.kinds import Rows
from projects.phases.line_reader import UNITS, line_error
from projects.phases.pasted import Proposal, add_rows, proposals_of
from projects.phases.pasting import Table, read_table
from projects.phases.steps import Phase
from projects.phases.views import page

MOST_LINES: Final = 200
MOST_CHARACTERS: Final = 60_000
MOST_ERRORS_TOLD: Final = 10
RESPONSIBILITY_SHEET: Final = _(
    "Det ligner et ansvarsskema: opgaver nedad, aktører henad og bogstaver i felterne. "
    "Det hører hjemme i fase 2, ”Hvem kan løfte hvad?”. Her kan I sætte kolonnen med opgaver ind for sig selv."
)


class PasteForm(DanishForm, forms.Form):
    """The pasted text, as it came."""

    lines = forms.CharField(
        label=_("Sæt jeres linjer ind her"),
        help_text=_("Højst 200 linjer ad gangen. Intet bliver gemt, før I har set det igennem."),
        max_length=MOST_CHARACTERS,
        strip=False,
        widget=TextareaInput({"rows": 10}),
        error_messages={"required": _("Sæt mindst én linje ind.")},
    )

    def __init__(self, data: Any = None, *, kind: Rows) -> None:
        super().__init__(data)
        self.columns = kind.columns.of_form(kind.form)
        self.table = Table((), [])

    def clean_lines(self) -> str:
        text = str(self.cleaned_data["lines"])
        self.table = read_table(text, self.columns.is_heading, self.columns.is_name)
        if not self.table.rows:
            raise ValidationError(_("Sæt mindst én linje ind."))
        if self.table.is_responsibility_sheet:
            raise ValidationError(RESPONSIBILITY_SHEET, code="responsibility_sheet")
        if len(self.table.rows) > MOST_LINES:
            words = _("Sæt højst %(most)d linjer ind ad gangen. Der er %(count)d. Del dem i to.")
            raise ValidationError(words, params={"most": MOST_LINES, "count": len(self.table.rows)})
        return text

    def tell_errors(self, proposals: list[Proposal]) -> None:
        """Say at the box what is wrong in which line."""
        told = [each for each in proposals if not (each.is_known or each.is_sum)]
        wrong = [(each.number, words) for each in told for words in each.errors]
        for number, words in wrong[:MOST_ERRORS_TOLD]:
            self.add_error("lines", line_error(number, words))
        if len(wrong) > MOST_ERRORS_TOLD:
            self.add_error("lines", now("Der er %d fejl mere.") % (len(wrong) - MOST_ERRORS_TOLD))


def paste_rows(request: HttpRequest, slug: str, *, phase: Phase, kind: Rows) -> HttpResponse:
    project = get_project(request.user, slug, needs=Permission.FILL_PHASES)
    form = fill(request, PasteForm, kind=kind)
    proposals: list[Proposal] = []
    if form.is_valid():
        unit = request.POST.get("unit", "")
        proposals = proposals_of(kind, project, form.table, unit if unit in UNITS else "")
        form.tell_errors(proposals)
    text = form.cleaned_data.get("lines", "") if form.is_bound else ""
    if form.is_valid() and "again" not in request.POST and request.POST.get("seen") == _fingerprint(text):
        ticked = request.POST.getlist("take")
        taken = [each for place, each in enumerate(proposals) if str(place) in ticked and not each.errors]
        if not taken:
            form.add_error(None, now("Sæt kryds ved mindst én linje, eller gå tilbage til listen."))
        elif any(each.asks_unit for each in taken):
            form.add_error(None, now("Vælg, om timerne er om ugen eller om året."))
        elif response := _added(request, form, project, kind, taken):
            return response
    context = page(request, project, phase, kind.step) | {
        "kind": kind,
        "form": form,
        "proposals": proposals if not form.errors.get("lines") else [],
        "headings": form.table.headings,
        "seen": _fingerprint(text),
        "asks_unit": any(each.asks_unit for each in proposals) or request.POST.get("unit") in UNITS,
        "unit": request.POST.get("unit", ""),
        "ticked": request.POST.getlist("take") if "seen" in request.POST and "again" not in request.POST else None,
        "is_sheet": form.has_error("lines", "responsibility_sheet"),
    }
    return render(request, "phases/paste.html", context)


def _added(
    request: HttpRequest, form: PasteForm, project: Any, kind: Rows, proposals: list[Proposal]
) -> HttpResponse | None:
    count = len(proposals)
    what = now("satte %(count)d linjer ind i ”%(step)s”") % {"count": count, "step": kind.step.title}
    try:
        with once(request) as made:
            made.extend(add_rows(by=request.user, project=project, kind=kind, proposals=proposals, what=what))
    except IntegrityError:
        form.add_error(None, now("To af linjerne er ens, og det kan de ikke være her. Fjern krydset ved den ene."))
        return None
    messages.success(request, ngettext("%d linje er tilføjet.", "%d linjer er tilføjet.", count) % count)
    return redirect(kind.step.url(project.slug))


def _fingerprint(text: str) -> str:
    """The same for the same lines, however the browser ends them: a text that was changed is shown again first."""
    return hashlib.sha256("\n".join(text.split()).encode()).hexdigest()[:24]
