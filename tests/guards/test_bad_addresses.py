"""Whatever an address says, before or after its question mark: the site answers and never breaks down.

What the views of a project read is walked in test_bad_input; here are the links of those without an account, the
administration, and what no browser sends by itself. The test client raises what would be a breakdown (500).
"""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.db.models import Model
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Project
from tests.browser_client import Client
from tests.guards.test_bad_input import NASTY

As = Callable[[User], Client]
ANSWERS = {200, 301, 302, 400, 403, 404, 405, 410, 414}
# What no text in Python says: bytes that are no UTF-8, half a pair, and names that come a thousand times.
RAW = [
    "soeg=%FF%FE&q=%FF&side=%C3&next=%E2%80",
    "soeg=%ED%A0%80&q=%ED%A0%80&noegle=%ED%B0%80",
    "&".join(f"q{n}=1" for n in range(1100)),
    "soeg=" + "+".join(["ord"] * 12_000),
    "side=1&side=2&helhedsplan[]=1&helhedsplan=&side=%00&=&&==",
]
OPEN = ["account_login", "account_reset_password", "deltag", "deltager", "accessibility", "healthz", "my_projects"]
PARAMETERS = ["next", "noegle", "kode", "n", "q", "soeg", "side", "helhedsplan", "kladde", "email"]
ADMIN = ["q", "o", "p", "all", "e", "_popup", "_to_field", "_changelist_filters", "_facets", "is_active__exact", "name"]
MODELS = list(admin.site._registry)
# What Django itself hands on to the database.
WORST = [NASTY[name] for name in ("nothing but a NUL", "huge number", "larger than a column", "negative", "a path")]


@pytest.mark.parametrize(
    "link",
    [
        "/stemme/{}/",
        "/invitation/{}/{}/",
        "/invitation/MQ/{}/",
        "/konto/e-mail/bekraeft/{}/",
        "/konto/adgangskode/ny/1-{}/",
        "/konto/adgangskode/ny/{}-x/",
        "/deltag/runde/{}/",
        "/helhedsplaner/{}/",
        "/projekter/{}/",
        "/{}/",
    ],
)
def test_a_link_that_nobody_was_sent_is_answered(client: Client, db: None, link: str) -> None:
    for text in NASTY.values():
        address = link.replace("{}", quote(text[:5000], safe=""))
        assert client.get(address).status_code in ANSWERS, address
        assert client.post(address, {"password": "x", "role": "1"}).status_code in ANSWERS, address


@pytest.mark.parametrize("name", OPEN)
@pytest.mark.parametrize("is_in", [False, True], ids=["nobody", "somebody"])
def test_whatever_is_asked_of_a_page_in_the_open_is_answered(
    as_: As, owner: User, project: Project, name: str, is_in: bool
) -> None:
    client = as_(owner) if is_in else Client()
    for text in NASTY.values():
        assert client.get(reverse(name), dict.fromkeys(PARAMETERS, text[:20_000])).status_code in ANSWERS
    for raw in RAW:
        assert client.get(reverse(name), QUERY_STRING=raw).status_code in ANSWERS


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_whatever_is_asked_of_the_administration_is_answered(as_: As, admin_user: User, model: type[Model]) -> None:
    client, name = as_(admin_user), f"admin:{model._meta.app_label}_{model._meta.model_name}"
    filters = [str(each[0] if isinstance(each, tuple) else each) for each in admin.site._registry[model].list_filter]
    for text in WORST:
        for parameter in [*ADMIN, *filters, *(f"{each}__exact" for each in filters)]:
            query = {parameter: text[:5000]}
            assert client.get(reverse(f"{name}_changelist"), query).status_code in ANSWERS, query
        row = quote(text[:500], safe="")
        for page in ("change", "delete", "history"):
            address = reverse(f"{name}_{page}", args=["PK"]).replace("PK", row)
            assert client.get(address).status_code in ANSWERS, address
        query = dict.fromkeys(("app_label", "model_name", "field_name", "term"), text[:5000])
        assert client.get("/admin/autocomplete/", query).status_code in ANSWERS
    for raw in RAW:
        assert client.get(reverse(f"{name}_changelist"), QUERY_STRING=raw).status_code in ANSWERS
