"""Answering on a telephone: kept as it is chosen, told when the round moves on, and clean in every state."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, Route, expect

from forankring.accounts.models import User
from projects.models import AssessmentRound, Candidacy, Project, Rating, RoundSubject
from projects.phases.analysis.rounds.codes import key_of
from projects.phases.analysis.rounds.services import cancel_round, close_round
from tests.browser.checks import assert_axe_clean, assert_nu_valid
from tests.browser.conftest import let_in, open_tab
from tests.browser_client import Client
from tests.factories import CandidacyFactory, SharedScoreFactory
from tests.rounds.rows import first_of, guest, running, say

pytestmark = pytest.mark.django_db(transaction=True)
FOUR = "4 – I høj grad – små mangler"
SOON = 10_000  # with several browsers on a busy machine; tests/rounds/test_following.py holds the interval itself
FIVE = "5 – Fuldt til stede og dokumenteret"


@pytest.fixture
def candidacy(project: Project) -> Candidacy:
    return CandidacyFactory(
        project_actor__project=project, project_actor__actor__name="Pilebroskolen", title="tovholder"
    )


@pytest.fixture
def round_(owner: User, project: Project, candidacy: Candidacy) -> AssessmentRound:
    return running(project, owner, candidacy)


def home(round_: AssessmentRound) -> str:
    return reverse("runde", args=[round_.project.slug, round_.pk])


def questions(round_: AssessmentRound) -> str:
    return reverse("runde-svar", args=[round_.project.slug, round_.pk, first_of(round_).pk])


def lead(round_: AssessmentRound) -> str:
    return reverse("runde-led", args=[round_.project.slug, round_.pk])


def choose(page: Page, words: str, place: int = 0) -> None:
    """The step for the concept in that place. The design system draws the button itself, over the real one."""
    page.get_by_label(words, exact=True).nth(place).check(force=True)


def test_what_is_chosen_is_kept_at_once_and_what_is_missing_is_told(
    page: Page, sign_in: Callable[[User], None], board: User, round_: AssessmentRound
) -> None:
    sign_in(board)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(questions(round_))

    choose(page, FOUR)
    expect(page.locator("form [role=status]")).to_have_text(re.compile(r"Gemt kl\. \d\d\.\d\d\."))
    assert Rating.objects.get().score == 4

    choose(page, FIVE, place=3)
    expect(page.locator("form [role=status]")).to_contain_text("Skriv gerne hvorfor ved vilje.")
    page.get_by_role("button", name="Gem og fortsæt").click()
    expect(page.locator(".caution-summary")).to_contain_text("”Vilje 5” er det yderste på skalaen.")
    assert_axe_clean(page)
    page.get_by_role("button", name="Gem og fortsæt").click()
    expect(page).to_have_url(re.compile(re.escape(home(round_)) + "$"))
    assert sorted(Rating.objects.values_list("concept", "score")) == [("understanding", 4), ("will", 5)]


def test_the_press_waits_for_what_is_on_its_way(
    page: Page, sign_in: Callable[[User], None], board: User, round_: AssessmentRound
) -> None:
    sign_in(board)
    page.goto(questions(round_))

    choose(page, FOUR)
    choose(page, "2 – I mindre grad – væsentlige mangler")
    page.get_by_role("button", name="Gem og fortsæt").click()

    expect(page).to_have_url(re.compile(re.escape(home(round_)) + "$"))
    assert Rating.objects.get().score == 2


def test_without_a_line_the_press_is_held_back_and_sent_when_the_line_is_there(
    page: Page, sign_in: Callable[[User], None], board: User, round_: AssessmentRound
) -> None:
    sign_in(board)
    page.goto(questions(round_))
    page.context.set_offline(True)

    choose(page, FOUR)
    expect(page.locator("form [role=status]")).to_contain_text("Ikke gemt endnu: Der er ingen forbindelse.")
    page.get_by_role("button", name="Gem og fortsæt").click()
    expect(page.locator("form [role=status]")).to_contain_text("Vi sender det, så snart den er der.", timeout=SOON)
    assert page.url.endswith(questions(round_))
    assert not Rating.objects.exists()
    page.context.set_offline(False)

    expect(page).to_have_url(re.compile(re.escape(home(round_)) + "$"), timeout=4 * SOON)
    assert Rating.objects.get().score == 4


def test_the_phone_tries_again_by_itself_when_the_line_is_back(
    page: Page, sign_in: Callable[[User], None], board: User, round_: AssessmentRound
) -> None:
    sign_in(board)
    page.goto(questions(round_))
    page.context.set_offline(True)
    choose(page, FOUR)
    expect(page.locator("form [role=status]")).to_contain_text("Vi prøver igen.")

    page.context.set_offline(False)

    expect(page.locator("form [role=status]")).to_have_text(re.compile(r"Gemt kl\."), timeout=4 * SOON)
    assert Rating.objects.get().score == 4


def test_a_server_that_refuses_is_not_a_lost_line_and_the_press_shows_what_it_says(
    page: Page, sign_in: Callable[[User], None], board: User, owner: User, round_: AssessmentRound
) -> None:
    """The project is archived while somebody answers: they are neither signed out nor without a line."""
    sign_in(board)
    page.goto(questions(round_))
    Project.objects.update(archived_at=timezone.now(), archived_by=owner)

    choose(page, FOUR)
    status = page.locator("form [role=status]")
    expect(status).to_have_text("Ikke gemt. Tryk på Gem og fortsæt, så kan du se hvorfor.", timeout=SOON)
    page.get_by_role("button", name="Gem og fortsæt").click()

    expect(page.locator("main")).to_contain_text("arkiv", timeout=SOON)
    assert not Rating.objects.exists()


def of_the_script(answer: Callable[[Route], object]) -> Callable[[Route], object]:
    """What the page sends by itself is answered so; the press and all else goes to the server."""
    return lambda route: (
        answer(route) if route.request.headers.get("accept") == "application/json" else route.continue_()
    )


def test_a_server_that_fails_lets_the_press_through(
    page: Page, sign_in: Callable[[User], None], board: User, round_: AssessmentRound
) -> None:
    sign_in(board)
    page.goto(questions(round_))
    page.route("**/*", of_the_script(lambda route: route.fulfill(status=500, content_type="text/html", body="Fejl")))

    choose(page, FOUR)
    expect(page.locator("form [role=status]")).to_contain_text("Ikke gemt. Tryk på Gem", timeout=SOON)
    page.get_by_role("button", name="Gem og fortsæt").click()

    expect(page).to_have_url(re.compile(re.escape(home(round_)) + "$"), timeout=SOON)
    assert Rating.objects.get().score == 4


# A server that takes what the page sends and never answers, until `hangs` is over; what waits is given up in no time.
HANGS = """
window.hangs = true;
const real = { fetch: window.fetch, wait: AbortSignal.timeout };
AbortSignal.timeout = (most) => real.wait.call(AbortSignal, most / 40);
window.fetch = (url, options) =>
  options?.method === "POST" && window.hangs
    ? new Promise((_, giveUp) => options.signal.addEventListener("abort", () => giveUp(options.signal.reason)))
    : real.fetch.call(window, url, options);
"""


def test_what_gets_no_answer_is_given_up_and_sent_again(
    page: Page, sign_in: Callable[[User], None], board: User, round_: AssessmentRound
) -> None:
    sign_in(board)
    page.goto(questions(round_))
    page.evaluate(HANGS)

    choose(page, FOUR)
    page.get_by_role("button", name="Gem og fortsæt").click()
    expect(page.locator("form [role=status]")).to_contain_text("Vi sender det, så snart den er der.", timeout=SOON)
    page.evaluate("window.hangs = false")

    expect(page).to_have_url(re.compile(re.escape(home(round_)) + "$"), timeout=4 * SOON)
    assert Rating.objects.get().score == 4


def test_the_leaders_page_follows_along_by_itself(
    page: Page, sign_in: Callable[[User], None], owner: User, round_: AssessmentRound
) -> None:
    sign_in(owner)
    page.goto(lead(round_))
    expect(page.locator("[data-follow-by-hand]")).to_be_hidden()
    person = guest(round_, "Træner i boldklubben")

    button = page.get_by_role("button", name="Vent ikke på Træner i boldklubben")
    expect(button).to_be_visible(timeout=SOON)
    button.focus()
    say(person, first_of(round_), 4)
    expect(page.locator(".plain-rows .muted").filter(has_text="er i gang")).to_be_visible(timeout=SOON)
    say(person, first_of(round_), 4, 4, 4, 4)
    expect(page.locator("[data-follow-says]")).to_contain_text("1 af 1", timeout=SOON)
    assert_axe_clean(page)


def test_whoever_is_writing_is_told_of_the_reveal_and_keeps_what_was_typed(
    page: Page, sign_in: Callable[[User], None], board: User, round_: AssessmentRound
) -> None:
    sign_in(board)
    page.goto(questions(round_))
    page.get_by_label("Hvorfor?").first.fill("De har været med fra begyndelsen")
    RoundSubject.objects.update(revealed_at=timezone.now())

    notice = page.locator(".round-notice")
    expect(notice).to_contain_text("Svarene er vist for gruppen", timeout=SOON)
    expect(page.locator("[data-follow-says]")).to_contain_text("Svarene er vist for gruppen")
    expect(page.get_by_label("Hvorfor?").first).to_have_value("De har været med fra begyndelsen")
    assert_axe_clean(page)


@pytest.mark.parametrize("end", [close_round, cancel_round])
def test_an_open_page_says_that_the_round_is_over(
    page: Page,
    sign_in: Callable[[User], None],
    board: User,
    owner: User,
    round_: AssessmentRound,
    end: Callable[..., Any],
) -> None:
    sign_in(board)
    page.goto(home(round_))
    end(by=owner, round_=round_)

    over = page.locator("[data-follow-over]")
    expect(over).to_be_visible(timeout=SOON)
    over.get_by_role("link").click()
    expect(page).not_to_have_url(re.compile(re.escape(home(round_)) + "$"))


def scan(page: Page, round_: AssessmentRound) -> None:
    """As a guest's phone does, and on to the questions."""
    page.goto(reverse("deltag") + f"?noegle={key_of(round_.code)}")
    page.get_by_label("Beboer", exact=True).check(force=True)
    page.get_by_role("button", name="Vær med").click()
    page.get_by_role("link", name="Begynd").click()


@pytest.mark.parametrize(
    ("end", "says"),
    [(close_round, "Runden er lukket."), (cancel_round, "Runden er afbrudt, og alle svar er slettet.")],
)
def test_a_step_chosen_after_the_end_is_said_not_to_be_saved(
    page: Page,
    sign_in: Callable[[User], None],
    board: User,
    owner: User,
    round_: AssessmentRound,
    end: Callable[..., Any],
    says: str,
) -> None:
    sign_in(board)
    page.goto(questions(round_))
    choose(page, FOUR)
    expect(page.locator("form [role=status]")).to_have_text(re.compile(r"Gemt kl\."))
    end(by=owner, round_=round_)

    choose(page, FIVE, place=3)

    expect(page.locator("form [role=status]")).to_have_text(f"{says} Det, du valgte sidst, er ikke gemt.")


def test_a_guest_whom_the_browser_forgot_is_told_to_scan_again_and_not_to_log_in(
    page: Page, round_: AssessmentRound
) -> None:
    scan(page, round_)
    choose(page, FOUR)
    expect(page.locator("form [role=status]")).to_have_text(re.compile(r"Gemt kl\."))
    page.context.clear_cookies()

    choose(page, FIVE, place=3)

    status = page.locator("form [role=status]")
    expect(status).to_contain_text(re.compile("[Ss]can QR-koden igen"))
    expect(status).not_to_contain_text("log")
    assert Rating.objects.count() == 1


def test_the_telephone_says_when_the_answers_are_announced_and_takes_one_until_they_are_shown(
    page: Page, round_: AssessmentRound
) -> None:
    scan(page, round_)
    RoundSubject.objects.update(revealed_at=timezone.now() + timedelta(minutes=5))
    expect(page.locator(".round-notice")).to_contain_text("Om højst 20 sekunder vises svarene.", timeout=SOON)

    choose(page, FIVE, place=3)
    expect(page.locator("form [role=status]")).to_have_text(re.compile(r"Gemt kl\."))
    assert Rating.objects.get().score == 5
    RoundSubject.objects.update(revealed_at=timezone.now() - timedelta(seconds=1))

    expect(page.locator(".round-notice")).to_contain_text("Svarene er vist for gruppen", timeout=SOON)
    choose(page, FOUR, place=3)
    expect(page.locator("form [role=status]")).to_contain_text("Det, du valgte sidst, er ikke gemt.")
    assert Rating.objects.get().score == 5


def test_without_a_script_the_same_is_done_by_hand(
    chromium: Browser, live_server: Any, board: User, round_: AssessmentRound
) -> None:
    with open_tab(chromium, live_server.url, java_script_enabled=False) as page:
        let_in(page, board, live_server.url)
        page.goto(questions(round_))
        choose(page, FOUR)
        page.get_by_role("button", name="Gem og fortsæt").click()
        assert Rating.objects.get().score == 4
        RoundSubject.objects.update(revealed_at=timezone.now())
        page.get_by_role("link", name="Åbn siden igen for at se, om der er nyt").click()
        expect(page.get_by_text("Svarene er vist", exact=True)).to_be_visible()


def test_every_state_of_the_pages_is_clean_and_fits_a_narrow_screen(
    page: Page, sign_in: Callable[[User], None], owner: User, project: Project, candidacy: Candidacy
) -> None:
    SharedScoreFactory(candidacy=candidacy)
    opening = reverse("runder-ny", args=[project.slug])
    client, saved = Client(), {}
    client.force_login(owner)
    saved["nothing chosen"] = client.post(opening, {"ends": "frist", "deadline_on": "i går"}).content.decode()
    sign_in(owner)
    look_at(page, opening)
    round_ = running(project, owner, candidacy, CandidacyFactory(project_actor__project=project))
    say(guest(round_), first_of(round_), 4)
    guest(round_, "Nabo")
    client.post(questions(round_), {"will_answer": "3", "understanding_answer": "4"})
    saved["asked once"] = client.post(questions(round_), {"will_answer": "5"}).content.decode()
    saved["refused"] = client.post(questions(round_), {"will_reason": "010190-1234"}).content.decode()
    others = [reverse(name, args=[project.slug, round_.pk]) for name in ("runde-luk", "runde-afbryd", "runde-frist")]
    for url in (home(round_), questions(round_), lead(round_), reverse("runder", args=[project.slug]), *others):
        look_at(page, url)
        saved[url] = client.get(url).content.decode()
    RoundSubject.objects.update(revealed_at=timezone.now())
    for url in (home(round_), questions(round_)):
        look_at(page, url)
        saved[f"{url} shown"] = client.get(url).content.decode()
    assert_nu_valid(saved)


def look_at(page: Page, url: str) -> None:
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(url)
        assert_axe_clean(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{url} is too wide"
