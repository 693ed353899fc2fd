"""Now against before: what stood the last time, how it has moved, and where it is shown."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from actors.concepts import UNKNOWN, Answer, Concept
from forankring.accounts.models import User
from projects.models import Candidacy, Project
from projects.phases.analysis.before import before_each, before_the_last, moved_words
from tests.browser_client import Client
from tests.factories import CandidacyFactory, ProjectActorFactory, SharedScoreFactory

As = Callable[[User], Client]
MARCH, MAY = date(2026, 3, 1), date(2026, 5, 26)
days = st.dates(date(2024, 1, 1), date(2024, 3, 1))
answers = st.sampled_from([1, 2, 3, 4, 5, UNKNOWN, None])


@given(st.lists(st.tuples(days, st.integers(1, 5)), max_size=12))
def test_before_is_the_last_word_of_the_last_earlier_day(said: list[tuple[date, int]]) -> None:
    before = before_the_last(said)
    held = sorted({day for day, _score in said})

    assert (before is None) == (len(held) < 2)
    if before:
        assert before == (held[-2], [score for day, score in said if day == held[-2]][-1])


@given(st.dictionaries(st.sampled_from(Concept), days), st.lists(st.tuples(days, st.dictionaries(
    st.sampled_from(Concept), answers)), max_size=6))  # fmt: skip
def test_each_concept_is_held_against_a_day_before_its_own(
    now: dict[Concept, date], standings: list[tuple[date, dict[Concept, Answer]]]
) -> None:
    before = before_each(now, standings)

    for concept, day in now.items():
        earlier = [held for held, said in standings if held < day and said.get(concept) is not None]
        assert (before[concept][0] if concept in before else None) == max(earlier, default=None)


@given(answers, answers)
def test_how_it_moved_is_told_in_words_for_any_two_answers(now: Answer, before: Answer) -> None:
    told = moved_words(now, before)

    assert bool(told) == (now is not None and before is not None)
    if isinstance(now, int) and isinstance(before, int):
        assert told == ("som før" if now == before else f"{'op' if now > before else 'ned'} fra {before} af 5")


@pytest.fixture
def candidacy(project: Project) -> Candidacy:
    """The school: up in ability, down in will, meaning assessed once."""
    candidacy = CandidacyFactory(project_actor=ProjectActorFactory(project=project), title="tovholder")
    for day, concept, score in (
        (MARCH, Concept.ABILITY, 2),
        (MARCH, Concept.WILL, 4),
        (MAY, Concept.ABILITY, 4),
        (MAY, Concept.WILL, 1),
        (MAY, Concept.MEANING, 3),
    ):
        SharedScoreFactory(candidacy=candidacy, round__held_on=day, concept=concept, score=score)
    return candidacy


@pytest.mark.parametrize("page", ["vurdering", "vurdering-udvikling", "plan"])
def test_the_pages_show_now_against_before(as_: As, owner: User, candidacy: Candidacy, page: str) -> None:
    html = (
        as_(owner)
        .get(reverse(page, args=["lektiecafeen", *([candidacy.pk] if page.endswith("udvikling") else [])]))
        .content.decode()
    )

    assert "op fra 2 af 5" in html
    assert "ned fra 4 af 5" in html
    assert "1. marts 2026" in html


def test_the_shared_edition_does_not_tell(as_: As, reader: User, candidacy: Candidacy) -> None:
    assert "fra 2 af 5" not in as_(reader).get(reverse("plan", args=["lektiecafeen"])).content.decode()


def test_who_is_assessed_once_has_nothing_to_be_held_against(as_: As, owner: User, project: Project) -> None:
    once = CandidacyFactory(project_actor=ProjectActorFactory(project=project))
    SharedScoreFactory(candidacy=once, score=2)

    html = as_(owner).get(reverse("vurdering-udvikling", args=["lektiecafeen", once.pk])).content.decode()

    assert "Nu og før" not in html
    assert 'class="moved"' not in html
