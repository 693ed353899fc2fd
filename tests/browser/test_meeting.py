"""Leading a meeting on a projector: large type, a clock that ticks and is paused, and a second leader."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from forankring.accounts.models import User
from projects.models import Meeting, Project, WhyWhat
from tests.browser.checks import assert_axe_clean, assert_nu_valid
from tests.meeting_rows import MeetingFactory

# Longer than the bar's script waits before it asks again.
SOON = 12_000


@pytest.fixture
def meeting(transactional_db: None, project: Project) -> Meeting:
    meeting: Meeting = MeetingFactory(project=project, kind="why_what", held_on=date(2026, 9, 24))
    return meeting


@pytest.fixture
def big(page: Page, meeting: Meeting, owner: User, sign_in: Callable[[User], None]) -> Page:
    """The meeting has begun and its first step is on the big screen."""
    sign_in(owner)
    page.goto(reverse("moede", args=[meeting.project.slug, meeting.pk]))
    page.get_by_role("button", name="Begynd mødet").click()
    page.wait_for_url("**/hvorfor/")
    return page


@pytest.fixture
def second(big: Page, chromium: Browser) -> Iterator[Page]:
    """Another tab of a leader, elsewhere."""
    context = chromium.new_context(base_url=big.url.split("/projekter")[0], storage_state=big.context.storage_state())
    page = context.new_page()
    page.goto(big.url)
    yield page
    context.close()


def seconds(page: Page) -> int:
    minutes, rest = page.locator("[data-meeting-words]").inner_text().split(".")
    return 60 * int(minutes) + int(rest)


def test_a_step_stands_in_large_type_and_is_clean_on_every_screen(big: Page, meeting: Meeting, owner: User) -> None:
    size = "() => parseFloat(getComputedStyle(document.querySelector('main p, main label')).fontSize)"
    large = big.evaluate(size)
    for path in ("hvorfor", "opgaver", "aktoerer", "daekning", "tiltag", "plan", "moeder"):
        big.goto(reverse(path, args=[meeting.project.slug]))
        for width in (1280, 320):
            big.set_viewport_size({"width": width, "height": 800})
            assert big.evaluate("document.documentElement.scrollWidth") <= width, path
            assert_axe_clean(big)
    for name in ("moede", "moede-udbytte", "moede-oplaeg"):
        big.goto(reverse(name, args=[meeting.project.slug, meeting.pk]))
        assert_axe_clean(big)
    assert_nu_valid({"trin": big.content()})
    big.set_viewport_size({"width": 1280, "height": 800})
    big.get_by_role("button", name="Luk storskærm").click()
    expect(big.locator(".meeting-bar")).to_have_count(0)
    big.goto(reverse("hvorfor", args=[meeting.project.slug]))
    assert large > 1.3 * big.evaluate(size)


def test_the_clock_ticks_stands_still_and_goes_on_without_leaving_the_page(big: Page, meeting: Meeting) -> None:
    field = big.locator("textarea").first
    field.fill("Mange børn har ikke ro til lektier")
    start = seconds(big)
    big.wait_for_function(
        f"() => parseInt(document.querySelector('[data-meeting-words]').textContent.split('.')[1]) > {start}"
    )

    big.get_by_role("button", name="Sæt uret på pause").click()
    goes_on = big.get_by_role("button", name="Start uret igen")
    expect(goes_on).to_be_focused()
    stood = seconds(big)
    big.wait_for_timeout(2_000)
    assert seconds(big) == stood
    goes_on.click()
    expect(big.get_by_role("button", name="Sæt uret på pause")).to_be_focused()

    expect(field).to_have_value("Mange børn har ikke ro til lektier")
    meeting.refresh_from_db()
    assert meeting.running_since is not None


def test_a_second_leaders_press_is_seen_and_takes_nobody_away(big: Page, second: Page, meeting: Meeting) -> None:
    big.locator("textarea").first.fill("Det, jeg er ved at skrive")

    second.get_by_role("button", name="Sæt uret på pause").click()
    expect(big.get_by_role("button", name="Start uret igen")).to_be_visible(timeout=SOON)
    second.get_by_role("button", name="Næste: Find kerneelementerne").click()
    expect(big.get_by_text("Mødet er gået videre.")).to_be_visible(timeout=SOON)

    assert big.locator("textarea").first.input_value() == "Det, jeg er ved at skrive"
    assert not WhyWhat.objects.filter(project=meeting.project, problem__contains="jeg er ved").exists()
    assert_axe_clean(big)


def test_words_that_are_not_saved_are_asked_about_before_the_page_is_left(big: Page, meeting: Meeting) -> None:
    asked: list[str] = []
    big.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    big.get_by_role("link", name="Skriv en beslutning").click()
    big.get_by_label("Hvad blev besluttet?").press_sequentially("Vi går videre.")

    big.get_by_role("link", name="Dagsorden", exact=True).click()
    expect(big.get_by_label("Hvad blev besluttet?")).to_have_value("Vi går videre.")
    assert asked == ["beforeunload"]

    big.get_by_role("button", name="Skriv beslutningen ned").click()
    expect(big.get_by_text("Beslutningen er skrevet i beslutningsloggen.")).to_be_visible()
    big.get_by_role("link", name="Dagsorden", exact=True).click()
    big.wait_for_url(f"**/moeder/{meeting.pk}/")
    assert asked == ["beforeunload"]


def test_without_a_script_the_buttons_do_the_same(
    chromium: Browser, live_server: object, big: Page, meeting: Meeting
) -> None:
    state = big.context.storage_state()
    plain = chromium.new_context(
        base_url=big.url.split("/projekter")[0], java_script_enabled=False, storage_state=state
    )
    page = plain.new_page()
    page.goto(big.url)

    page.get_by_role("button", name="Sæt uret på pause").click()
    assert page.url == big.url
    stood = seconds(page)
    page.reload()
    assert seconds(page) == stood
    page.get_by_role("button", name="Start uret igen").click()
    for step in ("Find kerneelementerne", "Skriv opgaverne op", "Beslut, og aftal næste skridt"):
        page.get_by_role("button", name=f"Næste: {step}").click()
    page.get_by_label("Hvad blev besluttet?").fill("Vi går videre.")
    page.get_by_role("button", name="Skriv beslutningen ned").click()
    page.get_by_role("button", name="Afslut mødet").click()

    assert page.url.endswith(reverse("moede-referat", args=[meeting.project.slug, meeting.pk]))
    expect(
        page.get_by_role("cell", name="Vi går videre.").or_(page.get_by_role("rowheader", name="Vi går videre."))
    ).to_be_visible()
    plain.close()
