"""The pages of those who answer without an account: joining by the code, and an actor's own link."""

from typing import Final

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from forankring.ui.live import follows
from projects.models import Participant
from projects.phases.analysis.rounds import actor_voice, guests
from projects.phases.analysis.rounds.answer_views import show_places, show_questions
from projects.phases.analysis.rounds.guest_forms import JoinForm

# settings.ACCOUNT_RATE_LIMITS says how many wrong codes an address may send.
WRONG_CODE: Final = "round_code"
TOO_MANY_REQUESTS: Final = 429
GONE: Final = 410


@never_cache
@login_not_required
def join(request: HttpRequest) -> HttpResponse:
    """Where the QR code leads. A code is only judged when it is sent, so that no address tells whether it is right."""
    if own := guests.round_of_member(request.user, request.POST.get("code", "") or request.GET.get("kode", "")):
        return redirect("runde", own.project.slug, own.pk)
    if request.method == "GET" and "kode" not in request.GET and guests.participant_in(request):
        return redirect("deltager")
    form = JoinForm(request.POST or None, initial={"code": request.GET.get("kode", "")[:20]})
    status = 200
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action=WRONG_CODE, dry_run=True):
            form.add_error("code", _("Der er prøvet mange koder herfra. Vent fem minutter, og prøv igen."))
            status = TOO_MANY_REQUESTS
        elif _joins(request, form):
            return redirect("deltager")
    return render(request, "rounds/guest_join.html", {"form": form}, status=status)


def _joins(request: HttpRequest, form: JoinForm) -> bool:
    """Let the person in; when that cannot be, the form says why."""
    code = form.cleaned_data["code"]
    known = guests.participant_in(request)
    if known and known.round.code == guests.read_code(code):
        return True  # the same phone pointed at the same wall again
    try:
        participant = guests.join_as_guest(code=code, role_title=form.role_title)
    except guests.NoSuchCodeError:
        ratelimit.consume(request, action=WRONG_CODE)
        form.add_error("code", _("Koden passer ikke til en runde, der er i gang. Se på skærmen, og skriv den igen."))
        return False
    except guests.FullError:
        form.add_error("code", _("Der er ikke plads til flere gæster i runden. Sig det til mødelederen."))
        return False
    guests.remember(request, participant)
    return True


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
    return render(request, "rounds/guest_voice.html", {"link": link, "actor": link.project_actor})


@never_cache
@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """What a guest is asked about, and how far they are."""
    participant = _sitting(request)
    return show_places(request, guests.seat_of_guest(participant)) if participant else _no_seat(request)


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
    if guests.had_a_seat(request):
        return render(request, "rounds/guest_over.html", status=GONE)
    return redirect("deltag")
