"""The project in time, and the three levels, as they stand on the plan's day."""

from datetime import date

from projects.documents.redaction import Record
from projects.lifecycle.due import State


class PlanStage(Record):
    """One of the four stages of the period."""

    number: int
    name: str
    start: date
    end: date


class PlanDate(Record):
    """What the calendar asks for on a day (to `until` when it takes a while), and how far it is."""

    title: str
    day: date | None = None
    until: date | None = None
    is_moved: bool = False
    state: State = State.UNKNOWN
    sentence: str = ""

    @property
    def is_late(self) -> bool:
        return self.state is State.LATE


class PlanLevel(Record):
    """Strategy, method or plan: what it asks, how far it is in a word, and in a sentence."""

    name: str
    asks: str
    status: str
    sentence: str
