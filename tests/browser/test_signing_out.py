"""Whoever sits down after somebody at a shared computer and presses Back sees nothing of theirs."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from forankring.accounts.models import User
from projects.models import Project
from tests.browser.conftest import let_in, open_tab
from tests.factories import CandidacyFactory, ProjectActorFactory, SharedScoreFactory

WORDS = "De vil gerne, men formanden er træt"


@pytest.fixture
def page(as_people_have_it: Browser, live_server: object) -> Iterator[Page]:
    with open_tab(as_people_have_it, live_server.url) as page:  # type: ignore[attr-defined]
        yield page


@pytest.fixture
def assessment(project: Project) -> str:
    """The page with what a group thinks of an actor."""
    actor = ProjectActorFactory(project=project, actor__name="Beboerforeningen")
    candidacy = CandidacyFactory(project_actor=actor)
    SharedScoreFactory(candidacy=candidacy, reason=WORDS)
    return reverse("vurdering-udvikling", args=[project.slug, candidacy.pk])


def test_after_signing_out_back_shows_no_assessment(
    page: Page, live_server: object, owner: User, assessment: str
) -> None:
    let_in(page, owner, live_server.url)  # type: ignore[attr-defined]
    page.goto(assessment)
    expect(page.get_by_text(WORDS).first).to_be_visible()
    page.locator("summary.menu-button").click()
    page.get_by_role("button", name="Log ud").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log ind")

    page.go_back(wait_until="commit")

    expect(page.get_by_role("heading", level=1)).to_have_text("Log ind")
    assert WORDS not in page.content()
    page.go_back(wait_until="commit")
    assert WORDS not in page.content()


def test_the_browser_of_this_test_would_show_it_if_it_were_kept(page: Page, live_server: object) -> None:
    """So that the test above cannot pass because the browser keeps nothing anyway."""
    page.route("**/kept/*", lambda route: route.fulfill(body="<title>x</title>", content_type="text/html"))
    page.goto(f"{live_server.url}/kept/1")  # type: ignore[attr-defined]
    page.evaluate("window.wasHere = true")
    page.goto(f"{live_server.url}/kept/2")  # type: ignore[attr-defined]
    page.go_back(wait_until="commit")
    assert page.evaluate("window.wasHere") is True
