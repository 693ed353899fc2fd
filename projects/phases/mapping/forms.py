"""Phase 2's questions (docs/method.md, Fase 2): who could take over, and what could each do for every task?"""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from actors.models import Actor, ActorType, Location, Sphere, YesNoUnknown
from forankring.ui.fields import ChoicesField, RadioField
from forankring.ui.forms import DanishForm
from projects.models import (
    CommitmentRole,
    CommitmentState,
    ContactStatus,
    Contribution,
    Project,
    ProjectActor,
    TaskType,
)
from projects.phases.mapping.registry import RegistryField

SMALL_GROUP = _("I en lille gruppe kan alle se, hvem der er tale om. Skriv om opgaven, ikke om personerne.")


class ActorForm(DanishForm, forms.ModelForm[Actor]):
    """What holds for the actor in every project of the helhedsplan."""

    field_order = ("name", "registry")
    registry = RegistryField(label=_("Er den, eller er den en del af, en af disse?"), required=False)

    class Meta:
        model = Actor
        fields = ("name", "actor_type", "sphere", "own_cvr", "location", "staying", "run_by_volunteers")
        labels: ClassVar = {
            "name": _("Hvad hedder aktøren?"),
            "actor_type": _("Hvilken slags aktør er det?"),
            "sphere": _("Hvor hører den til?"),
            "own_cvr": _("CVR-nummer, hvis den har et"),
            "location": _("Hvor er den?"),
            "staying": _("Er den her også om tre år?"),
            "run_by_volunteers": _("Bæres den af frivillige?"),
        }
        help_texts: ClassVar = {
            "name": _(
                "Skriv organisationen eller gruppen, ikke en person. Lad feltet stå tomt, "
                "hvis aktøren er hele organisationen, du vælger herunder."
            ),
            "own_cvr": _("Otte cifre. Vælger du en boligorganisation eller afdeling, følger nummeret med."),
        }
        widgets: ClassVar = {
            "actor_type": forms.Select(choices=ActorType.choices),
            "sphere": forms.RadioSelect(choices=Sphere.choices),
            "location": forms.RadioSelect(choices=Location.choices),
            "staying": forms.RadioSelect(choices=YesNoUnknown.choices),
            "run_by_volunteers": forms.RadioSelect(choices=YesNoUnknown.choices),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        registry = self.fields["registry"]
        assert isinstance(registry, RegistryField)
        registry.offer(self.instance)
        self.initial["registry"] = registry.code_of(self.instance)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "registry" in cleaned:
            for name in ("housing_organisation", "housing_department", "municipality"):
                setattr(self.instance, name, None)
            if row := cleaned["registry"]:
                setattr(self.instance, row._meta.model_name_in_actor, row)
        return cleaned
