"""The text beside every question: there is one, it is plain Danish, and its key is a question that is asked."""

from collections.abc import Iterator

import pytest
from django import forms
from django.urls import get_resolver

from projects.phases.guidance import Guidance, GuidedForm, phases, standard_texts
from projects.phases.guidance.standard import read
from tests.help.lix import lix, sentences

LIMIT = 40
LONGEST = 20  # words in a sentence
# A question that says itself why it is asked, and what a good answer is.
SAYS_IT_ITSELF: dict[str, str] = {}


def guided_forms(parent: type[GuidedForm] = GuidedForm) -> Iterator[type[GuidedForm]]:
    """Every form that asks with guidance. The addresses are read first, so that every room is imported."""
    assert get_resolver().url_patterns
    for form in parent.__subclasses__():
        yield form
        yield from guided_forms(form)


def asked() -> dict[str, forms.Field]:
    """Every question by its key."""
    return {
        f"{form.asks}.{name}": field
        for form in guided_forms()
        if hasattr(form, "asks")
        for name, field in form.base_fields.items()
        if not field.widget.is_hidden
    }


@pytest.mark.parametrize("number", range(1, 5))
def test_the_guidance_of_a_phase_is_easy_to_read_as_one_text(number: int) -> None:
    text = "\n\n".join(guidance.text for guidance in phases()[number - 1].values())

    assert lix(text) < LIMIT
    assert [" ".join(sentence) for sentence in sentences(text) if len(sentence) > LONGEST] == []


def test_there_are_four_phases() -> None:
    assert [next(iter(phase)) for phase in phases()] == ["hvorfor", "aktoerer", "vurdering", "metode"]


@pytest.mark.parametrize("key", list(standard_texts()))
def test_each_text_says_why_and_gives_both_examples_or_none(key: str) -> None:
    guidance = standard_texts()[key]

    assert guidance.why
    assert bool(guidance.good) == bool(guidance.poor)
    assert not guidance.good or guidance.good != guidance.poor


def test_a_key_stands_once() -> None:
    with pytest.raises(AssertionError, match="stands twice"):
        list(read("# a\nHvorfor.\n# a\nIgen.\n"))


def test_what_a_file_says() -> None:
    text = "# trin\nFørste linje.\nAnden linje.\n+ Godt.\n- Mangler.\n\n## felt\nDerfor.\n"

    assert dict(read(text)) == {
        "trin": Guidance("Første linje. Anden linje.", "Godt.", "Mangler."),
        "trin.felt": Guidance("Derfor."),
    }
