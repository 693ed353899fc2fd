"""How pasted columns become the answers of a row: by heading, and without one by place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from projects.phases.pasting import squeezed
from projects.phases.steps import Text


@dataclass(frozen=True, slots=True)
class Columns:
    """What the lines of one kind of list can hold.

    `places` are the form's fields by place when the first line is no headings; the first is the row's name.
    `headings` gives the words for each field besides the field's own name; `rest` is the field that takes what has no
    place of its own. `key` says when two rows are the same.
    """

    places: tuple[str, ...]
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rest: str = ""
    key: Callable[[Any], str] = lambda row: str(row)
    hint: Text = ""

    def field_of(self, heading: str) -> str:
        """The field that a heading stands for, or ""."""
        word = squeezed(heading).rstrip(":.")
        return next((name for name, words in self.headings.items() if word in words), "")
