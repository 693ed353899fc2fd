"""What a rule of the health check is, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from projects.models import Outcome
from projects.phases.facts import ProjectFacts
from projects.phases.missing import Missing, Text


class Severity(IntEnum):
    """How much a finding weighs; the heaviest is told first."""

    SERIOUS = 1  # operation may stop
    WEAK = 2  # the plan holds, but not for sure or not for long
    NOTE = 3  # worth a thought

    @property
    def label(self) -> Text:
        return (_("Alvorligt"), _("Svagt punkt"), _("Værd at se på"))[self - 1]


class Hit(NamedTuple):
    """One place where a rule does not hold. `subject` names it for good: "task-12", or PROJECT (see subjects.py).

    `row` is opened on the page of the rule's step, or of `step` where another page mends it.
    """

    subject: str
    text: Text
    row: int | None = None
    field: str = ""
    step: str = ""


Hits = Callable[[ProjectFacts], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the health check. The `code` is stored with an acceptance and never changes.

    `step` is where it is mended and whose status it counts in, `phase` that step's phase. `is_answer`: it finds
    answers not given, not answers to look at. `internal`: it tells of an assessment or a risk, so the shared edition is
    without it. `outcomes`: what the project may have decided for the rule to matter.
    """

    code: str
    phase: int
    step: str
    severity: Severity
    hits: Hits
    title: Text
    why: Text
    is_answer: bool = False
    internal: bool = False
    outcomes: Outcome = Outcome.LIVES_ON

    def findings(self, facts: ProjectFacts) -> Iterator["Finding"]:
        if facts.outcome in self.outcomes:
            for hit in self.hits(facts):
                yield Finding(hit.text, hit.step or self.step, hit.row, hit.field, rule=self, subject=hit.subject)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Missing):
    """What a rule found in one place: what to do, where, and which rule says so."""

    rule: Rule
    subject: str

    @property
    def key(self) -> tuple[str, str]:
        """The rule and the place, as an acceptance names them."""
        return self.rule.code, self.subject
