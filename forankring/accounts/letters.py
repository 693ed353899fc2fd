"""What whoever invites is told about the letter."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from forankring.accounts.models import User


def say_whether_sent(request: HttpRequest, person: User, words: str) -> None:
    """Show the words when the letter to the person went off, else what to do. Call it after the transaction."""
    if person.was_written_to:
        messages.success(request, words)
    elif person.has_usable_password():
        messages.error(request, _("Mailen kunne ikke sendes. Fortæl selv personen det."))
    else:
        messages.error(request, _("Mailen kunne ikke sendes. Send invitationen igen."))
