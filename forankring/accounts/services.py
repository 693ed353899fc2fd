"""Inviting people, and people taking up the invitation."""

import logging
from collections.abc import Callable
from smtplib import SMTPException
from typing import Any, NamedTuple

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.forms import ModelForm
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django.utils.translation import gettext as _

from forankring import log
from forankring.accounts.addresses import one_form
from forankring.accounts.models import User

logger = logging.getLogger(__name__)

# Turns a path into an address with host; a view gives request.build_absolute_uri.
Absolute = Callable[[str], str]


class InvitationTokens(PasswordResetTokenGenerator):
    """Django's tokens for passwords, with a purpose of their own.

    A token follows from the password and the last sign-in, so it stops working when either changes, and after
    settings.PASSWORD_RESET_TIMEOUT.
    """

    key_salt = "forankring.accounts.invitation"


invitation_tokens = InvitationTokens()


class Occasion(NamedTuple):
    """Why somebody is written to: the subject of the mail, and its first sentence."""

    subject: str
    sentence: str


def invitation_path(person: User) -> str:
    """The address where the person chooses a password. It works once, for seven days."""
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    return reverse("invitation", args=[uid, invitation_tokens.make_token(person)])


def find_invited(uid: str, token: str) -> User | None:
    """Who the address was sent to; None when it is used, too old, or was never sent."""
    try:
        person = User.objects.get(pk=int(urlsafe_base64_decode(uid)), is_active=True)
    except (ValueError, OverflowError, User.DoesNotExist):
        return None
    return person if invitation_tokens.check_token(person, token) else None


@transaction.atomic
def invite_person(*, by: Any, email: str, occasion: Occasion, absolute: Absolute) -> User:
    """The person with this address, new when there is none, told by mail why and what to do.

    Whoever has a password already gets the address of the site, everybody else one where they choose it.
    """
    person = User.objects.with_address(email) or _new_person(email)
    send_invitation(by=by, person=person, occasion=occasion, absolute=absolute)
    return person


def _new_person(email: str) -> User:
    """A person without a password; the one that somebody else made in the same moment, if so."""
    try:
        with transaction.atomic():
            return User.objects.create_user(email)
    except IntegrityError:
        return User.objects.get(email=one_form(email))


def send_invitation(*, by: Any, person: User, occasion: Occasion, absolute: Absolute) -> None:
    """Write to the person when the transaction has gone through.

    A mail server that does not answer undoes nothing: `person.was_written_to` tells afterwards whether it worked.
    """
    is_new = not person.has_usable_password()
    url = absolute(invitation_path(person) if is_new else reverse("my_projects"))
    context = {"sentence": occasion.sentence, "url": url, "is_new": is_new, "by": by}
    body = render_to_string("accounts/email/invitation.txt", context)
    subject = " ".join(occasion.subject.split())
    log.event_once_stored("invited", who=log.pseudonym(person.pk), by=log.pseudonym(by.pk))
    transaction.on_commit(lambda: _write_to(person, subject, body))


def _write_to(person: User, subject: str, body: str) -> None:
    try:
        send_mail(subject, body, None, [person.email])
    except (OSError, SMTPException) as error:
        logger.error("An invitation could not be sent: %r", error)
        person.was_written_to = False
    else:
        person.was_written_to = True


@transaction.atomic
def accept_invitation(*, uid: str, token: str, name: str, organisation: str, password: str) -> User | None:
    """Give the invited person the name and the password they chose; None when the address was used meanwhile."""
    invited = find_invited(uid, token)
    if invited is None:
        return None
    # Two who follow the same address at the same moment queue here, and the second finds it used.
    person = User.objects.select_for_update().get(pk=invited.pk)
    if not invitation_tokens.check_token(person, token):
        return None
    person.name, person.organisation = name, organisation
    person.set_password(password)
    person.save(update_fields=["name", "organisation", "password"])
    log.event_once_stored("invitation_accepted", who=log.pseudonym(person.pk))
    return person


@transaction.atomic
def save_profile(*, form: ModelForm) -> None:
    """Save a valid form about the person's own name and organisation."""
    form.save()


def plain_invitation() -> Occasion:
    """For a person whom an administrator creates, before any helhedsplan names them."""
    return Occasion(_("Du er inviteret til Forankring"), _("Du er inviteret til Forankring."))
