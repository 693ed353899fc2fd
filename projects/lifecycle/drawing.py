"""The timeline's picture: what the words mean. The drawing itself is forankring.rendering's."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _

from forankring.rendering.timeline import Mark, Part, Timeline, draw_timeline
from projects.lifecycle.due import State


class Stage(Protocol):
    """A stage of the calendar or of the plan."""

    @property
    def number(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def start(self) -> date: ...
    @property
    def end(self) -> date: ...


class Moment(Protocol):
    """A date of the calendar or of the plan."""

    @property
    def title(self) -> str: ...
    @property
    def day(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...
    @property
    def state(self) -> State: ...


def timeline_of(
    name: str, stages: Iterable[Stage], moments: Sequence[Moment], *, end: date | None, today: date
) -> Timeline | None:
    """The picture; None while there is no date to draw."""
    marks = [Mark(_words(one), one.state.value, one.day, one.until) for one in moments if one.day]
    if not marks:
        return None
    late = sum(one.state is State.LATE for one in moments)
    title = _("Tidslinje for %(name)s: %(dates)s datoer, og %(late)s burde være gjort. Datoerne står i tabellen.") % {
        "name": name,
        "dates": len(marks),
        "late": late,
    }
    return draw_timeline(
        title,
        [Part(stage.number, stage.name, stage.start, stage.end) for stage in stages],
        marks,
        today=today,
        today_words=_("i dag"),
        finish=end,
        finish_words=_("slutter"),
    )


def _words(moment: Moment) -> str:
    return f"{moment.title} · {str(moment.state.label).lower()}"
