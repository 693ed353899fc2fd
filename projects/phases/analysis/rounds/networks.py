"""How many seats one network may take in a round, so that one phone does not fill it and vote with all of them."""

from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any, Final, NamedTuple

from allauth.account.adapter import get_adapter
from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from projects.models import AssessmentRound, Event, RoundNetwork, RoundSubject
from projects.phases.analysis.rounds.state import about_round

# A room of forty on one wifi has its seats, with some to spare for phones that came twice.
MOST_SEATS: Final = 50
# From here the leader is asked whether so many sit there.
MANY_SEATS: Final = 20
_HOME: Final = 64  # bits of an IPv6 address that one household or phone has for itself


class Crowd(NamedTuple):
    """The seats taken from one network, and how many were refused there."""

    seats: int
    refused: int


class CrowdedError(Exception):
    """One network has taken so many seats that the leader must say whether there are more people in the room."""


def network_of(request: HttpRequest) -> str:
    """The address that the caller comes from; of IPv6 the part that others do not share."""
    text: str = get_adapter().get_client_ip(request)
    try:
        address = ip_address(text)
    except ValueError:
        return text
    return str(ip_network((address, _HOME), strict=False)) if isinstance(address, IPv6Address) else text


def take_a_seat(round_: AssessmentRound, network: str) -> bool:
    """Count one more seat for the network, or one more refused: then False. For whoever has locked the round."""
    digest = salted_hmac(f"forankring.round.network:{round_.pk}", network, algorithm="sha256").hexdigest()[:32]
    row, _is_new = RoundNetwork.objects.get_or_create(round=round_, network=digest)
    is_free = row.seats < MOST_SEATS
    if is_free:
        row.seats += 1
    else:
        row.refused += 1
    row.save(update_fields=["seats", "refused"])
    return is_free


def with_crowd(subjects: QuerySet[RoundSubject]) -> QuerySet[RoundSubject]:
    """The subjects with what crowd_of reads, so that a leader's page that follows along asks no more than without."""
    busiest = RoundNetwork.objects.filter(round=OuterRef("round")).order_by("-refused", "-seats")
    return subjects.annotate(
        crowd_seats=Subquery(busiest.values("seats")[:1]), crowd_refused=Subquery(busiest.values("refused")[:1])
    )


def crowd_of(subjects: Iterable[Any]) -> Crowd | None:
    """The network the leader is told about: one that was refused seats, else one with many."""
    found = next((Crowd(each.crowd_seats or 0, each.crowd_refused or 0) for each in subjects), None)
    return found if found and (found.refused or found.seats >= MANY_SEATS) else None


@transaction.atomic
def let_more_in(*, by: Any, round_: AssessmentRound) -> None:
    """The leader says that there are more people in the room: networks that are full begin again."""
    running = AssessmentRound.objects.select_for_update().running().filter(pk=round_.pk).first()
    if running and RoundNetwork.objects.filter(round=running, refused__gt=0).update(seats=0, refused=0):
        text = _("lukkede flere gæster ind i vurderingsrunden")
        Event.objects.record(by=by, project=round_.project, text=text, about=about_round(running))
