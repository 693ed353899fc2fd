"""The question page of an interface: when something happens, who does what, and who is told (docs/method.md)."""

from collections.abc import Iterator
from typing import Any, ClassVar, Final, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from forankring.ui.fields import RowsField
from forankring.ui.forms import FormHelper, Section
from projects.models import Interface, InterfacePart
from projects.phases.guidance import GuidedForm
from projects.phases.plan.forms import limit_to

SPARE: Final = 2  # so many empty lines stand below those that are filled
LEAST: Final = 3


class Line(NamedTuple):
    """The names of the two fields of one actor's part."""

    actor: str
    does: str


class InterfaceForm(GuidedForm, forms.ModelForm):
    """One interface. Each actor has a line of its own with what it does."""

    asks = "snitflader"

    class Meta:
        model = Interface
        fields = ("trigger", "informed_actors", "informed", "response")
        labels: ClassVar = {
            "trigger": _("Hvad sker der?"),
            "informed_actors": _("Hvilke aktører skal have besked?"),
            "informed": _("Hvem skal ellers have besked?"),
            "response": _("Er der mere, I har aftalt?"),
        }
        help_texts: ClassVar = {
            "trigger": _("Begynd med ”Når”, for eksempel: Når en frivillig melder fra samme dag."),
            "informed": _("Skriv roller, ikke navne."),
            "response": _("For eksempel hvor hurtigt, eller hvad I gør, hvis det ikke lykkes."),
        }
        field_classes: ClassVar = {"informed_actors": RowsField}

    def __init__(self, *args: Any, instance: Interface, **kwargs: Any) -> None:
        parts = list(instance.parts.order_by("pk")) if instance.pk else []
        informed = [instance.informed_actors.values_list("pk", flat=True)] if instance.pk else []
        offered = instance.project.project_actors.offered([part.project_actor_id for part in parts], *informed)
        actors = offered.named().in_order()
        choices = [(str(row.pk), f"{row.code} {row}") for row in actors]
        self.part_lines = _lines(len(parts)) if choices else []
        # Before Django copies them, so that these fields get their words and their guards like all others.
        fields = {**self.base_fields, **_fields(self.part_lines, choices)}
        self.base_fields = fields  # type: ignore[misc]  # this form's own
        for line, part in zip(self.part_lines, parts, strict=False):
            kwargs.setdefault("initial", {}).update({line.actor: str(part.project_actor_id), line.does: part.does})
        super().__init__(*args, instance=instance, **kwargs)
        limit_to(self, "informed_actors", actors)
        self.helper = self._layout()

    def _layout(self) -> FormHelper:
        rows = [name for line in self.part_lines for name in line]
        told = [name for name in ("informed_actors", "informed") if name in self.fields]
        help_text = _("Én linje til hver aktør. Gem, hvis du mangler flere linjer. Tøm en linje for at fjerne den.")
        return FormHelper(
            "trigger",
            *([Section(_("Hvem gør hvad?"), *rows, help_text=help_text)] if rows else []),
            Section(_("Hvem skal have besked?"), *told),
            Section(_("Mere"), "response"),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        seen: set[str] = set()
        for line in self.part_lines:
            actor = data.get(line.actor)
            if data.get(line.does) and not actor and line.actor not in self.errors:
                self.add_error(line.actor, _("Vælg den aktør, der gør det."))
            if actor and actor in seen:
                self.add_error(line.actor, _("Aktøren står der allerede. Saml det, den gør, på én linje."))
            seen.add(actor or "")
        return data

    def _parts(self) -> Iterator[tuple[int, str]]:
        for line in self.part_lines:
            if actor := self.cleaned_data.get(line.actor):
                yield int(actor), self.cleaned_data.get(line.does, "")

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]
        if not self.part_lines:
            return
        wanted = dict(self._parts())
        self.instance.parts.exclude(project_actor__in=wanted).delete()
        InterfacePart.objects.bulk_create(
            [InterfacePart(interface=self.instance, project_actor_id=pk, does=does) for pk, does in wanted.items()],
            update_conflicts=True,
            unique_fields=["interface", "project_actor"],
            update_fields=["does"],
        )


def _lines(filled: int) -> list[Line]:
    count = max(filled + SPARE, LEAST)
    return [Line(f"part_{number}_actor", f"part_{number}_does") for number in range(1, count + 1)]


def _fields(lines: list[Line], actors: list[tuple[str, str]]) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    for number, line in enumerate(lines, start=1):
        label, does = _("Aktør %d") % number, _("Det gør aktør %d") % number
        fields[line.actor] = forms.ChoiceField(label=label, choices=[("", _("Vælg")), *actors], required=False)
        box = forms.Textarea({"rows": 2})
        fields[line.does] = forms.CharField(label=does, max_length=240, required=False, widget=box)
    return fields
