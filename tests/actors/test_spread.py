"""Median and spread are right for any set of answers, and under three scores nothing is said."""

import statistics
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.concepts import UNKNOWN, Answer, Concept, Label, label_for
from actors.spread import Spread, by_disagreement, counts_of, gather, median_of, spread_of

scores = st.lists(st.integers(1, 5), min_size=1, max_size=60)
answers = st.lists(st.sampled_from([1, 2, 3, 4, 5, UNKNOWN, None]), max_size=60)


@given(scores)
def test_the_median_is_the_one_of_the_textbooks(given_scores: list[int]) -> None:
    assert median_of(given_scores) == Decimal(statistics.median(given_scores))


@given(scores)
def test_at_least_half_lie_on_each_side_of_the_median(given_scores: list[int]) -> None:
    middle = median_of(given_scores)

    assert sum(score <= middle for score in given_scores) * 2 >= len(given_scores)
    assert sum(score >= middle for score in given_scores) * 2 >= len(given_scores)
    assert min(given_scores) <= middle <= max(given_scores)


@given(scores)
def test_the_median_is_a_step_or_halfway_between_two(given_scores: list[int]) -> None:
    assert median_of(given_scores) * 2 % 1 == 0
    if len(given_scores) % 2:
        assert median_of(given_scores) in given_scores


@given(scores, st.randoms())
def test_the_order_of_the_answers_does_not_matter(given_scores: list[int], chance: object) -> None:
    shuffled = list(given_scores)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert gather(shuffled) == gather(given_scores)


@given(scores)
def test_the_spread_is_how_far_the_two_furthest_are_apart(given_scores: list[int]) -> None:
    assert spread_of(given_scores) == max(abs(one - other) for one in given_scores for other in given_scores)
    assert (spread_of(given_scores) == 0) is (len(set(given_scores)) == 1)


@given(scores)
def test_the_distribution_counts_every_score_once(given_scores: list[int]) -> None:
    counts = counts_of(given_scores)

    assert len(counts) == 5
    assert [step for step, many in enumerate(counts, 1) for _one in range(many)] == sorted(given_scores)


@given(answers)
def test_what_is_said_of_any_answers(given_answers: list[Answer]) -> None:
    said = gather(given_answers)
    numbers = [answer for answer in given_answers if isinstance(answer, int)]

    unknown = given_answers.count(UNKNOWN)
    if len(numbers) + unknown < 3:
        assert (said.numeric, said.unknown) == (len(numbers) + unknown, 0), "not even how many did not know"
    else:
        assert (said.numeric, said.unknown) == (len(numbers), unknown)
    if len(numbers) < 3:
        assert said == Spread(said.numeric, said.unknown)
        assert not said.is_shown
        assert not said.wants_talk
    else:
        assert (said.counts, said.median, said.spread) == (
            counts_of(numbers),
            median_of(numbers),
            spread_of(numbers),
        )
        assert said.is_shown
        assert said.wants_talk is (max(numbers) - min(numbers) >= 2)


@given(answers, answers)
def test_not_knowing_and_not_answering_move_neither_median_nor_spread(some: list[Answer], rest: list[Answer]) -> None:
    silent = [answer for answer in rest if not isinstance(answer, int)]
    alone, together = gather(some), gather([*some, *silent])

    assert (together.median, together.spread, together.counts) == (alone.median, alone.spread, alone.counts)


@given(st.lists(answers.map(gather), max_size=12))
def test_what_is_most_disagreed_on_is_talked_about_first(spreads: list[Spread]) -> None:
    ordered = sorted(spreads, key=by_disagreement)

    shown = [one.spread for one in ordered if one.is_shown]
    assert shown == sorted((one.spread for one in spreads if one.is_shown), reverse=True)  # type: ignore[type-var]
    assert [one.is_shown for one in ordered] == sorted((one.is_shown for one in spreads), reverse=True)


@pytest.mark.parametrize(
    ("given_scores", "median", "spread"),
    [([4, 4, 3, 2, 2], "3", 2), ([3, 4], "3.5", 1), ([1, 5], "3", 4), ([2], "2", 0), ([1, 2, 2, 5], "2", 4)],
)
def test_examples(given_scores: list[int], median: str, spread: int) -> None:
    assert (median_of(given_scores), spread_of(given_scores)) == (Decimal(median), spread)


@pytest.mark.parametrize("function", [median_of, spread_of])
def test_of_nothing_there_is_neither(function: object) -> None:
    with pytest.raises(ValueError, match="no scores"):
        function([])  # type: ignore[operator]


@given(st.tuples(*[st.integers(1, 5)] * 4))
def test_every_pattern_of_four_scores_gets_exactly_one_label(pattern: tuple[int, ...]) -> None:
    """The nine rows of the method are written as conditions that exclude each other: one is true, and it is the one."""
    said: dict[Concept, Answer] = dict(zip(Concept, pattern, strict=True))
    understanding, meaning, ability, will = pattern
    low = [score <= 2 for score in pattern]
    only = sum(low) == 1
    conditions = {
        Label.UNKNOWN: False,
        Label.NOT_NOW: sum(low) >= 2,
        Label.DOES_NOT_KNOW: only and understanding <= 2,
        Label.SEES_NO_POINT: only and meaning <= 2,
        Label.LACKS_CAPACITY: only and ability <= 2,
        Label.ABLE_NOT_WILLING: only and will <= 2 and ability >= 4,
        Label.HESITANT: only and will <= 2 and ability == 3,
        Label.NEARLY_READY: min(pattern) == 3,
        Label.READY: min(pattern) >= 4,
    }

    assert [label for label, is_so in conditions.items() if is_so] == [label_for(said)]
