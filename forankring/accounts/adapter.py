"""How allauth behaves here: nobody signs up by themselves."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.utils.translation import gettext_lazy as _

from forankring.accounts.session_end import stay


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Brugeren er lukket. Skriv til en ejer i din helhedsplan."),
        "email_password_mismatch": _(
            "E-mailen og adgangskoden passer ikke sammen. Skriv dem igen, eller få en ny adgangskode."
        ),
        "enter_current_password": _("Skriv den adgangskode, du bruger nu."),
        "too_many_login_attempts": _("Der er prøvet for mange gange. Vent fem minutter, og prøv igen."),
    }

    def login(self, request: Any, user: Any) -> None:
        super().login(request, user)
        stay(request)

    def is_open_for_signup(self, request: Any) -> bool:
        return False
