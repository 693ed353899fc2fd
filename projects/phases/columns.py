"""How pasted columns become the answers of a row: by heading, and without one by place."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from django.db import models
from django.forms import ModelForm

from forankring.ui.fields import QuantityField
from forankring.ui.numbers import Period, split_period
from forankring.ui.text import comparison_key
from projects.models import Project
from projects.phases.copying import name_field
from projects.phases.steps import Text

# A column that counts the lines is left out: our own numbers are given once.
COUNTS: Final = frozenset({"nr", "nummer", "#", "id"})

Splitter = Callable[[str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column's heading says: its field, and the period its numbers count for ("Timer pr. år").

    `field` is "" for a column to leave out and None for a heading not known. `split` divides a cell that answers
    several questions.
    """

    field: str | None
    period: Period | None = None
    split: Splitter | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """What the lines of one kind of list can hold, besides what its form already says.

    A heading stands for a field when it is the model's word for it or one of its `words` (in small letters). `places`
    are the fields by place when the first line is no headings; the first is the row's name. `rest` takes what has no
    place of its own. `reusable` finds by name what the helhedsplan already has, and `reuse` takes it in.

    `split` are headings over cells that answer several questions: cell → answers by field. `unit` is the field that
    says what the numbers in `of_unit` count for. `otherwise`: a cell that names no choice of the field becomes
    this choice, and its words go to the field for the rest. `tags` end a name in our own tables and answer a question.
    """

    places: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rest: str = ""
    example: Text = ""
    reusable: Callable[[Project], Mapping[str, Any]] = field(default=lambda project: {})
    reuse: Callable[..., Any] | None = None
    split: Mapping[str, Splitter] = field(default_factory=dict)
    unit: str = ""
    of_unit: tuple[str, ...] = ()
    otherwise: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    counted: Collection[str] = ()

    def of_form(self, form: type[ModelForm]) -> "Columns":
        """With the words of the form's model, and its name's field first."""
        name = name_field(form._meta.model)
        asked = {
            column.name: column for column in form._meta.model._meta.get_fields() if column.name in form.base_fields
        }
        own = {each: (_word(column),) for each, column in asked.items()}
        words = {each: (*own.get(each, ()), *self.words.get(each, ())) for each in {**self.words, **own}}
        first = (name.name,) if name else ()
        counted = frozenset(each for each, asked in form.base_fields.items() if isinstance(asked, QuantityField))
        return replace(self, places=self.places or first, words=words, counted=counted)

    def read_heading(self, heading: str) -> Heading:
        """What the heading stands for. "Timer/år" and "Timer (pr. år)" are "Timer" with a period."""
        word = comparison_key(heading).rstrip(":.? ")
        if word in COUNTS:
            return Heading("")
        if word in self.split:
            return Heading("", split=self.split[word])
        if (name := self._named(word)) is not None:
            return Heading(name)
        base, period = split_period(" ".join(re.sub(r"[()]", " ", word).split()))
        name = self._named(base.rstrip(":., ")) if period else self._named(_without_brackets(word))
        return Heading(name if not period or name in self.counted else None, period)

    def _named(self, word: str) -> str | None:
        return next((name for name, words in self.words.items() if word in words), None)

    def is_heading(self, cell: str) -> bool:
        return self.read_heading(cell).field is not None

    def is_name(self, cell: str) -> bool:
        return self.read_heading(cell).field == self.places[0]

    @property
    def headings(self) -> list[str]:
        """A word for each field, the row's name first."""
        fields = sorted(self.words, key=lambda name: name != self.places[0])
        return [self.words[name][0] for name in fields if self.words[name]]


def _word(column: Any) -> str:
    """The model's word for an answer, without what stands in brackets."""
    return (
        _without_brackets(comparison_key(str(column.verbose_name))) if isinstance(column, models.Field) else column.name
    )


def _without_brackets(words: str) -> str:
    return " ".join(re.sub(r"\(.*\)", "", words).split())
