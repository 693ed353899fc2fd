"""The question page of an acceptance."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from forankring.ui.forms import DanishForm
from projects.models import AcceptedFinding


class AcceptanceForm(DanishForm, forms.ModelForm):
    """Why the group lives with a finding."""

    judging = ("reason",)

    class Meta:
        model = AcceptedFinding
        fields = ("reason",)
        labels: ClassVar = {"reason": _("Hvorfor lader I det stå?")}
        help_texts: ClassVar = {
            "reason": _("Skriv det, så den, der kommer til senere, kan følge jer. Skriv roller, ikke navne.")
        }
