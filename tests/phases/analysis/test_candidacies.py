"""The list of what is assessed: an actor in a role, its bars, its label and the way on from a gap."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import Candidacy, Event, Project, ProjectActor, SharedScore
from tests.browser_client import Client
from tests.factories import CandidacyFactory, ProjectActorFactory, SharedScoreFactory, TaskFactory

As = Callable[[User], Client]


def url(name: str, *rest: object) -> str:
    return reverse(name, args=["lektiecafeen", *rest])


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def score(candidacy: Candidacy, *pattern: int | None) -> None:
    """A score for each concept in order; None is "ved ikke"."""
    for concept, value in zip(Concept, pattern, strict=True):
        SharedScoreFactory(candidacy=candidacy, concept=concept, score=value, is_unknown=value is None)


@pytest.fixture
def actor(project: Project) -> ProjectActor:
    return ProjectActorFactory(project=project, actor__name="Foreningen")


@pytest.mark.parametrize("name", ["vurdering", "vurdering-ny", "valg", "fase-3"])
@pytest.mark.parametrize("person", ["owner", "editor", "board"])
def test_those_who_work_on_the_project_open_every_page(
    as_: As, project: Project, name: str, person: str, request: pytest.FixtureRequest
) -> None:
    assert as_(request.getfixturevalue(person)).get(url(name)).status_code == 200


@pytest.mark.parametrize("name", ["vurdering", "vurdering-ny", "valg", "fase-3"])
def test_others_stay_outside(as_: As, reader: User, stranger: User, client: Client, name: str) -> None:
    refused = as_(reader).get(url(name))

    assert refused.status_code == 403
    assert "Du er læser" in refused.content.decode()
    assert as_(stranger).get(url(name)).status_code == 404
    assert client.get(url(name)).status_code == 302


def test_a_candidacy_is_an_actor_a_role_and_its_tasks(as_: As, board: User, actor: ProjectActor) -> None:
    tasks = [TaskFactory(project=actor.project) for _each in range(2)]

    response = as_(board).post(
        url("vurdering-ny"), {"project_actor": actor.pk, "title": "drift", "tasks": [task.pk for task in tasks]}
    )

    assert response.url == url("vurdering")
    candidacy = Candidacy.objects.get()
    assert (str(candidacy), set(candidacy.tasks.all())) == ("Foreningen som drift", set(tasks))
    assert Event.objects.get().text == "tilføjede rollen"
    assert "Som drift: O1, O2" in words(as_(board).get(url("vurdering")).content.decode())


def test_the_same_actor_can_be_assessed_in_two_roles_but_not_twice_in_one(
    as_: As, owner: User, actor: ProjectActor
) -> None:
    CandidacyFactory(project_actor=actor, title="drift")

    assert as_(owner).post(url("vurdering-ny"), {"project_actor": actor.pk, "title": "lokale"}).status_code == 302
    refused = as_(owner).post(url("vurdering-ny"), {"project_actor": actor.pk, "title": "drift"})
    assert "Aktøren vurderes allerede i den rolle." in refused.content.decode()
    assert Candidacy.objects.count() == 2


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"title": ""}, "Skriv, hvilken rolle aktøren skal vurderes i."),
        ({"project_actor": ""}, "Vælg den aktør, I vil vurdere."),
        ({"project_actor": "0"}, "Vælg et af svarene på listen."),
        ({"project_actor": "x"}, "Vælg et af svarene på listen."),
        ({"title": "x" * 121}, "Skriv det kortere"),
        ({"title": "drift\x00"}, "usynlige"),
        ({"tasks": ["0"]}, "Vælg svar på listen."),
        ({"tasks": ["x"]}, "Vælg et eller flere af svarene"),
    ],
)
def test_what_cannot_be_used_is_answered_at_the_field(
    as_: As, owner: User, actor: ProjectActor, answers: dict[str, Any], message: str
) -> None:
    response = as_(owner).post(url("vurdering-ny"), {"project_actor": actor.pk, "title": "drift"} | answers)

    assert message in response.content.decode()
    assert not Candidacy.objects.exists()


def test_actors_and_tasks_of_other_projects_cannot_be_chosen(as_: As, owner: User, actor: ProjectActor) -> None:
    foreign_actor, foreign_task = ProjectActorFactory(), TaskFactory()

    for answers in ({"project_actor": foreign_actor.pk}, {"tasks": [foreign_task.pk]}):
        response = as_(owner).post(url("vurdering-ny"), {"project_actor": actor.pk, "title": "drift"} | answers)
        assert response.status_code == 200
    assert not Candidacy.objects.exists()


def test_candidacies_of_other_projects_do_not_exist_here(as_: As, owner: User, project: Project) -> None:
    foreign = CandidacyFactory()

    for name in ("vurdering-ret", "vurdering-fjern"):
        assert as_(owner).get(url(name, foreign.pk)).status_code == 404
        assert as_(owner).post(url(name, foreign.pk), {"title": "Stjålet"}).status_code == 404
    assert Candidacy.objects.get() == foreign


def test_a_role_that_is_not_assessed_can_be_removed_and_an_assessed_one_stays(
    as_: As, owner: User, actor: ProjectActor
) -> None:
    fresh, assessed = CandidacyFactory(project_actor=actor), CandidacyFactory(project_actor=actor)
    score(assessed, 3, 3, 3, 3)

    assert as_(owner).post(url("vurdering-fjern", fresh.pk)).status_code == 302
    assert "vurderinger bliver stående" in as_(owner).get(url("vurdering-fjern", assessed.pk)).content.decode()
    assert as_(owner).post(url("vurdering-fjern", assessed.pk)).status_code == 403
    assert Candidacy.objects.get() == assessed
    assert SharedScore.objects.count() == 4


def test_the_bars_have_words_and_the_weakest_stands_out_in_words(as_: As, owner: User, actor: ProjectActor) -> None:
    score(CandidacyFactory(project_actor=actor, title="drift"), 5, 5, 2, 5)

    page = as_(owner).get(url("vurdering")).content.decode()

    assert "Evne 2 af 5 – i mindre grad (svagest)" in words(page)
    assert "Forståelse 5 af 5 – fuldt" in words(page)
    assert page.count('class="bar bar-weak"') == 1
    assert page.count('<span class="on"></span>') == 5 + 5 + 2 + 5
    assert "Vil gerne – mangler kapacitet" in page
    assert "Næste skridt: Byg kapacitet op." in words(page)


def test_the_weakest_of_somebody_ready_is_named_but_not_marked_as_a_problem(
    as_: As, owner: User, actor: ProjectActor
) -> None:
    score(CandidacyFactory(project_actor=actor), 5, 4, 5, 5)

    page = as_(owner).get(url("vurdering")).content.decode()

    assert "Mening 4 af 5 – i høj grad (svagest)" in words(page)
    assert "bar-weak" not in page


def test_dont_know_and_not_assessed_are_said_as_such(as_: As, owner: User, actor: ProjectActor) -> None:
    score(CandidacyFactory(project_actor=actor), 5, None, 5, 5)
    CandidacyFactory(project_actor=actor)

    page = words(as_(owner).get(url("vurdering")).content.decode())

    assert "Vi ved for lidt" in page
    assert "Mening ved ikke" in page
    assert page.count("ikke vurderet") == 4
    assert "Ikke vurderet" in page


def test_every_gap_can_become_an_action_in_the_plan(as_: As, owner: User, actor: ProjectActor) -> None:
    candidacy = CandidacyFactory(project_actor=actor)
    score(candidacy, 2, 3, 1, 5)

    page = as_(owner).get(url("vurdering")).content.decode()

    for concept in Concept:
        way = f'action="{url("tiltag-fra-gab", candidacy.pk, concept.value)}"'
        assert (way in page) is (concept in {Concept.UNDERSTANDING, Concept.ABILITY})


def test_the_reasons_and_what_they_build_on_are_shown_with_the_bars(as_: As, owner: User, actor: ProjectActor) -> None:
    SharedScoreFactory(
        candidacy__project_actor=actor, reason="To bærer <alt>.", requirement="Et kursus.", evidence="observed"
    )

    page = as_(owner).get(url("vurdering")).content.decode()

    assert "To bærer &lt;alt&gt;." in page
    assert "Bygger på: noget, vi selv har set" in page
    assert "Det skal der til: Et kursus." in words(page)


def test_the_cards_stand_in_the_order_of_the_actors(as_: As, owner: User, project: Project) -> None:
    first, second = ProjectActorFactory(project=project), ProjectActorFactory(project=project)
    late, early = CandidacyFactory(project_actor=second), CandidacyFactory(project_actor=first)

    page = as_(owner).get(url("vurdering")).content.decode()

    assert page.index(f'id="row-{early.pk}"') < page.index(f'id="row-{late.pk}"')


@pytest.mark.parametrize("name", ["vurdering", "valg", "fase-3"])
def test_fifty_candidacies_cost_no_more_queries_than_one(as_: As, owner: User, project: Project, name: str) -> None:
    browser = as_(owner)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(url(name)).status_code == 200
        return len(queries)

    def fill(count: int) -> None:
        for _each in range(count):
            candidacy = CandidacyFactory(project_actor=ProjectActorFactory(project=project))
            candidacy.tasks.add(TaskFactory(project=project))
            score(candidacy, 2, 3, 4, None)

    fill(1)
    few = cost()
    fill(49)
    assert cost() == few
