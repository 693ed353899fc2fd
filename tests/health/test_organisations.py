"""Who belongs to the same organisation: by the row of the registry first, then by the CVR number."""

import pytest

from actors.models import Municipality
from projects.models import Project
from projects.phases.facts import facts_of
from tests.factories import (
    ActorFactory,
    HousingDepartmentFactory,
    HousingOrganisationFactory,
    ProjectActorFactory,
)

pytestmark = pytest.mark.django_db
CVR = "55133018"


def organisations(project: Project, *actors: dict[str, object]) -> list[str]:
    for actor in actors:
        ProjectActorFactory(project=project, actor=ActorFactory(programme=project.programme, **actor))
    return [actor.organisation for actor in facts_of(project).actors]


@pytest.fixture
def kommune() -> Municipality:
    return Municipality.objects.get_or_create(code="0751", defaults={"name": "Aarhus"})[0]


def test_a_school_with_a_typed_number_and_a_library_of_the_kommune_are_one(
    project: Project, kommune: Municipality
) -> None:
    school, library = organisations(
        project, {"name": "Skolen", "municipality": kommune, "own_cvr": CVR}, {"municipality": kommune}
    )

    assert school == library != ""


def test_a_number_alone_leads_to_the_row_that_another_has_it_with(project: Project, kommune: Municipality) -> None:
    school, staff, library = organisations(
        project,
        {"name": "Skolen", "own_cvr": CVR},
        {"name": "Forvaltningen", "municipality": kommune, "own_cvr": CVR},
        {"name": "Biblioteket", "municipality": kommune},
    )

    assert school == staff == library != ""


def test_a_department_is_of_its_organisation_also_without_a_number(project: Project) -> None:
    house = HousingOrganisationFactory(cvr="")
    department = HousingDepartmentFactory(organisation=house)
    one, other = organisations(project, {"housing_organisation": house}, {"housing_department": department})

    assert one == other != ""


def test_those_of_no_registry_are_one_by_their_number_and_else_alone(project: Project) -> None:
    club, branch, cafe = organisations(
        project, {"name": "Klubben", "own_cvr": CVR}, {"name": "Afdelingen", "own_cvr": CVR}, {"name": "Caféen"}
    )

    assert club == branch == CVR
    assert cafe == ""
