"""Actors that the helhedsplan already has: taken in, not written twice, and changed everywhere."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from actors.models import Actor
from forankring.accounts.models import User
from projects.models import Event, Project, ProjectActor
from projects.phases.mapping import forms
from tests.browser_client import Client
from tests.factories import ActorFactory, HousingOrganisationFactory, ProjectActorFactory, ProjectFactory
from tests.forms import sent_by

As = Callable[[User], Client]


def url(name: str, *rest: object) -> str:
    return reverse(name, args=["lektiecafeen", *rest])


def add(as_: As, person: User, **answers: Any) -> Any:
    return as_(person).post(url("aktoerer-ny"), answers)


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
    assert f"Aktøren er også med i ”{other.project}”" in page
    assert Event.objects.get().text == "tog aktøren A1 med"


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


def test_two_who_write_the_same_actor_at_once_make_one(
    as_: As, owner: User, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other's row comes between the question whether there is one and the writing."""
    looked = forms._is_known

    def too_early(actor: Actor, name: str) -> bool:
        known = looked(actor, name)
        if not known:
            ActorFactory(programme=project.programme, name="BIBLIO\u00adTEKET")
        return known

    monkeypatch.setattr(forms, "_is_known", too_early)

    page = add(as_, owner, name="Biblioteket").content.decode()

    assert "Aktøren er allerede i helhedsplanen." in page
    assert 'value="Biblioteket"' in page
    assert Actor.objects.filter(programme=project.programme).count() == 1


def test_an_actor_is_not_given_the_name_of_another(as_: As, owner: User, project: Project) -> None:
    ActorFactory(programme=project.programme, name="Biblioteket")
    row = ProjectActorFactory(project=project, actor__name="Klubben")
    client, address = as_(owner), url("aktoerer-ret", row.pk)

    refused = client.post(address, sent_by(client.get(address)) | {"name": "biblio\u200bteket "})
    kept = client.post(address, sent_by(client.get(address)) | {"name": "KLUBBEN"})

    assert "Helhedsplanen har allerede en aktør med det navn." in refused.content.decode()
    assert kept.status_code == 302
    row.actor.refresh_from_db()
    assert row.actor.name == "KLUBBEN"


def test_the_same_name_may_stand_for_units_of_two_organisations(project: Project) -> None:
    for organisation in HousingOrganisationFactory.create_batch(2):
        ActorFactory(programme=project.programme, name="Driften", housing_organisation=organisation)

    with pytest.raises(IntegrityError), transaction.atomic():
        ActorFactory(programme=project.programme, name="driften", housing_organisation=organisation)


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


def test_the_name_of_another_project_is_escaped(as_: As, owner: User, project: Project) -> None:
    actor = ActorFactory(programme=project.programme, name="<b>Klubben</b>")
    row = ProjectActorFactory(project=project, actor=actor)
    ProjectActorFactory(actor=actor, project=ProjectFactory(programme=project.programme, name="<script>1</script>"))

    for address in (url("aktoerer"), url("aktoerer-ret", row.pk), url("daekning")):
        page = as_(owner).get(address).content.decode()
        assert "<script>1" not in page
        assert "<b>Klubben" not in page
