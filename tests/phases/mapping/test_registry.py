"""Actors that are a row of the registry, or a unit of one."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from actors.models import Actor, Municipality, Party
from forankring.accounts.models import User
from projects.models import Project, ProjectActor
from tests.browser_client import Client
from tests.factories import (
    HousingDepartmentFactory,
    HousingOrganisationFactory,
    ProjectActorFactory,
)

As = Callable[[User], Client]
CVR = "61056416"


def url(name: str, *rest: object) -> str:
    return reverse(name, args=["lektiecafeen", *rest])


def add(as_: As, person: User, **answers: Any) -> Any:
    return as_(person).post(url("aktoerer-ny"), answers)


def test_a_unit_inherits_the_organisations_name_and_cvr(as_: As, owner: User) -> None:
    organisation = HousingOrganisationFactory(name="Pilebro Boligforening", cvr=CVR)
    add(as_, owner, name="Driftskontoret", registry=f"housing_organisation-{organisation.pk}")

    page = as_(owner).get(url("aktoerer")).content.decode()

    assert "Driftskontoret" in page
    assert "Del af Pilebro Boligforening" in page
    assert f"CVR {CVR}" in page
    form = as_(owner).get(url("aktoerer-ret", ProjectActor.objects.get().pk)).content.decode()
    assert f"{CVR} følger med fra Pilebro Boligforening." in form


def test_a_whole_row_of_the_registry_needs_no_name(as_: As, owner: User) -> None:
    kommune = Municipality.objects.get(name="Aarhus")

    add(as_, owner, registry=f"municipality-{kommune.code}")

    assert str(ProjectActor.objects.get()) == "Aarhus Kommune"


def test_moving_to_another_row_of_the_registry_lets_go_of_the_first(as_: As, owner: User, project: Project) -> None:
    department = HousingDepartmentFactory()
    row = ProjectActorFactory(project=project, actor__name="Bestyrelsen", actor__housing_department=department)
    organisation = HousingOrganisationFactory()

    as_(owner).post(
        url("aktoerer-ret", row.pk), {"name": "Bestyrelsen", "registry": f"housing_organisation-{organisation.pk}"}
    )

    actor = Actor.objects.get()
    assert (actor.housing_organisation, actor.housing_department) == (organisation, None)


def test_only_active_rows_of_the_registry_are_offered(as_: As, owner: User, project: Project) -> None:
    closed = HousingOrganisationFactory(name="Den Lukkede", is_active=False)
    HousingDepartmentFactory(name="Under lukket", organisation=closed)
    HousingOrganisationFactory(name="Den Åbne")

    page = as_(owner).get(url("aktoerer-ny")).content.decode()

    assert "Den Åbne" in page
    assert "Den Lukkede" not in page
    assert "Under lukket" not in page
    assert "Vælg en fra listen" in add(as_, owner, registry=f"housing_organisation-{closed.pk}").content.decode()


def test_an_actor_keeps_a_row_that_was_closed_later(as_: As, owner: User, project: Project) -> None:
    closed = HousingOrganisationFactory(name="Den Lukkede", is_active=False)
    row = ProjectActorFactory(project=project, actor__name="", actor__housing_organisation=closed)

    response = as_(owner).post(
        url("aktoerer-ret", row.pk), {"registry": f"housing_organisation-{closed.pk}", "sphere": "market"}
    )

    assert response.status_code == 302
    assert Actor.objects.get().housing_organisation == closed


def test_afdelinger_are_those_of_the_helhedsplans_own_boligorganisationer(
    as_: As, owner: User, project: Project
) -> None:
    ours = HousingDepartmentFactory(name="Vores afdeling")
    HousingDepartmentFactory(name="Andres afdeling")
    Party.objects.create(programme=project.programme, housing_organisation=ours.organisation)

    page = as_(owner).get(url("aktoerer-ny")).content.decode()

    assert "Vores afdeling" in page
    assert "Andres afdeling" not in page
