"""A page with every piece of the interface in every state. It exists only here; the test's URL configuration."""

import datetime
from decimal import Decimal
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
INVALID = {name: "\x00<script>" * 30 for name in VALID} | {"number": "0", "lines": "a\nb\nc\nd", "several": ["x"]}
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
    {"text": "Beskriv hvorfor", "url": "#", "status": _status("DONE", "Udfyldt"), "detail": "8 opgaver"},
    {
        "text": "Vælg, hvem der kan løfte hvad",
        "url": "#",
        "status": _status("NEEDS_ANSWER", "Kræver svar fra jer"),
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
        "key": [("A", "Ansvarlig"), ("U", "Udfører"), ("B", "Bidrager"), ("R", "Reserve")],
        "page": Paginator(range(100), 25).page(2),
        "date": datetime.date(2027, 5, 1),
        "lost": ["Otte opgaver", "To aftaler"],
    }


@login_not_required
def gallery(request: HttpRequest, state: str) -> HttpResponse:
    return HttpResponse(engines["django"].from_string(FORM_PAGE).render(context_for(state), request))


@login_not_required
def pieces(request: HttpRequest) -> HttpResponse:
    context = context_for("empty") | {"form": None}
    return HttpResponse(engines["django"].from_string(PIECES_PAGE).render(context, request))


FORM_PAGE = """{% extends "base.html" %}{% block title %}Formular{% endblock %}{% block heading %}Formular{% endblock %}
{% block breadcrumbs %}{% include "components/breadcrumb.html" %}{% endblock %}
{% block step %}{% include "components/step_line.html" with phase=1 place=2 total=5 %}{% endblock %}
{% block lead %}<p class="lead">Alle slags felter.</p>{% endblock %}
{% block content %}<div class="with-guidance"><div>
{% form_page form submit="Gem og fortsæt" overview=True another="Gem og tilføj en til" cancel="/" %}
</div><aside>{% include "components/guidance.html" with why="Fordi." good="To frivillige." poor="Nogen." %}</aside></div>
{% form_fields laid_out %}{% endblock %}"""

PIECES_PAGE = """{% extends "base.html" %}{% block title %}Stykker{% endblock %}{% block heading %}Lektiecaféen{% endblock %}
{% block breadcrumbs %}{% include "components/breadcrumb.html" %}{% endblock %}
{% block lead %}<p class="lead">Projektet slutter {{ date|dansk_dato }}, {{ 1.5|timer }} og {{ 120000|kroner }}</p>{% endblock %}
{% block page_actions %}<p class="page-actions"><a class="button button-secondary" href="#x">Læs planen</a>
<a class="button button-secondary" href="#y">{% icon "download" %}<span>Hent PDF</span></a></p>{% endblock %}
{% block content %}
{% include "components/now_box.html" with text="Find en reserve" why="Tre er kritiske." url="#now" button="Gå til kortlægningen" %}
<div class="split"><div>{% include "components/phase_card.html" with number=1 title="Hvorfor?" count="1 af 5 udfyldt" %}
{% include "components/phase_card.html" with number=2 title="Kortlæg mulige forankringsaktører" count="5 af 5" done=True %}</div>
<div class="side"><section><h2>Sundhedstjek</h2><ul class="findings nobullet-list"><li><strong>Foreningen bærer fem opgaver</strong>
Falder den væk, står fem uden. <a href="#f">Se hvad der falder væk</a></li><li><strong>Tre mangler reserve</strong></li></ul>
</section></div></div>
{% include "components/who_can_see.html" with text="Kun styregruppen kan se denne side." %}
{% include "components/summary_list.html" with may_fill=True %}
{% include "components/key_list.html" %}
<div class="scroller" role="region" aria-labelledby="m" tabindex="0"><table class="data-table matrix sticky">
<caption id="m">Hvem kan løfte hvad?</caption><thead><tr><th scope="col">Opgave</th><th scope="col">Pilebroskolen</th>
<th scope="col">Fritids- og kulturforvaltningen</th><th scope="col">Driftskontoret</th><th scope="col">Fædregruppen</th></tr></thead>
<tbody><tr><th scope="row">O1 Være tovholder<small>4 t/uge · kritisk</small></th>
<td><a class="cell" href="#1">{% role_letter "A" "Ansvarlig" "aftalt" %}</a></td><td>{% role_letter "U" "Udfører" %}</td>
<td>{% role_letter "B" "Bidrager" %}</td><td>{% role_letter "R" "Reserve" %}</td></tr>
<tr class="hole"><th scope="row">O9 Holde sommerlektiecafé<small><span class="hole-words">ingen ansvarlig</span></small></th>
<td><a class="cell" href="#2"><span aria-hidden="true">+</span><span class="sr-only">Tilføj Pilebroskolen</span></a></td>
<td><span class="sr-only">Ingen</span></td><td><span class="sr-only">Ingen</span></td><td><span class="sr-only">Ingen</span></td></tr>
</tbody></table></div>
<article class="actor-card"><div><h2>Foreningen Lektiehjælperne</h2><p class="muted">Som drift: O2 og O3</p>
<p><span class="label label-weak">Vil gerne – mangler kapacitet</span> <span class="label">Klar</span>
<span class="label label-bad">Ikke nu</span> <span class="label label-quiet">Ikke vurderet</span></p></div>
<dl class="bars"><dt>Mening</dt><dd class="bar" aria-hidden="true"><span class="on"></span><span class="on"></span><span
class="on"></span><span class="on"></span><span class="on"></span></dd><dd class="bar-words">5 af 5 – fuldt</dd>
<dt>Evne</dt><dd class="bar bar-weak" aria-hidden="true"><span class="on"></span><span class="on"></span><span></span><span></span>
<span></span></dd><dd class="bar-words">2 af 5 – i mindre grad</dd>
<dt>Vilje</dt><dd class="bar bar-unknown" aria-hidden="true"><span></span><span></span><span></span><span></span><span></span></dd>
<dd class="bar-words">Ved ikke</dd></dl>
<div class="next"><p><strong>Næste skridt:</strong> Uddan fem tovholdere.</p><a class="button button-secondary" href="#n">Læg i planen</a>
</div></article>
<article class="card-row"><div class="card-row-head"><h2>O1 Være tovholder</h2><span class="label label-quiet">Kritisk</span></div>
<p>4 timer om ugen</p><div class="row-actions"><a href="#r">Ret<span class="sr-only"> O1</span></a><form method="post">{% csrf_token %}
<button class="link-button" type="submit">Flyt op<span class="sr-only"> O1</span></button></form></div></article>
{% include "components/empty_state.html" with title="Ingen opgaver endnu" text="Skriv dem én for én." example="For eksempel: Åbne lokalet." url="#o" button="Tilføj en opgave" %}
<details class="fold"><summary>Tallene bag</summary><div class="fold-text"><p>Her.</p></div></details>
{% include "components/confirm.html" with text="Opgaven bliver fjernet." submit="Fjern opgaven" cancel="/" %}
{% include "components/pagination.html" %}{% endblock %}"""

urlpatterns = [
    path("stykker/", pieces, name="pieces"),
    path("formular/<str:state>/", gallery, name="gallery"),
    *site,
]
