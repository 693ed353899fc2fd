"""The actors of the project: new ones, ones the helhedsplan already has, and ones of the registry."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.models import Actor, Municipality, Party
from forankring.accounts.models import User
from projects.models import Event, Project, ProjectActor
from tests.factories import (
    ActorFactory,
    CandidacyFactory,
    CommitmentFactory,
    HousingDepartmentFactory,
    HousingOrganisationFactory,
    ProjectActorFactory,
    ProjectFactory,
    SharedScoreFactory,
)

As = Callable[[User], Client]
CVR = "61056416"


def url(name: str, *rest: object) -> str:
    return reverse(name, args=["lektiecafeen", *rest])


def add(as_: As, person: User, **answers: Any) -> Any:
    return as_(person).post(url("aktoerer-ny"), answers)


@pytest.mark.parametrize("name", ["aktoerer", "aktoerer-ny", "daekning", "fase-2"])
@pytest.mark.parametrize("person", ["owner", "editor", "board"])
def test_those_who_work_on_the_project_open_every_page(
    as_: As, project: Project, name: str, person: str, request: pytest.FixtureRequest
) -> None:
    assert as_(request.getfixturevalue(person)).get(url(name)).status_code == 200


@pytest.mark.parametrize("name", ["aktoerer", "aktoerer-ny", "daekning", "fase-2"])
def test_others_stay_outside(as_: As, reader: User, stranger: User, client: Client, name: str) -> None:
    refused = as_(reader).get(url(name))

    assert refused.status_code == 403
    assert "Du er læser" in refused.content.decode()
    assert as_(stranger).get(url(name)).status_code == 404
    assert client.get(url(name)).status_code == 302


def test_a_new_actor_is_two_rows_saved_together(as_: As, owner: User, project: Project) -> None:
    response = add(
        as_,
        owner,
        name="Pilebro Bibliotek",
        actor_type="culture",
        sphere="municipality",
        own_cvr="DK 61 05 64 16",
        staying="yes",
        contributions=["network", "time"],
        task_types=["UDF"],
        decision_role="Bibliotekschef",
        contact_status="interested",
        contact_date="11/10 2026",
    )

    assert response.url == url("aktoerer")
    row = ProjectActor.objects.get()
    assert (row.code, str(row), row.project) == ("A1", "Pilebro Bibliotek", project)
    assert row.actor.programme == project.programme
    assert (row.actor.cvr, row.actor.staying) == (CVR, "yes")
    assert row.contributions == ["time", "network"]
    assert row.contact_date and row.contact_date.isoformat() == "2026-10-11"
    assert Event.objects.get().text == "tilføjede aktøren “Pilebro Bibliotek”"


def test_only_the_name_is_required_and_nothing_typed_is_lost(as_: As, owner: User) -> None:
    response = add(as_, owner, current_role="Låner bøger ud", contributions=["time"])

    page = response.content.decode()
    assert "Skriv, hvad aktøren hedder, eller vælg den på listen." in page
    assert "Låner bøger ud" in page
    assert not Actor.objects.exists()
    assert add(as_, owner, name="Biblioteket").status_code == 302


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"name": "x" * 121}, "Skriv det kortere"),
        ({"name": "Bib\x00liotek"}, "usynlige"),
        ({"name": "Bibliotek", "own_cvr": "12345678"}, "Skriv et CVR-nummer"),
        ({"name": "Bibliotek", "limits": "x" * 1001}, "Skriv det kortere"),
        ({"name": "Bibliotek", "actor_type": "hemmelig"}, "Vælg et af svarene på listen"),
        ({"name": "Bibliotek", "contact_date": "i går"}, "Skriv datoen"),
        ({"name": "Bibliotek", "registry": "municipality-9999"}, "Vælg en fra listen"),
        ({"name": "Bibliotek", "registry": "housing_department-1; --"}, "Vælg en fra listen"),
        ({"name": "Bibliotek", "registry": "programme-1"}, "Vælg en fra listen"),
        ({"name": "Bibliotek", "registry": "housing_organisation-99999999999999999999"}, "Vælg en fra listen"),
        ({"name": "Bibliotek", "registry": "housing_organisation-\x00"}, "Vælg en fra listen"),
    ],
)
def test_what_cannot_be_used_is_answered_at_the_field(
    as_: As, owner: User, answers: dict[str, Any], words: str
) -> None:
    response = add(as_, owner, **answers)

    assert response.status_code == 200
    assert words in response.content.decode()
    assert not ProjectActor.objects.exists()
    assert not Actor.objects.exists()


def test_a_unit_inherits_the_organisations_name_and_cvr(as_: As, owner: User) -> None:
    organisation = HousingOrganisationFactory(name="Pilebro Boligforening", cvr=CVR)
    add(as_, owner, name="Driftskontoret", registry=f"housing_organisation-{organisation.pk}")

    page = as_(owner).get(url("aktoerer")).content.decode()

    assert "Driftskontoret" in page
    assert "Del af Pilebro Boligforening" in page
    assert f"CVR {CVR}" in page


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


def test_an_actor_of_the_helhedsplan_is_taken_in_with_what_is_known_of_it(
    as_: As, owner: User, project: Project
) -> None:
    actor = ActorFactory(programme=project.programme, name="Gymnasiet", sphere="state")
    other = ProjectActorFactory(actor=actor, project__programme=project.programme, current_role="Vejleder")

    response = as_(owner).post(url("aktoerer"), {"actor": actor.pk})

    row = ProjectActor.objects.get(project=project)
    assert response.url == url("aktoerer-ret", row.pk)
    assert (row.actor, row.current_role) == (actor, "")
    assert ProjectActor.objects.get(pk=other.pk).current_role == "Vejleder"
    page = as_(owner).get(response.url).content.decode()
    assert f"Aktøren er også med i “{other.project}”" in page
    assert Event.objects.get().text == "tog aktøren “Gymnasiet” med"


def test_only_actors_of_this_helhedsplan_not_yet_in_the_project_can_be_taken_in(
    as_: As, owner: User, project: Project
) -> None:
    inside = ProjectActorFactory(project=project, actor__name="Er med").actor
    foreign = ActorFactory(name="Andres")
    retired = ActorFactory(programme=project.programme, name="Ude af brug", is_active=False)
    ActorFactory(programme=project.programme, name="Kan tages med")

    page = as_(owner).get(url("aktoerer")).content.decode()

    assert "Kan tages med" in page
    assert "Andres" not in page
    assert "Ude af brug" not in page
    for actor in (inside.pk, foreign.pk, retired.pk, 999, "x", "\x00"):
        refused = as_(owner).post(url("aktoerer"), {"actor": actor})
        assert refused.status_code == 200
        assert "Der er problemer" in refused.content.decode()
    assert project.project_actors.count() == 1


def test_the_same_actor_is_not_written_twice_in_a_helhedsplan(as_: As, owner: User, project: Project) -> None:
    ActorFactory(programme=project.programme, name="Biblioteket")

    page = add(as_, owner, name="biblioteket").content.decode()

    assert "Aktøren er allerede i helhedsplanen." in page
    assert Actor.objects.filter(programme=project.programme).count() == 1


def test_what_holds_everywhere_is_changed_everywhere_and_the_rest_only_here(
    as_: As, owner: User, project: Project
) -> None:
    actor = ActorFactory(programme=project.programme, name="Klubben")
    here = ProjectActorFactory(project=project, actor=actor)
    there = ProjectActorFactory(project__programme=project.programme, actor=actor, limits="Ingen weekender")

    as_(owner).post(url("aktoerer-ret", here.pk), {"name": "Ungdomsklubben", "limits": "Kun hverdage"})

    there = ProjectActor.objects.get(pk=there.pk)
    assert (str(there), there.limits) == ("Ungdomsklubben", "Ingen weekender")
    assert ProjectActor.objects.get(pk=here.pk).limits == "Kun hverdage"


def test_a_small_group_is_warned_about_but_saved(as_: As, owner: User) -> None:
    response = as_(owner).post(
        url("aktoerer-ny"), {"name": "Fædregruppen", "actor_type": "resident_group"}, follow=True
    )

    assert "I en lille gruppe kan alle se, hvem der er tale om." in response.content.decode()


def test_an_actor_that_is_assessed_stays(as_: As, owner: User, project: Project) -> None:
    row = ProjectActorFactory(project=project)
    SharedScoreFactory(candidacy__project_actor=row)

    page = as_(owner).get(url("aktoerer-fjern", row.pk)).content.decode()

    assert "Aktøren er vurderet i fase 3" in page
    assert as_(owner).post(url("aktoerer-fjern", row.pk)).status_code == 403
    assert ProjectActor.objects.filter(pk=row.pk).exists()


def test_removing_an_actor_says_what_goes_with_it_and_keeps_it_in_the_helhedsplan(
    as_: As, owner: User, project: Project
) -> None:
    row = ProjectActorFactory(project=project)
    CommitmentFactory(task__project=project, project_actor=row)
    CandidacyFactory(project_actor=row)

    page = as_(owner).get(url("aktoerer-fjern", row.pk)).content.decode()
    assert "1 aftale om opgave" in page
    assert "1 kandidatur" in page

    as_(owner).post(url("aktoerer-fjern", row.pk))
    assert not ProjectActor.objects.exists()
    assert Actor.objects.filter(pk=row.actor_id).exists()


def test_rows_of_another_project_do_not_exist_here(as_: As, owner: User, project: Project) -> None:
    foreign = ProjectActorFactory()

    for name in ("aktoerer-ret", "aktoerer-fjern"):
        assert as_(owner).get(url(name, foreign.pk)).status_code == 404
        assert as_(owner).post(url(name, foreign.pk), {"name": "Stjålet"}).status_code == 404
    for name in ("aktoerer-op", "aktoerer-ned"):
        assert as_(owner).post(url(name, foreign.pk)).status_code == 404
    assert Actor.objects.get().name != "Stjålet"


def test_an_archived_project_takes_no_actors(as_: As, owner: User, project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(archived_at="2026-01-01T00:00Z", archived_by=owner)

    assert add(as_, owner, name="For sent").status_code == 403


def test_actors_change_places(as_: As, owner: User, project: Project) -> None:
    first, second = ProjectActorFactory(project=project), ProjectActorFactory(project=project)

    as_(owner).post(url("aktoerer-ned", first.pk))

    assert list(project.project_actors.in_order()) == [second, first]


def test_saving_an_actor_takes_few_queries(as_: As, owner: User, project: Project) -> None:
    row = ProjectActorFactory(project=project, actor__name="Klubben")
    browser = as_(owner)

    with CaptureQueriesContext(connection) as queries:
        response = browser.post(url("aktoerer-ret", row.pk), {"name": "Klubben", "current_role": "Hjælper"})

    assert response.status_code == 302
    assert len(queries) <= 12, [query["sql"][:90] for query in queries]


@pytest.mark.parametrize("name", ["aktoerer", "fase-2"])
def test_fifty_actors_cost_no_more_queries_than_one(as_: As, owner: User, project: Project, name: str) -> None:
    browser = as_(owner)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(url(name)).status_code == 200
        return len(queries)

    def fill(count: int) -> None:
        for _each in range(count):
            unit = ActorFactory(programme=project.programme, housing_department=HousingDepartmentFactory())
            ProjectActorFactory(project=project, actor=unit)
            ActorFactory(programme=project.programme)

    fill(1)
    few = cost()
    fill(49)
    assert cost() == few


def test_the_name_of_another_project_is_escaped(as_: As, owner: User, project: Project) -> None:
    actor = ActorFactory(programme=project.programme, name="<b>Klubben</b>")
    row = ProjectActorFactory(project=project, actor=actor)
    ProjectActorFactory(actor=actor, project=ProjectFactory(programme=project.programme, name="<script>1</script>"))

    for address in (url("aktoerer"), url("aktoerer-ret", row.pk), url("daekning")):
        page = as_(owner).get(address).content.decode()
        assert "<script>1" not in page
        assert "<b>Klubben" not in page
