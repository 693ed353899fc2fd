"""The furniture of the four rooms: a phase is a list of steps, and a step's status is derived from the facts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from projects.models import Outcome, Project
from projects.phases.facts import ProjectFacts
from projects.phases.health import Finding, findings_of_step, open_findings
from projects.phases.missing import Check as Check
from projects.phases.missing import Missing as Missing
from projects.phases.missing import Text as Text
from projects.phases.missing import nothing as nothing

if TYPE_CHECKING:
    from django.forms import ModelForm


LONG = 8  # so many steps are read more easily in parts


class Status(Enum):
    """How far a step is. None of the words can be read as approved."""

    NOT_BEGUN = _("Ikke begyndt")
    IN_PROGRESS = _("I gang")
    NEEDS_ANSWER = _("Noget at se på")
    DONE = _("Udfyldt")


class Line(NamedTuple):
    """A line of the review page: what was asked, what was answered ("" is nothing yet) and where to mend it.

    That is the step's own page, or `step`'s when another one holds the answer.
    """

    question: Text
    answer: Text
    row: int | None = None
    field: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a phase, or a list with a page per row.

    `slug` is the address and the URL's name; `link_text` stands on the task list (a verb), `title` is the
    page's heading, `lead` the line below it. `begun` tells whether anything is answered, `missing` what the step's own
    check finds is not. What the rules of the health check find comes on top. `summary` counts, for the task list
    ("8 opgaver").
    A step has a `form`, shown by `template`, or tells the review page its `lines` itself.
    It is asked for in its `outcomes` (docs/method.md, Udfald); in its `optional` ones it may be skipped.
    What is written in one that `is_private` is not for the big screen (projects/private.py).
    """

    slug: str
    link_text: Text
    title: Text
    begun: Callable[[ProjectFacts], bool]
    missing: Check
    summary: Callable[[ProjectFacts], Text] = lambda facts: ""
    form: "type[ModelForm] | None" = None
    template: str = "phases/answer.html"
    lines: Callable[[Project], Iterable[Line]] | None = None
    lead: Text = ""
    outcomes: Outcome = Outcome.ANY
    optional: Outcome = Outcome.NONE
    is_private: bool = False

    def is_shown(self, outcome: Outcome) -> bool:
        return outcome in self.outcomes or outcome in self.optional

    def is_on_the_way(self, outcome: Outcome) -> bool:
        """Whether one meets it when going on from step to step. Many may be skipped when little is handed over."""
        return outcome in self.outcomes or (outcome is Outcome.HAND_OVER and outcome in self.optional)

    def is_asked(self, facts: ProjectFacts) -> bool:
        """Whether anything can be missing: a step that may be skipped is asked for when somebody has begun it."""
        return facts.outcome in self.outcomes or (facts.outcome in self.optional and self.begun(facts))

    def status(self, facts: ProjectFacts) -> Status:
        if not self.begun(facts):
            return Status.NOT_BEGUN
        if any(True for _ in self.lacks(facts)):
            return Status.IN_PROGRESS
        return Status.NEEDS_ANSWER if any(True for _ in self.findings(facts)) else Status.DONE

    def lacks(self, facts: ProjectFacts) -> Iterator[Missing]:
        """Every answer not given yet, but for those the group accepts that it goes without."""
        yield from self.missing(facts)
        yield from (finding for finding in findings_of_step(facts, self.slug) if finding.rule.is_answer)

    def findings(self, facts: ProjectFacts) -> Iterator[Finding]:
        """What the answers say that the group must look at and has not accepted."""
        return (finding for finding in findings_of_step(facts, self.slug) if not finding.rule.is_answer)

    def url(self, slug: str) -> str:
        return reverse(self.slug, args=[slug])


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the method (docs/method.md): its steps in order and then a page to see the answers through.

    What the project decided says which of the steps are shown, and may give the phase another title. `then` is the
    number of the phase after it and the slug of that phase's first step, by name since a phase does not know a later
    one; `shortcuts` when an outcome skips some. `headings` divides a long phase on the task list: the slug of the step
    that a part begins with → the part's heading.
    """

    number: int
    title: Text
    steps: tuple[Step, ...]
    then: tuple[int, str] | None = None
    shortcuts: Mapping[Outcome, tuple[int, str]] = field(default_factory=dict)
    titles: Mapping[Outcome, Text] = field(default_factory=dict)
    headings: Mapping[str, Text] = field(default_factory=dict)

    @property
    def review(self) -> str:
        """The name of the review page's URL."""
        return f"fase-{self.number}"

    def title_for(self, outcome: Outcome) -> Text:
        return self.titles.get(outcome, self.title)

    def next_for(self, outcome: Outcome) -> tuple[int, str] | None:
        return self.shortcuts.get(outcome, self.then)

    def steps_for(self, outcome: Outcome) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.is_shown(outcome))

    def headings_for(self, outcome: Outcome) -> dict[str, Text]:
        """The heading above each step that has one: the first step of the part that is shown."""
        found: dict[str, Text] = {}
        if len(self.steps_for(outcome)) < LONG:
            return found
        waiting: Text = ""
        for step in self.steps:
            waiting = self.headings.get(step.slug, waiting)
            if waiting and step.is_shown(outcome):
                found[step.slug], waiting = waiting, ""
        return found

    def asked(self, outcome: Outcome, facts: ProjectFacts) -> list[Step]:
        """The steps that count, on the task list and on each step's page: those where something can be missing.

        The facts are read only where a step may be skipped.
        """
        return [
            step for step in self.steps if outcome in step.outcomes or (outcome in step.optional and step.begun(facts))
        ]

    def url_after(self, step: Step, project: Project) -> str:
        """The next step's address; after the last one the review page's."""
        later = self.steps[self.steps.index(step) + 1 :]
        following = next((each.slug for each in later if each.is_on_the_way(project.outcome)), self.review)
        return reverse(following, args=[project.slug])

    def missing(self, facts: ProjectFacts) -> Iterator[Missing]:
        for step in self.steps:
            if step.is_asked(facts):
                yield from step.lacks(facts)

    def findings(self, facts: ProjectFacts) -> Iterator[Finding]:
        """What there is to look at, the heaviest first."""
        for finding in open_findings(facts):
            if finding.rule.phase == self.number and not finding.rule.is_answer:
                yield finding


def any_answer(where: str, form: "type[ModelForm]") -> Callable[[ProjectFacts], bool]:
    """Whether any question of the form has an answer in the facts' `where` (why_what, outline, on_outcome)."""
    return lambda facts: any(getattr(getattr(facts, where), name) not in (None, "", []) for name in form.base_fields)


def count_of(name: str, words: Text) -> Callable[[ProjectFacts], Text]:
    """The summary that counts the facts of that name in `ngettext_lazy` words ("8 opgaver"); nothing when none."""

    def summary(facts: ProjectFacts) -> Text:
        count = len(getattr(facts, name))
        return words % count if count else ""

    return summary
