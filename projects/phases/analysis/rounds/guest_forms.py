"""What a guest is asked for: the code on the wall and a role. Nothing else is kept."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from forankring.ui.fields import RadioField
from forankring.ui.forms import DanishForm

OTHER: Final = "other"
ROLES: Final[dict[str, Any]] = {
    "resident": _("Beboer"),
    "volunteer": _("Frivillig"),
    "board": _("Medlem af en afdelingsbestyrelse"),
    "housing": _("Medarbejder i boligorganisationen"),
    "municipality": _("Medarbejder i kommunen"),
    "school": _("Medarbejder i skole, dagtilbud eller klub"),
    "association": _("Repræsentant for en forening"),
}


class JoinForm(DanishForm, forms.Form):
    """A role is picked; one of one's own is a role too, and no name. Whoever came by the QR code types no code."""

    code = forms.CharField(
        label=_("Hvad er koden?"),
        help_text=_("Den står på skærmen i lokalet: seks tegn."),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Skriv koden, der står på skærmen.")},
    )
    role = RadioField(
        label=_("Hvilken rolle har du?"),
        choices=[*ROLES.items(), (OTHER, _("En anden rolle"))],
        error_messages={"required": _("Vælg, hvilken rolle du har.")},
    )
    own_words = forms.CharField(
        label=_("Hvis det er en anden rolle: hvilken?"),
        help_text=_("Skriv en rolle, ikke et navn. For eksempel: husvært."),
        max_length=60,
        required=False,
    )

    def __init__(self, data: Any = None, *, initial: Any = None, asks_for_code: bool = True) -> None:
        super().__init__(data, initial=initial)
        if not asks_for_code:
            del self.fields["code"]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("role") == OTHER and "own_words" in answers and not answers["own_words"]:
            self.add_error("own_words", ValidationError(_("Skriv, hvilken rolle du har.")))
        return answers

    @property
    def role_title(self) -> str:
        """What is kept. Only of a valid form."""
        role: str = self.cleaned_data["role"]
        return str(self.cleaned_data["own_words"] if role == OTHER else ROLES[role])
