"""How pasted columns become the answers of a row: by heading, and without one by place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from projects.models import Project
from projects.phases.pasting import squeezed
from projects.phases.steps import Text

# A column that counts the lines is left out: our own numbers are given once.
COUNTS: Final = frozenset({"nr", "nummer", "#", "id"})


@dataclass(frozen=True, slots=True)
class Columns:
    """What the lines of one kind of list can hold.

    `places` are the form's fields by place when the first line is no headings; the first is the row's name.
    `headings` gives the words that stand for each field, in small letters; `rest` is the field that takes what has
    no place of its own. `reusable` finds what the helhedsplan already has by name, and `reuse` takes it in.
    """

    places: tuple[str, ...]
    headings: Mapping[str, tuple[str, ...]]
    rest: str = ""
    example: Text = ""
    reusable: Callable[[Project], Mapping[str, Any]] = field(default=lambda project: {})
    reuse: Callable[..., Any] | None = None

    def field_of(self, heading: str) -> str | None:
        """The field that a heading stands for; "" for a column to leave out, None for a heading not known."""
        word = squeezed(heading).rstrip(":.")
        if word in COUNTS:
            return ""
        return next((name for name, words in self.headings.items() if word in words), None)

    def is_heading(self, cell: str) -> bool:
        return self.field_of(cell) is not None
