"""Who takes over each task and from when: what the page shows and asks (docs/method.md, Fase 4)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Prefetch
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forankring.ui.dates import write_date
from forankring.ui.fields import DateField
from forankring.ui.forms import FormHelper, Row, Section
from projects.models import Commitment, CommitmentRole, CommitmentState, Project, Task
from projects.phases.guidance import GuidedForm
from projects.phases.steps import Line


@dataclass(frozen=True)
class Takeover:
    """One task and those who have something to do with it, the surest first."""

    task: Task
    commitments: list[Commitment] = field(default_factory=list)

    @property
    def agreed(self) -> Commitment | None:
        return next((each for each in self.responsible if each.state == CommitmentState.AGREED), None)

    @property
    def responsible(self) -> list[Commitment]:
        return self._in(CommitmentRole.RESPONSIBLE)

    @property
    def carries_out(self) -> list[Commitment]:
        return self._in(CommitmentRole.CARRIES_OUT)

    @property
    def reserves(self) -> list[Commitment]:
        return self._in(CommitmentRole.RESERVE)

    def _in(self, role: CommitmentRole) -> list[Commitment]:
        order = list(reversed(CommitmentState.values))
        return sorted((c for c in self.commitments if c.role == role), key=lambda each: order.index(each.state))


def takeovers(project: Project) -> list[Takeover]:
    """Every task that lives on, in order, with its commitments. Three queries."""
    tasks = project.tasks.going_on().in_order()
    return [Takeover(task, list(task.commitments.all())) for task in tasks.prefetch_related(_commitments())]


def takeover_of(task: Task) -> Takeover:
    return Takeover(task, list(named_commitments().filter(task=task)))


def named_commitments() -> Any:
    """Commitments in the order of the actors, with the actors' names at hand."""
    return Commitment.objects.select_related(
        "project_actor__actor__housing_organisation",
        "project_actor__actor__housing_department__organisation",
        "project_actor__actor__municipality",
    ).order_by("project_actor__position", "pk")


def _commitments() -> Prefetch:
    return Prefetch("commitments", queryset=named_commitments())


def responsibility_lines(project: Project) -> Iterable[Line]:
    """The review page's lines: who is agreed and from when, else who is in view."""
    for each in takeovers(project):
        yield Line(str(each.task), in_words(each), each.task.pk)


def in_words(takeover: Takeover) -> str:
    if agreed := takeover.agreed:
        if not agreed.takes_over_on:
            return str(agreed.project_actor)
        return gettext("%(actor)s fra %(date)s") % {
            "actor": agreed.project_actor,
            "date": write_date(agreed.takes_over_on),
        }
    names = [f"{each.project_actor} ({each.get_state_display().lower()})" for each in takeover.responsible]
    return str(get_text_list(names, gettext("eller"))) if names else ""


class ResponsibilityForm(GuidedForm, forms.Form):
    """Who is agreed to be responsible for one task, and how far it is with the others."""

    asks = "ansvar"

    responsible: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("Hvem har sagt ja til at være ansvarlig?"),
        help_text=_("Vælg én. De andre kan udføre eller bidrage."),
        queryset=None,
        required=False,
        empty_label=_("Ingen har sagt ja endnu"),
    )
    takes_over_on = DateField(label=_("Hvornår overtager den ansvarlige?"), required=False)

    def __init__(self, *args: Any, takeover: Takeover, **kwargs: Any) -> None:
        self.takeover = takeover
        agreed = takeover.agreed
        # Who is only in view as responsible is told beside the choice: being chosen is how they become agreed.
        self.others = [each for each in takeover.commitments if each.role != CommitmentRole.RESPONSIBLE]
        if agreed:
            kwargs["initial"] = {"responsible": agreed.project_actor_id, "takes_over_on": agreed.takes_over_on}
        kept = [agreed.project_actor_id] if agreed else []
        actors = takeover.task.project.project_actors.offered(kept).named().in_order()
        self.base_fields = self.base_fields | dict(_fields_of(self.others))  # type: ignore[misc]  # of this one form
        super().__init__(*args, **kwargs)
        responsible = self.fields["responsible"]
        responsible.queryset = actors  # type: ignore[attr-defined]
        responsible.help_text = " ".join([str(responsible.help_text), *_in_view(takeover)])
        self.helper = FormHelper(
            "responsible",
            "takes_over_on",
            *(Section(legend(each), Row(*_names_of(each))) for each in self.others),
        )

    @classmethod
    def key_of(cls, name: str) -> str:
        """The same is asked of everybody who has a role."""
        return f"ansvar.{name.rstrip('0123456789').rstrip('_')}"

    def answers(self) -> dict[str, Any]:
        """What the service is to write."""
        return {
            "responsible": self.cleaned_data["responsible"],
            "takes_over_on": self.cleaned_data["takes_over_on"],
            "others": {each: self._answer_about(each) for each in self.others},
        }

    def _answer_about(self, commitment: Commitment) -> tuple[str, date | None]:
        state = self.cleaned_data[f"state_{commitment.pk}"] or commitment.state
        return state, self.cleaned_data[f"date_{commitment.pk}"]


def legend(commitment: Commitment) -> str:
    return f"{commitment.project_actor}: {commitment.get_role_display().lower()}"


def _in_view(takeover: Takeover) -> Iterable[str]:
    """Who could be responsible but has not agreed, the surest first: "Foreslået: Pilebroskolen."."""
    for state, each in groupby(takeover.responsible, key=lambda one: one.state):
        if state != CommitmentState.AGREED:
            names = get_text_list([str(one.project_actor) for one in each], gettext("og"))
            yield f"{CommitmentState(state).label}: {names}."


def _names_of(commitment: Commitment) -> list[str]:
    return [f"state_{commitment.pk}", f"date_{commitment.pk}"]


def _fields_of(commitments: list[Commitment]) -> Iterable[tuple[str, forms.Field]]:
    for each in commitments:
        yield (
            f"state_{each.pk}",
            forms.ChoiceField(
                label=_("Hvor langt er I?"),
                choices=CommitmentState.choices,
                initial=each.state,
                required=False,
            ),
        )
        yield f"date_{each.pk}", DateField(label=_("Fra hvornår?"), initial=each.takes_over_on, required=False)
