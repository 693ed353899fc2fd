"""A person gets another address to sign in with: the new one says yes, and the old one is told twice.

Nothing is stored until then. The link in the mail to the new address carries, signed, whose address it is to be. It
stops working when the person's address has changed, and when somebody else has taken the new one.
"""

from datetime import timedelta
from typing import Any, Final, NamedTuple

from allauth.account.models import EmailAddress
from django.core import signing
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from forankring import log
from forankring.accounts import outbox
from forankring.accounts.models import User
from forankring.accounts.services import Absolute

LINK_LASTS: Final = timedelta(days=3)
_SALT: Final = "forankring.accounts.changing_address"


class Change(NamedTuple):
    """Whose address is to become which, and who asked for it: the person or an administrator."""

    person: User
    email: str
    asked_by: int


def ask_to_change(*, by: Any, person: User, email: str, absolute: Absolute) -> None:
    """Write to the new address for its yes, and to the old one that it was asked for.

    Whoever has the new address already is told instead, so that no page tells who has an account.
    """
    if User.objects.with_address(email):
        _write(email, _("Nogen vil bruge din adresse i Forankring"), "address_taken", {})
    else:
        url = absolute(reverse("confirm_address", args=[token_for(by, person, email)]))
        _write(email, _("Bekræft din e-mail i Forankring"), "address_confirm", {"url": url})
    log.event("address_change_asked", who=log.pseudonym(person.pk), by=log.pseudonym(by.pk))
    by_whom = "" if by.pk == person.pk else str(by)
    _write(person.email, _("Din e-mail i Forankring er ved at blive skiftet"), "address_asked", {"by_whom": by_whom})


def words_when_asked(email: str) -> str:
    """What whoever asked is told."""
    return _("Vi sender en mail til %(email)s. E-mailen skifter, når linket i den er åbnet.") % {"email": email}


def find_change(token: str) -> Change | None:
    """What the link was sent for; None when it is used, too old, or was never sent."""
    try:
        pk, email, before, asked_by = signing.loads(token, salt=_SALT, max_age=LINK_LASTS)
    except (signing.BadSignature, ValueError):
        return None
    person = User.objects.filter(pk=pk, is_active=True).first()
    if person is None or before != _mark(person) or User.objects.with_address(email):
        return None
    return Change(person, email, asked_by)


@transaction.atomic
def change_address(*, token: str) -> Change | None:
    """Let the new address be the person's, and tell the old one; None when the link was used meanwhile."""
    found = find_change(token)
    if found is None:
        return None
    # Two who press at the same moment queue here, and the second finds it done.
    person = User.objects.select_for_update().get(pk=found.person.pk)
    if _mark(person) != _mark(found.person):
        return None
    before, person.email = person.email, found.email
    person.save(update_fields=["email"])
    # The library would let people in by an address in its own table.
    EmailAddress.objects.filter(user=person).delete()
    log.event_once_stored("address_changed", who=log.pseudonym(person.pk))
    context = {"email": person.email}
    transaction.on_commit(lambda: _write(before, _("Din e-mail i Forankring er skiftet"), "address_changed", context))
    return Change(person, person.email, found.asked_by)


def token_for(by: Any, person: User, email: str) -> str:
    """What stands in the link to the new address."""
    return signing.dumps([person.pk, email, _mark(person), by.pk], salt=_SALT)


def _mark(person: User) -> str:
    """What the person's address is now, in a form that does not tell it to whoever has the link."""
    return salted_hmac(_SALT, f"{person.email} {person.password}").hexdigest()[:20]


def _write(email: str, subject: str, template: str, context: dict[str, Any]) -> None:
    body = render_to_string(f"accounts/email/{template}.txt", context)
    outbox.send_later(EmailMessage(subject, body, None, [email]))
