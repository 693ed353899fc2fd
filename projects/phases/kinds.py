"""What a list is: the kind of its rows. The furniture in `rows` and `row_changes` serves every kind."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import QueryDict
from django.shortcuts import get_object_or_404

from projects.models import Project
from projects.phases.columns import Columns
from projects.phases.copying import name_field, names_in
from projects.phases.steps import Step, Text

if TYPE_CHECKING:
    from django.forms import ModelForm


@dataclass(frozen=True, slots=True)
class Rows:
    """One kind of row: the step it belongs to, its form, what it is called and what its list looks like.

    `noun` is indefinite ("opgave"), `the` definite ("opgaven"), `add` the button. `rows` gives the list's rows with
    what the template shows of them. `refusal` gives the reason a row cannot be removed, or "";
    `warning` what is worth a thought in a row that is saved all the same, or "". `within` is the way from a row
    to its project; the row that the form gets has the project at hand as `project`.

    A copy leaves out the answers named in `not_copied` and takes the rows behind `parts` along; `copy` copies a row
    that needs more than that. `columns` says more about how pasted lines become rows. `settle` takes from a row that
    was brought back what has become impossible meanwhile, and says how much. `begin` fills a new row from the address
    that led to it, and `saved` does what follows from a form that a person saved.
    """

    step: Step
    form: "type[ModelForm]"
    noun: Text
    the: Text
    add: Text
    template: str
    rows: Callable[[Project], Any]
    refusal: Callable[[Any], Text] = lambda row: ""
    warning: Callable[[Any], Text] = lambda row: ""
    within: str = "project"
    not_copied: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    copy: Callable[..., Any] | None = None
    settle: Callable[[Any], int] = lambda row: 0
    begin: Callable[[Any, QueryDict], None] = lambda row, asked: None
    saved: Callable[[Any, Any], None] = lambda by, form: None
    columns: Columns = field(default_factory=Columns)

    @property
    def model(self) -> type[models.Model]:
        return self.form._meta.model

    @property
    def can_move(self) -> bool:
        return hasattr(self.model, "position")

    @property
    def can_paste(self) -> bool:
        return bool(self.columns.places or name_field(self.model))

    @property
    def can_copy(self) -> bool:
        """Not where two rows may not share an answer that a copy would have."""
        name = name_field(self.model)
        differs = {"number", *([name.name] if name else [])}
        rules = (each for each in self.model._meta.constraints if isinstance(each, models.UniqueConstraint))
        return self.copy is not None or all(differs & set(names_in(rule)) for rule in rules)

    def find(self, project: Project, pk: int) -> Any:
        """The project's row with that key, or 404."""
        row: Any = get_object_or_404(self.model._default_manager.filter(**{self.within: project}), pk=pk)
        row.project = project
        return row

    def new(self, project: Project, asked: QueryDict | None = None) -> Any:
        row: Any = self.model()
        row.project = project
        if asked:
            self.begin(row, asked)
        return row
