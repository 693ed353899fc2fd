"""Answering alone. A member and a guest come by doors of their own to the same two pages."""

from collections.abc import Mapping, Sequence

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
from projects.phases.analysis.rounds.seats import Place, Seat
from projects.phases.mapping.interview_notes import Heard, heard_from

CONFLICT = 409


def show_places(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Everything the person is asked about, what they have answered, and whether it is shown yet."""
    return live(request, seat.mark, "rounds/places.html", "rounds/places_part.html", lambda: {**seat.context})


def show_questions(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """The questions about one candidacy. What is sent is kept until it is sent again, or shown."""
    if follows(request):
        part = "rounds/questions_part.html"
        return live(request, seat.mark, part, part, lambda: seat.context | {"place": _place(seat, pk)})
    if request.method == "POST" and request.headers.get("Accept") == "application/json":
        return _keep(request, seat, pk)
    place = _place(seat, pk)
    form = _form(request, seat, place.subject, {line.concept: line.said for line in place.lines if line.said})
    status = 200
    if request.method == "POST" and form.is_valid():
        if _saves(seat, place, form):
            _say_saved(request, seat, place)
            return redirect(seat.after(place.number))
        status = CONFLICT
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
            answers=form.written,
            speaks_for_it=seat.own_actor_only or form.cleaned_data["represents"],
        )
    except NotTakenError as error:
        form.add_error(None, error.why.value)
        return False
    except (RepresentsSeenError, RepresentsAnotherError) as error:
        form.add_error("represents", error.words)
        return False
    return True


def _keep(request: HttpRequest, seat: Seat, pk: int) -> JsonResponse:
    """Keep what is chosen so far, and say when. What something is asked about waits for the person to press.

    Forty do this within the same seconds: it reads no more than it needs.
    """
    subject = seat.subject(pk)
    if subject is None:
        raise Http404
    form = _form(request, seat, subject, answers_by(seat.participant).get(pk, {}))
    ready = form.ready
    given = {concept: each for concept, each in ready.items() if each.answer is not None}
    try:
        save_answers(
            participant=seat.participant,
            subject=subject,
            answers=given,
            speaks_for_it=seat.own_actor_only or form.speaks_for_it,
        )
    except NotTakenError as error:
        return JsonResponse({"words": str(error.why.value)}, status=CONFLICT)
    except (RepresentsSeenError, RepresentsAnotherError) as error:
        return JsonResponse({"words": str(error.words)}, status=CONFLICT)
    words = _("Gemt %(when)s.") % {"when": write_moment(seat.now)}
    if waits := [str(concept.label) for concept in seat.concepts if concept not in ready]:
        words += " " + _("Se på %(what)s, når du trykker på Gem.") % {"what": get_text_list(waits, _("og")).lower()}
    return JsonResponse({"words": words})


def _say_saved(request: HttpRequest, seat: Seat, place: Place) -> None:
    names = {"candidacy": place.subject.candidacy}
    messages.success(request, _("Dit svar om ”%(candidacy)s” er gemt. Ingen kan se det endnu.") % names)
