"""A list with the keyboard alone, and with a mouse that drags."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from forankring.accounts.models import User
from projects.models import Project, Task
from tests.browser.checks import assert_axe_clean, assert_nu_valid
from tests.factories import TaskFactory

LIST = "/projekter/lektiecafeen/fase-1/opgaver/"


@pytest.fixture
def signed_in(
    transactional_db: None, project: Project, owner: User, page: Page, sign_in: Callable[[User], None]
) -> Page:
    for title in ("Åbne", "Hjælpe", "Lukke"):
        TaskFactory(project=project, title=title)
    sign_in(owner)
    page.goto(LIST)
    return page


def titles() -> list[str]:
    return list(Task.objects.in_order().values_list("title", flat=True))


def press(page: Page, control: Locator, key: str = "Enter") -> None:
    """Reach the control with Tab, as one without a mouse does, and press it."""
    for _ in range(120):
        if control.evaluate("element => element === document.activeElement"):
            page.keyboard.press(key)
            return
        page.keyboard.press("Tab")
    raise AssertionError("The control cannot be reached with Tab.")


def test_rows_are_moved_copied_removed_and_brought_back_with_the_keyboard_alone(signed_in: Page) -> None:
    page = signed_in

    press(page, page.get_by_role("button", name="Flyt op O2 Hjælpe"))
    expect(page.get_by_text("Rækkefølgen er ændret.")).to_be_visible()
    assert titles() == ["Hjælpe", "Åbne", "Lukke"]

    press(page, page.get_by_role("link", name="Fjern O1 Åbne"))
    press(page, page.get_by_role("button", name="Fjern", exact=True))
    expect(page.get_by_text("Opgaven ”O1 Åbne” er fjernet.")).to_be_visible()
    assert titles() == ["Hjælpe", "Lukke"]
    press(page, page.get_by_role("button", name="Fortryd", exact=True))
    expect(page.get_by_text("”O1 Åbne” er hentet tilbage.")).to_be_visible()
    assert titles() == ["Hjælpe", "Åbne", "Lukke"]

    press(page, page.get_by_role("button", name="Kopiér O3 Lukke"))
    expect(page.get_by_label("Hvad hedder opgaven?")).to_have_value("Lukke (kopi)")
    assert titles() == ["Hjælpe", "Åbne", "Lukke", "Lukke (kopi)"]


def test_lines_are_pasted_looked_through_and_added_with_the_keyboard_alone(signed_in: Page) -> None:
    page = signed_in

    press(page, page.get_by_role("link", name="Indsæt flere"))
    box = page.get_by_label("Sæt jeres linjer ind her")
    press(page, box, "ArrowDown")
    page.keyboard.insert_text("• Åbne\n• Vaske op\n• Handle ind")
    press(page, page.get_by_role("button", name="Se linjerne igennem"))
    expect(page.get_by_role("heading", name="Se linjerne igennem")).to_be_visible()
    expect(page.get_by_label("Åbne")).not_to_be_checked()
    assert_axe_clean(page)
    assert_nu_valid({page.url: page.content()})
    press(page, page.get_by_label("Handle ind"), "Space")
    press(page, page.get_by_role("button", name="Tilføj linjerne med kryds"))

    expect(page.get_by_text("1 linje er tilføjet.")).to_be_visible()
    assert titles() == ["Åbne", "Hjælpe", "Lukke", "Vaske op"]


def test_a_row_is_dragged_to_the_top_with_a_mouse(signed_in: Page) -> None:
    page = signed_in
    rows = page.locator("[data-sortable] > li")
    last, first = rows.nth(2).locator(".drag-handle"), rows.nth(0)
    start, end = last.bounding_box(), first.bounding_box()
    assert start
    assert end

    page.mouse.move(start["x"] + 20, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(start["x"] + 20, end["y"] + 5, steps=10)
    expect(rows.nth(0)).to_contain_text("Lukke")
    page.mouse.up()

    expect(page.get_by_text("Rækkefølgen er ændret.")).to_be_visible()
    assert titles() == ["Lukke", "Åbne", "Hjælpe"]


def test_escape_puts_a_dragged_row_back_and_sends_nothing(signed_in: Page) -> None:
    page = signed_in
    rows = page.locator("[data-sortable] > li")
    start = rows.nth(2).locator(".drag-handle").bounding_box()
    assert start

    page.mouse.move(start["x"] + 20, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(start["x"] + 20, 10, steps=10)
    page.keyboard.press("Escape")
    page.mouse.up()

    expect(rows.nth(2)).to_contain_text("Lukke")
    assert titles() == ["Åbne", "Hjælpe", "Lukke"]
