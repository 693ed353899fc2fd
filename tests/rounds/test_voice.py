"""The actor's own voice: beside the group's value after the reveal, with the difference in words, and never counted."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from actors.concepts import Answer
from actors.spread import gather
from forankring.accounts.models import User
from projects.models import Project, RoundSubject
from projects.phases.analysis.assessments import Assessment
from projects.phases.analysis.rounds.distribution import Distribution, Line
from projects.phases.analysis.rounds.reveal_services import agree, reveal
from projects.phases.analysis.rounds.talk_words import PointWords
from tests.browser_client import Client
from tests.rounds.people import UNKNOWN, WILL, answer, candidacy, only_subject, opened, show

As = Callable[[User], Client]


@pytest.fixture
def subject(project: Project) -> RoundSubject:
    return only_subject(opened(project, candidacy(project)))


def page_of(client: Client, subject: RoundSubject) -> str:
    address = reverse("runde-aktoer", args=[subject.round.project.slug, subject.round_id, subject.pk])
    return " ".join(client.get(address).content.decode().split())


def words_of(group: list[Answer], own: Answer, shared: Answer = None) -> str:
    said = Distribution(WILL, gather(group), voice=(Line(own, "", ""),))
    return PointWords(said, Assessment(shared) if shared else None).voice[0][1]


def test_the_actors_voice_stands_beside_the_groups_and_is_not_counted(
    as_: As, board: User, subject: RoundSubject
) -> None:
    answer(subject, 2, 2, 3)
    answer(subject, 5, represents=subject.candidacy.project_actor, reasons=["Vi har sat timer af."])

    assert "Aktøren selv" not in page_of(as_(board), subject)
    reveal(by=None, round_=subject.round)
    page = page_of(as_(board), subject)

    assert "Median 2, spredning 1." in page
    assert "3 vurderede." in page
    assert "<strong>Aktøren selv:</strong> 5 af 5 – fuldt." in page
    assert "Det er tre trin højere end gruppens median. Hvad ved aktøren, som I ikke ved?" in page
    assert "”Vi har sat timer af.”" in page
    assert "Aktøren selv: 5.</title>" in page


def test_the_voice_of_another_actor_counts_with_the_group(as_: As, board: User, project: Project) -> None:
    library = candidacy(project, "Biblioteket")
    subject = only_subject(opened(project, candidacy(project)))
    answer(subject, 2, 3, 3)
    answer(subject, 5, represents=library.project_actor)
    reveal(by=None, round_=subject.round)

    page = page_of(as_(board), subject)

    assert "Median 3, spredning 3." in page
    assert "Aktøren selv" not in page


def test_the_voice_is_held_against_what_the_group_agreed_on(as_: As, board: User, subject: RoundSubject) -> None:
    answer(subject, 4, 4, 4)
    answer(subject, 4, represents=subject.candidacy.project_actor)
    reveal(by=None, round_=subject.round)
    agree(by=None, subject=subject, answers={WILL: Assessment(2)})

    assert "Det er to trin højere end jeres fælles vurdering." in page_of(as_(board), subject)


def test_where_the_group_is_too_small_the_actor_still_speaks_for_itself(
    as_: As, board: User, subject: RoundSubject
) -> None:
    answer(subject, 1, 5)
    answer(subject, 4, represents=subject.candidacy.project_actor)
    show(subject.round)

    page = page_of(as_(board), subject)

    assert "<strong>Aktøren selv:</strong> 4 af 5 – i høj grad." in page
    assert "højere" not in page
    assert "lavere" not in page
    assert "picture-strip" not in page


@pytest.mark.parametrize(
    ("group", "own", "expected"),
    [
        ([3, 3, 4, 4], 4, "et halvt trin højere end gruppens median"),
        ([3, 3, 4, 4], 2, "halvandet trin lavere end gruppens median"),
        ([1, 1, 1], 5, "fire trin højere"),
        ([4, 4, 4], 3, "ét trin lavere end gruppens median. Hvad ser aktøren, som I ikke ser?"),
        ([4, 4, 4], 4, "Det er det samme som gruppens median."),
        ([4, 4, 4], UNKNOWN, "Aktøren ved det ikke selv."),
    ],
)
def test_the_difference_is_told_in_words(group: list[Answer], own: Answer, expected: str) -> None:
    assert expected in words_of(group, own)


@given(st.lists(st.integers(1, 5), min_size=3, max_size=9), st.integers(1, 5), st.none() | st.integers(1, 5))
def test_every_difference_has_words_that_point_the_right_way(group: list[int], own: int, shared: int | None) -> None:
    said = words_of(list(group), own, shared)
    value = shared if shared is not None else gather(list(group)).median

    assert value is not None
    assert ("højere" in said) is (own > value)
    assert ("lavere" in said) is (own < value)
    assert ("det samme" in said) is (own == value)
    assert ("fælles vurdering" in said) is (shared is not None)
