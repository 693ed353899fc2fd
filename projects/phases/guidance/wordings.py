"""The texts that are shown: the standard ones with what administrators have changed laid over (docs/adr/0033)."""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from projects.models import Wording
from projects.phases.guidance.standard import Guidance, standard_texts

Text = str | Promise


@dataclass(slots=True)
class _Reading:
    """What was read once for one page."""

    found: Mapping[str, Wording] | None = field(default=None)


_page: ContextVar[_Reading | None] = ContextVar("wordings_of_the_page", default=None)


def read_wordings_once(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: a page asks the database for the changed texts at most once, however many questions it shows."""

    def middleware(request: HttpRequest) -> HttpResponse:
        token = _page.set(_Reading())
        try:
            return get_response(request)
        finally:
            _page.reset(token)

    return middleware


def changed() -> Mapping[str, Wording]:
    """What administrators have changed, by key."""
    reading = _page.get()
    if reading is None:
        return Wording.objects.current()
    if reading.found is None:
        reading.found = Wording.objects.current()
    return reading.found


def guidance_of(key: str) -> Guidance:
    """Why we ask, with examples; an empty one where there is nothing to say."""
    standard, ours = standard_texts().get(key, Guidance()), changed().get(key)
    if ours is None:
        return standard
    return Guidance(ours.why or standard.why, ours.good or standard.good, ours.poor or standard.poor)


def label_of(key: str) -> str:
    """The question as an administrator has put it; "" where it stands as the form asks it."""
    ours = changed().get(key)
    return ours.label if ours else ""


def help_text_of(key: str) -> str:
    """The same for the line below the question."""
    ours = changed().get(key)
    return ours.help_text if ours else ""


def with_the_question(what: Text, step: str, name: str) -> Text:
    """What to do about an answer, followed by the question when that is put in other words than the sentence knows."""
    label = label_of(f"{step}.{name}")
    return _("%(what)s Spørgsmålet er: ”%(label)s”") % {"what": what, "label": label} if label else what


def changed_labels() -> dict[str, str]:
    """Every question that is put in other words than the form's, by key."""
    return {key: wording.label for key, wording in changed().items() if wording.label}
