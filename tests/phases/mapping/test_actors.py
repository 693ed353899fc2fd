"""The actors of the project: new ones, ones the helhedsplan already has, and ones of the registry."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.models import Actor
from forankring.accounts.models import User
from projects.models import Event, Project, ProjectActor
from tests.browser_client import Client
from tests.factories import (
    ActorFactory,
    CandidacyFactory,
    CommitmentFactory,
    HousingDepartmentFactory,
    ProjectActorFactory,
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
    assert row.contact_date == date(2026, 10, 11)
    assert Event.objects.get().text == "tilføjede aktøren A1"


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
    browser, address = as_(owner), url("aktoerer-ret", row.pk)
    sent = browser.filled_in(address, {"name": "Klubben", "current_role": "Hjælper"})

    with CaptureQueriesContext(connection) as queries:
        response = browser.post(address, sent)

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


def test_the_review_page_names_every_line_and_leaves_out_what_is_empty(as_: As, owner: User, project: Project) -> None:
    ProjectActorFactory(project=project, current_role="Låner os lokalet", contribution_note="Nøgler", contact_status="")

    review = as_(owner).get(url("fase-2")).content.decode()

    assert "I dag: Låner os lokalet" in review
    assert "Kan give: Nøgler" in review
    assert "Hvor langt:" not in review
