"""The furniture of the four rooms: a phase is a list of steps, and a step's status is derived from the facts."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.models import Project
from projects.phases.facts import ProjectFacts

if TYPE_CHECKING:
    from django.forms import ModelForm

Text = str | Promise


class Status(Enum):
    """How far a step is. None of the words can be read as approved."""

    NOT_BEGUN = _("Ikke begyndt")
    IN_PROGRESS = _("I gang")
    NEEDS_ANSWER = _("Kræver svar fra jer")
    DONE = _("Udfyldt")


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


class Line(NamedTuple):
    """A line of the review page: what was asked, what was answered ("" is nothing yet) and where to mend it.

    That is the step's own page, or `step`'s when another one holds the answer.
    """

    question: Text
    answer: Text
    row: int | None = None
    field: str = ""
    step: str = ""


Check = Callable[[ProjectFacts], Iterable[Missing]]


def nothing(facts: ProjectFacts) -> Iterator[Missing]:
    """The check of a step that cannot lack anything."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a phase, or a list with a page per row.

    `slug` is the address and the URL's name; `link_text` stands on the task list (a verb), `title` is the
    page's heading, `lead` the line below it. `begun` tells whether anything is answered, `missing` what is not,
    `findings` what the answers say that the group must look at. `summary` counts, for the task list ("8 opgaver").
    A step has a `form`, shown by `template`, or tells the review page its `lines` itself.
    """

    slug: str
    link_text: Text
    title: Text
    begun: Callable[[ProjectFacts], bool]
    missing: Check
    findings: Check = nothing
    summary: Callable[[ProjectFacts], Text] = lambda facts: ""
    form: "type[ModelForm] | None" = None
    template: str = "phases/answer.html"
    lines: Callable[[Project], Iterable[Line]] | None = None
    lead: Text = ""

    def status(self, facts: ProjectFacts) -> Status:
        if not self.begun(facts):
            return Status.NOT_BEGUN
        if any(True for _ in self.missing(facts)):
            return Status.IN_PROGRESS
        return Status.NEEDS_ANSWER if any(True for _ in self.findings(facts)) else Status.DONE

    def url(self, slug: str) -> str:
        return reverse(self.slug, args=[slug])


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the method (docs/method.md): its steps in order and then a page to see the answers through.

    `then` is the slug of the next phase's first step, by name since a phase does not know a later one.
    """

    number: int
    title: Text
    steps: tuple[Step, ...]
    then: str = ""

    @property
    def review(self) -> str:
        """The name of the review page's URL."""
        return f"fase-{self.number}"

    def place_of(self, step: Step) -> int:
        """The step's place, from 1."""
        return self.steps.index(step) + 1

    def url_after(self, step: Step, project: Project) -> str:
        """The next step's address; after the last one the review page's."""
        place = self.place_of(step)
        following = self.steps[place].slug if place < len(self.steps) else self.review
        return reverse(following, args=[project.slug])

    def missing(self, facts: ProjectFacts) -> Iterator[Missing]:
        for step in self.steps:
            yield from step.missing(facts)

    def findings(self, facts: ProjectFacts) -> Iterator[Missing]:
        for step in self.steps:
            yield from step.findings(facts)
