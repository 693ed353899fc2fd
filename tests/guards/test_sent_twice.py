"""Every button of every page pressed twice with the same content: no table has more rows the second time.

The pages are found by walking the addresses, and the administration's by walking its models, so a form that comes
later is tried without being named here.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from actors.models import HousingDepartment
from forankring.accounts.models import SentForm, User
from projects.models import ActionTemplate, Project
from tests.addresses import ADDRESSES, Address, path_to
from tests.browser_client import Client
from tests.guards.buttons import Pressed, buttons_on

As = Callable[[User], Client]
pytestmark = pytest.mark.usefixtures("candidacy")

# What is written besides what the form is for.
BESIDE = {"Session", "SentForm", "LogEntry"}
# Signing out is pressed in its own test; a button that only reads a draft leads nowhere else.
OUT = {"account_logout"}
INSIDE = [address for address in ADDRESSES if address.is_inside]
ALONE = [address for address in ADDRESSES if not address.arguments and address.name not in OUT]
ADDED_TO = [model for model in admin.site._registry if model is not SentForm]


# What the walk cannot fill in: one points at what no test has made, one wants either of two answers.
NOT_FILLED_IN = {ActionTemplate, HousingDepartment}


def rows() -> dict[str, int]:
    models = (model for model in apps.get_models(include_auto_created=True) if model.__name__ not in BESIDE)
    return {model.__name__: model._default_manager.count() for model in models}


def added_by_the_second(client: Client, pressed: Pressed) -> set[str]:
    """The tables that the second press added to."""
    client.post(pressed.url, pressed.data)
    after_one = rows()
    client.post(pressed.url, pressed.data)
    return {f"{pressed}: {name}" for name, count in rows().items() if count > after_one[name]}


@pytest.mark.parametrize("address", [*INSIDE, *ALONE], ids=lambda address: address.name)
def test_the_second_press_adds_nothing(as_: As, owner: User, project: Project, address: Address) -> None:
    client = as_(owner)
    url = path_to(address, project) if address.arguments else reverse(address.name)

    # Opened anew for each button: what one did may change what the next is about.
    for place, _button in enumerate(buttons_on(client, url)):
        for pressed in buttons_on(client, url)[place : place + 1]:
            assert not added_by_the_second(client, pressed)


@pytest.mark.parametrize("model", ADDED_TO, ids=lambda model: model.__name__)
def test_what_is_added_in_the_administration_is_there_once(as_: As, admin_user: User, model: Any) -> None:
    client = as_(admin_user)
    if not admin.site._registry[model].has_add_permission(_asked_by(admin_user)):
        return
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")

    pressed = buttons_on(client, url)[0]

    assert not added_by_the_second(client, pressed)
    assert model in NOT_FILLED_IN or SentForm.objects.exists(), "nothing was added the first time"


def _asked_by(person: User) -> Any:
    request = RequestFactory().get("/")
    request.user = person
    return request


def test_the_walk_makes_something_of_every_kind(as_: As, owner: User, project: Project) -> None:
    """Otherwise nothing is tried: each of these forms, filled in like the others, adds a row the first time."""
    names = {address.name for address in INSIDE if address.name.endswith("-ny")} - {"runder-ny"}
    names |= {"members", "parties", "project_create", "relationer", "moede-beslutning", "moede-skridt"}
    client, silent = as_(owner), set()
    for name in names:
        url = path_to(next(address for address in ADDRESSES if address.name == name), project)
        made = []
        for pressed in buttons_on(client, url):
            before = rows()
            client.post(pressed.url, pressed.data)
            made += [kind for kind, count in rows().items() if count > before[kind] and kind not in {"Event", "Draft"}]
        if not made:
            silent.add(name)

    assert not silent
