"""Several actors about one task: only evne can be supplemented, and nothing is ever averaged."""

from hypothesis import given
from hypothesis import strategies as st

from actors.concepts import UNKNOWN, Concept
from actors.networks import supplements, weigh

ANSWERS = st.sampled_from([None, UNKNOWN, 1, 2, 3, 4, 5])
names = st.lists(st.text("abcd", min_size=1, max_size=4), max_size=4)


@given(own=st.dictionaries(st.sampled_from(Concept), ANSWERS), helpers=names)
def test_the_responsibles_own_answers_always_stand(own: dict, helpers: list[str]) -> None:  # type: ignore[type-arg]
    weights = weigh(own, helpers)

    assert [weight.concept for weight in weights] == list(Concept)
    assert [weight.answer for weight in weights] == [own.get(concept) for concept in Concept]
    for weight in weights:
        assert weight.supplemented_by == (tuple(helpers) if weight.concept is Concept.ABILITY else ())


@given(answer=ANSWERS)
def test_only_four_and_five_have_evne_to_give(answer: object) -> None:
    assert supplements(answer) is (answer in {4, 5})  # type: ignore[arg-type]


def test_it_is_said_who_supplements_beside_the_responsibles_own_answer() -> None:
    ability = weigh({Concept.ABILITY: 2}, ["Skolen", "Klubben"])[2]

    assert ability.words == "2 af 5 – i mindre grad. Evne suppleres af Skolen og Klubben."
    assert weigh({}, [])[3].words == "ikke vurderet."
