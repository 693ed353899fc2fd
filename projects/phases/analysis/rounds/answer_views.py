"""Answering alone. A member and a guest come by doors of their own to the same two pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from actors.concepts import Concept
from forankring.accounts.came_back import fill
from forankring.ui.dates import write_moment
from forankring.ui.live import follows, live
from projects.models import RoundSubject
from projects.phases.analysis.rounds.answer_form import AnswerForm
from projects.phases.analysis.rounds.answer_services import (
    NotTakenError,
    RepresentsAnotherError,
    RepresentsSeenError,
    save_answers,
)
from projects.phases.analysis.rounds.answers import Said, answers_by
from projects.phases.analysis.rounds.progress import note_that_they_are_here
from projects.phases.analysis.rounds.seats import Place, Seat
from projects.phases.mapping.interview_notes import Heard, heard_from

CONFLICT = 409


def asks_for_words(request: HttpRequest) -> bool:
    """Whether it is the page itself that sends what is chosen, and shows the words it gets back."""
    return request.method == "POST" and request.headers.get("Accept") == "application/json"


def not_kept(why: object, status: int = CONFLICT) -> JsonResponse:
    """Tell the page the true state: sending the same again will not help."""
    return JsonResponse({"words": _not_kept_words(why)}, status=status)


def _not_kept_words(why: object) -> str:
    return _("%(why)s Det, du valgte sidst, er ikke gemt.") % {"why": why}


def show_places(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Everything the person is asked about, what they have answered, and whether it is shown yet."""
    note_that_they_are_here(seat.participant, seat.now)
    return live(request, seat.mark, "rounds/places.html", "rounds/places_part.html", lambda: {**seat.context})


def show_questions(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """The questions about one candidacy. What is sent is kept until it is sent again, or shown."""
    if request.method == "GET":
        note_that_they_are_here(seat.participant, seat.now)
    if follows(request):
        part = "rounds/questions_part.html"
        return live(request, seat.mark, part, part, lambda: seat.context | {"place": _place(seat, pk)})
    if asks_for_words(request):
        return _keep(request, seat, pk)
    place = _place(seat, pk)
    form = _form(request, seat, place.subject, {line.concept: line.said for line in place.lines if line.said})
    status = 200
    if request.method == "POST" and not getattr(request, "came_back", False):
        # What is asked about, or refused in one field, holds nothing else back: the page stored it as it was chosen.
        form.is_valid()
        if not _saves(seat, place, form):
            status = CONFLICT
        elif form.is_valid():
            _say_saved(request, place, form)
            return redirect(seat.after(place.number))
    about_it = {"place": place, "heard": _heard(seat, place), "is_voice": _speaks_for(seat, place.subject)}
    context = seat.context | about_it | {"form": form, "mark": seat.mark}
    response = render(request, "rounds/questions.html", context, status=status)
    add_never_cache_headers(response)
    return response


def _place(seat: Seat, pk: int) -> Place:
    place = seat.place_of(pk)
    if place is None:
        raise Http404
    return place


def _heard(seat: Seat, place: Place) -> list[tuple[Concept, Sequence[Heard]]]:
    """What the actor has said in talks. For members: a guest has no right to the working papers."""
    if seat.participant.user_id is None:
        return []
    return list(heard_from(place.subject.candidacy.project_actor_id).items())


def _speaks_for(seat: Seat, subject: RoundSubject) -> bool:
    return seat.participant.represents_id == subject.candidacy.project_actor_id


def _form(request: HttpRequest, seat: Seat, subject: RoundSubject, said: Mapping[Concept, Said]) -> AnswerForm:
    form: AnswerForm = fill(
        request,
        AnswerForm,
        concepts=seat.concepts,
        said=said,
        represents=None if seat.own_actor_only else _speaks_for(seat, subject),
    )
    return form


def _saves(seat: Seat, place: Place, form: AnswerForm) -> bool:
    """Whether the answers were taken; otherwise the form says why not, and what was typed stands."""
    try:
        save_answers(
            participant=seat.participant,
            subject=place.subject,
            answers=form.given,
            speaks_for_it=seat.own_actor_only or form.speaks_for_it,
        )
    except NotTakenError as error:
        form.add_error(None, _not_kept_words(error.why.value))
        return False
    except (RepresentsSeenError, RepresentsAnotherError) as error:
        form.add_error("represents", _not_kept_words(error.words))
        return False
    form.is_stored = True
    return True


def _keep(request: HttpRequest, seat: Seat, pk: int) -> JsonResponse:
    """Keep what is chosen so far, and say when. A caution asks, and holds nothing back; what is refused is named.

    Forty do this within the same seconds: it reads no more than it needs.
    """
    subject = seat.subject(pk)
    if subject is None:
        raise Http404
    form = _form(request, seat, subject, answers_by(seat.participant).get(pk, {}))
    try:
        save_answers(
            participant=seat.participant,
            subject=subject,
            answers=form.given,
            speaks_for_it=seat.own_actor_only or form.speaks_for_it,
        )
    except NotTakenError as error:
        return not_kept(error.why.value)
    except (RepresentsSeenError, RepresentsAnotherError) as error:
        return not_kept(error.words)
    return JsonResponse({"words": " ".join(_kept_words(form, write_moment(seat.now)))})


def _kept_words(form: AnswerForm, when: str) -> Iterator[str]:
    """What is not stored stands first, and why; then when the rest was, and what is asked."""
    for concept, why in form.refused.items():
        yield _("Ikke gemt om %(what)s: %(why)s") % {"what": concept.label.lower(), "why": " ".join(why)}
    if form.given or not form.refused:
        yield (_("Resten er gemt %(when)s.") if form.refused else _("Gemt %(when)s.")) % {"when": when}
    if silent := form.asked_about(misses_text=True):
        yield _("Skriv gerne hvorfor ved %(what)s.") % {"what": _listed(silent)}
    if unread := form.asked_about(misses_text=False):
        yield _("Læs det, du skrev ved %(what)s, en gang til.") % {"what": _listed(unread)}


def _listed(concepts: Iterable[Concept]) -> str:
    return get_text_list([str(concept.label) for concept in concepts], _("og")).lower()


def _say_saved(request: HttpRequest, place: Place, form: AnswerForm) -> None:
    names = {"candidacy": place.subject.candidacy}
    if not form.given:
        messages.info(request, _("Du valgte ikke noget om ”%(candidacy)s”. Du kan svare senere.") % names)
        return
    messages.success(request, _("Dit svar om ”%(candidacy)s” er gemt. Ingen kan se det endnu.") % names)
