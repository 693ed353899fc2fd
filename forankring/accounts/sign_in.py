"""allauth's forms in our words: the design system's controls, Danish messages, nothing said twice."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.utils.translation import gettext_lazy as _

from forankring.accounts.addresses import AddressField
from forankring.accounts.models import NOBODY, User
from forankring.ui.forms import DanishForm

WRITE_PASSWORD = _("Skriv din adgangskode.")
WRITE_EMAIL = _("Skriv din e-mailadresse.")


def _say(form: forms.BaseForm, name: str, label: Any, words: Any) -> None:
    """Our label, and what to do when the answer is empty."""
    form.fields[name].label = label
    form.fields[name].error_messages["required"] = words


def _address() -> AddressField:
    """`username` is what password managers look for beside a password."""
    return AddressField(widget=forms.EmailInput(attrs={"autocomplete": "username"}))


class LoginForm(DanishForm, allauth.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = _address()
        _say(self, "login", _("E-mail"), WRITE_EMAIL)
        _say(self, "password", _("Adgangskode"), WRITE_PASSWORD)
        # The library links to a new password here; the page has that link beside its button.
        self.fields["password"].help_text = ""


class ResetPasswordForm(DanishForm, allauth.ResetPasswordForm):
    """For an address nobody has, the same is done as for a known one: only the letter is not sent."""

    users: list[Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = _address()
        _say(self, "email", _("E-mail"), WRITE_EMAIL)

    def clean_email(self) -> str:
        email = str(super().clean_email())
        self.users = self.users or [User(pk=NOBODY, email=email)]
        return email


class _NewPassword(DanishForm):
    """The new password twice, as the three forms that set one ask for it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "password1", _("Ny adgangskode"), _("Skriv den adgangskode, du vil bruge."))
        _say(self, "password2", _("Skriv den nye adgangskode igen"), _("Skriv adgangskoden en gang til."))

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if {"password1", "password2"} <= self.data.keys() and self.data["password1"] != self.data["password2"]:
            # In place of the library's words for the same.
            self.errors["password2"] = self.error_class([str(_("Skriv den samme adgangskode begge steder."))])
        return answers


class ResetPasswordKeyForm(_NewPassword, allauth.ResetPasswordKeyForm):
    """From the link in the e-mail."""


class SetPasswordForm(_NewPassword, allauth.SetPasswordForm):
    """By a person without one."""


class ChangePasswordForm(_NewPassword, allauth.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "oldpassword", _("Den adgangskode, du har nu"), WRITE_PASSWORD)
        self.fields["oldpassword"].help_text = ""
