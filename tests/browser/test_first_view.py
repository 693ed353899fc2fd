"""What the first view weighs, and that nothing moves while it arrives."""

import gzip
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response

from forankring.accounts.models import User
from projects.models import Project

WATCH = """
window.moved = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.moved += entry.value; })
    .observe({type: "layout-shift", buffered: true});
"""
ALREADY_SMALL = (".woff2", ".png")


def weight(answer: Response) -> int:
    """Bytes on the wire: text travels compressed (WhiteNoise and GZipMiddleware see to that)."""
    body = answer.body()
    return len(body) if urlsplit(answer.url).path.endswith(ALREADY_SMALL) else len(gzip.compress(body))


@pytest.fixture
def answers(page: Page) -> list[Response]:
    heard: list[Response] = []
    page.on("response", lambda answer: heard.append(answer))
    page.add_init_script(WATCH)
    return heard


@pytest.mark.parametrize("width", [1280, 390])
def test_the_first_view_is_light_and_stands_still(
    page: Page,
    answers: list[Response],
    sign_in: Callable[[User], None],
    project: Project,
    owner: User,
    width: int,
    live_server: object,
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    sign_in(owner)
    page.goto(f"/projekter/{project.slug}/", wait_until="networkidle")
    fetched = {answer.url: weight(answer) for answer in answers}
    assert len(fetched) <= 12, fetched
    assert sum(fetched.values()) <= 130_000, fetched
    assert next(iter(fetched.values())) <= 60_000, "the page itself"
    assert {urlsplit(url).netloc for url in fetched} == {urlsplit(page.url).netloc}
    assert round(page.evaluate("window.moved"), 3) == 0


def test_the_next_page_fetches_little_and_no_script_holds_it_up(
    page: Page, answers: list[Response], sign_in: Callable[[User], None], project: Project, owner: User
) -> None:
    sign_in(owner)
    page.goto("/hjaelp/", wait_until="networkidle")
    blocking = page.locator("head script:not([type=module]):not([defer]):not([async])")
    assert blocking.count() == 0
    answers.clear()
    page.goto(f"/projekter/{project.slug}/", wait_until="networkidle")
    # What is under /static/ carries its own hash in production and is kept by the browser.
    fetched = {each.url: weight(each) for each in answers if not urlsplit(each.url).path.startswith("/static/")}
    assert sum(fetched.values()) <= 20_000, fetched
