"""A meeting's clock: how long the group has spent on each step. Pure; the time of day is always given.

It runs from `since`, or is paused. What was spent before stands in `spent`, one number of seconds for each step.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

# Nobody pauses a clock by closing a laptop. A run counts no more than this.
LONGEST_RUN: Final = 4 * 60 * 60


class Clock(NamedTuple):
    """`step` counts from 1."""

    spent: tuple[int, ...]
    step: int
    since: datetime | None

    @classmethod
    def of(cls, spent: Sequence[int], step: int, since: datetime | None, *, steps: int) -> "Clock":
        """With as many numbers as there are steps, whatever was kept."""
        kept = [*spent, *[0] * steps][:steps]
        return cls(tuple(kept), min(max(step, 1), steps), since)

    @property
    def is_running(self) -> bool:
        return self.since is not None

    def run(self, now: datetime) -> int:
        """The seconds since it was last started; none when it is paused."""
        if self.since is None:
            return 0
        return min(max(int((now - self.since).total_seconds()), 0), LONGEST_RUN)

    def on_step(self, now: datetime) -> int:
        """The seconds spent on the step that is in hand."""
        return self.spent[self.step - 1] + self.run(now)

    def total(self, now: datetime) -> int:
        return sum(self.spent) + self.run(now)

    def paused(self, now: datetime) -> "Clock":
        kept = list(self.spent)
        kept[self.step - 1] += self.run(now)
        return Clock(tuple(kept), self.step, None)

    def started(self, now: datetime) -> "Clock":
        """Running. One that runs already is left alone."""
        return self if self.is_running else self._replace(since=now)

    def at(self, step: int, now: datetime) -> "Clock":
        """Another step in hand; it goes on running when it ran, and stays paused when it was paused."""
        kept = self.paused(now)._replace(step=step)
        return kept.started(now) if self.is_running else kept


def in_words(seconds: int) -> str:
    """ "4.05", "1.02.30": minutes and seconds, with hours when there are any."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}.{minutes:02}.{rest:02}" if hours else f"{minutes}.{rest:02}"


def in_minutes(seconds: int) -> int:
    """Whole minutes, rounded as people do."""
    return (seconds + 30) // 60
