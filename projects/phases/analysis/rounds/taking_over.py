"""A guest who signs in becomes the member they are: the seat goes along, so that nobody counts twice."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from projects.access import Permission, may
from projects.models import AssessmentRound, Participant, Project, Rating
from projects.phases.analysis.rounds.guests import SEATS, SEATS_OF, open_to_guests
from projects.phases.analysis.rounds.state import hidden_at, shown_by

GetResponse = Callable[[HttpRequest], HttpResponse]


def take_seats_over(get_response: GetResponse) -> GetResponse:
    """Middleware: however a guest signs in, the person takes the seats over, and the session is theirs from here on.

    Asks the database only once, in the answer to the signing in.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        session = request.session
        if session.accessed and session.get(SEATS) and session.get(SEATS_OF) != request.user.pk:
            # Somebody has signed in since the seats were taken.
            session[SEATS] = [seat for seat in session[SEATS] if not take_over(user=request.user, seat=seat)]
            session[SEATS_OF] = request.user.pk
            session.set_expiry(None)  # a guest's weeks are not a person's
        return response

    return answer


@transaction.atomic
def take_over(*, user: Any, seat: int) -> bool:
    """Let the guest's seat be the member's. False when it is none of theirs: an actor's own link, or a round in which
    the person has no say.

    What the person answered as a member stands; what they only answered as a guest goes along. What the group has seen
    stays where it was seen.
    """
    rows = Participant.objects.filter(user__isnull=True, is_out=False, link__isnull=True, round__in=open_to_guests())
    found = rows.select_related("round").filter(pk=seat).first()
    if found is None or not _answers_as_a_member(user, found.round):
        return False
    # The round first, as everywhere, so that nothing is shown or closed meanwhile.
    if not AssessmentRound.objects.select_for_update().running().filter(pk=found.round_id).exists():
        return False
    guest = Participant.objects.select_for_update().filter(pk=seat, user__isnull=True, is_out=False).first()
    if guest is None:
        return False
    own = Participant.objects.select_for_update().filter(round=guest.round_id, user=user).first()
    would_name = found.round.shows_names and guest.ratings.filter(shown_by(timezone.now(), "subject__")).exists()
    if own is None and not would_name:
        guest.user, guest.role_title, guest.number = user, "", None
        guest.save(update_fields=["user", "role_title", "number"])
        return True
    _merge(guest, own or Participant.objects.create(round=found.round, user=user))
    return True


def _answers_as_a_member(user: Any, round_: AssessmentRound) -> bool:
    project = Project.objects.visible_to(user).filter(pk=round_.project_id).first()
    return project is not None and may(project.my_role, Permission.RATE)


def _merge(guest: Participant, own: Participant) -> None:
    """Move what the member has not answered, and leave of the guest's seat only what is shown."""
    hidden: Iterable[Rating] = _unshown(guest)
    if guest.represents_id != own.represents_id:
        hidden = _of_the_same_voice(guest, own, hidden)
    answered = set(own.ratings.values_list("subject", "concept"))
    moves = [rating.pk for rating in hidden if (rating.subject_id, rating.concept) not in answered]
    Rating.objects.filter(pk__in=moves).update(participant=own)
    _unshown(guest).delete()
    if guest.ratings.exists():
        guest.is_out = True
        guest.save(update_fields=["is_out"])
    else:
        guest.delete()


def _unshown(guest: Participant) -> QuerySet[Rating]:
    return guest.ratings.filter(hidden_at(timezone.now(), "subject__"))


def _of_the_same_voice(guest: Participant, own: Participant, hidden: Iterable[Rating]) -> Any:
    """The ratings that do not turn an actor's own voice into the group's, or the other way."""
    actors = [pk for pk in (guest.represents_id, own.represents_id) if pk]
    if own.represents_id is None and not own.ratings.filter(subject__candidacy__project_actor__in=actors).exists():
        own.represents_id = guest.represents_id
        own.save(update_fields=["represents"])
        return hidden
    return _unshown(guest).exclude(subject__candidacy__project_actor__in=actors)
