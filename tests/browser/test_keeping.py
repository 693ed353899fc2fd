"""What is typed is kept: by two people in two browsers, and while the server comes and goes between key strokes."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from forankring.accounts.models import User
from projects.models import Draft, Project, WhyWhat
from tests.browser.checks import assert_axe_clean
from tests.browser.server import Server
from tests.browser_client import Client

pytestmark = pytest.mark.django_db(transaction=True)
Open = Callable[[User, str], AbstractContextManager[Page]]
GOAL = "Hvordan kan I se, at det er lykkedes?"
SAID = re.compile(r"Kladde – ikke gemt for de andre endnu \(kl\. \d\d\.\d\d\)\.")


@pytest.fixture
def open_for(chromium: Browser) -> Open:
    """A browser of that person's own at the address of a server."""

    @contextmanager
    def opened(person: User, url: str) -> Iterator[Page]:
        client = Client()
        client.force_login(person)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        context = chromium.new_context(base_url=url, locale="da-DK", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": url}])
        yield context.new_page()
        context.close()

    return opened


@pytest.fixture
def goal(project: Project) -> str:
    return reverse("maal", args=[project.slug])


def soon(is_so: Callable[[], bool]) -> None:
    """Within ten seconds."""
    end = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def line(page: Page) -> object:
    return page.locator("[data-keeping]")


def test_what_is_typed_is_kept_three_seconds_after_the_last_key_and_said_aloud(
    open_for: Open, live_server: object, owner: User, goal: str
) -> None:
    with open_for(owner, live_server.url) as page:  # type: ignore[attr-defined]
        page.goto(goal)
        expect(line(page)).to_have_attribute("role", "status")
        page.get_by_label(GOAL).press_sequentially("27 unger")
        expect(line(page)).to_have_text(SAID)
        assert_axe_clean(page)

    assert Draft.objects.get().fields["goal"] == ["27 unger"]
    assert not WhyWhat.objects.filter(goal="27 unger").exists()


def test_leaving_the_field_keeps_it_at_once_and_the_button_saves_it(
    open_for: Open, live_server: object, owner: User, goal: str
) -> None:
    with open_for(owner, live_server.url) as page:  # type: ignore[attr-defined]
        page.goto(goal)
        page.get_by_label(GOAL).fill("27 unger")
        page.keyboard.press("Tab")
        expect(line(page)).to_have_text(SAID, timeout=2_900)
        page.get_by_role("button", name="Gem og fortsæt").click()
        expect(page.get_by_text("Jeres svar er gemt.")).to_be_visible()

    assert WhyWhat.objects.filter(goal="27 unger").exists()
    assert not Draft.objects.exists()


def test_a_page_that_is_left_is_kept_on_the_way_out_and_shown_on_the_way_in(
    open_for: Open, live_server: object, owner: User, goal: str
) -> None:
    with open_for(owner, live_server.url) as page:  # type: ignore[attr-defined]
        page.goto(goal)
        page.get_by_label(GOAL).press_sequentially("27 unger")
        page.goto("/hjaelp/")
        soon(Draft.objects.exists)  # what is sent on the way out answers to no page
        page.goto(goal)
        expect(page.get_by_text("Det er ikke gemt for de andre endnu.")).to_be_visible()
        expect(page.get_by_label(GOAL)).to_have_value("27 unger")
        assert_axe_clean(page)
        page.get_by_role("button", name="Slet kladden").click()
        expect(page.get_by_label(GOAL)).to_have_value("")


def test_a_page_older_than_the_server_never_says_that_it_is_kept_and_its_text_can_be_copied(
    open_for: Open, live_server: object, owner: User, goal: str
) -> None:
    with open_for(owner, live_server.url) as page:  # type: ignore[attr-defined]
        page.goto(goal)
        page.locator("form [name=slut]").evaluate_all("all => all.forEach(each => each.remove())")
        page.get_by_label(GOAL).fill("27 unger hver uge")
        page.keyboard.press("Tab")
        expect(line(page)).to_contain_text("Ikke gemt: Kun en del af siden nåede frem")
        page.get_by_role("button", name="Gem og fortsæt").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Intet er gemt")
        expect(page.get_by_text("27 unger hver uge")).to_be_visible()
        assert_axe_clean(page)

    assert not Draft.objects.exists()
    assert not WhyWhat.objects.filter(goal__gt="").exists()


def test_two_people_who_save_the_same_see_both_texts_and_choose(
    open_for: Open, live_server: object, owner: User, board: User, goal: str
) -> None:
    url = live_server.url  # type: ignore[attr-defined]
    with open_for(owner, url) as mine, open_for(board, url) as theirs:
        for page, text in ((mine, "27 unger hver uge"), (theirs, "To åbne dage")):
            page.goto(goal)
            page.get_by_label(GOAL).fill(text)
        theirs.get_by_role("button", name="Gem og fortsæt").click()
        expect(theirs.get_by_text("Jeres svar er gemt.")).to_be_visible()
        mine.get_by_role("button", name="Gem og fortsæt").click()

        expect(mine.get_by_role("heading", level=1)).to_have_text("Der er gemt noget andet, mens du skrev")
        expect(mine.get_by_text("To åbne dage")).to_be_visible()
        expect(mine.get_by_label(GOAL)).to_have_value("27 unger hver uge")
        for width in (1280, 320):
            mine.set_viewport_size({"width": width, "height": 900})
            assert_axe_clean(mine)
        mine.get_by_label(GOAL).fill("To åbne dage med 27 unger")
        mine.get_by_label("Gem det, der står i feltet").check()
        mine.get_by_role("button", name="Gem det valgte").click()
        expect(mine.get_by_text("Jeres svar er gemt.")).to_be_visible()

    assert WhyWhat.objects.filter(goal="To åbne dage med 27 unger").exists()


def test_nothing_acknowledged_is_lost_when_the_server_is_killed_between_key_strokes(
    open_for: Open, owner: User, goal: str
) -> None:
    with Server() as server, open_for(owner, server.url) as page:
        page.goto(goal)
        field = page.get_by_label(GOAL)
        field.press_sequentially("27 unger")
        expect(line(page)).to_have_text(SAID)

        for more in (" hver", " eneste", " uge"):
            server.kill()
            field.press_sequentially(more)
            expect(line(page)).to_have_text("Ikke gemt – prøver igen.")
            server.start()
            expect(line(page)).to_have_text(SAID, timeout=40_000)
        typed = "27 unger hver eneste uge"
        assert Draft.objects.get().fields["goal"] == [typed]

        # Killed at once after the last acknowledgement: the next who looks finds all of it.
        server.kill()
        server.start()
        page.goto(goal)
        expect(page.get_by_label(GOAL)).to_have_value(typed)
        page.get_by_role("button", name="Gem og fortsæt").click()
        expect(page.get_by_text("Jeres svar er gemt.")).to_be_visible()

    assert WhyWhat.objects.filter(goal=typed).exists()


WAITING = "Ingen forbindelse. Der bliver gemt, når den er tilbage."


def test_a_press_without_a_line_waits_with_the_text_and_is_sent_when_the_line_is_back(
    open_for: Open, live_server: object, owner: User, goal: str
) -> None:
    with open_for(owner, live_server.url) as page:  # type: ignore[attr-defined]
        page.goto(goal)
        field = page.get_by_label(GOAL)
        field.fill("27 unger")
        page.context.set_offline(True)
        page.get_by_role("button", name="Gem og fortsæt").click()
        expect(line(page)).to_have_text(WAITING)
        field.press_sequentially(" hver uge")
        page.get_by_role("button", name="Gem og fortsæt").click()
        expect(field).to_have_value("27 unger hver uge")
        expect(line(page)).to_have_text(WAITING)
        assert not WhyWhat.objects.filter(goal__contains="unger").exists()
        page.context.set_offline(False)
        expect(page.get_by_text("Jeres svar er gemt.")).to_be_visible()

    assert WhyWhat.objects.filter(goal="27 unger hver uge").exists()
    assert not Draft.objects.exists()


def test_a_press_while_the_server_is_away_waits_until_it_is_there(open_for: Open, owner: User, goal: str) -> None:
    with Server() as server, open_for(owner, server.url) as page:
        page.goto(goal)
        server.kill()
        page.get_by_label(GOAL).fill("27 unger")
        page.keyboard.press("Tab")
        expect(line(page)).to_have_text("Ikke gemt – prøver igen.")
        page.get_by_role("button", name="Gem og fortsæt").click()
        expect(line(page)).to_have_text(WAITING)
        expect(page.get_by_label(GOAL)).to_have_value("27 unger")
        server.start()
        expect(page.get_by_text("Jeres svar er gemt.")).to_be_visible(timeout=40_000)

    assert WhyWhat.objects.filter(goal="27 unger").exists()


def test_a_session_that_ended_meanwhile_loses_no_word(
    open_for: Open, live_server: object, owner: User, goal: str
) -> None:
    owner.set_password("en-lang-nok-kode")
    owner.save()
    with open_for(owner, live_server.url) as page:  # type: ignore[attr-defined]
        page.goto(goal)
        page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
        page.get_by_label(GOAL).fill("27 unger")
        expect(line(page)).to_contain_text("Du er logget ud.")
        page.get_by_role("button", name="Gem og fortsæt").click()
        page.get_by_label("E-mail").fill(owner.email)
        page.get_by_label("Adgangskode").fill("en-lang-nok-kode")
        page.get_by_role("button", name="Log ind").click()
        expect(page.get_by_label(GOAL)).to_have_value("27 unger")
        page.get_by_role("button", name="Gem og fortsæt").click()
        expect(page.get_by_text("Jeres svar er gemt.")).to_be_visible()


def test_the_warning_comes_five_minutes_before_the_end_and_the_button_stays(
    open_for: Open, live_server: object, owner: User, goal: str
) -> None:
    with open_for(owner, live_server.url) as page:  # type: ignore[attr-defined]
        key = next(each["value"] for each in page.context.cookies() if each["name"] == settings.SESSION_COOKIE_NAME)
        page.clock.install()
        page.goto(goal)
        button = page.get_by_role("button", name="Bliv logget ind")
        expect(button).to_be_hidden()
        session = SessionStore(key)
        session["renewed_at"] = int(time.time()) - settings.SESSION_COOKIE_AGE + 290
        session.save()
        page.clock.fast_forward((settings.SESSION_COOKIE_AGE - 295) * 1000)
        expect(button).to_be_visible()  # the server was asked
        assert_axe_clean(page)
        button.click()
        expect(button).to_be_hidden()

    assert SessionStore(key)["renewed_at"] > time.time() - 60
