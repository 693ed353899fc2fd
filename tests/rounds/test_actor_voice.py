"""An actor's own link: one browser's, about that actor alone, and closed to whoever made it."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import ActorLink, AssessmentRound, Event, Participant, Project, Rating
from projects.phases.analysis.rounds import actor_voice
from projects.phases.analysis.rounds.services import close_round
from tests.browser_client import Client
from tests.factories import ActorFactory, CandidacyFactory, ProjectActorFactory, SharedScoreFactory
from tests.rounds.rows import running, say

As = Callable[[User], Client]


@pytest.fixture
def round_(project: Project, owner: User) -> AssessmentRound:
    """About the school in two roles and the volunteers in one."""
    school, volunteers = (
        ProjectActorFactory(project=project, actor=ActorFactory(programme=project.programme, name=name))
        for name in ("Pilebroskolen", "Lektiehjælperne")
    )
    candidacies = [CandidacyFactory(project_actor=school, title=title) for title in ("tovholder", "drift")]
    return running(project, owner, *candidacies, CandidacyFactory(project_actor=volunteers, title="reserve"))


@pytest.fixture
def link(round_: AssessmentRound, owner: User) -> ActorLink:
    school = actor_voice.actors_of(round_)[0]
    return actor_voice.make_link(by=owner, round_=round_, project_actor=school)


def address(link: ActorLink) -> str:
    return reverse("stemme", args=[link.token])


def test_the_leader_makes_a_link_for_each_actor_once(as_: As, owner: User, round_: AssessmentRound) -> None:
    page = reverse("runde-stemmer", args=[round_.project.slug, round_.pk])
    school, _volunteers = actor_voice.actors_of(round_)

    said = as_(owner).post(page, {"actor": school.pk}, follow=True).content.decode()

    [link] = ActorLink.objects.all()
    assert f"http://testserver{address(link)}" in said
    assert Event.objects.filter(text__contains=f"link til {school.code}").count() == 1


@pytest.mark.parametrize("actor", ["", "0", "x", "\x00", "9" * 400])
def test_an_actor_that_is_not_in_the_round_is_not_found(
    as_: As, owner: User, round_: AssessmentRound, actor: str
) -> None:
    page = reverse("runde-stemmer", args=[round_.project.slug, round_.pk])

    assert as_(owner).post(page, {"actor": actor}).status_code == 404


def test_looking_at_the_link_begins_nothing(client: Client, link: ActorLink) -> None:
    page = client.get(address(link)).content.decode()

    assert "Hvad siger I selv, Pilebroskolen?" in page
    assert not Participant.objects.exists()


def test_whoever_begins_speaks_for_the_actor_and_is_asked_about_it_alone(client: Client, link: ActorLink) -> None:
    response = client.post(address(link))

    assert response.headers["Location"] == reverse("deltager")
    [participant] = Participant.objects.all()
    assert participant.represents == link.project_actor
    assert participant.role_title == "Repræsentant for Pilebroskolen"
    page = client.get(reverse("deltager")).content.decode()
    assert "tovholder" in page
    assert "drift" in page
    assert "Lektiehjælperne" not in page


def test_the_actor_is_not_told_what_the_group_held_about_it(
    client: Client, link: ActorLink, round_: AssessmentRound
) -> None:
    subject = round_.subjects.order_by("position")[0]
    SharedScoreFactory(candidacy=subject.candidacy, concept=Concept.WILL, score=2)
    client.post(address(link))
    say(Participant.objects.get(), subject, 4, 4, 4, 4)

    urls = (reverse("deltager"), reverse("deltager-svar", args=[subject.pk]))
    pages = [client.get(url).content.decode() for url in urls]

    assert "Du har svaret" in pages[0]
    assert "I sagde sidst" not in "".join(pages)


def test_the_link_opens_no_second_browser_and_so_not_the_leaders(
    as_: As, client: Client, link: ActorLink, owner: User
) -> None:
    client.post(address(link))

    for another in (Client(), as_(owner)):
        assert another.get(address(link)).status_code == 410
        assert another.post(address(link)).status_code == 410
    assert Participant.objects.count() == 1
    assert client.get(address(link)).headers["Location"] == reverse("deltager")


def test_a_new_link_ends_the_old_one_with_what_was_answered_through_it(
    as_: As, client: Client, link: ActorLink, round_: AssessmentRound, owner: User
) -> None:
    client.post(address(link))
    say(Participant.objects.get(), round_.subjects.order_by("position")[0], 4, 4, 4, 4)

    as_(owner).post(reverse("runde-stemmer", args=[round_.project.slug, round_.pk]), {"actor": link.project_actor_id})

    assert not Participant.objects.exists()
    assert not Rating.objects.exists()
    assert client.get(address(link)).status_code == 410
    link.refresh_from_db()
    assert client.get(address(link)).status_code == 200


def test_what_the_group_has_seen_is_not_taken_away_by_a_new_link(
    as_: As, client: Client, link: ActorLink, round_: AssessmentRound, owner: User
) -> None:
    client.post(address(link))
    subject = round_.subjects.order_by("position")[0]
    say(Participant.objects.get(), subject, 4, 4, 4, 4)
    subject.revealed_at = round_.opened_at
    subject.save()

    page = as_(owner).post(
        reverse("runde-stemmer", args=[round_.project.slug, round_.pk]), {"actor": link.project_actor_id}, follow=True
    )

    assert "kan linket ikke laves om" in page.content.decode()
    assert Rating.objects.count() == 4


def test_the_link_dies_with_the_round(client: Client, link: ActorLink, owner: User, round_: AssessmentRound) -> None:
    close_round(by=owner, round_=round_)

    assert client.get(address(link)).status_code == 410
    assert client.post(address(link)).status_code == 410
    assert client.get(reverse("stemme", args=["x" * 500])).status_code == 410
    assert client.get("/stemme/%00%1b/").status_code == 404


def test_whoever_speaks_for_two_actors_has_both_seats_in_one_browser(
    client: Client, link: ActorLink, owner: User, round_: AssessmentRound
) -> None:
    volunteers = actor_voice.actors_of(round_)[1]
    other = actor_voice.make_link(by=owner, round_=round_, project_actor=volunteers)
    for each in (link, other):
        client.post(address(each))

    page = client.get(address(link), follow=True).content.decode()

    assert "Pilebroskolen" in page
    assert "Lektiehjælperne" not in page
    assert "Lektiehjælperne" in client.get(address(other), follow=True).content.decode()
