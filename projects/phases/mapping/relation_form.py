"""What two actors of the helhedsplan have to do with each other."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from actors.models import Actor, ActorRelation, RelationKind
from forankring.ui.fields import LONGEST_ID, RadioField
from projects.models import Project
from projects.phases.guidance import GuidedForm
from projects.phases.mapping.actor_services import in_stored_order

HINTS = {
    RelationKind.COOPERATION.value: _("De løser noget sammen i dag."),
    RelationKind.MONEY.value: _("Den ene giver penge til den anden. Vælg den, der giver, først."),
    RelationKind.LEADERSHIP.value: _("Den ene leder den anden. Vælg den, der leder, først."),
    RelationKind.CONFLICT.value: _("Står kun i arbejdsudgaven af planen. Skriv aldrig, hvem der har skylden."),
}


class RelationForm(GuidedForm, forms.Form):
    asks = "relationer"

    from_actor = forms.ModelChoiceField(
        Actor.objects.none(), label=_("Den ene aktør"), error_messages={"required": _("Vælg den ene aktør.")}
    )
    kind = RadioField(
        label=_("Hvilken relation har de?"),
        choices=RelationKind.choices,
        hints=HINTS,
        error_messages={"required": _("Vælg, hvilken relation de har.")},
    )
    to_actor = forms.ModelChoiceField(
        Actor.objects.none(), label=_("Den anden aktør"), error_messages={"required": _("Vælg den anden aktør.")}
    )

    def __init__(self, data: Any = None, *, project: Project, beginning: str = "") -> None:
        actors = Actor.objects.filter(programme_id=project.programme_id).in_use().alphabetical().named()
        super().__init__(data, initial={"from_actor": chosen_before(beginning)})
        for name in ("from_actor", "to_actor"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = actors

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, second, kind = (cleaned.get(name) for name in ("from_actor", "to_actor", "kind"))
        if first and second and first == second:
            self.add_error("to_actor", _("Vælg to forskellige aktører."))
        elif first and second and kind:
            one, other = in_stored_order(first, second, RelationKind(kind))
            if ActorRelation.objects.filter(from_actor=one, to_actor=other, kind=kind).exists():
                self.add_error("to_actor", _("Relationen er allerede skrevet op."))
        return cleaned


def chosen_before(value: str) -> int | None:
    """The number of the actor whose card the person came from; None for anything that is no such number."""
    return int(value) if value.isascii() and value.isdigit() and len(value) <= LONGEST_ID else None
