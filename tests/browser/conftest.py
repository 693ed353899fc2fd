"""A real Chromium against a real server. `make test` runs these once, on PostgreSQL."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from forankring.accounts.models import User
from tests.browser_client import Client
from tests.chromium import ARGUMENTS

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def live_server(django_db_setup: None, live_server: Any) -> Iterator[Any]:
    """pytest-django's, which must let go of the database before that is removed.

    The browser keeps its lines open, and each open line is a thread with a connection. So the order at the end is:
    the browser closes, the threads finish, the server stops, the database goes.
    """
    yield live_server
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=30)


@pytest.fixture(scope="session")
def chromium(live_server: Any) -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    # Playwright runs an event loop in this thread, where Django would refuse the tests' own queries.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield browser
        # While that loop runs, this thread has a database connection of its own, which nobody could close afterwards.
        connections.close_all()
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def as_people_have_it(chromium: Browser) -> Iterator[Browser]:
    """A browser that keeps the pages one came from alive, which Playwright turns off by itself."""
    browser = chromium.browser_type.launch(
        executable_path=shutil.which("chromium"),
        args=ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield browser
    browser.close()


def _is_breach(message: ConsoleMessage) -> bool:
    """The page broke the Content-Security-Policy. What axe tries while it measures has no address."""
    return "Security Policy" in message.text and bool(message.location["url"])


@contextmanager
def open_tab(chromium: Browser, url: str, width: int = 1280, **options: Any) -> Iterator[Page]:
    """An empty tab of its own on the server, with no cookies of any other.

    A script error or a breach of the policy fails the test.
    """
    options |= {"base_url": url, "viewport": {"width": width, "height": 900}, "locale": "da-DK"}
    context = chromium.new_context(**options)
    context.set_default_timeout(15_000)
    page = context.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda message: trouble.append(message.text) if _is_breach(message) else None)
    yield page
    context.close()
    assert not trouble, trouble


@pytest.fixture
def page(chromium: Browser, live_server: Any) -> Iterator[Page]:
    """An empty tab on the live server, 1280 wide."""
    with open_tab(chromium, live_server.url) as page:
        yield page


def let_in(page: Page, person: User, url: str) -> None:
    """Open the tab's door for a person without walking through the sign-in page."""
    client = Client()
    client.force_login(person)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": url}])


@pytest.fixture
def sign_in(page: Page, live_server: Any) -> Callable[[User], None]:
    """Opens the tab's door for a person."""
    return lambda person: let_in(page, person, live_server.url)
