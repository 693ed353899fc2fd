"""What whoever invites is told about the letter."""

from typing import Final

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from forankring.accounts.models import User

# settings.ACCOUNT_RATE_LIMITS says how many, to one address and by one person.
INVITATION: Final = "invitation"


def may_invite(request: HttpRequest, email: str) -> bool:
    """Whether whoever is signed in may have one more letter sent to the address; it is counted when they may."""
    return ratelimit.consume(request, action=INVITATION, key=email)


def too_many() -> str:
    """What is told when they may not."""
    return _("Der er sendt mange invitationer. Vent en time, og prøv igen.")


def say_whether_sent(request: HttpRequest, person: User, words: str) -> None:
    """Show the words when the letter to the person went off, else what to do. Call it after the transaction."""
    if person.was_written_to:
        messages.success(request, words)
    elif person.has_usable_password():
        messages.error(request, _("Mailen kunne ikke sendes. Fortæl selv personen det."))
    else:
        messages.error(request, _("Mailen kunne ikke sendes. Send invitationen igen."))
