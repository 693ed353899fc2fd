"""A page with every piece of the interface in every state. It exists only here; the test's URL configuration."""

import datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from forankring.ui.fields import ChoicesField, HoursField, KroneField, LinesField, RadioField
from forankring.ui.forms import DanishForm, FormHelper, Row, Section
from forankring.urls import urlpatterns as site

CODES = [("a", "Videreføres som den er"), ("b", "Tilpasses"), ("c", "<b>Stopper</b>")]
SCORES = [(1, "1 – slet ikke: Aktøren kender ikke opgaven"), (2, "2 – i mindre grad"), (3, "3 – delvist")]


class EveryField(DanishForm, forms.Form):
    """One of each kind of field."""

    text = forms.CharField(label="Navn", help_text="Kort <i>og</i> klart.", max_length=30)
    email = forms.EmailField(label="E-mail")
    password = forms.CharField(label="Adgangskode", widget=forms.PasswordInput)
    long = forms.CharField(label="Beskrivelse", widget=forms.Textarea, max_length=100)
    date = forms.DateField(label="Dato")
    number = forms.IntegerField(label="Antal", min_value=1)
    decimal = forms.DecimalField(label="Timepris")
    hours = HoursField(label="Timer om ugen")
    amount = KroneField(label="Beløb")
    lines = LinesField(label="Mål", max_items=3, max_length=20)
    several = ChoicesField(label="Hvad skal leve videre?", choices=CODES, hints={"a": "Ingen ændringer."})
    one = RadioField(label="Beslutning", choices=CODES, hints={"b": "Skriv hvordan."}, help_text="Vælg én.")
    score = forms.TypedChoiceField(label="Evne", choices=SCORES, coerce=int, widget=forms.RadioSelect)
    pick = forms.ChoiceField(label="Rolle", choices=[("", "---------"), *CODES])
    yes = forms.BooleanField(label="Opgaven er kritisk", help_text="Projektet falder uden den.")
    hidden = forms.IntegerField(widget=forms.HiddenInput, initial=7)


class LaidOut(DanishForm, forms.Form):
    first = forms.DateField(label="Første dag", required=False)
    last = forms.DateField(label="Sidste dag", required=False)
    note = forms.CharField(label="Note", required=False)

    helper = FormHelper(Section("Periode", Row("first", "last"), help_text="Begge må stå tomme."), "note")


VALID = {
    "text": "Lektiecaféen",
    "email": "navn@kommune.dk",
    "password": "hemmelig",
    "long": "Første linje\r\nanden linje",
    "date": "1/5 2027",
    "number": "1.200",
    "decimal": "12,5",
    "hours": "1,5",
    "amount": "120.000 kr.",
    "lines": "• ét\n\n- to",
    "several": ["a", "c"],
    "one": "b",
    "score": "2",
    "pick": "a",
    "yes": "on",
    "hidden": "7",
}
INVALID = dict.fromkeys(VALID, "\x00<script>" * 30) | {"number": "0", "lines": "a\nb\nc\nd", "several": ["x"]}
INITIAL: dict[str, Any] = {
    "date": datetime.date(2027, 5, 1),
    "number": 2027,
    "hours": Decimal("1.50"),
    "amount": 120000,
    "lines": ["ét", "to"],
    "several": ["a"],
    "one": "b",
    "score": 3,
}


def form_in(state: str) -> EveryField:
    """The form as it is at first, with what was saved, after a good answer, a bad one, or closed."""
    if state in {"valid", "invalid"}:
        return EveryField(VALID if state == "valid" else INVALID, prefix=None, auto_id=f"id_{state}_%s")
    form = EveryField(initial={} if state == "empty" else INITIAL, auto_id=f"id_{state}_%s")
    for field in form.fields.values():
        field.disabled = state == "disabled"
    return form


STATES = ("empty", "filled", "valid", "invalid", "disabled")


def _status(name: str, words: str) -> SimpleNamespace:
    return SimpleNamespace(name=name, value=words)


STEPS = [
    {"text": "Beskriv behov og virkning", "url": "#", "status": _status("DONE", "Udfyldt"), "detail": "8 opgaver"},
    {
        "text": "Vælg, hvem der kan løfte hvad",
        "url": "#",
        "status": _status("NEEDS_ANSWER", "Noget at se på"),
        "why": "Økonomi mangler en reserve.",
    },
    {"text": "Tilføj aktører", "url": "#", "status": _status("IN_PROGRESS", "I gang")},
    {"text": "Aftal snitflader", "url": "#", "status": _status("NOT_BEGUN", "Ikke begyndt")},
    {"text": "Se svarene igennem", "url": "#"},
]


def context_for(state: str) -> dict[str, Any]:
    form = form_in(state)
    return {
        "form": form,
        "laid_out": LaidOut(auto_id="id_laid_%s"),
        "project": SimpleNamespace(programme=SimpleNamespace(is_demo=True)),
        "crumbs": [("Mine projekter", "/"), ("Lektiecaféen", "/"), ("Mål", "")],
        "steps": STEPS,
        "lines": [
            {"question": "Formål", "answer": "Første\nanden", "url": "#a"},
            {"question": "Målgruppe", "answer": "", "url": "#b"},
        ],
        "page": Paginator(range(100), 25).page(2),
        "date": datetime.date(2027, 5, 1),
        "lost": ["Otte opgaver", "To aftaler"],
    }


def _draw(name: str, context: dict[str, Any], request: HttpRequest) -> str:
    """The file beside this one as a template: the site's own template folders know nothing of it."""
    return str(engines["django"].from_string(Path(__file__).with_name(name).read_text()).render(context, request))


@login_not_required
def gallery(request: HttpRequest, state: str) -> HttpResponse:
    return HttpResponse(_draw("form.html", context_for(state), request))


@login_not_required
def pieces(request: HttpRequest) -> HttpResponse:
    context = context_for("empty") | {"form": None}
    return HttpResponse(_draw("pieces.html", context, request))


urlpatterns = [
    path("stykker/", pieces, name="pieces"),
    path("formular/<str:state>/", gallery, name="gallery"),
    *site,
]
