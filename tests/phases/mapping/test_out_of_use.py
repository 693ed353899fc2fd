"""An actor that is taken out of use keeps its history and gets nothing new."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import Commitment, Event, Project, ProjectActor, Task
from projects.phases.facts import facts_of
from projects.phases.health import findings_of_step
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    CandidacyFactory,
    CommitmentFactory,
    ProjectActorFactory,
    ProjectFactory,
    SharedScoreFactory,
    TaskFactory,
)

As = Callable[[User], Client]
WORDS = "Klubben (ude af brug)"


@pytest.fixture
def club(project: Project) -> ProjectActor:
    return ProjectActorFactory(project=project, actor__name="Klubben")


@pytest.fixture
def task(project: Project) -> Task:
    return TaskFactory(project=project, title="Finde frivillige")


def take_out(client: Client, row: ProjectActor) -> None:
    client.post(reverse("aktoerer-ud-af-brug", args=[row.project.slug, row.pk]), follow=True)
    row.actor.refresh_from_db()


def text_of(client: Client, name: str, *args: object) -> str:
    return client.get(reverse(name, args=args)).content.decode()


def test_it_is_said_first_what_it_means_and_nothing_is_done(
    as_: As, owner: User, club: ProjectActor, task: Task
) -> None:
    ProjectActorFactory(project=ProjectFactory(programme=club.project.programme, name="Festen"), actor=club.actor)
    CommitmentFactory(task=task, project_actor=club)

    page = text_of(as_(owner), "aktoerer-ud-af-brug", club.project.slug, club.pk)

    assert "Festen" in page
    assert "O1 Finde frivillige" in page
    club.actor.refresh_from_db()
    assert club.actor.is_active


def test_it_is_taken_out_and_in_again_and_the_log_tells(as_: As, owner: User, club: ProjectActor) -> None:
    client = as_(owner)
    take_out(client, club)
    take_out(client, club)
    assert not club.actor.is_active
    assert WORDS in text_of(client, "aktoerer", club.project.slug)

    client.post(reverse("aktoerer-i-brug", args=[club.project.slug, club.pk]))

    club.actor.refresh_from_db()
    assert club.actor.is_active
    told = list(Event.objects.filter(project=club.project).order_by("pk").values_list("text", flat=True))
    assert told == ["tog aktøren A1 ud af brug i helhedsplanen", "tog aktøren A1 i brug igen"]


def test_it_is_offered_nowhere_for_something_new(as_: As, owner: User, club: ProjectActor, task: Task) -> None:
    client, slug = as_(owner), club.project.slug
    other = ProjectFactory(programme=club.project.programme)
    ProjectActorFactory(project=club.project)
    take_out(client, club)

    assert "Klubben" not in text_of(client, "aktoerer", other.slug)
    for name in ("vurdering-ny", "tiltag-ny", "snitflader-ny", "relationer"):
        assert "Klubben" not in text_of(client, name, slug), name
    assert "Klubben" not in text_of(client, "ansvar-ret", slug, task.pk)


def test_it_gets_no_new_role_in_a_task(as_: As, owner: User, club: ProjectActor, task: Task) -> None:
    client = as_(owner)
    take_out(client, club)
    answers = {"responsible": "agreed", "carries_out": "none", "contributes": "none", "reserve": "none"}

    response = client.post(reverse("daekning-celle", args=[club.project.slug, task.pk, club.pk]), answers)

    assert response.status_code == 200
    assert not Commitment.objects.exists()


def test_it_can_be_taken_off_a_task_it_has(as_: As, owner: User, club: ProjectActor, task: Task) -> None:
    CommitmentFactory(task=task, project_actor=club, state="agreed")
    client = as_(owner)
    take_out(client, club)
    answers = {"responsible": "none", "carries_out": "none", "contributes": "none", "reserve": "none"}

    client.post(reverse("daekning-celle", args=[club.project.slug, task.pk, club.pk]), answers)

    assert not Commitment.objects.exists()


def test_what_it_has_been_part_of_is_still_shown_and_can_be_saved(
    as_: As, owner: User, club: ProjectActor, task: Task
) -> None:
    slug = club.project.slug
    CommitmentFactory(task=task, project_actor=club, state="agreed")
    candidacy = CandidacyFactory(project_actor=club, title="tovholder")
    SharedScoreFactory(candidacy=candidacy, concept=Concept.ABILITY, score=2, reason="Mangler timer.")
    action = ActionFactory(project=club.project)
    action.actors.add(club)
    client = as_(owner)
    take_out(client, club)

    for name in ("daekning", "vurdering", "valg", "plan", "ansvar"):
        assert WORDS in text_of(client, name, slug), name
    assert "Mangler timer." in text_of(client, "vurdering", slug)
    for name, pk in (("tiltag-ret", action.pk), ("vurdering-ret", candidacy.pk), ("ansvar-ret", task.pk)):
        assert WORDS in text_of(client, name, slug, pk), name
    saved = client.post(
        reverse("vurdering-ret", args=[slug, candidacy.pk]), {"project_actor": club.pk, "title": "frivilligleder"}
    )
    assert saved.status_code == 302
    candidacy.refresh_from_db()
    assert candidacy.title == "frivilligleder"


def test_a_task_it_is_responsible_for_is_a_finding(as_: As, owner: User, club: ProjectActor, task: Task) -> None:
    CommitmentFactory(task=task, project_actor=club, state="agreed")
    assert not [one for one in findings_of_step(facts_of(club.project), "daekning") if "Klubben" in str(one.text)]

    take_out(as_(owner), club)

    found = [str(one.text) for one in findings_of_step(facts_of(club.project), "daekning")]
    assert f"{WORDS} står som ansvarlig for O1 Finde frivillige. Find en anden." in found


def test_nothing_more_is_asked_about_it(as_: As, owner: User, club: ProjectActor, task: Task) -> None:
    candidacy = CandidacyFactory(project_actor=club, title="vært")
    slug = club.project.slug
    review = {2: "aktoerer", 3: "vurdering"}
    for phase in review:
        assert "Klubben" in text_of(as_(owner), f"fase-{phase}", slug).split("review-step")[0], phase

    take_out(as_(owner), club)

    for phase in review:
        assert "Klubben" not in text_of(as_(owner), f"fase-{phase}", slug).split("review-step")[0], phase
    assert reverse("vurder-ret", args=[slug, candidacy.pk]) not in text_of(as_(owner), "vurdering", slug)
    assert "Vurdér" not in text_of(as_(owner), "vurdering-udvikling", slug, candidacy.pk).split("<main")[1]


def test_a_stopped_task_does_not_ask_for_another(club: ProjectActor, project: Project) -> None:
    CommitmentFactory(task=TaskFactory(project=project, operation_level="stop"), project_actor=club)
    club.actor.is_active = False
    club.actor.save()

    assert list(findings_of_step(facts_of(project), "daekning")) == []


def test_only_those_who_fill_the_phases_may(as_: As, reader: User, stranger: User, club: ProjectActor) -> None:
    for name in ("aktoerer-ud-af-brug", "aktoerer-i-brug"):
        url = reverse(name, args=[club.project.slug, club.pk])
        assert as_(reader).post(url).status_code == 403
        assert as_(stranger).post(url).status_code == 404
    club.actor.refresh_from_db()
    assert club.actor.is_active
