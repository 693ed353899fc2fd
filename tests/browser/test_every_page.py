"""Every page of the site with the demo on it: silent for axe and the Nu checker, and no wider than the screen."""

from collections.abc import Callable, Iterator

import pytest
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.tokens import default_token_generator
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Page

from forankring.accounts.changing_address import token_for
from forankring.accounts.models import User
from forankring.accounts.services import invitation_path
from projects.models import Project
from tests.addresses import ADDRESSES, Address, path_to
from tests.browser.checks import assert_axe_clean, assert_nu_valid
from tests.browser_client import Client
from tests.factories import ProjectFactory
from tests.outcomes import FundingBidFactory, NoticeFactory, WindDownItemFactory
from tests.round_rows import hold_round

# Not pages, or pages that lead elsewhere: nothing of ours to look at.
NO_PAGE = {
    "healthz": "plain text",
    "plan_pdf": "a PDF, held against its own checks",
    "ark_pdf": "a PDF, held against its own checks",
    "account_set_password": "leads to changing the password when there is one",
    "account_logout": "a button; whoever opens the address is sent on",
    "project_restore": "of an archived project only; walked in its own test",
    "moede-oplaeg-pdf": "a PDF, held against its own checks",
    "moede-referat-pdf": "a PDF, held against its own checks",
    "moede-begynd": "a button",
    "moede-trin": "a button",
    "moede-storskaerm": "a button",
    "moede-afslut": "a button",
    "moede-aabn": "a button",
    "moede-skridt-gjort": "a button",
    "moede-ur": "what the clock's script asks for",
    "programme_load_pdf": "a PDF, held against its own checks",
    "tiltag-fra-gab": "a button",
    "relationer-fjern": "a button",
    "aktoerer-i-brug": "a button",
    "health_withdraw": "a button",
    "vurdering-gaelder-stadig": "a button",
    "runde-vent-ikke": "a button",
    "runde-luk-ind": "a button",
    "runde-vis": "a button",
    "deltager": "for a guest, walked in its own test",
    "opfoelgning-foreslaa": "a button",
    "overdragelse-godkend": "a button",
    "rolleskift-laering": "a button",
    "stay": "a button",
}
BUTTONS = ("-op", "-ned", "-flyt", "-kopi", "-fortryd", "_invite", "party_remove")
OUTSIDE = ("account_login", "account_signup", "account_reset_password", "accessibility")


def pages() -> Iterator[Address]:
    for address in ADDRESSES:
        if (
            address.name not in NO_PAGE
            and not address.name.endswith(BUTTONS)
            and (address.is_inside or not address.arguments)
        ):
            yield address


PAGES = list(pages())


@pytest.fixture
def demo(transactional_db: None) -> Project:
    call_command("demo", verbosity=0)
    project = Project.objects.get(slug="lektiecafeen")
    for kind in (WindDownItemFactory, NoticeFactory, FundingBidFactory):  # rows that only another outcome asks for
        kind(project=project)
    hold_round(project)
    return project


@pytest.fixture
def letters(demo: Project) -> list[str]:
    """The pages that only a link in a mail leads to."""
    invited = User.objects.create_user("ny@pilebro.example")
    forgetful = User.objects.get(email="ejer@pilebro.example")
    key = f"{user_pk_to_url_str(forgetful)}-{default_token_generator.make_token(forgetful)}"
    uidb36, _dash, token = key.partition("-")
    reset = reverse("account_reset_password_from_key", kwargs={"uidb36": uidb36, "key": token})
    new = token_for(forgetful, forgetful, "ny-adresse@pilebro.example")
    addresses = [reverse("confirm_address", args=[token]) for token in (new, "brugt")]
    return [invitation_path(invited), reset, reverse("invitation", args=["MQ", "brugt"]), *addresses]


def _person(address: Address) -> User | None:
    return None if address.name in OUTSIDE else User.objects.get(email="ejer@pilebro.example")


def test_axe_finds_nothing_and_every_page_fits_a_narrow_screen(
    page: Page, demo: Project, sign_in: Callable[[User], None]
) -> None:
    too_wide = []
    for address in PAGES:
        page.context.clear_cookies()
        if person := _person(address):
            sign_in(person)
        page.set_viewport_size({"width": 1280, "height": 900})
        response = page.goto(path_to(address, demo))
        assert response
        assert response.status == 200, f"{address.name}: {response.status} {page.url}"
        assert_axe_clean(page)
        page.set_viewport_size({"width": 320, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            too_wide.append(address.name)
        assert_axe_clean(page)
    assert too_wide == []


def test_the_html_of_every_page_is_valid(demo: Project) -> None:
    clients = {None: Client()}
    saved = {}
    for address in PAGES:
        person = _person(address)
        if person not in clients:
            clients[person] = Client()
            clients[person].force_login(person)
        saved[address.name] = clients[person].get(path_to(address, demo), follow=True).content.decode()
    assert_nu_valid(saved)


def test_the_pages_behind_a_mails_link_are_clean(page: Page, letters: list[str]) -> None:
    saved = {}
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        for path in letters:
            page.goto(path)
            assert_axe_clean(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            saved[path] = Client().get(path, follow=True).content.decode()
    assert_nu_valid(saved)


def test_a_page_that_refuses_or_has_nothing_to_show_is_clean(
    page: Page, demo: Project, sign_in: Callable[[User], None]
) -> None:
    """A stranger's 404, a reader's list and refusal, and the steps of a project nobody has begun."""
    empty = ProjectFactory(programme=demo.programme, slug="tomt")
    visits = [
        ("fremmed@havneparken.example", [reverse("project", args=[demo.slug])]),
        ("laeser@pilebro.example", ["/", reverse("project", args=[demo.slug]), reverse("plan", args=[demo.slug])]),
        ("admin@pilebro.example", ["/"]),
        ("ejer@pilebro.example", [path_to(each, empty) for each in PAGES if each.arguments == ("slug",)]),
    ]
    for email, paths in visits:
        page.context.clear_cookies()
        sign_in(User.objects.get(email=email))
        for path in paths:
            page.goto(path)
            assert_axe_clean(page)


def test_a_refused_form_is_valid_on_every_page_that_has_one(demo: Project) -> None:
    client = Client()
    client.force_login(User.objects.get(email="ejer@pilebro.example"))
    too_long = "æ" * 5000
    wrong = {"name": too_long, "title": too_long, "question": too_long, "trigger": too_long, "goal_date": "snart"}
    saved = {}
    for address in PAGES:
        if address.is_inside and not address.name.endswith("-fjern"):
            response = client.post(path_to(address, demo), wrong)
            if response.status_code == 200:
                saved[address.name] = response.content.decode()
    assert "maal" in saved
    assert "opgaver-ny" in saved
    assert_nu_valid(saved)


def test_the_exceptions_still_name_addresses_that_exist() -> None:
    assert set(NO_PAGE) | set(OUTSIDE) <= {address.name for address in ADDRESSES}
    assert reverse("my_projects") == "/"
