"""The big screen: whoever leads a meeting sees the project's pages in large type, with a bar that carries the meeting.

Which meeting it is stands in that person's session, so nobody else's pages change.
"""

from typing import Any, Final, NamedTuple

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from projects.meetings.agenda import TimedStep, steps_of
from projects.meetings.clock import Clock, in_words
from projects.meetings.pages import links_of
from projects.meetings.services import clock_of
from projects.models import Meeting

_KEY: Final = "storskaerm"


class Screen(NamedTuple):
    """What the bar shows."""

    meeting: Meeting
    clock: Clock
    timed: TimedStep
    following: TimedStep | None
    total: int  # how many steps there are
    seconds: int

    @property
    def more(self) -> list[tuple[Any, str]]:
        """The step's other pages, as words and address."""
        return links_of(self.timed, self.meeting)

    @property
    def planned(self) -> int:
        return self.timed.minutes

    @property
    def words(self) -> str:
        return in_words(self.seconds)

    @property
    def is_over(self) -> bool:
        """The step has taken longer than it was to."""
        return self.seconds > self.planned * 60


def screen_of(meeting: Meeting) -> Screen:
    """A meeting that is going on, as the bar shows it."""
    steps, clock = steps_of(meeting), clock_of(meeting)
    following = steps[clock.step] if clock.step < len(steps) else None
    return Screen(meeting, clock, steps[clock.step - 1], following, len(steps), clock.on_step(timezone.now()))


def turn_on(request: HttpRequest, meeting: Meeting) -> None:
    request.session[_KEY] = {"slug": meeting.project.slug, "meeting": meeting.pk}


def turn_off(request: HttpRequest) -> None:
    request.session.pop(_KEY, None)


def screen(request: HttpRequest) -> dict[str, Any]:
    """`screen` for every page below the meeting's project; empty elsewhere, and when the meeting is over."""
    user = getattr(request, "user", None)
    return {"screen": SimpleLazyObject(lambda: _screen(request))} if user and user.is_authenticated else {}


def _screen(request: HttpRequest) -> Screen | None:
    kept = request.session.get(_KEY)
    here = request.resolver_match
    if not kept or here is None or here.kwargs.get("slug") != kept["slug"]:
        return None
    meetings = Meeting.objects.select_related("project__programme")
    meeting = meetings.filter(pk=kept["meeting"], project__slug=kept["slug"]).first()
    return screen_of(meeting) if meeting and meeting.is_running else None
