"""The header's menu: on a wide screen, on a phone, with the keyboard alone and without JavaScript."""

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from forankring.accounts.models import User
from tests.browser_client import Client


@pytest.fixture
def person(db: None) -> User:
    return User.objects.create_user("person@pilebro.example", name="Pia Person")


def test_the_menu_opens_and_closes_with_the_keyboard(page: Page, sign_in: Callable[[User], None], person: User) -> None:
    sign_in(person)
    page.goto("/hjaelp/")
    button = page.locator("summary.menu-button")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Skift adgangskode")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Skift adgangskode")).to_be_hidden()
    expect(button).to_be_focused()


def test_a_press_elsewhere_closes_the_menu(page: Page, sign_in: Callable[[User], None], person: User) -> None:
    sign_in(person)
    page.goto("/hjaelp/")
    page.get_by_text("Pia Person").first.click()
    expect(page.get_by_role("button", name="Log ud")).to_be_visible()
    page.get_by_role("heading", level=1).click()
    expect(page.get_by_role("button", name="Log ud")).to_be_hidden()


def test_a_phone_without_javascript_reaches_everything(chromium: Browser, live_server: object, person: User) -> None:
    client = Client()
    client.force_login(person)
    url = live_server.url  # type: ignore[attr-defined]
    context = chromium.new_context(base_url=url, java_script_enabled=False, viewport={"width": 320, "height": 640})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": url}])
    page = context.new_page()
    page.goto("/hjaelp/")
    expect(page.get_by_role("link", name="Mine projekter")).to_be_hidden()
    page.get_by_text("Menu", exact=True).click()
    expect(page.get_by_role("link", name="Mine projekter")).to_be_visible()
    page.get_by_role("button", name="Log ud").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log ind")
    context.close()
