"""Every piece and every form in every state: valid HTML, nothing for axe to say, nothing wider than the screen."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import assert_axe_clean, assert_nu_valid
from tests.browser_client import Client
from tests.ui.gallery import STATES

ADDRESSES = ["/stykker/", "/tilgaengelighed/", *(f"/formular/{state}/" for state in STATES)]

pytestmark = [pytest.mark.urls("tests.ui.gallery"), pytest.mark.django_db]


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_the_page_fits(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in ADDRESSES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert_axe_clean(page)


def test_the_html_is_valid(client: Client) -> None:
    assert_nu_valid({address: client.get(address).content.decode() for address in ADDRESSES})


def test_a_refused_answer_moves_the_focus_to_the_summary_and_on_to_the_field(page: Page) -> None:
    page.goto("/formular/invalid/")
    expect(page).to_have_title("Fejl: Formular – Forankring")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Antal: skriv et tal, der mindst er 1.").click()
    expect(page.get_by_label("Antal")).to_be_focused()


def test_a_problem_with_a_group_leads_to_its_first_button(page: Page) -> None:
    page.goto("/formular/invalid/")
    page.get_by_role("alert").get_by_role("link", name="Vælg et af svarene på listen: Evne.").click()
    expect(page.get_by_role("radio", name="1 – slet ikke")).to_be_focused()


def test_guidance_is_open_beside_the_question_and_folded_on_a_phone(page: Page) -> None:
    page.goto("/formular/empty/")
    expect(page.get_by_text("To frivillige.")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/formular/empty/")
    expect(page.get_by_text("To frivillige.")).to_be_hidden()
    page.get_by_text("Hvorfor spørger vi?").click()
    expect(page.get_by_text("To frivillige.")).to_be_visible()


def test_the_whole_page_works_with_the_keyboard_and_shows_where_it_is(page: Page) -> None:
    page.goto("/formular/empty/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indholdet")).to_be_focused()
    for _step in range(20):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            """() => {
                const style = element => getComputedStyle(element).outlineStyle;
                const label = document.activeElement.labels?.[0];
                return [style(document.activeElement), label ? getComputedStyle(label, "::before").outlineStyle : ""];
            }"""
        )
        assert "solid" in outline, page.evaluate("document.activeElement.outerHTML")


def test_colours_chosen_by_the_reader_leave_every_piece_readable(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/stykker/")
    hatched = page.locator(".bar-weak .on").first
    assert "gradient" in hatched.evaluate("bar => getComputedStyle(bar).backgroundImage")
    assert page.locator(".now").evaluate("box => getComputedStyle(box).borderTopStyle") == "solid"


def test_print_leaves_out_menus_and_buttons(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto("/stykker/")
    for hidden in (".site-header", ".site-footer", ".buttons", ".crumbs"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.get_by_role("heading", name="Lektiecaféen")).to_be_visible()
