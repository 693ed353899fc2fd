"""The text beside every question: there is one, it is plain Danish, and its key is a question that is asked."""

from collections.abc import Iterator

import pytest
from django import forms
from django.urls import get_resolver

from forankring.ui.forms import DanishForm
from projects.phases.guidance import Guidance, GuidedForm, phases, standard_texts
from projects.phases.guidance.standard import read
from tests.help.lix import lix, sentences

LIMIT = 40
LONGEST = 20  # words in a sentence
# Forms of the phases that ask nothing of the method.
NOT_QUESTIONS = {
    "AbsenceForm": "chooses whose absence to look at",
    "ApprovalForm": "asks why a handover is approved early; the open points stand beside it",
    "AcceptanceForm": "asks for the reason of one finding, which stands above it",
    "ChoiceOfText": "shows two texts to choose between",
    "JoinForm": "takes the code on the wall and a role from a guest",
    "PasteForm": "takes lines for the questions of another form",
    "SeatsForm": "takes seats out of a round; what happens to them stands above it",
    "ReuseForm": "chooses among the actors one already has",
    "TakeForm": "chooses among the tasks of a template",
}


def all_forms(parent: type[forms.BaseForm]) -> Iterator[type[forms.BaseForm]]:
    """Every form below the parent. The addresses are read first, so that every room is imported."""
    assert get_resolver().url_patterns
    for form in parent.__subclasses__():
        yield form
        yield from all_forms(form)


def guided_forms() -> Iterator[type[GuidedForm]]:
    return (form for form in all_forms(GuidedForm) if issubclass(form, GuidedForm) and hasattr(form, "asks"))


def asked() -> dict[str, forms.Field]:
    """Every question by its key, but those whose guidance stands elsewhere on their page."""
    found: dict[str, forms.Field] = {}
    for form in guided_forms():
        for name, field in form.base_fields.items():  # type: ignore[attr-defined]
            if not field.widget.is_hidden and name not in form.unguided:
                found[form.key_of(name)] = field
    return found


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


def test_every_question_says_why_it_is_asked() -> None:
    assert len(asked()) > 100
    assert [key for key in asked() if key not in standard_texts()] == []


def test_where_one_writes_freely_there_are_examples() -> None:
    free = {key for key, field in asked().items() if isinstance(field.widget, forms.Textarea)}

    assert len(free) > 40
    assert [key for key in free if not standard_texts()[key].good] == []


def test_every_text_belongs_to_a_step_or_a_question() -> None:
    steps = {key.partition(".")[0] for key in standard_texts()}
    questions = {key for key in standard_texts() if "." in key}

    assert questions - set(asked()) == set()
    assert steps >= {form.asks for form in guided_forms() if hasattr(form, "asks")}


def test_every_form_of_the_phases_is_guided() -> None:
    others = {
        form.__name__
        for form in all_forms(DanishForm)
        if form.__module__.startswith("projects.phases") and not issubclass(form, GuidedForm)
    }
    assert others == set(NOT_QUESTIONS)
