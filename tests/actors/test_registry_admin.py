"""Administrators keep the registry: find, correct, take out of use, and delete only what nothing uses."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.models import HousingOrganisation, Municipality, Region
from forankring.accounts.models import User
from tests.browser_client import Client
from tests.factories import (
    ActorFactory,
    HousingDepartmentFactory,
    HousingOrganisationFactory,
    PartyFactory,
)

LIST = "admin:actors_housingorganisation_changelist"
PLACES = ["region", "municipality", "housingorganisation", "housingdepartment"]


@pytest.fixture
def administrator(as_: Callable[[User], Client], admin_user: User) -> Client:
    return as_(admin_user)


def names_on(response: object) -> list[str]:
    return [str(row) for row in response.context["cl"].result_list]  # type: ignore[attr-defined]


@pytest.mark.parametrize("model", PLACES)
def test_every_list_and_form_opens(administrator: Client, model: str) -> None:
    HousingDepartmentFactory()
    rows = administrator.get(reverse(f"admin:actors_{model}_changelist"))
    assert rows.status_code == 200
    first = rows.context["cl"].result_list[0]

    assert administrator.get(reverse(f"admin:actors_{model}_change", args=[first.pk])).status_code == 200
    assert administrator.get(reverse(f"admin:actors_{model}_add")).status_code == 200


@pytest.mark.parametrize("model", PLACES)
def test_only_administrators_open_them(as_: Callable[[User], Client], owner: User, model: str) -> None:
    response = as_(owner).get(reverse(f"admin:actors_{model}_changelist"), follow=True)

    assert response.status_code == 403


@pytest.mark.parametrize("words", ["pilebro", "0123", "13748136", "13 74 81 36", "DK-13748136"])
def test_an_organisation_is_found_by_name_and_numbers(administrator: Client, words: str) -> None:
    HousingOrganisationFactory(name="Pilebro Boligforening", lbf_number="0123", cvr="13748136")
    HousingOrganisationFactory(name="En anden", lbf_number="0999", cvr="24256790")

    assert names_on(administrator.get(reverse(LIST), {"q": words})) == ["Pilebro Boligforening"]


def test_a_kommune_is_listed_with_todays_region_and_found_by_code(administrator: Client, db: None) -> None:
    response = administrator.get(reverse("admin:actors_municipality_changelist"), {"q": "0461"})

    assert names_on(response) == ["Odense Kommune"]
    assert "Region Syddanmark" in response.content.decode()


def test_a_list_asks_the_database_the_same_for_1_and_50_rows(administrator: Client, db: None) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            administrator.get(reverse("admin:actors_housingdepartment_changelist"))
        return len(asked)

    HousingDepartmentFactory()
    with_one = queries()
    HousingDepartmentFactory.create_batch(49)

    assert queries() == with_one


def test_a_cvr_number_is_kept_as_eight_digits(administrator: Client, db: None) -> None:
    typed = {"name": "Pilebro Boligforening", "lbf_number": "", "cvr": "DK 13 74 81 36", "is_active": "on"}
    response = administrator.post(reverse("admin:actors_housingorganisation_add"), typed)

    assert response.status_code == 302
    assert HousingOrganisation.objects.get().cvr == "13748136"
    assert HousingOrganisation.objects.get().lbf_number is None


def test_a_wrong_number_is_told_at_the_field(administrator: Client, db: None) -> None:
    typed = {"name": "Pilebro Boligforening", "lbf_number": "12", "cvr": "12345678", "is_active": "on"}
    response = administrator.post(reverse("admin:actors_housingorganisation_add"), typed)

    errors = response.context["adminform"].form.errors
    assert set(errors) == {"lbf_number", "cvr"}
    assert not HousingOrganisation.objects.exists()


def test_rows_are_taken_out_of_use_and_back(administrator: Client, db: None) -> None:
    organisation = HousingOrganisationFactory()

    for action, is_active in (("deactivate", False), ("activate", True)):
        administrator.post(reverse(LIST), {"action": action, "_selected_action": [organisation.pk]})
        organisation.refresh_from_db()
        assert organisation.is_active is is_active


def test_what_is_in_use_is_not_deleted_and_the_page_says_by_what(administrator: Client, db: None) -> None:
    organisation = HousingOrganisationFactory(name="Pilebro Boligforening")
    PartyFactory(name="", housing_organisation=organisation, programme__name="Pilebro i Balance")
    ActorFactory(name="Hemmelig enhed", housing_organisation=organisation, programme__name="Havneparken sammen")
    HousingDepartmentFactory(organisation=organisation, name="Pilebroparken")
    url = reverse("admin:actors_housingorganisation_delete", args=[organisation.pk])

    for response in (administrator.get(url), administrator.post(url, {"post": "yes"})):
        page = response.content.decode()
        assert "part i helhedsplanen Pilebro i Balance" in page
        assert "forankringsaktør i helhedsplanen Havneparken sammen" in page
        assert "afdelingen Pilebroparken" in page
        assert "Hemmelig enhed" not in page
    assert HousingOrganisation.objects.filter(pk=organisation.pk).exists()


def test_several_at_once_are_held_to_the_same(administrator: Client, db: None) -> None:
    used, unused = HousingOrganisationFactory(), HousingOrganisationFactory()
    PartyFactory(name="", housing_organisation=used)

    typed = {"action": "delete_selected", "_selected_action": [used.pk, unused.pk], "post": "yes"}
    response = administrator.post(reverse(LIST), typed)

    assert "Det kan ikke slettes, fordi det er i brug" in response.content.decode()
    assert HousingOrganisation.objects.count() == 2


def test_what_nothing_uses_can_be_deleted(administrator: Client, db: None) -> None:
    organisation = HousingOrganisationFactory()

    administrator.post(reverse("admin:actors_housingorganisation_delete", args=[organisation.pk]), {"post": "yes"})

    assert not HousingOrganisation.objects.exists()


def test_kommuner_and_regions_in_use_stay(administrator: Client, db: None) -> None:
    HousingOrganisationFactory(name="Pilebro Boligforening").municipalities.add("0101")
    region = Region.objects.get(name="Region Østdanmark")

    kommune_page = administrator.post(reverse("admin:actors_municipality_delete", args=["0101"]), {"post": "yes"})
    region_page = administrator.post(reverse("admin:actors_region_delete", args=[region.pk]), {"post": "yes"})

    assert "boligorganisationen Pilebro Boligforening" in kommune_page.content.decode()
    assert "46 kommuner" in region_page.content.decode()
    assert Municipality.objects.filter(code="0101").exists()


def test_a_kommune_cannot_be_in_two_regions_on_the_same_day(administrator: Client, db: None) -> None:
    kommune = Municipality.objects.get(code="0461")
    [relation] = kommune.regions.all()
    other = Region.objects.get(name="Region Østdanmark")
    typed = {
        "name": kommune.name,
        "regions-TOTAL_FORMS": "2",
        "regions-INITIAL_FORMS": "1",
        "regions-0-id": str(relation.pk),
        "regions-0-municipality": "0461",
        "regions-0-region": str(relation.region_id),
        "regions-0-valid_from": "",
        "regions-0-valid_to": "",
        "regions-1-municipality": "0461",
        "regions-1-region": str(other.pk),
        "regions-1-valid_from": "2030-01-01",
        "regions-1-valid_to": "",
    }
    url = reverse("admin:actors_municipality_change", args=["0461"])

    overlapping = administrator.post(url, typed)
    assert "To perioder overlapper" in overlapping.content.decode()
    assert administrator.post(url, typed | {"regions-0-valid_to": "2029-12-31"}).status_code == 302
    assert kommune.regions.count() == 2
