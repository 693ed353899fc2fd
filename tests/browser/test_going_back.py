"""Back in a browser that keeps the pages one came from alive: what was sent is not sent as something new."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, Route, expect

from forankring.accounts.models import User
from projects.models import Meeting, NextStep, Project, Task, WhyWhat
from tests.browser.conftest import let_in, open_tab
from tests.meeting_rows import MeetingFactory

pytestmark = pytest.mark.django_db(transaction=True)
TASK = "Hvad skal gøres?"
GOAL = "Hvordan kan I se, at det er lykkedes?"
DECIDED = "Hvad blev besluttet?"


@pytest.fixture
def page(as_people_have_it: Browser, live_server: object, owner: User) -> Iterator[Page]:
    with open_tab(as_people_have_it, live_server.url) as page:  # type: ignore[attr-defined]
        let_in(page, owner, live_server.url)  # type: ignore[attr-defined]
        yield page


@pytest.fixture
def outcomes(project: Project) -> str:
    meeting: Meeting = MeetingFactory(project=project)
    return reverse("moede-udbytte", args=[project.slug, meeting.pk])


def test_saving_again_after_going_back_makes_no_second_row(page: Page, project: Project) -> None:
    page.goto(reverse("opgaver-ny", args=[project.slug]))
    title = page.locator("#id_title")
    title.fill("Åbne lokalet")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("er gemt.").first).to_be_visible()

    page.go_back()
    expect(title).to_have_value("Åbne lokalet")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Det var gemt i forvejen. Det står der kun én gang.")).to_be_visible()

    assert Task.objects.count() == 1


def test_a_word_more_after_going_back_is_no_conflict_with_oneself(page: Page, project: Project) -> None:
    page.goto(reverse("maal", args=[project.slug]))
    page.get_by_label(GOAL).fill("27 unger")
    page.get_by_role("button", name="Gem og fortsæt").click()
    expect(page.get_by_text("Jeres svar er gemt.")).to_be_visible()

    page.go_back()
    expect(page.get_by_label(GOAL)).to_have_value("27 unger")
    page.get_by_label(GOAL).fill("27 unger hver uge")
    page.get_by_role("button", name="Gem og fortsæt").click()

    expect(page.get_by_text("Jeres svar er gemt.")).to_be_visible()
    assert WhyWhat.objects.filter(goal="27 unger hver uge").exists()


def test_what_was_typed_before_the_script_came_is_asked_about(page: Page, outcomes: str) -> None:
    waiting: list[Route] = []
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.route("**/unsaved*.js", lambda route: waiting.append(route))
    page.goto(outcomes, wait_until="commit")
    page.get_by_label(DECIDED).press_sequentially("Vi går videre.")
    with page.expect_event("requestfinished", lambda request: "unsaved" in request.url):
        waiting[0].continue_()
    page.wait_for_load_state()

    page.get_by_role("link", name="Til dagsordenen").click()

    expect(page.get_by_label(DECIDED)).to_have_value("Vi går videre.")
    assert asked == ["beforeunload"]


def test_nothing_is_asked_about_what_nobody_changed(page: Page, outcomes: str) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.goto(outcomes)
    page.get_by_label(DECIDED).press_sequentially("Vi")
    page.get_by_label(DECIDED).fill("")

    page.get_by_role("link", name="Til dagsordenen").click()

    page.wait_for_url("**/moeder/*/")
    assert not asked


def test_a_press_without_a_line_waits_with_what_was_typed(page: Page, outcomes: str) -> None:
    page.goto(outcomes)
    page.get_by_label("Hvad skal der ske?").fill("Ring til skolen")
    page.context.set_offline(True)

    page.get_by_role("button", name="Tilføj skridtet").click()
    expect(page.get_by_text("Ingen forbindelse. Det, du skrev, står her stadig.")).to_be_visible()
    expect(page.get_by_label("Hvad skal der ske?")).to_have_value("Ring til skolen")
    assert not NextStep.objects.exists()

    page.context.set_offline(False)
    expect(page.get_by_text("Ring til skolen").first).to_be_visible()
    assert NextStep.objects.get().text == "Ring til skolen"


@pytest.mark.parametrize("name", ["project_create", "members", "project_archive"])
def test_without_a_line_no_page_of_the_browsers_own_comes_in_place_of_a_form(
    page: Page, project: Project, name: str
) -> None:
    argument = project.slug if name == "project_archive" else project.programme_id
    page.goto(reverse(name, args=[argument]))
    here = page.url
    for field in page.locator("main form input[type=text], main form input[type=email]").all():
        field.fill("ny.person@pilebro.example")
    page.context.set_offline(True)

    page.locator("main form button[type=submit]").last.click()

    expect(page.get_by_text("Ingen forbindelse. Det, du skrev, står her stadig.")).to_be_visible()
    assert page.url == here
