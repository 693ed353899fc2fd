"""The round of the example: the five answers of the case, as what is kept of them."""

from collections.abc import Callable
from decimal import Decimal

from django.urls import reverse

from actors.concepts import Concept
from forankring.accounts.models import User
from projects.models import Participant, Project, Rating, RoundResult
from projects.phases.analysis.rounds.talk_assumed import unsure_of
from tests.browser_client import Client


def test_the_schools_will_is_what_they_saw_differently(lektiecafeen: Project) -> None:
    result = RoundResult.objects.get(
        subject__round__project=lektiecafeen, subject__candidacy__project_actor__number=1, concept=Concept.WILL
    )

    assert (result.counts, result.median, result.spread) == ([0, 2, 1, 2, 0], Decimal(3), 2)


def test_nothing_is_left_of_who_answered(lektiecafeen: Project) -> None:
    assert not Rating.objects.exists()
    assert not Participant.objects.exists()
    assert not lektiecafeen.assessment_rounds.running().exists()


def test_every_distribution_adds_up(lektiecafeen: Project) -> None:
    for result in RoundResult.objects.filter(subject__round__project=lektiecafeen):
        shown = result.numeric >= 3
        assert sum(result.counts) == (result.numeric if shown else 0)
        assert sum(result.evidence) == (result.numeric if shown else 0)
        assert result.numeric + result.unknown == 5


def test_the_high_school_is_what_is_only_assumed(lektiecafeen: Project) -> None:
    (unsure,) = unsure_of(lektiecafeen)

    assert unsure.card.candidacy.project_actor.number == 8
    assert [line.concept for line in unsure.lines] == list(Concept)


def test_the_page_of_the_round_tells_it(lektiecafeen: Project, as_: Callable[[User], Client]) -> None:
    owner = User.objects.get(email="ejer@pilebro.example")
    round_ = lektiecafeen.assessment_rounds.opened().get()

    page = as_(owner).get(reverse("runde-resultat", args=[lektiecafeen.slug, round_.pk])).content.decode()

    assert "2 på trin 2, 1 på trin 3, 2 på trin 4. Median 3, spredning 2." in page
