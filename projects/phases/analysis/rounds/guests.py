"""Those who answer in a round without an account: by the code on the wall, nothing but a role is kept of them."""

from typing import Any, Final

from django.db import transaction
from django.db.models import Max, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from forankring import log
from projects.access import Permission, may
from projects.models import AssessmentRound, Participant, Project
from projects.phases.analysis.rounds.codes import read_code, read_key
from projects.phases.analysis.rounds.forgotten import close_if_forgotten
from projects.phases.analysis.rounds.networks import CrowdedError, take_a_seat
from projects.phases.analysis.rounds.seats import Seat

MOST_GUESTS: Final = 100  # in one round: a code that got out fills no table
SECONDS_AWAY: Final = 30 * 24 * 60 * 60
SEATS: Final = "seats"  # in the session: which participants the browser is
SEATS_OF: Final = "seats_of"  # … and which person has had the seats looked through since signing in


class NoSuchCodeError(Exception):
    """No round that is running has the code."""


class FullError(Exception):
    """So many guests have joined that somebody must have passed the code on."""


def open_to_guests() -> QuerySet[AssessmentRound]:
    """Rounds that are running in a project that is in use."""
    return AssessmentRound.objects.running().filter(project__archived_at__isnull=True)


def find_round(typed: str) -> AssessmentRound:
    """The running round with the code, however it was typed.

    Raises:
        NoSuchCodeError: there is none, or it is closed: the code died with it.
    """
    code = read_code(typed)
    found = open_to_guests().select_related("project").filter(code=code).first() if code else None
    if found is None or close_if_forgotten(found):
        raise NoSuchCodeError
    return found


def find_invited(key: str) -> AssessmentRound | None:
    """The running round that the key from the QR code leads to."""
    try:
        return find_round(read_key(key))
    except NoSuchCodeError:
        return None


def rounds_of_member(user: Any) -> list[AssessmentRound]:
    """The running rounds in which the person answers as a member. Two queries."""
    if not user.is_authenticated:
        return []
    projects = {
        each.pk: each for each in Project.objects.visible_to(user).filter(assessment_rounds__in=open_to_guests())
    }
    mine = [pk for pk, each in projects.items() if may(each.my_role, Permission.RATE)]
    found = list(open_to_guests().filter(project__in=mine).order_by("pk"))
    for round_ in found:
        round_.project = projects[round_.project_id]
    return found


def round_of_member(user: Any, typed: str) -> AssessmentRound | None:
    """The running round with the code, if it is one where the person answers as a member."""
    code = read_code(typed)
    if not code or not user.is_authenticated:
        return None
    found = open_to_guests().filter(code=code).first()
    project = Project.objects.visible_to(user).filter(pk=found.project_id).first() if found else None
    if found is None or project is None or not may(project.my_role, Permission.RATE):
        return None
    found.project = project
    return found


def join_as_guest(*, code: str, role_title: str, network: str) -> Participant:
    """Let a guest in who comes from the network. Writes no event: only the role is kept, and not when they came.

    Raises:
        NoSuchCodeError: the code is wrong, or the round was closed meanwhile.
        FullError: there are MOST_GUESTS already.
        CrowdedError: the network has taken as many seats as one may; that stays written for the leader to see.
    """
    with transaction.atomic():
        # Locked, so that nobody joins a round while it closes.
        found = AssessmentRound.objects.select_for_update().filter(pk=find_round(code).pk).first()
        if found is None or not found.is_running:
            raise NoSuchCodeError
        guests = found.participants.filter(user__isnull=True)
        if guests.filter(is_out=False).count() >= MOST_GUESTS:
            raise FullError
        participant = _seat(found, role_title) if take_a_seat(found, network) else None
    if participant is None:
        raise CrowdedError
    log.event("guest_joined", round=found.pk)
    return participant


def _seat(round_: AssessmentRound, role_title: str) -> Participant:
    """A new seat; those with the same role are numbered, so that the leader can tell them apart."""
    last = round_.participants.filter(user__isnull=True, role_title=role_title).aggregate(Max("number"))["number__max"]
    return Participant.objects.create(round=round_, role_title=role_title, number=(last or 0) + 1)


def sit_again(request: HttpRequest, round_: AssessmentRound) -> bool:
    """Whether the browser is a guest in the round already; then it is that guest now."""
    own = round_.participants.filter(pk__in=_seats(request), user__isnull=True, is_out=False, link__isnull=True)
    seat = own.order_by("pk").first() if _seats(request) else None
    if seat:
        sit(request, seat.pk)
    return seat is not None


def remember(request: HttpRequest, participant: Participant) -> None:
    """Let the browser be this participant until the round is over, under a new session key."""
    request.session.cycle_key()
    sit(request, participant.pk)


def sit(request: HttpRequest, pk: int) -> None:
    """Let the browser be that participant now. It may have other seats, such as the links of two actors."""
    request.session[SEATS] = [*(seat for seat in _seats(request) if seat != pk), pk]
    if request.user.is_authenticated:
        request.session[SEATS_OF] = request.user.pk
    stay(request)


def stay(request: HttpRequest) -> None:
    """A guest who comes back within weeks still has the seat."""
    if not request.user.is_authenticated:
        request.session.set_expiry(SECONDS_AWAY)


def has_seat(request: HttpRequest, pk: int) -> bool:
    return pk in _seats(request)


def had_a_seat(request: HttpRequest) -> bool:
    """Whether the browser has been somebody in a round, which may be over."""
    return bool(_seats(request))


def _seats(request: HttpRequest) -> list[int]:
    """The participants that the browser is, the one in use last."""
    seats: list[int] = request.session.get(SEATS, [])
    return seats


def participant_in(request: HttpRequest) -> Participant | None:
    """Who the browser answers as without an account, with the round and its project; None when it is nobody.

    Closing a round deletes who took part, so that whoever is found is in one that is running.
    """
    seats = _seats(request)
    if not seats:
        return None
    found = Participant.objects.select_related("round__project__programme", "represents", "link")
    one = found.filter(pk=seats[-1], user__isnull=True, is_out=False, round__in=open_to_guests()).first()
    return None if one is None or close_if_forgotten(one.round) else one


def seat_of_guest(participant: Participant) -> Seat:
    """The seat of somebody without an account; whoever came by an actor's link is asked about that actor alone."""
    return Seat(
        participant=participant,
        round=participant.round,
        home=reverse("deltager"),
        url_of=lambda subject: reverse("deltager-svar", args=[subject]),
        frame="rounds/guest_frame.html",
        own_actor_only=hasattr(participant, "link"),
    )
