"""The minutes of a meeting, as one value for page and PDF: who was there by role, decisions, next steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from projects.meetings.agenda import TimedStep
from projects.meetings.clock import in_minutes
from projects.models import Decision, Meeting, NextStep

# How much fits on a page in each size of type, as lines of about so many characters.
WIDTH: Final = 64
SIZES: Final = ((30, "roomy"), (46, "close"), (10**9, "dense"))


@dataclass(frozen=True)
class Minutes:
    """`used` says how many minutes each step took; empty when the clock was never used."""

    meeting: Meeting
    steps: list[TimedStep]
    used: list[int]
    decisions: list[Decision]
    next_steps: list[NextStep]

    @property
    def file_name(self) -> str:
        """Without ending."""
        return f"referat-{self.meeting.project.slug}-{self.meeting.held_on.isoformat()}"

    @property
    def rows(self) -> list[tuple[TimedStep, int | None]]:
        """Each step with what it took."""
        used: list[int | None] = [*self.used] or [None] * len(self.steps)
        return list(zip(self.steps, used, strict=True))

    @property
    def size(self) -> str:
        """The size of type in which it stands on one page."""
        return size_for([row.text for row in self.decisions], [row.text for row in self.next_steps])


def size_for(decisions: Sequence[str], next_steps: Sequence[str]) -> str:
    """More text, smaller type. A text takes at least one line."""
    lines = sum(1 + len(text) // WIDTH for text in [*decisions, *next_steps])
    return next(size for most, size in SIZES if lines <= most)


def build_minutes(meeting: Meeting, steps: list[TimedStep]) -> Minutes:
    """Two queries. A meeting that is still going on has the minutes it has so far."""
    used = [in_minutes(seconds) for seconds in meeting.spent[: len(steps)]]
    return Minutes(
        meeting=meeting,
        steps=steps,
        used=used if any(used) and len(used) == len(steps) else [],
        decisions=list(meeting.decisions.order_by("pk")),
        next_steps=list(meeting.next_steps.in_order()),
    )
