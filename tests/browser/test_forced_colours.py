"""Colours that the reader has chosen (Windows' contrast themes), dark and light: every state is seen, by its pixels.

The pages are found by walking the whole site: the first page with each kind of control and each kind of picture.
"""

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Page

from forankring.accounts.models import User
from projects.models import Project
from tests.addresses import path_to, rows_of
from tests.browser.pixels import CLEAR, Picture, contrast, cut, differ, seen
from tests.browser.test_every_page import OUTSIDE, PAGES
from tests.browser_client import Client
from tests.outcomes import FundingBidFactory, NoticeFactory, WindDownItemFactory
from tests.round_rows import hold_round

SCHEMES = ("dark", "light")
# Looked at whatever else they show: where chosen answers once looked empty.
ALWAYS = {"daekning-celle", "runde-led", "runde-svar", "vurder-ret", "daekning", "account_login"}
KINDS = re.compile(r"<(?:input|select|textarea|button|text|path|rect|circle)\b[^>]*>")
LOOK = re.compile(r'\b(?:type|class|disabled|fill|stroke)(?:="[^"]*")?(?=[ />])')

SHOWN = "checkVisibility({visibilityProperty: true})"
BOXES = f"""selector => [...document.querySelectorAll(selector)].filter(each => each.{SHOWN}).map(each => {{
    const {{x, y, width, height}} = each.getBoundingClientRect();
    return {{x: x + scrollX, y: y + scrollY, width, height, html: each.outerHTML.slice(0, 200)}};
}})"""
# The plan is long, and a picture of it takes seconds: leave out what only holds words.
SHORTEN = """() => {
    for (const each of document.querySelectorAll(".plan-text :is(p, table, ul, ol)"))
        if (!each.querySelector("svg")) each.remove();
}"""
TICKED = 'input:is([type="checkbox"],[type="radio"])'
# Each button alone, or only one of a group could be chosen at a time. An open answer may unfold more of the page.
SET = """([selector, checked, disabled]) => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const input of document.querySelectorAll(selector)) {
        input.removeAttribute("name"); input.checked = checked; input.disabled = disabled;
    }
}"""


@pytest.fixture
def demo(transactional_db: None) -> Project:
    call_command("demo", verbosity=0)
    project = Project.objects.get(slug="lektiecafeen")
    for kind in (WindDownItemFactory, NoticeFactory, FundingBidFactory):
        kind(project=project)
    hold_round(project)
    return project


def _kinds(html: str) -> set[str]:
    """The kinds of controls and shapes on a page: tag, type, classes and colours."""
    return {" ".join([found[0].split(" ")[0], *sorted(LOOK.findall(found[0]))]) for found in KINDS.finditer(html)}


def _pages(demo: Project) -> tuple[list[str], list[str]]:
    """The first page with each kind of control or picture: those inside, and those for anybody."""
    client, stranger = Client(), Client()
    client.force_login(User.objects.get(email="ejer@pilebro.example"))
    rows, known = rows_of(demo), set[str]()
    inside, outside = list[str](), list[str]()
    for address in PAGES:
        is_outside = address.name in OUTSIDE
        path = path_to(address, demo, rows)
        html = (stranger if is_outside else client).get(path, follow=True).content.decode()
        if not _kinds(html) <= known or address.name in ALWAYS:
            (outside if is_outside else inside).append(path)
        known |= _kinds(html)
    assert {"<path" in kind for kind in known} == {True, False}
    return inside, outside


def _force(page: Page, scheme: Any) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme, reduced_motion="reduce")


def _faults_of_ticks(page: Page) -> Iterator[str]:
    """Chosen is told from not chosen by what is painted; also where it cannot be changed."""
    if not page.locator(TICKED).count():
        return
    painted = []
    for checked, disabled in ((False, False), (True, False), (True, True)):
        page.evaluate(SET, [TICKED, checked, disabled])
        painted.append(seen(page, full_page=True))
    for box in page.evaluate(BOXES, TICKED):
        empty, chosen, fixed = (cut(each, box) for each in painted)
        if min(map(contrast, (empty, chosen, fixed))) < CLEAR:
            yield f"is not seen: {box['html']}"
        if min(differ(empty, chosen), differ(empty, fixed)) < 30:
            yield f"chosen looks like not chosen: {box['html']}"


FIELDS = "select, textarea, button, a.button, input:not([type=hidden],[type=checkbox],[type=radio])"
# One of each kind that was not tried yet gets a number; the answer is the kinds, in that order.
NUMBER = """tried => {
    const found = [];
    for (const each of document.querySelectorAll("input:not([type=hidden]),select,textarea,button,a[href],summary")) {
        const kind = [each.localName, each.type, each.className, each.checked, !!each.closest("header")].join(" ");
        if (!each.checkVisibility({visibilityProperty: true}) || tried.includes(kind) || found.includes(kind)) continue;
        each.dataset.place = found.push(kind) - 1;
    }
    return found;
}"""
AROUND = """each => {
    each.scrollIntoView({block: "center"});
    const {x, y, width, height} = each.getBoundingClientRect();
    document.activeElement.blur();
    return {x: Math.max(x - 8, 0), y: Math.max(y - 8, 0), width: width + 16, height: height + 16};
}"""


def _faults_of_fields(page: Page, painted: Picture, tried: list[str]) -> Iterator[str]:
    """Every field and button stands out from its ground, and shows when it has the focus."""
    for box in page.evaluate(BOXES, FIELDS):
        if contrast(cut(painted, box, 2)) < CLEAR:
            yield f"is not seen: {box['html']}"
    page.keyboard.press("Tab")  # from here on the browser shows where the focus is
    kinds = page.evaluate(NUMBER, tried)
    tried += kinds
    for place in range(len(kinds)):
        control = page.locator(f'[data-place="{place}"]')
        box = control.evaluate(AROUND)
        before = cut(seen(page, clip=box))
        control.evaluate("each => each.focus({focusVisible: true, preventScroll: true})")
        if differ(before, cut(seen(page, clip=box))) < 40:
            yield f"does not show the focus: {control.evaluate('each => each.outerHTML')[:200]}"


# A shape may only be a ground for others: a fill of the ground's own colour without an edge of another.
SHAPES = """() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.forcedColorAdjust = "none";
    const system = name => { probe.style.color = name; return getComputedStyle(probe).color; };
    const ground = system("Canvas");
    const allowed = ["Canvas", "CanvasText", "GrayText", "Highlight"].map(system).concat("none");
    const found = [];
    for (const shape of document.querySelectorAll(
        ":is(.picture, .line-key) :is(text, path, rect, circle, line, polygon, ellipse)")) {
        const own = shape.getBBox();
        if (!shape.checkVisibility({visibilityProperty: true}) || !own.width && !own.height) continue;
        const {fill, stroke} = getComputedStyle(shape);
        const {x, y, width, height} = shape.getBoundingClientRect();
        found.push({x: x + scrollX, y: y + scrollY, width, height, html: shape.outerHTML.slice(0, 160),
            words: shape.localName === "text", theirs: allowed.includes(fill) && allowed.includes(stroke),
            paints: [fill, stroke].some(colour => colour !== "none" && colour !== ground)});
    }
    probe.remove();
    return found;
}"""


def _faults_of_pictures(page: Page, painted: Picture) -> Iterator[str]:
    """Every word and line in a picture has one of the reader's colours and stands out where it is painted."""
    for shape in page.evaluate(SHAPES):
        if not shape["theirs"]:
            yield f"a colour of our own: {shape['html']}"
        if (shape["paints"] or shape["words"]) and contrast(cut(painted, shape, 3)) < CLEAR:
            yield f"is not seen: {shape['html']}"


def _faults(page: Page, paths: list[str]) -> Iterator[str]:
    for scheme in SCHEMES:
        _force(page, scheme)
        tried: list[str] = []
        for path in paths:
            page.goto(path)
            page.evaluate(SHORTEN)
            painted = seen(page, full_page=True)
            found = [*_faults_of_pictures(page, painted), *_faults_of_fields(page, painted, tried)]
            for fault in (*found, *_faults_of_ticks(page)):
                yield f"{path} {scheme}: {fault}"


def test_every_control_and_picture_shows_its_state(page: Page, demo: Project, sign_in: Callable[[User], None]) -> None:
    inside, outside = _pages(demo)
    faults = [*_faults(page, outside)]
    sign_in(User.objects.get(email="ejer@pilebro.example"))
    faults += _faults(page, inside)
    assert not faults, "\n".join(faults)


def test_the_administration_shows_its_state(page: Page, demo: Project, sign_in: Callable[[User], None]) -> None:
    person = User.objects.get(email="admin@pilebro.example")
    sign_in(person)
    paths = [reverse("admin:accounts_user_changelist"), reverse("admin:accounts_user_change", args=[person.pk])]
    faults = [*_faults(page, paths)]
    assert not faults, "\n".join(faults)


# Families of marks that each must be told from the others.
ROLE = '<span class="role role-{} role-{}"><span>{}</span></span>'
ROLES = [ROLE.format(letter, state, letter) for letter in "AUBR" for state in ("possible", "proposed", "agreed")]
LABELS = [f'<span class="label {kind}">Ord</span>' for kind in ("", "label-weak", "label-bad", "label-quiet")]
BARS = [
    f'<div class="bar {kind}" style="width:20rem">{5 * span}</div>'
    for kind, span in (
        ("", "<span></span>"),
        ("", '<span class="on"></span>'),
        ("", '<span class="was"></span>'),
        ("bar-weak", '<span class="on"></span>'),
        ("bar-unknown", "<span></span>"),
    )
]
PHASES = [f'<div class="{kind}"><span class="phase-number">1</span></div>' for kind in ("phase", "phase phase-open")]
CARDS = [f'<div class="card-row {kind}">Ord</div>' for kind in ("", "hole")]
CURRENT = [f'<ul class="site-links"><li><a href="#"{each}>Ord</a></li></ul>' for each in ("", ' aria-current="page"')]
MENU = [f'<div class="help-menu"><a href="#"{each}>Ord</a></div>' for each in ("", ' aria-current="page"')]
STEPS = [f'<div class="card-row"{each}>Ord</div>' for each in ("", ' aria-current="step"')]
MESSAGES = [f'<p class="message {kind}">Ord</p>' for kind in ("", "message-error")]
HOLES = [
    f'<table class="data-table"><tbody><tr class="{kind}"><th>Ord</th></tr></tbody></table>' for kind in ("", "hole")
]
TIMES = [f'<p class="meeting-time{kind}">Ord</p>' for kind in ("", " is-over")]
BUTTONS = [f'<button class="button button-primary"{each}>Ord</button>' for each in ("", " disabled")]
FAMILIES = [ROLES, LABELS, BARS, PHASES, CARDS, CURRENT, MENU, STEPS, MESSAGES, HOLES, TIMES, BUTTONS]
SHOW = """samples => {
    const main = document.querySelector("main");
    main.style.cssText = "max-width:none;width:1200px;margin:0;padding:0;display:grid;gap:8px;" +
        "grid-template-columns:repeat(4,290px);grid-auto-rows:90px";
    main.innerHTML = samples.map(each => `<div class="sample" style="padding:12px">${each}</div>`).join("");
}"""


@pytest.mark.urls("tests.ui.gallery")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_of_a_family_are_told_from_each_other(page: Page, db: None, scheme: str) -> None:
    page.goto("/stykker/")
    _force(page, scheme)
    alike = []
    for family in FAMILIES:
        page.evaluate(SHOW, family)
        painted = seen(page, full_page=True)
        samples = [cut(painted, box) for box in page.evaluate(BOXES, ".sample")]
        for (one, its), (other, others) in combinations(zip(family, samples, strict=True), 2):
            if differ(its, others) < 20:
                alike.append(f"{one} {other}: {differ(its, others)}")
    assert not alike, "\n".join(alike)
