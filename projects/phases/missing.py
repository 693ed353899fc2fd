"""Something for the group to do: a sentence that says what, and where."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from projects.phases.facts import ProjectFacts

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Missing:
    """Something not answered yet, or a finding about what is: a sentence that says what to do, and where.

    `step` is the step's address; `row` the row to open there; `field` the question to go to.
    """

    text: Text
    step: str
    row: int | None = None
    field: str = ""

    def url(self, slug: str) -> str:
        fragment = f"#id_{self.field}" if self.field else ""
        if self.row is None:
            return reverse(self.step, args=[slug]) + fragment
        return reverse(f"{self.step}-ret", args=[slug, self.row]) + fragment


Check = Callable[[ProjectFacts], Iterable[Missing]]


def nothing(facts: ProjectFacts) -> Iterator[Missing]:
    """The check of a step that cannot lack anything."""
    return iter(())


def unanswered(answers: Any, step: str, **sentences: Text) -> Iterator[Missing]:
    """What to do about each question of the step that has no answer, in their order."""
    for field, sentence in sentences.items():
        if not getattr(answers, field):
            yield Missing(sentence, step, field=field)
