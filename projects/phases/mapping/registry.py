"""Choosing a row of the registry for an actor: one question over three kinds of row."""

from collections.abc import Iterator
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from actors.models import Actor, HousingDepartment, HousingOrganisation, Municipality, Programme
from forankring.ui.fields import LONGEST_ID

NAMES: Final = ("housing_organisation", "housing_department", "municipality")
"""Where an actor points to its row of the registry; at most one of them is set."""


def offered(name: str, actor: Actor) -> models.QuerySet[Any]:
    """The rows that can be chosen: the active ones, and the one the actor already has.

    Of the many afdelinger only those of the helhedsplan's own boligorganisationer are offered, if it has any.
    """
    current = models.Q(pk=getattr(actor, f"{name}_id"))
    if name == "municipality":
        return Municipality.objects.alphabetical()
    if name == "housing_organisation":
        return HousingOrganisation.objects.filter(models.Q(is_active=True) | current).alphabetical()
    active = models.Q(is_active=True, organisation__is_active=True)
    rows = HousingDepartment.objects.select_related("organisation").order_by("organisation_id", "designation", "name")
    own = _own_organisations(actor.programme)
    return rows.filter((active & models.Q(organisation__in=own) if own else active) | current)


def _own_organisations(programme: Programme) -> list[int]:
    parties = programme.parties.filter(housing_organisation__isnull=False)
    return list(parties.values_list("housing_organisation_id", flat=True))


def code_of(actor: Actor) -> str:
    """The chosen row as the form writes it: "housing_organisation-12"; "" for none."""
    for name in NAMES:
        if pk := getattr(actor, f"{name}_id"):
            return f"{name}-{pk}"
    return ""


class RegistryField(forms.Field):
    """A list in three groups ↔ (where the actor points to it, the row), or None."""

    widget = forms.Select
    default_error_messages = {"invalid": _("Vælg en fra listen. Den, du valgte, kan ikke vælges længere.")}

    actor: Actor

    def offer(self, actor: Actor) -> None:
        """Offer what this actor may be. The list is read first when it is shown."""
        self.actor = actor
        self.widget.choices = self._choices  # type: ignore[assignment]

    def to_python(self, value: Any) -> tuple[str, models.Model] | None:
        if not value:
            return None
        name, _dash, pk = str(value).partition("-")
        is_id = pk.isascii() and pk.isdigit() and len(pk) <= LONGEST_ID
        row = offered(name, self.actor).filter(pk=pk).first() if name in NAMES and is_id else None
        if row is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return name, row

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((initial or "") != (data or ""))

    def _choices(self) -> Iterator[tuple[Any, Any]]:
        yield "", _("Nej")
        labels = (_("Boligorganisationer"), _("Afdelinger"), _("Kommuner"))
        for name, label in zip(NAMES, labels, strict=True):
            if rows := [(f"{name}-{row.pk}", str(row)) for row in offered(name, self.actor)]:
                yield label, rows
