"""Django's administration after our style sheet. What it still breaks is named here, with the reason."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from actors.models import HousingOrganisation
from forankring.accounts.models import User
from tests.browser.checks import axe_problems

ADDRESSES = [
    "/admin/",
    "/admin/actors/municipality/",
    "/admin/actors/housingorganisation/",
    "/admin/actors/housingorganisation/add/",
    "/admin/actors/housingorganisation/{pk}/change/",
    "/admin/actors/housingorganisation/{pk}/delete/",
    "/admin/accounts/user/",
    "/admin/projects/wording/",
    "/admin/projects/wording/hvorfor.problem/change/",
]

# Rule → why it stays. Every one of them must still be found, or the line goes.
LEFT = {
    "aria-prohibited-attr": "the two boxes for choosing kommuner are built by Django's script, help icon and all",
}


@pytest.fixture
def administrator(db: None) -> User:
    return User.objects.create_superuser("admin@pilebro.example", name="Administrator")


def test_axe_finds_only_what_is_named(page: Page, sign_in: Callable[[User], None], administrator: User) -> None:
    organisation = HousingOrganisation.objects.create(name="Pilebro Boligforening")
    sign_in(administrator)
    broken: dict[str, list[str]] = {}
    for address in ADDRESSES:
        page.goto(address.format(pk=organisation.pk))
        for rule, nodes in axe_problems(page).items():
            broken.setdefault(rule, []).extend(f"{address} {node}" for node in nodes)
    assert set(broken) == set(LEFT), {rule: broken[rule] for rule in broken if rule not in LEFT} or set(LEFT)


def test_it_speaks_danish_and_bears_our_name(page: Page, sign_in: Callable[[User], None], administrator: User) -> None:
    sign_in(administrator)
    page.goto("/admin/")
    expect(page.get_by_role("banner")).to_contain_text("Forankring – administration")
    expect(page.get_by_role("button", name="Log ud")).to_be_visible()
    header = page.locator("#header").evaluate("element => getComputedStyle(element).backgroundColor")
    assert header == "rgb(15, 76, 74)"
