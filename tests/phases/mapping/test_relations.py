"""Relations between the helhedsplan's actors: in words from both sides, once, and for everybody's project."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from actors.models import Actor, ActorRelation, RelationKind
from forankring.accounts.models import User
from projects.models import Event, Project
from projects.phases.mapping.actor_services import add_relation
from tests.browser_client import Client
from tests.factories import ActorFactory, ProjectActorFactory, ProjectFactory

As = Callable[[User], Client]


@pytest.fixture
def url(project: Project) -> str:
    return reverse("relationer", args=[project.slug])


@pytest.fixture
def school(project: Project) -> Actor:
    return ProjectActorFactory(project=project, actor__name="Pilebroskolen").actor


@pytest.fixture
def library(project: Project, school: Actor) -> Actor:
    """Younger than the school."""
    return ProjectActorFactory(project=project, actor__name="Pilebro Bibliotek").actor


def written(first: Actor, kind: str, second: Actor) -> dict[str, str]:
    return {"from_actor": str(first.pk), "kind": kind, "to_actor": str(second.pk)}


@pytest.mark.parametrize(
    ("kind", "from_first", "from_second"),
    [
        ("cooperation", "samarbejder med Pilebro Bibliotek", "samarbejder med Pilebroskolen"),
        ("money", "giver penge til Pilebro Bibliotek", "får penge fra Pilebroskolen"),
        ("leadership", "leder Pilebro Bibliotek", "hører under Pilebroskolen"),
        ("conflict", "er uenig eller i konflikt med Pilebro Bibliotek", "i konflikt med Pilebroskolen"),
    ],
)
def test_a_relation_stands_on_both_cards_in_words(
    as_: As, owner: User, url: str, project: Project, school: Actor, library: Actor,
    kind: str, from_first: str, from_second: str,
) -> None:  # fmt: skip
    response = as_(owner).post(url, written(school, kind, library), follow=True)

    assert f"Pilebroskolen {from_first}" in response.content.decode()
    cards = as_(owner).get(reverse("aktoerer", args=[project.slug])).content.decode()
    assert from_first in cards
    assert from_second in cards


def test_who_gives_and_who_leads_is_kept(
    as_: As, owner: User, url: str, project: Project, school: Actor, library: Actor
) -> None:
    as_(owner).post(url, written(library, "money", school))

    assert str(ActorRelation.objects.get()) == "Pilebro Bibliotek giver penge til Pilebroskolen"


def test_the_same_cooperation_cannot_be_kept_twice_from_the_other_side(
    as_: As, owner: User, url: str, school: Actor, library: Actor
) -> None:
    as_(owner).post(url, written(library, "cooperation", school))

    response = as_(owner).post(url, written(school, "cooperation", library))

    assert "Relationen er allerede skrevet op." in response.content.decode()
    assert ActorRelation.objects.count() == 1


def test_two_can_give_each_other_money(as_: As, owner: User, url: str, school: Actor, library: Actor) -> None:
    as_(owner).post(url, written(library, "money", school))
    as_(owner).post(url, written(school, "money", library))

    assert ActorRelation.objects.count() == 2


def test_nobody_has_a_relation_with_themselves(as_: As, owner: User, url: str, school: Actor) -> None:
    ActorFactory(programme=school.programme)

    response = as_(owner).post(url, written(school, "cooperation", school))

    assert "Vælg to forskellige aktører." in response.content.decode()
    assert not ActorRelation.objects.exists()


def test_an_actor_of_another_helhedsplan_cannot_be_chosen(
    as_: As, owner: User, stranger: User, url: str, project: Project, school: Actor
) -> None:
    foreign = ActorFactory(programme=Project.objects.get(slug="havnecafeen").programme)

    response = as_(owner).post(url, written(school, "cooperation", foreign))

    assert response.status_code == 200
    assert not ActorRelation.objects.exists()
    with pytest.raises(ValueError, match="helhedsplan"):
        add_relation(by=owner, project=project, from_actor=school, to_actor=foreign, kind=RelationKind.COOPERATION)


@pytest.mark.parametrize("missing", ["from_actor", "kind", "to_actor"])
def test_what_is_missing_is_told(as_: As, owner: User, url: str, school: Actor, library: Actor, missing: str) -> None:
    response = as_(owner).post(url, written(school, "money", library) | {missing: ""})

    assert "Vælg" in response.content.decode().split("Der er problemer")[1]
    assert not ActorRelation.objects.exists()


def test_the_database_refuses_what_cannot_be(school: Actor, library: Actor) -> None:
    for first, second, kind in [
        (school, school, "money"),
        (library, school, "cooperation"),
        (school, library, "friendship"),
    ]:
        with pytest.raises(IntegrityError), transaction.atomic():
            ActorRelation.objects.create(from_actor=first, to_actor=second, kind=kind)


def test_a_relation_is_removed_and_both_are_told_in_the_log(
    as_: As, owner: User, url: str, project: Project, school: Actor, library: Actor
) -> None:
    as_(owner).post(url, written(school, "conflict", library))

    as_(owner).post(reverse("relationer-fjern", args=[project.slug, ActorRelation.objects.get().pk]))

    assert not ActorRelation.objects.exists()
    told = list(Event.objects.filter(project=project).order_by("pk").values_list("text", flat=True))
    assert told == ["skrev en relation mellem to aktører op", "fjernede en relation mellem to aktører"]


def test_a_relation_holds_in_the_helhedsplans_other_projects(
    as_: As, owner: User, url: str, project: Project, school: Actor, library: Actor
) -> None:
    other = ProjectFactory(programme=project.programme)
    ProjectActorFactory(project=other, actor=school)
    as_(owner).post(url, written(school, "cooperation", library))

    cards = as_(owner).get(reverse("aktoerer", args=[other.slug])).content.decode()

    assert "samarbejder med Pilebro Bibliotek" in cards


def test_a_relation_of_another_helhedsplan_is_not_found(
    as_: As, stranger: User, owner: User, url: str, school: Actor, library: Actor
) -> None:
    as_(owner).post(url, written(school, "money", library))
    relation = ActorRelation.objects.get()

    response = as_(stranger).post(reverse("relationer-fjern", args=["havnecafeen", relation.pk]))

    assert response.status_code == 404
    assert as_(stranger).get(url).status_code == 404
    assert ActorRelation.objects.filter(pk=relation.pk).exists()


def test_a_reader_is_refused_and_the_board_may(as_: As, reader: User, board: User, url: str, school: Actor) -> None:
    assert as_(reader).get(url).status_code == 403
    assert as_(board).get(url).status_code == 200


def test_the_card_one_came_from_is_chosen_beforehand(
    as_: As, owner: User, url: str, school: Actor, library: Actor
) -> None:
    page = as_(owner).get(url, {"aktoer": str(library.pk)}).content.decode()

    assert f'<option value="{library.pk}" selected>' in page
    for nonsense in ("x", "9" * 400, "-1", "٣"):
        assert as_(owner).get(url, {"aktoer": nonsense}).status_code == 200


def test_with_one_actor_there_is_nothing_to_write(as_: As, owner: User, url: str, school: Actor) -> None:
    assert "Der skal to aktører til en relation." in as_(owner).get(url).content.decode()
