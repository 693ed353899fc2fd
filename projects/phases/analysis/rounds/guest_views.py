"""The pages of those who answer without an account: joining by the code, and an actor's own link."""

from typing import Final

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from forankring.ui.live import follows
from projects.models import AssessmentRound, Participant
from projects.phases.analysis.rounds import actor_voice, guests
from projects.phases.analysis.rounds.answer_views import asks_for_words, not_kept, show_places, show_questions
from projects.phases.analysis.rounds.guest_forms import JoinForm
from projects.phases.analysis.rounds.networks import CrowdedError, network_of
from projects.phases.analysis.rounds.state import Ended
from projects.phases.analysis.rounds.way_in import KEY
from projects.private import private

# settings.ACCOUNT_RATE_LIMITS says how many wrong codes an address may send.
WRONG_CODE: Final = "round_code"
FIVE_MINUTES: Final = 5 * 60
TOO_MANY_REQUESTS: Final = 429
GONE: Final = 410


@never_cache
@login_not_required
def join(request: HttpRequest) -> HttpResponse:
    """Where the QR code leads, with a key that asks for no code. A typed code is only judged when it is sent, so that
    no address tells whether it is right.
    """
    key = request.GET.get(KEY, "")
    invited = guests.find_invited(key)
    typed = invited.code if invited else request.POST.get("code", "") or request.GET.get("kode", "")
    if own := guests.round_of_member(request.user, typed):
        return redirect("runde", own.project.slug, own.pk)
    if request.method == "GET" and _has_come_before(request, typed, invited):
        return redirect("deltager")
    form = JoinForm(request.POST or None, initial={"code": typed[:20]}, asks_for_code=invited is None)
    status = 200
    if request.method == "POST" and form.is_valid():
        if invited or _may_type(request, form):
            if _joins(request, form, invited.code if invited else form.cleaned_data["code"]):
                return redirect("deltager")
        else:
            status = TOO_MANY_REQUESTS
    context = {
        "form": form,
        "round": invited,
        "is_dead_key": bool(key) and invited is None,
        "own_rounds": guests.rounds_of_member(request.user),
    }
    return render(request, "rounds/guest_join.html", context, status=status)


def _has_come_before(request: HttpRequest, typed: str, invited: AssessmentRound | None) -> bool:
    """Whether the browser has a seat in the round it points at; where it points at none, in any."""
    if "kode" not in request.GET and KEY not in request.GET:
        return guests.participant_in(request) is not None
    try:
        return guests.sit_again(request, invited or guests.find_round(typed))
    except guests.NoSuchCodeError:
        return False


def _may_type(request: HttpRequest, form: JoinForm) -> bool:
    """Whether codes from the caller's address are judged. Wrong ones alone are counted, and none of the QR code's."""
    if cache.get(_shut(request)):
        return _refuses_to_judge(form)
    try:
        guests.find_round(form.cleaned_data["code"])
    except guests.NoSuchCodeError:
        # Asked again, since the limit also says no when it waited too long for its own lock.
        if not ratelimit.consume(request, action=WRONG_CODE) and not ratelimit.consume(
            request, action=WRONG_CODE, dry_run=True
        ):
            cache.set(_shut(request), True, FIVE_MINUTES)
            return _refuses_to_judge(form)
    return True


def _refuses_to_judge(form: JoinForm) -> bool:
    form.add_error("code", _("Der er skrevet mange forkerte koder herfra. Scan QR-koden, eller vent fem minutter."))
    return False


def _shut(request: HttpRequest) -> str:
    return "round_code_shut:" + salted_hmac("forankring.round.shut", network_of(request)).hexdigest()


def _joins(request: HttpRequest, form: JoinForm, code: str) -> bool:
    """Let the person in; when that cannot be, the form says why."""
    try:
        if guests.sit_again(request, guests.find_round(code)):
            return True  # the same phone pointed at the same wall again
        participant = guests.join_as_guest(code=code, role_title=form.role_title, network=network_of(request))
    except guests.NoSuchCodeError:
        words = _("Koden passer ikke til en runde, der er i gang. Se på skærmen, og skriv den igen.")
    except guests.FullError:
        words = _("Der er ikke plads til flere gæster i runden. Sig det til mødelederen.")
    except CrowdedError:
        words = _("Der er taget mange pladser fra det netværk, du er på. Bed mødelederen om at lukke flere ind.")
    else:
        guests.remember(request, participant)
        return True
    form.add_error("code" if "code" in form.fields else None, words)
    return False


@never_cache
@login_not_required
def voice(request: HttpRequest, token: str) -> HttpResponse:
    """An actor's own link. Whoever begins is the actor's voice; looking at the page begins nothing."""
    try:
        link = actor_voice.find_link(token)
        if link.participant_id and guests.has_seat(request, link.participant_id):
            guests.sit(request, link.participant_id)
            return redirect("deltager")
        if request.method == "POST":
            guests.remember(request, actor_voice.begin(token=token))
            return redirect("deltager")
        if link.participant_id:
            raise actor_voice.LinkTakenError
    except actor_voice.LinkGoneError:
        return render(request, "rounds/guest_link_gone.html", {"is_taken": False}, status=GONE)
    except actor_voice.LinkTakenError:
        return render(request, "rounds/guest_link_gone.html", {"is_taken": True}, status=GONE)
    return render(request, "rounds/guest_voice.html", {"link": link, "actor": link.project_actor, "round": link.round})


@private
@never_cache
@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """What a guest is asked about, and how far they are."""
    participant = _sitting(request)
    return show_places(request, guests.seat_of_guest(participant)) if participant else _no_seat(request)


@private
@never_cache
@login_not_required
def questions(request: HttpRequest, subject: int) -> HttpResponse:
    """The questions about one candidacy, as a member has them."""
    participant = _sitting(request)
    return show_questions(request, guests.seat_of_guest(participant), subject) if participant else _no_seat(request)


def _sitting(request: HttpRequest) -> Participant | None:
    """Who the browser is now; whoever opens a page keeps the seat, what the page itself asks and sends does not."""
    participant = guests.participant_in(request)
    if participant and request.method == "GET" and not follows(request):
        guests.stay(request)
    return participant


def _no_seat(request: HttpRequest) -> HttpResponse:
    """The round is over for whoever was in one; anybody else is shown the way in."""
    had_one, sends = guests.had_a_seat(request), request.method == "POST"
    if asks_for_words(request):
        why = Ended.GONE.value if had_one else _("Vi kan ikke se, hvem du er.")
        return not_kept(f"{why} {_('Er runden i gang, så scan QR-koden igen.')}", status=GONE)
    if had_one:
        return render(request, "rounds/guest_over.html", {"was_sent": sends}, status=GONE)
    if sends:
        messages.warning(request, _("Vi kan ikke se, hvem du er, og det, du sendte, er ikke gemt. Kom ind igen her."))
    return redirect("deltag")
