"""Whatever is pasted into the administration's search field, it answers."""

from collections.abc import Callable

import pytest
from django.contrib import admin
from django.db.models import Model
from django.urls import reverse

from forankring.accounts.models import User
from tests.browser_client import Client

SEARCHED = [model for model, of in admin.site._registry.items() if of.search_fields]


@pytest.mark.parametrize("model", SEARCHED, ids=lambda model: model.__name__)
@pytest.mark.parametrize("search", ["ord " * 5000, "x" * 60_000, '"' + "a b" * 3000, "% _ \\ ' \" %s" * 900])
def test_a_long_search_is_answered(
    as_: Callable[[User], Client], admin_user: User, model: type[Model], search: str
) -> None:
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")

    page = as_(admin_user).get(address, {"q": search})

    assert page.status_code == 200
    assert "Søgningen er for lang" in page.content.decode()


def test_a_search_of_a_few_words_is_not_shortened(as_: Callable[[User], Client], admin_user: User) -> None:
    page = as_(admin_user).get(reverse("admin:accounts_user_changelist"), {"q": " admin  pilebro "}).content.decode()

    assert "admin@pilebro.example" in page
    assert "for lang" not in page
