"""What an owner writes about a helhedsplan, its parties, its people and its projects."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from actors.models import HousingOrganisation, Municipality, Party, Programme, Role
from forankring.accounts.addresses import AddressField
from forankring.ui.dates import write_date
from forankring.ui.fields import RadioField
from forankring.ui.forms import DanishForm
from projects.models import FocusArea, Project
from projects.phases.facts.calendars import period_of


class ProgrammeForm(DanishForm, forms.ModelForm):
    class Meta:
        model = Programme
        fields = [
            "name",
            "deciding_body",
            "area",
            "start",
            "end",
            "lbf_journal_number",
            "vision",
            "anchoring_strategy",
        ]
        labels = {
            "name": _("Helhedsplanens navn"),
            "deciding_body": _("Hvem beslutter?"),
            "area": _("Boligområdet"),
            "start": _("Første dag i bevillingen"),
            "end": _("Sidste dag i bevillingen"),
            "lbf_journal_number": _("Landsbyggefondens journalnummer"),
            "vision": _("Helhedsplanens vision"),
            "anchoring_strategy": _("Den overordnede forankringsstrategi"),
        }
        help_texts = {
            "area": _("Afdelinger, antal boliger og beboere."),
            "vision": _("Hvad skal være anderledes i området, når helhedsplanen slutter?"),
            "anchoring_strategy": _("Hvad skal leve videre, hvem skal bære det, og hvad afslutter I bevidst?"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Left empty it falls back to the usual word, so there is nothing to refuse.
        self.fields["deciding_body"].required = False

    def clean_deciding_body(self) -> str:
        return self.cleaned_data["deciding_body"] or str(Programme._meta.get_field("deciding_body").default)


class PartyForm(DanishForm, forms.ModelForm):
    """A party from the registry, or one that is typed. Give it `Party(programme=…)` as its instance."""

    class Meta:
        model = Party
        fields = ["housing_organisation", "municipality", "name"]
        labels = {"name": _("Eller skriv, hvad parten hedder")}
        help_texts = {"name": _("For parter, der ikke er i registeret, for eksempel en fond.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["housing_organisation"].queryset = HousingOrganisation.objects.filter(is_active=True).alphabetical()  # type: ignore[attr-defined]
        self.fields["municipality"].queryset = Municipality.objects.alphabetical()  # type: ignore[attr-defined]

    def _get_validation_exclusions(self) -> set[str]:
        # The helhedsplan is not on the form, but "only once in it" must be checked.
        return super()._get_validation_exclusions() - {"programme"}  # type: ignore[misc]


class RoleForm(DanishForm, forms.Form):
    """What a member of this helhedsplan may do."""

    role = RadioField(label=_("Rolle"), error_messages={"required": _("Vælg, hvilken rolle personen skal have.")})

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        body = {"body": programme.deciding_body}
        field = self.fields["role"]
        assert isinstance(field, RadioField)
        field.choices = [(role, _capitalised(programme.role_name(role))) for role in Role]
        field.hints = {
            Role.OWNER: _("Projekt- eller sekretariatsleder. Kan alt, også invitere og oprette projekter."),
            Role.EDITOR: _("Boligsocial medarbejder eller konsulent. Udfylder de fire faser og henter planen."),
            Role.BOARD: _("Udfylder de fire faser sammen med resten af %(body)s og henter planen.") % body,
            Role.READER: _("For eksempel tilsyn. Kan kun læse og hente den delbare udgave."),
        }


class NewMemberForm(RoleForm):
    email = AddressField(
        label=_("E-mail"),
        max_length=254,
        error_messages={"required": _("Skriv personens e-mail.")},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    field_order = ["email", "role"]


class ProjectForm(DanishForm, forms.ModelForm):
    """The frame around a project. Give it `Project(programme=…)` or the project itself as its instance."""

    class Meta:
        model = Project
        fields = ["name", "focus_area", "start", "end"]
        labels = {
            "name": _("Projektets navn"),
            "focus_area": _("Landsbyggefondens indsatsområde"),
            "start": _("Projektets første dag"),
            "end": _("Projektets sidste dag"),
        }
        help_texts = {
            "end": _("Den dag pengene slutter. Fra den dag skal andre løse opgaverne. For eksempel 30. juni 2027."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        project = self.instance
        for name, day in (("start", project.programme.start), ("end", project.programme.end)):
            follows = _now("Står feltet tomt, følger projektet helhedsplanen.")
            if day:
                follows = _now("Står feltet tomt, følger projektet helhedsplanen: %s.") % write_date(day)
            self.fields[name].help_text = " ".join(filter(None, [str(self.fields[name].help_text), follows]))
        self.fields["focus_area"].queryset = focus_areas_for(project)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """With the helhedsplan's day where the project has none of its own."""
        found: dict[str, Any] = super().clean() or {}
        start, end = period_of(Project(start=found.get("start"), end=found.get("end")), self.instance.programme)
        own = [name for name in ("start", "end") if found.get(name)]
        # With two days of its own the row says so itself.
        if len(own) == 1 and not self.errors and start and end and start >= end:
            self.add_error(own[0], _("Sidste dag skal ligge efter første dag."))
        return found


def focus_areas_for(project: Project) -> Any:
    """The areas of the lists in force in the project's period or today, and the one it has."""
    this_year = timezone.localdate().year
    start = project.start or project.programme.start
    end = project.ends_on
    first, last = (start.year if start else this_year), (end.year if end else this_year)
    in_period = Q(valid_from__lte=last) & (Q(valid_to__isnull=True) | Q(valid_to__gte=first))
    today = Q(valid_from__lte=this_year) & (Q(valid_to__isnull=True) | Q(valid_to__gte=this_year))
    current = Q(pk=project.focus_area_id) if project.focus_area_id else Q()
    return FocusArea.objects.filter(in_period | today | current).alphabetical()


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
