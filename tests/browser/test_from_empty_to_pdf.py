"""A steering group takes one project from nothing to the plan as PDF: as most do, and as some must."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from actors.models import Role
from tests.browser.hands import Hands, Keyboard
from tests.browser.walk import PASSWORD, walk
from tests.factories import MembershipFactory


@pytest.fixture
def owner(transactional_db: None) -> str:
    membership = MembershipFactory(
        role=Role.OWNER,
        programme__name="Pilebro i Balance",
        user__email="ejer@pilebro.example",
        user__password=PASSWORD,
    )
    return str(membership.user.email)


@pytest.fixture
def page_without_javascript(chromium: Browser, live_server: Any) -> Iterator[Page]:
    context = chromium.new_context(base_url=live_server.url, locale="da-DK", java_script_enabled=False)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def test_a_group_walks_from_an_empty_project_to_the_plan_as_pdf(page: Page, owner: str) -> None:
    walk(Hands(page), owner)


def test_with_the_keyboard_alone(page: Page, owner: str) -> None:
    walk(Keyboard(page), owner)


def test_without_javascript(page_without_javascript: Page, owner: str) -> None:
    walk(Hands(page_without_javascript), owner)


def test_on_a_screen_of_320_pixels(page: Page, owner: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    walk(Hands(page), owner)
