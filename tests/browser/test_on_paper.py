"""A page printed from the browser: all that is written, nothing to press, and nothing that runs off the sheet."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Browser, Page

from forankring.accounts.models import User
from projects.models import CommitmentRole, CommitmentState, Project
from tests.addresses import path_to, rows_of
from tests.browser.conftest import let_in, open_tab
from tests.browser.test_every_page import OUTSIDE, PAGES
from tests.documents.checks import assert_nothing_touches_the_margins, closed_up, text_of
from tests.factories import CandidacyFactory, CommitmentFactory, ProjectActorFactory
from tests.round_rows import hold_round

# A sheet of A4 upright between its margins, in CSS pixels.
SHEET = 665
ACTORS = 25
NOT_PRINTED = ("-ny", "-ret", "-flere", "-fjern", "_remove", "_delete")


@pytest.fixture
def demo(transactional_db: None) -> Project:
    call_command("demo", verbosity=0)
    return Project.objects.get(slug="lektiecafeen")


@pytest.fixture
def large(demo: Project) -> Project:
    """As many actors as a project may have; the last has nothing to do, and each of the others is in one task."""
    tasks = list(demo.tasks.in_order())
    for number in range(demo.project_actors.count(), ACTORS):
        actor = ProjectActorFactory(project=demo, actor__name=f"Foreningen for boligområdets venner nr. {number}")
        CandidacyFactory(project_actor=actor, title=f"hjælper {number}")
        if number < ACTORS - 1:
            CommitmentFactory(task=tasks[number % len(tasks)], project_actor=actor, role=CommitmentRole.CONTRIBUTES)
    return demo


# Without scripts: what unfolds is the style alone.
@pytest.fixture
def printed(chromium: Browser, live_server: Any, tmp_path: Path) -> Iterator[Callable[..., str]]:
    with open_tab(chromium, live_server.url, java_script_enabled=False) as page:
        let_in(page, User.objects.get(email="ejer@pilebro.example"), live_server.url)

        def text(name: str, project: Project) -> str:
            page.goto(reverse(name, args=[project.slug]))
            pdf = page.pdf(format="A4", print_background=False)
            assert_nothing_touches_the_margins(pdf, tmp_path)
            (tmp_path / f"{name}.pdf").write_bytes(pdf)
            return closed_up(text_of(pdf))

        yield text


def _missing(text: str, words: Iterator[str]) -> list[str]:
    return [each for each in words if closed_up(" ".join(each.split())) not in text]


def test_the_matrix_of_many_actors_names_every_task_actor_and_role(large: Project, printed: Callable[..., str]) -> None:
    text = printed("daekning", large)
    assert not _missing(text, (str(task) for task in large.tasks.in_order()))
    assert not _missing(text, (str(actor) for actor in large.project_actors.named()))
    for task in large.tasks.in_order():
        for row in task.commitments.select_related("project_actor"):
            role = f"{CommitmentRole(row.role).label}, {CommitmentState(row.state).label}".lower()
            assert closed_up(role) in text


def test_the_comparison_names_every_actor_and_where_it_is_weak(large: Project, printed: Callable[..., str]) -> None:
    text = printed("vurdering-sammenligning", large)
    assert not _missing(text, (f"{actor.code} {actor}" for actor in large.project_actors.named()))
    assert not _missing(text, iter(["Forståelse og evne", "Dokument eller beslutning", "Vurderet"]))


def test_the_actions_are_printed_with_what_is_folded_away(demo: Project, printed: Callable[..., str]) -> None:
    text = printed("tiltag", demo)
    for action in demo.actions.all():
        folded = (action.success_criterion, action.risk, action.plan_b, action.contributors, action.milestone)
        assert not _missing(text, iter([str(action), *folded]))
    assert "Semere" not in text


def test_the_dates_and_the_project_are_printed_with_what_is_folded_away(
    demo: Project, printed: Callable[..., str]
) -> None:
    for name in ("project_calendar", "project"):
        text = printed(name, demo)
        assert not _missing(text, iter(["Alle datoer", "Tidslinjens datoer", "1-års eftersyn", "Slutevaluering"]))
    assert not _missing(text, iter(["Find mulige aktører til opgaverne", "er kritisk og mangler en reserve"]))


def test_colours_are_printed_also_where_the_browser_is_not_asked_to(
    demo: Project, printed: Callable[..., str], tmp_path: Path
) -> None:
    printed("project", demo)
    files = (str(tmp_path / "project.pdf"), str(tmp_path / "sheet"))
    subprocess.run(["pdftoppm", "-png", "-r", "60", "-singlefile", *files], check=True)
    with Image.open(tmp_path / "sheet.png") as sheet:
        colours = {colour for _count, colour in sheet.convert("RGB").getcolors(sheet.width * sheet.height) or ()}
    assert {(15, 76, 74), (226, 239, 237)} <= colours  # the brand and its pale ground


LOOK = """sheet => {
    const seen = selector => [...document.querySelectorAll(selector)]
        .filter(each => each.checkVisibility({visibilityProperty: true})).map(each => each.outerHTML.slice(0, 120));
    const folded = [...document.querySelectorAll("details:not(.guidance, .removed, .menu) > :not(summary)")]
        .filter(each => each.parentElement.checkVisibility() && !each.checkVisibility({contentVisibilityAuto: true}))
        .filter(each => getComputedStyle(each).display !== "none").map(each => each.outerHTML.slice(0, 120));
    const wide = [...document.querySelectorAll("main *")]
        .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > sheet + 1)
        .filter(each => !each.closest(".sr-only")).map(each => each.outerHTML.slice(0, 120));
    return {pressed: seen(".button, .link-button, nav, .site-header, .site-footer, .meeting-bar"), folded, wide};
}"""


def test_no_page_runs_off_the_sheet_or_keeps_anything_folded(
    page: Page, demo: Project, sign_in: Callable[[User], None]
) -> None:
    hold_round(demo)
    sign_in(User.objects.get(email="ejer@pilebro.example"))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": SHEET, "height": 900})
    rows, wrong, unfolded = rows_of(demo), [], 0
    for address in PAGES:
        if address.name in OUTSIDE or address.name.endswith(NOT_PRINTED):
            continue
        page.goto(path_to(address, demo, rows))
        unfolded += page.locator("details:not([open], .menu)").count()
        wrong += [(address.name, *each) for each in page.evaluate(LOOK, SHEET).items() if each[1]]
    assert unfolded > 10
    assert not wrong, "\n".join(map(str, wrong))


def test_a_browser_that_cannot_unfold_by_style_is_helped_and_folds_again(
    page: Page, demo: Project, sign_in: Callable[[User], None]
) -> None:
    sign_in(User.objects.get(email="ejer@pilebro.example"))
    page.goto(reverse("tiltag", args=[demo.slug]))
    folded = page.locator("main details:not([open])")
    before = folded.count()
    assert before > 10
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.count() == before
