"""A CPR number sent to any field of any form is not stored, and its text stays on the screen."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import models
from django.urls import reverse
from django.utils import timezone

from forankring.accounts.models import User
from forankring.ui.dates import write_date
from projects.models import Candidacy, Project, Task
from tests.addresses import ADDRESSES, Address, path_to
from tests.browser_client import Client
from tests.guards.pages import Form, read_forms

As = Callable[[User], Client]
INSIDE = [address for address in ADDRESSES if address.is_inside]
NUMBER = "010190-1234"
TEXT = f"Barnet har {NUMBER}"
REFUSED = "Det ligner et CPR-nummer. Fjern det, før du gemmer."
KEPT_BY_NEXT_PRESS = "Skal teksten stå, så gem igen."


# A row of each kind, so that every form appears.
pytestmark = pytest.mark.usefixtures("candidacy")


def stored_with(text: str) -> list[str]:
    """Where in the database the text stands."""
    found = []
    for model in apps.get_models():
        kinds = models.CharField | models.TextField | models.JSONField
        for column in (each for each in model._meta.concrete_fields if isinstance(each, kinds)):
            values = model._default_manager.values_list(column.name, flat=True)
            found += [f"{model.__name__}.{column.name}" for value in values if text in str(value)]
    return found


def typed_forms(client: Client, url: str) -> list[Form]:
    response = client.get(url)
    if response.status_code != 200 or "text/html" not in response.headers["Content-Type"]:
        return []
    return [form for form in read_forms(response.content.decode()) if form.typed]


@pytest.mark.parametrize("address", INSIDE, ids=lambda address: address.name)
def test_no_field_stores_a_cpr_number(as_: As, owner: User, project: Project, address: Address) -> None:
    client, url = as_(owner), path_to(address, project)

    for form in typed_forms(client, url):
        response = client.post(form.action or url, dict.fromkeys(form.typed, TEXT))

        assert response.status_code == 200
        page = response.content.decode()
        shown = {key: each.value for again in read_forms(page) for key, each in again.fields.items()}
        assert {name: shown[name] for name in form.typed} == dict.fromkeys(form.typed, TEXT), "a text was lost"
        assert [name for name in form.typed if f'id="id_{name}_error"' not in page] == [], "a field took it"
    assert stored_with(NUMBER) == []


def sent(client: Client, url: str, data: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The page that comes again, and what its form carries hidden."""
    response = client.post(url, data)
    assert response.status_code == 200
    page = response.content.decode()
    hidden = {name: form.fields[name].value for form in read_forms(page) for name in form.hidden}
    return page, {name: value for name, value in hidden.items() if name.endswith("-behold")}


def test_the_message_stands_at_the_field(as_: As, owner: User, project: Project) -> None:
    page, _hidden = sent(as_(owner), reverse("hvorfor", args=[project.slug]), {"problem": TEXT})

    assert page.count(REFUSED) == 2, "in the summary and at the field"


def test_a_step_keeps_a_text_by_the_second_press(as_: As, owner: User, project: Project) -> None:
    client, url = as_(owner), reverse("hvorfor", args=[project.slug])
    data = {"problem": "Mange unge er kriminelle", "target_count": "46"}

    page, hidden = sent(client, url, data)
    assert KEPT_BY_NEXT_PRESS in page
    assert "Mange unge er kriminelle" in page
    assert "Der er problemer" not in page
    assert "<title>Fejl" not in page
    assert stored_with("kriminelle") == []

    assert client.post(url, data | hidden).status_code == 302
    assert stored_with("kriminelle") == ["WhyWhat.problem"]
    # What was kept is not asked about again.
    assert client.post(url, data | {"target_count": "47"}).status_code == 302


def test_a_row_keeps_a_text_by_the_second_press(as_: As, owner: User, project: Project) -> None:
    client, url = as_(owner), reverse("opgaver-ny", args=[project.slug])
    data = {"title": "Ringe til 33 12 45 67", "hours_unit": "week"}
    before = Task.objects.count()

    page, hidden = sent(client, url, data)
    assert "telefonnummer" in page
    assert "Der er problemer" not in page
    assert Task.objects.count() == before

    assert client.post(url, data | hidden).status_code == 302
    assert Task.objects.count() == before + 1


def test_a_reason_asks_whether_the_actor_may_read_it(
    as_: As, owner: User, project: Project, candidacy: Candidacy
) -> None:
    client, url = as_(owner), reverse("vurder-ret", args=[project.slug, candidacy.pk])
    data = {"held_on": write_date(timezone.localdate()), "will_answer": "2", "will_reason": "Lederen Hanne er ligeglad"}

    page, hidden = sent(client, url, data)
    assert "Der er problemer" not in page
    assert "Ville du være tryg ved, at aktøren læste det? Her står: ”Lederen Hanne”, ”ligeglad”." in page
    assert stored_with("Hanne") == []

    assert client.post(url, data | hidden).status_code == 302
    assert stored_with("Hanne") == ["SharedScore.reason"]


def test_the_reason_of_a_choice_asks_the_same(as_: As, owner: User, project: Project, candidacy: Candidacy) -> None:
    client, url = as_(owner), reverse("valg", args=[project.slug])
    data = {f"k{candidacy.pk}-choice": "reserve", f"k{candidacy.pk}-choice_reason": "Formanden vil ikke"}

    page, hidden = sent(client, url, data)
    assert "Der er problemer" not in page
    assert "Ville du være tryg ved, at aktøren læste det?" in page

    assert client.post(url, data | hidden).status_code == 302
