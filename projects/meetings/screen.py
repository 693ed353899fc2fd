"""The big screen: whoever leads a meeting sees the project's pages in large type, with a bar that carries the meeting.

Which meeting it is stands in that person's session, so nobody else's pages change.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.functional import SimpleLazyObject

from forankring.accounts.models import room_reads
from forankring.ui.live import MARK, follows
from projects.meetings.agenda import TimedStep, steps_of
from projects.meetings.clock import Clock, in_words
from projects.meetings.pages import links_of
from projects.meetings.services import clock_of
from projects.models import AssessmentRound, Meeting
from projects.phases.analysis.rounds.forgotten import running_round
from projects.phases.analysis.rounds.way_in import way_in
from projects.private import is_private

_KEY: Final = "storskaerm"
# Pages of rooms that know nothing of meetings, with people's addresses on them. The administration has them too.
_ABOUT_PEOPLE: Final = {
    "profile",
    "change_address",
    "confirm_address",
    "account_change_password",
    "account_set_password",
}
_ANSWERING: Final = ("runde", "deltager")  # where people answer in a round


class Screen(NamedTuple):
    """What the bar shows."""

    meeting: Meeting
    clock: Clock
    timed: TimedStep
    following: TimedStep | None
    total: int  # how many steps there are
    seconds: int

    @property
    def open_round(self) -> AssessmentRound | None:
        """The round that nobody has closed, told where the meeting ends."""
        return None if self.following else running_round(self.meeting.project_id)

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
    here = request.resolver_match
    kept = request.session.get(_KEY)
    if not kept or here is None or here.kwargs.get("slug") != kept["slug"]:
        return None
    meeting = _meeting(request)
    return screen_of(meeting) if meeting else None


def _meeting(request: HttpRequest) -> Meeting | None:
    """The meeting that goes on on this browser's big screen."""
    kept = request.session.get(_KEY)
    if not kept:
        return None
    meetings = Meeting.objects.select_related("project__programme")
    meeting = meetings.filter(pk=kept["meeting"], project__slug=kept["slug"]).first()
    return meeting if meeting and meeting.is_running else None


class CoverPrivatePages:
    """Middleware: while a browser shows a meeting on the big screen, a private page of any project is covered in it.

    What a page sends by itself is still kept, so that nobody loses an answer because the screen was turned on.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        room = room_reads.set(lambda: _KEY in request.session)
        try:
            response = self.get_response(request)
            covered: Meeting | None = getattr(request, "is_covered_by", None)
            is_a_page = not response.headers.get("Location") and "json" not in response.headers.get("Content-Type", "")
            return _cover(request, covered) if covered and is_a_page else response
        finally:
            room_reads.reset(room)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _arguments: Any, named: dict[str, Any]
    ) -> HttpResponse | None:
        here = request.resolver_match
        is_about_people = here is not None and (here.view_name in _ABOUT_PEOPLE or here.namespace == "admin")
        if not is_about_people and not is_private(view, named):
            return None
        meeting = _meeting(request)
        if meeting and request.method in {"GET", "HEAD"}:
            return _cover(request, meeting)
        request.is_covered_by = meeting  # type: ignore[attr-defined]
        return None


def _cover(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """In place of the page, or of the part that follows along: what to do instead."""
    context: dict[str, Any] = {"project": meeting.project, "meeting": meeting}
    here = request.resolver_match
    is_answering = here is not None and here.view_name.startswith(_ANSWERING)
    if is_answering and (running := running_round(meeting.project_id)):
        context |= {"round": running, **way_in(request, running)}
    part = follows(request)
    context["is_answering"] = is_answering
    response = render(request, "meetings/covered_part.html" if part else "meetings/covered.html", context)
    response.headers[MARK] = "covered"
    add_never_cache_headers(response)
    return response
