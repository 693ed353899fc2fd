"""No part of a form is taken: cut anywhere, or with a field missing that the page showed, nothing stored is changed.

The forms are found by walking the addresses, so a new one is tried without being named here.
"""

import json
import re
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.models import Municipality, Region
from forankring.accounts.models import User
from forankring.whole import END, mark_forms
from projects.models import ActivityTemplate, Project, WhyWhat
from tests.addresses import ADDRESSES, Address, path_to
from tests.browser_client import Client
from tests.forms import every_form

As = Callable[[User], Client]
Fields = list[tuple[str, str]]
FORM = "application/x-www-form-urlencoded"
PAGES = [address for address in ADDRESSES if address.is_inside and not address.name.endswith("pdf")]
OPEN = ["account_login", "account_reset_password", "deltag"]
WRITES = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(?!django_session|shared_cache)')
TRIED: set[tuple[str, tuple[str, ...]]] = set()  # the same form stands on many pages, and beside each row of a list
AS_A_SCRIPT = {"Accept": "application/json"}

pytestmark = pytest.mark.usefixtures("candidacy")


def forms_at(client: Client, url: str) -> Iterator[tuple[str, Fields]]:
    """Where each form of the page is sent that is posted, and what with, when every field is filled."""
    page = client.get(url)
    if page.status_code == 200 and page.headers["Content-Type"].startswith("text/html"):
        text = page.content.decode()
        assert text.count(f'name="{END}"') == len(re.findall('<form[^>]* method="post"', text)), url
        for action, fields in every_form(text):
            if END in dict(fields) and "log-ud" not in action:
                yield action or url, [(name, value or "Ja") for name, value in fields]


def refused(client: Client, address: str, body: str, content_type: str = FORM, **headers: str) -> bool:
    with CaptureQueriesContext(connection) as queries:
        response = client.generic("POST", address, body.encode(), content_type, headers=headers)
    assert not [query["sql"] for query in queries if WRITES.match(query["sql"])], body
    return bool(response.status_code == 400)


def try_every_way_of_losing_something(client: Client, address: str, fields: Fields) -> None:
    body = urlencode(fields)
    places = {len(body) * part // 8 for part in range(8)} | {len(body) - rest for rest in (1, 2, 3, 9)}
    for place in sorted(place for place in places if place >= 0):
        assert refused(client, address, body[:place]), f"cut to {place} of {len(body)}"
    assert refused(client, address, body[:-1], **AS_A_SCRIPT)
    # Of rows with the same fields, one.
    shown = {re.sub(r"\d+", "", name): name for name in dict(fields)[END].split()[:-1]}
    for name in [*shown.values(), END]:
        assert refused(client, address, urlencode([each for each in fields if each[0] != name])), name
    assert refused(client, address, json.dumps(dict(fields)), "application/json")
    assert refused(client, address, body, "text/plain")
    for charset in ("utf-16", "latin-1", "base64", "findes-ikke"):
        assert refused(client, address, body, f"{FORM}; charset={charset}"), charset


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address.name)
def test_a_form_that_lost_something_is_refused_and_nothing_is_written(
    as_: As, owner: User, project: Project, address: Address
) -> None:
    client = as_(owner)

    for action, fields in forms_at(client, path_to(address, project)):
        kind = re.sub(r"\d+", "", action), tuple(name for name, _value in fields)
        if kind not in TRIED:
            try_every_way_of_losing_something(client, action, fields)
            TRIED.add(kind)


def test_the_doors_that_are_open_to_all_are_guarded_too() -> None:
    for name in OPEN:
        found = list(forms_at(Client(), reverse(name)))
        assert found, name
        for action, fields in found:
            try_every_way_of_losing_something(Client(), action, fields)


def test_a_form_of_the_administration_is_guarded_too(admin_user: User, as_: As) -> None:
    pages = [
        reverse("admin:projects_activitytemplate_changelist"),
        reverse("admin:projects_activitytemplate_change", args=[ActivityTemplate.objects.all()[0].pk]),
        reverse("admin:actors_region_change", args=[Region.objects.all()[0].pk]),
    ]
    client = as_(admin_user)

    for page in pages:
        (found,) = [each for each in forms_at(client, page) if "csrfmiddlewaretoken" in dict(each[1])]
        try_every_way_of_losing_something(client, *found)


def test_a_row_that_the_administrations_script_took_out_again_is_not_missed(admin_user: User, as_: As) -> None:
    client, row = as_(admin_user), Municipality.objects.create(name="Pilebro", code="999")
    page = reverse("admin:actors_municipality_change", args=[row.pk])
    sent = dict(dict(forms_at(client, page))[page]) | {"name": "Pilebro Kommune"}
    added = {f"regions-0-{name}": "" for name in ("id", "municipality", "region", "start", "end")}
    again = client.post(page, whole_with(sent, added | {"regions-TOTAL_FORMS": "1", "name": ""}))
    ((_action, shown),) = [each for each in every_form(again.content.decode()) if "name" in dict(each[1])]
    assert "regions-0-region" in dict(shown)[END].split()

    without = {name: value for name, value in shown if not name.startswith("regions-0-")}

    assert client.post(page, without | {"name": "Pilebro Kommune"}).status_code == 400
    assert client.post(page, without | {"name": "Pilebro Kommune", "regions-TOTAL_FORMS": "0"}).status_code == 302


def whole_with(sent: dict[str, str], more: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in (sent | more).items() if name != END}


def test_a_whole_form_is_taken(as_: As, owner: User, project: Project) -> None:
    address, client = reverse("maal", args=[project.slug]), as_(owner)
    ((action, fields),) = [each for each in forms_at(client, address) if "goal" in dict(each[1])]
    whole = dict(fields) | {"goal": "27 unger", "goal_date": "1. maj 2027"}

    assert client.post(action, urlencode(whole), FORM).status_code == 302


def test_a_save_that_does_not_say_what_its_page_showed_overwrites_nothing(
    as_: As, owner: User, project: Project
) -> None:
    address, client = reverse("maal", args=[project.slug]), as_(owner)
    assert client.post(address, {"goal": "27 unger", "goal_date": "1. maj 2027"}).status_code == 302

    answer = client.generic("POST", address, urlencode({"goal": "", "goal_date": "", END: "."}), FORM)

    assert answer.status_code == 409
    assert WhyWhat.objects.get(project=project).goal == "27 unger"


def test_what_arrived_can_be_copied_and_the_page_says_that_nothing_is_saved(
    as_: As, owner: User, project: Project
) -> None:
    typed = {"goal": "27 unger hver uge", "title": "Støj", "password": "Hemmelig 1"}
    sent = urlencode(typed | {"version": "eyJhdCI6MTc:1x:Ab-c"})
    page = as_(owner).post(reverse("maal", args=[project.slug]), sent, FORM)

    text = page.content.decode()
    assert page.status_code == 400
    assert "Intet er gemt" in text
    assert "27 unger hver uge" in text
    assert "Støj" in text
    assert "eyJhdCI6MTc" not in text
    assert "Hemmelig" not in text


def test_the_script_is_told_in_words(as_: As, owner: User, project: Project) -> None:
    answer = as_(owner).post(reverse("maal", args=[project.slug]), "goal=27", FORM, headers=AS_A_SCRIPT)

    assert answer.status_code == 400
    assert answer.json()["words"].startswith("Ikke gemt")


@pytest.mark.parametrize("charset", ["utf-16", "latin-1", "base64", "findes-ikke", "utf-8"])
def test_no_page_breaks_down_over_a_charset(client: Client, db: None, charset: str) -> None:
    for content_type in (f"{FORM}; charset={charset}", f"multipart/form-data; boundary=x; charset={charset}"):
        page = client.generic("GET", reverse("account_login") + "?next=/æ", b"", content_type)
        assert page.status_code == 200
        assert client.generic("POST", reverse("account_login"), b"--x--", content_type).status_code == 400


@pytest.mark.parametrize(
    ("controls", "names"),
    [
        ('<input name="a"><textarea name="b"></textarea><select name="c"><option></select>', "a b c ."),
        ('<input type="checkbox" name="a"><input type="radio" name="b"><button name="c">', "."),
        ('<input type="radio" name="a"><input checked type="radio" name="a">', "a ."),
        ('<select name="a" multiple><option></select><input name="b" disabled><select name="c"></select>', "."),
        ('<select name="a"><option disabled selected><option value="1"></select>', "."),
        ('<input value="name=x disabled > multiple" name="a" data-name="b"><input name="c" form="other">', "a ."),
        ("<input name='a'/><input name=b><input type=hidden name=slut value=.>", "a b ."),
        ('<input name="rows-__prefix__-a"><input name="a b">', "."),
    ],
)
def test_the_end_names_what_every_browser_sends(controls: str, names: str) -> None:
    end = f'<input type="hidden" name="{END}" value="{names}">'
    form = f'<form class="a>b" method="post">{controls}'

    assert mark_forms(f"<p>{form}</form>{form}</form>") == f"<p>{form}{end}</form>{form}{end}</form>"


def test_a_form_that_only_asks_is_left_as_it_is() -> None:
    for method in ("", ' method="get"', ' data-method="post"'):
        page = f'<form{method}><input name="a"></form>'
        assert mark_forms(page) == page
