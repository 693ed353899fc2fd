"""The four concepts: every pattern of answers has one label, and the weakest decides."""

from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.concepts import (
    UNKNOWN,
    Answer,
    Concept,
    Label,
    is_assessed,
    is_weak,
    label_for,
    lowest_concepts,
    weakest_concepts,
    weakest_score,
    words,
)

ANSWERS: list[Answer] = [1, 2, 3, 4, 5, UNKNOWN, None]
PATTERNS = [(f, m, a, w) for f in ANSWERS for m in ANSWERS for a in ANSWERS for w in ANSWERS]
Pattern = tuple[Answer, Answer, Answer, Answer]


def answers(pattern: Pattern) -> dict[Concept, Answer]:
    return dict(zip(Concept, pattern, strict=True))


def low(answer: Answer) -> bool:
    return answer in (1, 2)


# The method's table, row by row, written as it is read: the first row that fits gives the label.
TABLE: list[tuple[Label, Callable[[Answer, Answer, Answer, Answer], bool]]] = [
    (Label.UNKNOWN, lambda f, m, a, w: any(x is None or x is UNKNOWN for x in (f, m, a, w))),
    (Label.NOT_NOW, lambda f, m, a, w: [low(f), low(m), low(a), low(w)].count(True) >= 2),
    (Label.DOES_NOT_KNOW, lambda f, m, a, w: low(f)),
    (Label.SEES_NO_POINT, lambda f, m, a, w: low(m)),
    (Label.LACKS_CAPACITY, lambda f, m, a, w: low(a)),
    (Label.ABLE_NOT_WILLING, lambda f, m, a, w: low(w) and a in (4, 5)),
    (Label.HESITANT, lambda f, m, a, w: low(w) and a == 3),
    (Label.NEARLY_READY, lambda f, m, a, w: sorted([f, m, a, w])[0] == 3),  # type: ignore[type-var]
    (Label.READY, lambda f, m, a, w: {f, m, a, w} <= {4, 5}),
]


def from_table(pattern: Pattern) -> Label:
    return next(label for label, fits in TABLE if fits(*pattern))


@pytest.mark.parametrize("first", ANSWERS, ids=str)
def test_every_pattern_gets_the_label_of_the_methods_table(first: Answer) -> None:
    for pattern in PATTERNS:
        if pattern[0] is first:
            assert label_for(answers(pattern)) is from_table(pattern), pattern


def test_every_label_is_given_to_some_pattern() -> None:
    assert {label_for(answers(pattern)) for pattern in PATTERNS} == set(Label)


def test_the_labels_stand_in_the_order_they_are_tried() -> None:
    assert [label for label, _fits in TABLE] == list(Label)


@pytest.mark.parametrize("label", Label)
def test_every_label_has_a_next_step_and_never_rules_anybody_out(label: Label) -> None:
    assert label.next_step.endswith(".")
    assert "afvis" not in f"{label.label} {label.next_step}".lower()


scored = st.lists(st.integers(1, 5), min_size=4, max_size=4).map(tuple)
answered = st.lists(st.sampled_from(ANSWERS), min_size=4, max_size=4).map(tuple)


@given(answered)
def test_a_concept_left_out_is_as_one_not_assessed(pattern: Pattern) -> None:
    given_ones = {concept: answer for concept, answer in answers(pattern).items() if answer is not None}

    assert label_for(given_ones) is label_for(answers(pattern))
    assert is_assessed(given_ones) is is_assessed(answers(pattern)) is (None not in pattern)


@given(scored, st.sampled_from(list(Concept)))
def test_lifting_what_is_not_the_weakest_never_makes_anybody_ready(pattern: Pattern, lifted: Concept) -> None:
    before = answers(pattern)
    after = {**before, lifted: 5}

    if before[lifted] != weakest_score(before) and label_for(before) is not Label.READY:
        assert label_for(after) is not Label.READY


@given(scored)
def test_the_weakest_are_those_at_the_lowest_score_in_the_order_asked(pattern: Pattern) -> None:
    lowest = min(score for score in pattern if isinstance(score, int))
    expected = [concept for concept, score in answers(pattern).items() if score == lowest]

    assert weakest_score(answers(pattern)) == lowest
    assert weakest_concepts(answers(pattern)) == (expected if lowest < 5 and len(expected) < 4 else [])


@given(answered)
def test_unknown_and_not_assessed_are_never_the_weakest(pattern: Pattern) -> None:
    said = answers(pattern)

    assert all(isinstance(said[concept], int) for concept in weakest_concepts(said))
    assert (weakest_score(said) is None) is not any(isinstance(answer, int) for answer in pattern)


def test_the_average_does_not_matter() -> None:
    """One 2 among fives is a gap, whichever it is; four threes are nearly ready."""
    for pattern in set(permutations((5, 5, 5, 2))):
        assert label_for(answers(pattern)) not in {Label.READY, Label.NEARLY_READY}
    assert label_for(answers((3, 3, 3, 3))) is Label.NEARLY_READY


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (1, "1 af 5 – slet ikke"),
        (2, "2 af 5 – i mindre grad"),
        (3, "3 af 5 – delvist"),
        (4, "4 af 5 – i høj grad"),
        (5, "5 af 5 – fuldt"),
        (UNKNOWN, "ved ikke"),
        (None, "ikke vurderet"),
    ],
)
def test_an_answer_is_said_in_words(answer: Answer, expected: str) -> None:
    assert words(answer) == expected


@pytest.mark.parametrize("answer", ANSWERS, ids=str)
def test_only_one_and_two_are_gaps(answer: Answer) -> None:
    assert is_weak(answer) is (answer in (1, 2))


@pytest.mark.parametrize("score", [1, 2, 3, 4, 5])
def test_nothing_is_weakest_when_all_four_stand_alike(score: int) -> None:
    assert weakest_concepts(dict.fromkeys(Concept, score)) == []
    assert weakest_concepts(dict.fromkeys(Concept, 5) | {Concept.WILL: 4}) == [Concept.WILL]
    assert lowest_concepts(dict.fromkeys(Concept, score)) == (list(Concept) if score < 5 else [])
