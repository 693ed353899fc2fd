"""Several actors together: one who carries is enough, and nothing is ever averaged."""

from hypothesis import given
from hypothesis import strategies as st

from actors.concepts import UNKNOWN, Answer, Concept
from actors.networks import Member, Strength, not_carried, weigh

answers = st.dictionaries(st.sampled_from(Concept), st.sampled_from([None, UNKNOWN, 1, 2, 3, 4, 5]))
members = st.lists(st.builds(Member, st.text("abcd", min_size=1, max_size=4), answers), min_size=1, max_size=5)


def strengths(group: list[Member]) -> list[Strength]:
    return [weight.strength for weight in weigh(group)]


def of(ability: Answer, name: str = "Skolen") -> Member:
    return Member(name, {Concept.ABILITY: ability})


def ability(*group: Member) -> str:
    return next(weight.words for weight in weigh(group) if weight.concept is Concept.ABILITY)


@given(group=members)
def test_a_concept_is_carried_exactly_when_one_stands_at_four_or_five(group: list[Member]) -> None:
    for weight in weigh(group):
        scores = [member.answers.get(weight.concept) for member in group]
        assert (weight.strength is Strength.CARRIED) is any(isinstance(one, int) and one >= 4 for one in scores)


@given(group=members, newcomer=st.builds(Member, st.just("ny"), answers))
def test_one_more_never_takes_a_carried_concept_away(group: list[Member], newcomer: Member) -> None:
    assert set(not_carried(weigh([*group, newcomer]))) <= set(not_carried(weigh(group)))


@given(group=members, data=st.data())
def test_the_order_does_not_matter(group: list[Member], data: st.DataObject) -> None:
    assert strengths(group) == strengths(data.draw(st.permutations(group)))


@given(group=members)
def test_weak_members_never_pull_the_strength_down(group: list[Member]) -> None:
    ones = Member("svag", dict.fromkeys(Concept, 1))
    known = [Strength.CARRIED, Strength.SUPPORTED, Strength.LACKING]
    for before, after in zip(strengths(group), strengths([*group, ones, ones, ones]), strict=True):
        assert after is (before if before in known else Strength.LACKING)


@given(group=members)
def test_every_concept_is_told_in_words_without_numbers_of_the_scale(group: list[Member]) -> None:
    weights = weigh(group)
    assert [weight.concept for weight in weights] == list(Concept)
    assert all(weight.words and "%" not in weight.words and " af 5" not in weight.words for weight in weights)


def test_it_is_said_who_carries() -> None:
    assert ability(of(4, "Skolen"), of(2, "Klubben"), of(5, "Biblioteket")) == "Båret af Skolen og Biblioteket."


def test_it_is_said_that_nobody_can_and_who_is_nearest() -> None:
    assert ability(of(1), of(2), of(2)) == "Ingen af de tre kan det endnu."
    assert ability(of(3, "Skolen"), of(2)) == "Ingen af de to kan det endnu. Tættest på: Skolen."
    assert ability(*[of(1)] * 7) == "Ingen af de 7 kan det endnu."
    assert ability(of(2)) == "Ingen kan det endnu."


def test_what_is_not_known_is_said_and_is_no_weakness() -> None:
    assert ability(of(2, "Skolen"), of(UNKNOWN, "Klubben")).endswith("I ved det ikke om Klubben.")
    assert ability(of(None), of(UNKNOWN)) == "I ved det ikke om nogen af dem."
    assert ability(of(None)) == "I ved det ikke endnu."


def test_without_members_there_is_nothing_to_weigh() -> None:
    assert weigh([]) == []
