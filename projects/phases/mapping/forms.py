"""Phase 2's questions (docs/method.md, Fase 2): who could take over, and what could each do for every task?"""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.models import construct_instance
from django.utils.translation import gettext_lazy as _

from actors.models import Actor, ActorType, Location, Sphere, YesNoUnknown
from forankring.ui.fields import ChoicesField, RadioField
from forankring.ui.forms import DanishForm, FormHelper, Section
from projects.models import (
    CommitmentRole,
    CommitmentState,
    ContactStatus,
    Contribution,
    Project,
    ProjectActor,
    TaskType,
)
from projects.phases.guidance import GuidedForm
from projects.phases.mapping.registry import NAMES, RegistryField, code_of

SMALL_GROUP = _("I en lille gruppe kan alle se, hvem der er tale om. Skriv om opgaven, ikke om personerne.")


class ActorForm(GuidedForm, forms.ModelForm):
    """What holds for the actor in every project of the helhedsplan. Asked and saved by ProjectActorForm."""

    asks = "aktoerer"

    field_order = ("name", "registry")
    registry = RegistryField(
        label=_("Hører den til en boligorganisation, en afdeling eller en kommune?"),
        help_text=_("Er aktøren kun en enhed i den, så skriv enhedens navn ovenfor. Ellers kan navnet stå tomt."),
        required=False,
    )

    class Meta:
        model = Actor
        fields = ("name", "actor_type", "sphere", "own_cvr", "location", "staying", "run_by_volunteers")
        labels: ClassVar = {
            "name": _("Hvad hedder aktøren?"),
            "actor_type": _("Hvilken slags aktør er det?"),
            "sphere": _("Hvilken sektor hører aktøren til?"),
            "own_cvr": _("CVR-nummer, hvis den har et"),
            "location": _("Hvor arbejder aktøren?"),
            "staying": _("Er aktøren her også om tre år?"),
            "run_by_volunteers": _("Drives aktøren af frivillige?"),
        }
        help_texts: ClassVar = {
            "name": _("Skriv organisationen eller gruppen, ikke en person."),
            "own_cvr": _("Otte cifre. Hører den til en boligorganisation, følger dens nummer med."),
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
        self.initial["registry"] = code_of(self.instance)
        if self.instance.cvr != self.instance.own_cvr:
            inherited = {"cvr": self.instance.cvr, "organisation": self.instance.organisation_name}
            self.fields["own_cvr"].help_text = _("%(cvr)s følger med fra %(organisation)s.") % inherited


_KNOWN = _("Aktøren er allerede i helhedsplanen. Tag den med fra listen over aktører.")
_SAME_NAME = _("Helhedsplanen har allerede en aktør med det navn. Giv den her et andet.")


class ProjectActorForm(GuidedForm, forms.ModelForm):
    """An actor and its part in this project: one form, two rows saved together."""

    asks = "aktoerer"

    contributions = ChoicesField(label=_("Hvad kan den bidrage med?"), choices=Contribution.choices, required=False)
    task_types = ChoicesField(label=_("Hvilke slags opgaver kan den løfte?"), choices=TaskType.choices, required=False)

    class Meta:
        model = ProjectActor
        fields = (
            "current_role",
            "contributions",
            "contribution_note",
            "task_types",
            "limits",
            "decision_role",
            "contact_role",
            "contact_status",
            "contact_date",
        )
        labels: ClassVar = {
            "current_role": _("Hvad laver aktøren i projektet i dag?"),
            "contribution_note": _("Bidraget med jeres egne ord"),
            "limits": _("Hvad kan eller må den ikke?"),
            "decision_role": _("Hvilken rolle kan sige ja?"),
            "contact_role": _("Hvilken rolle taler I med?"),
            "contact_status": _("Hvor langt er I?"),
            "contact_date": _("Hvornår talte I sidst sammen?"),
        }
        help_texts: ClassVar = {
            "limits": _("For eksempel vedtægter, åbningstid eller grænser for, hvad en myndighed må."),
            "decision_role": _("Skriv titlen, ikke navnet. For eksempel: skoleleder."),
            "contact_role": _("Skriv titlen, ikke navnet. For eksempel: SFO-leder."),
            "contact_status": _("Det, I aftaler, skriver I ved opgaven i næste trin."),
        }
        widgets: ClassVar = {"contact_status": forms.RadioSelect(choices=ContactStatus.choices)}

    def __init__(self, data: Any = None, *, instance: ProjectActor) -> None:
        self.actor = instance.actor if instance.actor_id else Actor(programme=instance.project.programme)
        super().__init__(data, instance=instance)
        own = tuple(self.fields)
        questions = ActorForm(instance=self.actor)
        self.fields = {**questions.fields, **self.fields}
        self.initial = {**self.initial, **questions.initial}
        general = Section(_("Om aktøren"), *questions.fields, help_text=_where_else(self.actor, instance.project_id))
        self.helper = FormHelper(general, Section(_("I dette projekt"), *own))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "name" in cleaned and "registry" in cleaned:
            chosen, row = cleaned["registry"] or ("", None)
            for pointer in NAMES:
                setattr(self.actor, pointer, row if pointer == chosen else None)
            if not cleaned["name"] and not row:
                self.add_error("name", _("Skriv, hvad aktøren hedder, eller vælg den på listen."))
            elif (self.actor.pk is None or {"name", "registry"} & {*self.changed_data}) and _is_known(
                self.actor, cleaned["name"]
            ):
                self.add_error("name", _KNOWN if self.actor.pk is None else _SAME_NAME)
        return cleaned

    def _post_clean(self) -> None:
        construct_instance(self, self.actor, ActorForm.Meta.fields)
        self.instance.actor = self.actor
        try:
            self.actor.clean_fields(exclude=[*self.errors, "programme"])
        except ValidationError as error:
            self.add_error(None, error)
        super()._post_clean()  # type: ignore[misc]

    def save(self, commit: bool = True) -> ProjectActor:
        """Save both rows. The caller holds the transaction."""
        self.actor.save()
        self.instance.actor = self.actor
        return super().save(commit)


def _where_else(actor: Actor, project_id: int) -> Any:
    """What changing the actor means for other projects."""
    if actor.pk is None:
        return _("Aktøren hører til helhedsplanen og kan bruges i dens andre projekter.")
    others = Project.objects.filter(project_actors__actor=actor).exclude(pk=project_id).alphabetical()
    names = ", ".join(f"”{project}”" for project in others)
    if names:
        return _("Aktøren er også med i %s. Det, du retter her, ændres også dér.") % names
    return _("Aktøren hører til helhedsplanen og kan bruges i dens andre projekter.")


def _is_known(actor: Actor, name: str) -> bool:
    same = {f"{pointer}_id": getattr(actor, f"{pointer}_id") for pointer in NAMES}
    others = Actor.objects.filter(programme=actor.programme, name__same=name, **same)
    return others.exclude(pk=actor.pk).exists()


class ReuseForm(DanishForm, forms.Form):
    """Take an actor of the helhedsplan into the project."""

    actor = forms.ModelChoiceField(
        Actor.objects.none(),
        label=_("Tag en aktør med, som helhedsplanen allerede har"),
        error_messages={"required": _("Vælg den aktør, I vil tage med.")},
    )

    def __init__(self, data: Any = None, *, project: Project) -> None:
        super().__init__(data)
        field = self.fields["actor"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = reusable_actors(project)


def reusable_actors(project: Project) -> QuerySet[Actor]:
    """The helhedsplan's actors that are in use and not yet in the project."""
    actors = Actor.objects.filter(programme_id=project.programme_id).in_use()
    return actors.exclude(project_actors__project=project).alphabetical().named()


NO_ROLE = "none"


def role_field(role: CommitmentRole) -> str:
    return role.name.lower()


_STATES = [(NO_ROLE, _("Nej")), *CommitmentState.choices]


def _state_field(role: CommitmentRole, help_text: Any) -> RadioField:
    return RadioField(label=role.label, help_text=help_text, choices=_STATES)


class CellForm(GuidedForm, forms.Form):
    """One actor's roles in one task. Every role has an answer; "no" is one of them."""

    asks = "daekning"

    responsible = _state_field(CommitmentRole.RESPONSIBLE, _("Sørger for, at opgaven bliver løst. Kun én kan aftales."))
    carries_out = _state_field(CommitmentRole.CARRIES_OUT, _("Gør arbejdet."))
    contributes = _state_field(
        CommitmentRole.CONTRIBUTES, _("Hjælper med noget, for eksempel tid, penge eller lokaler.")
    )
    reserve = _state_field(CommitmentRole.RESERVE, _("Tager over, hvis den ansvarlige ikke kan."))

    def __init__(self, data: Any = None, *, states: Mapping[str, str], in_use: bool = True) -> None:
        super().__init__(data, initial={role_field(r): states.get(r.value, NO_ROLE) for r in CommitmentRole})
        for role in CommitmentRole if not in_use else ():
            # One that is out of use can keep a role or lose it, but gets no new one.
            kept = {NO_ROLE, states.get(role.value, NO_ROLE)}
            field = self.fields[role_field(role)]
            assert isinstance(field, RadioField)
            field.choices = [choice for choice in _STATES if choice[0] in kept]

    @property
    def states(self) -> dict[str, str]:
        """Role → state, "" for none. Only of a valid form."""
        chosen = {role.value: self.cleaned_data[role_field(role)] for role in CommitmentRole}
        return {role: "" if state == NO_ROLE else state for role, state in chosen.items()}
