"""Every question that can be put in other words, with the words the form itself has for it."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from django.urls import get_resolver

from projects.phases.guidance.forms import GuidedForm
from projects.phases.guidance.standard import standard_texts


class Asked(NamedTuple):
    """A question as its form asks it; a step has no question of its own, only guidance."""

    key: str
    label: str = ""
    help_text: str = ""

    @property
    def step(self) -> str:
        return self.key.partition(".")[0]

    @property
    def is_step(self) -> bool:
        return "." not in self.key


@cache
def catalogue() -> dict[str, Asked]:
    """Every step and question by its key: those with standard texts in their order, then the rest."""
    asked = {each.key: each for each in _asked()}
    keys = dict.fromkeys([*standard_texts(), *asked])
    return {key: asked.get(key, Asked(key)) for key in keys}


def _asked() -> Iterator[Asked]:
    for form in _below(GuidedForm):
        fields: dict[str, Any] = getattr(form, "base_fields", {})
        for name, field in fields.items() if hasattr(form, "asks") else ():
            if not field.widget.is_hidden:
                yield Asked(form.key_of(name), str(field.label or name), str(field.help_text))


def _below(parent: type[GuidedForm]) -> Iterator[type[GuidedForm]]:
    """The forms, all of them: reading the addresses imports every room."""
    assert get_resolver().url_patterns
    for form in parent.__subclasses__():
        yield form
        yield from _below(form)
