"""The minutes of a meeting, as one value for page and PDF: who was there by role, decisions, next steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from projects.meetings.agenda import TimedStep
from projects.models import Decision, Meeting, NextStep

Rows = Sequence[tuple[str, str]]  # a text and who it is about
PAGE: Final = 720.0  # points between the margins


class Size(NamedTuple):
    """A size of type: the points of a line, of the room around a row, and of all that is no row; and how many
    characters fit a line of each column."""

    name: str
    line: float
    room: float
    around: float
    decision: int
    step: int
    who: int
    across: int

    def height(self, decisions: Rows, next_steps: Rows, present: str) -> float:
        """About how many points it all takes."""
        lines = [max(_lines(text, self.decision), _lines(who, self.who)) for text, who in decisions]
        lines += [max(_lines(text, self.step), _lines(who, self.who)) for text, who in next_steps]
        return self.around + self.line * (sum(lines) + _lines(present, self.across)) + self.room * len(lines)


# meeting.css has a class for each. The last is taken however much there is.
SIZES: Final = (
    Size("roomy", 11.7, 7.5, 430, 78, 55, 25, 96),
    Size("close", 9.8, 5.2, 345, 88, 63, 29, 108),
    Size("dense", 7.6, 3.5, 250, 110, 84, 38, 132),
)


@dataclass(frozen=True)
class Minutes:
    """What is written down of one meeting. Of one that is still going on: what it has so far."""

    meeting: Meeting
    steps: list[TimedStep]
    decisions: list[Decision]
    next_steps: list[NextStep]
    next_meeting: Meeting | None

    @property
    def file_name(self) -> str:
        """Without ending."""
        return f"referat-{self.meeting.project.slug}-{self.meeting.held_on.isoformat()}"

    @property
    def size(self) -> str:
        """The size of type in which it stands on one page."""
        decisions = [(row.text, row.body) for row in self.decisions]
        people = (*self.meeting.present, *self.meeting.apologies, *self.meeting.annexes)
        return size_for(decisions, [(row.text, row.owner) for row in self.next_steps], ", ".join(people))


def size_for(decisions: Rows, next_steps: Rows, present: str = "") -> str:
    """The largest that fits; more text is written smaller."""
    fitting = (size for size in SIZES if size.height(decisions, next_steps, present) <= PAGE)
    return next(fitting, SIZES[-1]).name


def _lines(text: str, width: int) -> int:
    """A text takes at least one line."""
    return 1 + len(text) // width


def build_minutes(meeting: Meeting, steps: list[TimedStep]) -> Minutes:
    """Three queries. A meeting that is still going on has the minutes it has so far."""
    return Minutes(
        meeting=meeting,
        steps=steps,
        decisions=list(meeting.decisions.order_by("pk")),
        next_steps=list(meeting.next_steps.in_order()),
        next_meeting=Meeting.objects.after(meeting).order_by("held_on", "pk").first(),
    )
