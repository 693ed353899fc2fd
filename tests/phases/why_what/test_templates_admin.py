"""Where administrators keep the sets of tasks: change, order, hide and restore."""

from collections.abc import Callable

import pytest

from forankring.accounts.models import User
from projects.activities import ORDER
from projects.models import (
    ActivityTemplate,
    Project,
)
from tests.browser_client import Client

As = Callable[[User], Client]


@pytest.fixture
def template(db: None) -> ActivityTemplate:
    return ActivityTemplate.objects.get(code="lektiecafe")


ADMIN = "/admin/projects/activitytemplate/"


def test_the_administrator_orders_hides_and_restores(as_: As, admin_user: User, template: ActivityTemplate) -> None:
    client = as_(admin_user)
    rows = list(ActivityTemplate.objects.order_by("position", "name"))
    data = {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": len(rows), "_save": "1"}
    for n, row in enumerate(rows):
        data |= {f"form-{n}-id": row.pk, f"form-{n}-position": 10 - n}
        data |= {f"form-{n}-is_active": "on"} if row != template else {}

    assert client.get(ADMIN).status_code == 200
    assert client.post(ADMIN, data).status_code == 302
    assert [row.code for row in ActivityTemplate.objects.offered()] == list(reversed(ORDER[1:]))

    client.post(ADMIN, {"action": "restore", "_selected_action": [template.pk]})
    template.refresh_from_db()
    assert (template.position, template.is_active) == (1, True)


def test_the_administrator_changes_a_template(as_: As, admin_user: User, template: ActivityTemplate) -> None:
    client = as_(admin_user)
    task = template.tasks.in_order()[0]
    page = client.get(f"{ADMIN}{template.pk}/change/").content.decode()
    assert "Faste dage og tider, så børnene kan regne med det" in page

    data = {
        "name": "Lektiehjælp",
        "code": "lektiecafe",
        "core_elements": "Ro\nVoksne",
        "position": 3,
        "is_active": "on",
    }
    data |= {"tasks-TOTAL_FORMS": 1, "tasks-INITIAL_FORMS": 1, "tasks-0-id": task.pk, "tasks-0-template": template.pk}
    data |= {"tasks-0-position": 1, "tasks-0-title": "Samle trådene", "tasks-0-hours_unit": "week"}
    data |= {"tasks-0-legal_requirements": ["insurance"]}
    assert client.post(f"{ADMIN}{template.pk}/change/", data).status_code == 302

    template.refresh_from_db()
    task.refresh_from_db()
    assert (template.name, template.core_elements) == ("Lektiehjælp", ["Ro", "Voksne"])
    assert (task.title, task.legal_requirements) == ("Samle trådene", ["insurance"])


def test_no_cpr_number_is_stored_in_a_template(as_: As, admin_user: User, template: ActivityTemplate) -> None:
    task = template.tasks.in_order()[0]
    data = {"name": "Lektiehjælp", "code": "lektiecafe", "core_elements": "Ro\nRing til 010190-1234", "position": 3}
    data |= {"tasks-TOTAL_FORMS": 1, "tasks-INITIAL_FORMS": 1, "tasks-0-id": task.pk, "tasks-0-template": template.pk}
    data |= {"tasks-0-position": 1, "tasks-0-title": "Hjælpe 010190-1234", "tasks-0-hours_unit": "week"}

    page = as_(admin_user).post(f"{ADMIN}{template.pk}/change/", data).content.decode()

    assert page.count("Det ligner et CPR-nummer.") == 2
    task.refresh_from_db()
    template.refresh_from_db()
    assert "010190" not in f"{task.title} {template.core_elements}"


def test_ours_are_not_deleted_and_others_are(as_: As, admin_user: User, template: ActivityTemplate) -> None:
    client = as_(admin_user)
    other = ActivityTemplate.objects.create(code="brætspil", name="Brætspil")

    page = client.get(f"{ADMIN}{template.pk}/delete/").content.decode()
    client.post(f"{ADMIN}{template.pk}/delete/", {"post": "yes"})
    client.post(f"{ADMIN}{other.pk}/delete/", {"post": "yes"})

    assert "Tag den ud af brug i stedet" in page
    assert set(ActivityTemplate.objects.values_list("code", flat=True)) == set(ORDER)


def test_only_administrators_open_the_templates_administration(as_: As, owner: User, project: Project) -> None:
    assert as_(owner).get(ADMIN).status_code in {302, 403}
