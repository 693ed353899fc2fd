"""From pasted lines to rows: each line is read by the list's own form, shown, and written when somebody says so."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.forms import ModelForm

from forankring.ui.text import comparison_key
from projects.models import Event, Project
from projects.phases.copying import name_field
from projects.phases.kinds import Rows
from projects.phases.line_reader import LineReader
from projects.phases.pasting import Table
from projects.phases.services import place_last


@dataclass
class Proposal:
    """A line as the row it would become. `is_known` says that the list has one like it, `is_again` another line.

    `reused` is what the helhedsplan already has by that name. `answers` are a word for the question and what was read;
    `lost` what no field takes; `unread` the cells that were not understood. `is_sum`: it adds up the other lines.
    `asks_unit`: its hours may be of a week or of a year.
    """

    number: int
    name: str
    form: ModelForm | None = None
    reused: Any = None
    answers: list[tuple[str, str]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    is_sum: bool = False
    asks_unit: bool = False
    is_known: bool = False
    is_again: bool = False

    @property
    def is_proposed(self) -> bool:
        """Whether nothing speaks against it: what was not understood is added only when somebody ticks it."""
        return not (self.is_known or self.is_again or self.is_sum or self.unread)


def proposals_of(kind: Rows, project: Project, table: Table, unit: str = "") -> list[Proposal]:
    """What each line would become. Nothing is written. `unit`: what hours count for where the lines do not say it."""
    reader = LineReader(kind, project, table.headings, unit=unit, coded=table.is_coded)
    known, reusable = _keys(kind, project), kind.columns.reusable(project)
    found, seen = [], set[str]()
    for row in table.rows:
        line = reader.read(row.cells)
        proposal = Proposal(row.number, line.name, reused=reusable.get(comparison_key(line.name)))
        found.append(proposal)
        key = comparison_key(line.name)
        if proposal.reused is None:
            proposal.form, proposal.errors = line.form, line.errors
            proposal.answers, proposal.lost, proposal.unread = line.answers, line.lost, line.unread
            proposal.is_sum, proposal.asks_unit = line.is_sum, line.asks_unit
            key = _key(kind, line.form.instance) if not line.errors else key
        proposal.is_known, proposal.is_again = key in known, key in seen
        seen.add(key)
    return found


@transaction.atomic
def add_rows(*, by: Any, project: Project, kind: Rows, proposals: Iterable[Proposal], what: str) -> list[Any]:
    """Write the proposed rows, last in the list and in their order, and give them back."""
    rows = []
    for proposal in proposals:
        if proposal.reused is not None:
            assert kind.columns.reuse
            rows.append(kind.columns.reuse(by=by, project=project, actor=proposal.reused))
        else:
            assert proposal.form
            place_last(proposal.form.instance)
            rows.append(proposal.form.save())
    Event.objects.record(by=by, project=project, text=what)
    return rows


def _keys(kind: Rows, project: Project) -> set[str]:
    rows: Any = kind.model._default_manager.filter(**{kind.within: project})
    return {_key(kind, row) for row in (rows.named() if hasattr(rows, "named") else rows)}


def _key(kind: Rows, row: Any) -> str:
    """What two rows share when a reader takes them for the same."""
    name = name_field(kind.model) if kind.within == "project" else None
    return comparison_key(str(getattr(row, name.name) if name else row))
