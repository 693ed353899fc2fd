"""How allauth behaves here: nobody signs up by themselves, and wrong passwords are counted per person and browser."""

import logging
from ipaddress import IPv6Address
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import ratelimit
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from forankring import log
from forankring.accounts import devices, outbox, session_end
from forankring.accounts.addresses import one_form
from forankring.accounts.models import NOBODY

# settings.ACCOUNT_RATE_LIMITS says how many.
WRONG_PASSWORD: Final = "wrong_password"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Brugeren er lukket. Skriv til en leder af din helhedsplan."),
        "email_password_mismatch": _(
            "E-mailen og adgangskoden passer ikke sammen. Skriv dem igen, eller få en ny adgangskode."
        ),
        "enter_current_password": _("Skriv den adgangskode, du bruger nu."),
        "too_many_login_attempts": _(
            "Der er prøvet for mange gange. Vent fem minutter, og prøv igen. "
            "Eller få en ny adgangskode på mail, så er du inde med det samme."
        ),
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        """A server that listens on both kinds of address names an IPv4 caller as IPv6 (::ffff:192.0.2.7). Shortened as
        such, all of them would be one.
        """
        ip: str = super().get_client_ip(request)
        try:
            mapped = IPv6Address(ip).ipv4_mapped
        except ValueError:
            return ip
        return str(mapped) if mapped else ip

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse before the password is looked at, when it was wrong too often."""
        if not ratelimit.consume(request, action=WRONG_PASSWORD, key=_who(request, credentials), dry_run=True):
            log.event("sign_in_limited", level=logging.WARNING, tried=_tried(credentials))
            raise self.validation_error("too_many_login_attempts")
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        log.event("sign_in_failed", level=logging.WARNING, tried=_tried(credentials))
        ratelimit.consume(request, action=WRONG_PASSWORD, key=_who(request, credentials))
        super().authentication_failed(request, **credentials)

    def login(self, request: HttpRequest, user: Any) -> None:
        session_end.start_anew(request)
        super().login(request, user)
        session_end.begin(request)
        devices.signed_in(request, user)
        log.event("signed_in", who=log.pseudonym(user.pk))

    def set_password(self, user: Any, password: str) -> None:
        super().set_password(user, password)
        log.event("password_changed", who=log.pseudonym(user.pk))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The library's letters: they only tell a person something, so nobody waits for them."""
        outbox.send_later(self.render_mail(template_prefix, email, {"email": email, **context}))

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        """To nobody it is written all the same, and not sent: see sign_in.ResetPasswordForm."""
        if user.pk == NOBODY:
            self.render_mail("account/email/password_reset_key", email, {"email": email, **context})
        else:
            super().send_password_reset_mail(user, user.email, context)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


def _tried(credentials: dict[str, Any]) -> str:
    """Tells whether it is the same address that is tried, and not which."""
    return log.pseudonym(one_form(str(credentials.get("email", ""))))


def _who(request: HttpRequest, credentials: dict[str, Any]) -> str:
    """Whose tries are counted together: those for one address, and apart from them those from each known browser."""
    email = one_form(str(credentials.get("email", "")))
    return f"{email} {devices.mark_of(request, email)}"
