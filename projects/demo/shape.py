"""What a project of the example consists of, as plain data. Dates are Day, and texts may hold dates (calendar.py)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from actors.calendar import DateKind, add_months
from actors.concepts import Answer
from projects.demo.calendar import Day
from projects.models import Certainty, Choice, CommitmentState, Evidence, FundingSource

Row = dict[str, Any]


class Score(NamedTuple):
    """One concept: the step from 1 to 5, why, and what it takes to get further."""

    score: int
    reason: str
    requirement: str = ""


class Candidate(NamedTuple):
    """An actor in a role, for some tasks. Scores in the order understanding, meaning, ability, will."""

    actor: int
    title: str
    tasks: list[int]
    evidence: Evidence
    scores: tuple[Score, Score, Score, Score]
    choice: Choice
    choice_reason: str


class EarlierRound(NamedTuple):
    """What was held before about some of the candidates: actor → the four scores."""

    held_on: Day
    evidence: Evidence
    scores: dict[int, tuple[Score, Score, Score, Score]]


class AskedRound(NamedTuple):
    """A closed round: actor → the letter of a concept → each score with what it built on. Only the numbers are kept."""

    held_on: Day
    answers: dict[int, dict[str, list[tuple[Answer, str]]]]


class Promise(NamedTuple):
    """Task × actor × role: what the matrix holds in one of a cell's letters."""

    task: int
    actor: int
    role: str
    state: CommitmentState
    takes_over_on: Day | None = None


class Cost(NamedTuple):
    """A line of the operating budget: kr. a year, from one source."""

    title: str
    task: int
    amount: int
    source: FundingSource
    source_note: str
    certainty: Certainty
    expires_on: Day | None = None


class MonthBack(NamedTuple):
    """A month so many months before the one in which the project ends."""

    months: int

    def before(self, end: date) -> date:
        """Its first day."""
        return add_months(end.replace(day=1), -self.months)


@dataclass(frozen=True)
class LettingGo:
    """What it costs today, what can go wrong, and how the project lets go. `role` is the one whose `hours` they are."""

    costs: list[Row] = field(default_factory=list)
    risks: list[Row] = field(default_factory=list)
    role: str = ""
    hours: list[Row] = field(default_factory=list)
    handover: Row = field(default_factory=dict)
    ticks: list[Row] = field(default_factory=list)
    follow_ups: list[Row] = field(default_factory=list)
    decisions: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class Example:
    """A project. Tasks and actions are numbered in their order; actors by their number in the helhedsplan."""

    project: Row
    focus_area: str
    why_what: Row
    tasks: list[Row]
    actors: dict[int, Row] = field(default_factory=dict)
    interviews: list[Row] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    assessed_on: Day | None = None
    candidates: list[Candidate] = field(default_factory=list)
    earlier_rounds: list[EarlierRound] = field(default_factory=list)
    asked_rounds: list[AskedRound] = field(default_factory=list)
    outline: Row = field(default_factory=dict)
    actions: list[Row] = field(default_factory=list)
    budget: list[Cost] = field(default_factory=list)
    interfaces: list[Row] = field(default_factory=list)
    role_shifts: list[Row] = field(default_factory=list)
    questions: list[Row] = field(default_factory=list)
    letting_go: LettingGo = LettingGo()
    meetings: list[Row] = field(default_factory=list)
    outcome: Row = field(default_factory=dict)
    wind_down: list[Row] = field(default_factory=list)
    notices: list[Row] = field(default_factory=list)
    bids: list[Row] = field(default_factory=list)
    dates: dict[DateKind, Row] = field(default_factory=dict)
    accepted: dict[tuple[str, int], Row] = field(default_factory=dict)
