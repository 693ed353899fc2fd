"""The first view as somebody with nothing kept from before sees it: a real Chromium against `manage.py serve`.

What it weighs and how many files it takes is in tests/browser/test_first_view.py: that does not depend on the machine.
"""

import shutil
from collections.abc import Iterator
from statistics import median

from django.urls import reverse
from playwright.sync_api import Browser, sync_playwright

from forankring.accounts.models import User
from tests.bench.serving import serving, session_cookie
from tests.bench.table import Row, at_most
from tests.browser_client import Client
from tests.chromium import ARGUMENTS

TIMES = 7
SLUG = "lektiecafeen"
WATCH = """
window.largest = 0;
window.moved = 0;
function watch(type, note) {
  new PerformanceObserver(list => list.getEntries().forEach(note)).observe({type, buffered: true});
}
watch("largest-contentful-paint", entry => { window.largest = entry.startTime; });
watch("layout-shift", entry => { window.moved += entry.value; });
"""


def run() -> list[Row]:
    client = Client()
    client.force_login(User.objects.get(email="ejer@pilebro.example"))
    name, _equals, value = session_cookie(client).partition("=")
    session = {"name": name, "value": value}
    addresses = {
        "Mine projekter": reverse("my_projects"),
        "The project's task list": reverse("project", args=[SLUG]),
        "The matrix": reverse("daekning", args=[SLUG]),
        "The plan": reverse("plan", args=[SLUG]),
    }
    with serving() as port, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        site = f"http://127.0.0.1:{port}"
        found = {
            page: list(_views(chromium, site + address, session | {"url": site})) for page, address in addresses.items()
        }
        chromium.close()
    return [
        row
        for page, views in found.items()
        for row in (
            at_most(
                f"{page}, nothing kept: its largest part is seen after", median(view[0] for view in views), 1000, "ms"
            ),
            at_most(f"{page}: moved while it came", max(view[1] for view in views), 0, ""),
        )
    ]


def _views(chromium: Browser, address: str, session: dict[str, str]) -> Iterator[tuple[float, float]]:
    """When the largest part was painted, in ms, and how much was moved (CLS); the first look does not count."""
    for number in range(TIMES + 1):
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies([session])  # type: ignore[list-item]
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(address, wait_until="networkidle")
        largest = page.evaluate("window.largest")
        assert largest, f"Chromium did not say when it painted {address}"
        if number:
            yield largest, round(page.evaluate("window.moved"), 3)
        context.close()
