"""What a person tells about themselves."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.utils.translation import gettext_lazy as _

from forankring.accounts.addresses import AddressField
from forankring.accounts.models import User
from forankring.ui.forms import DanishForm


class ProfileForm(DanishForm, forms.ModelForm):
    """A person's own name and organisation, as the others in the helhedsplan see them."""

    class Meta:
        model = User
        fields = ["name", "organisation"]
        labels = {"name": _("Dit navn"), "organisation": _("Hvor du arbejder, eller hvem du repræsenterer")}
        help_texts = {"name": _("De andre i helhedsplanen ser det.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["organisation"].widget.attrs["autocomplete"] = "organization"


class AddressForm(DanishForm, forms.Form):
    """Another address to sign in with. The password shows that it is the person and not who found the page open."""

    email = AddressField(
        label=_("Din nye e-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Vi sender et link til den. E-mailen skifter, når du har åbnet linket."),
    )
    password = forms.CharField(
        label=_("Din adgangskode"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        strip=False,
        max_length=128,
        error_messages={"required": _("Skriv din adgangskode.")},
    )


class InvitationForm(ProfileForm):
    """The first thing an invited person fills in."""

    password = forms.CharField(
        label=_("Vælg en adgangskode"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        max_length=128,
        error_messages={"required": _("Skriv den adgangskode, du vil bruge.")},
    )
    repeated = forms.CharField(
        label=_("Skriv adgangskoden igen"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        max_length=128,
        error_messages={"required": _("Skriv adgangskoden en gang til.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = " ".join(password_validators_help_texts())

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        password = answers.get("password")
        if password and answers.get("repeated") and password != answers["repeated"]:
            self.add_error("repeated", _("Skriv den samme adgangskode begge steder."))
        elif password:
            try:
                validate_password(password, User(email=self.instance.email, name=answers.get("name", "")))
            except forms.ValidationError as error:
                self.add_error("password", error)
        return answers
