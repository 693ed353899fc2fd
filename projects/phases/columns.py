"""How pasted columns become the answers of a row: by heading, and without one by place."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import models
from django.forms import ModelForm

from projects.models import Project
from projects.phases.copying import name_field
from projects.phases.pasting import squeezed
from projects.phases.steps import Text

# A column that counts the lines is left out: our own numbers are given once.
COUNTS: Final = frozenset({"nr", "nummer", "#", "id"})


@dataclass(frozen=True, slots=True)
class Columns:
    """What the lines of one kind of list can hold, besides what its form already says.

    A heading stands for a field when it is the model's word for it or one of its `words` (in small letters). `places`
    are the fields by place when the first line is no headings; the first is the row's name. `rest` takes what has no
    place of its own. `reusable` finds by name what the helhedsplan already has, and `reuse` takes it in.
    """

    places: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rest: str = ""
    example: Text = ""
    reusable: Callable[[Project], Mapping[str, Any]] = field(default=lambda project: {})
    reuse: Callable[..., Any] | None = None

    def of_form(self, form: type[ModelForm]) -> "Columns":
        """With the words of the form's model, and its name's field first."""
        name = name_field(form._meta.model)
        asked = {
            column.name: column for column in form._meta.model._meta.get_fields() if column.name in form.base_fields
        }
        own = {each: (_word(column),) for each, column in asked.items()}
        words = {each: (*own.get(each, ()), *self.words.get(each, ())) for each in {**self.words, **own}}
        first = (name.name,) if name else ()
        return Columns(self.places or first, words, self.rest, self.example, self.reusable, self.reuse)

    def field_of(self, heading: str) -> str | None:
        """The field that a heading stands for; "" for a column to leave out, None for a heading not known."""
        word = squeezed(heading).rstrip(":.?")
        if word in COUNTS:
            return ""
        return next((name for name, words in self.words.items() if word in words), None)

    def is_heading(self, cell: str) -> bool:
        return self.field_of(cell) is not None

    def is_name(self, cell: str) -> bool:
        return self.field_of(cell) == self.places[0]

    @property
    def headings(self) -> list[str]:
        """A word for each field, the row's name first."""
        fields = sorted(self.words, key=lambda name: name != self.places[0])
        return [self.words[name][0] for name in fields if self.words[name]]


def _word(column: Any) -> str:
    """The model's word for an answer, without what stands in brackets."""
    return (
        squeezed(re.sub(r"\(.*\)", "", str(column.verbose_name))) if isinstance(column, models.Field) else column.name
    )
