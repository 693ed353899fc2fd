"""Every actor in every role side by side, sorted by what the person asks for. Pure but for the way in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors.concepts import Answer, Concept, Label, weakest_concepts, weakest_score, words
from projects.models import Choice, Evidence, Project, ProjectActor
from projects.phases.analysis.assessments import Card, cards_of

HIGHEST: Final = 9  # above any score: what is not known comes last
DESCENDING: Final = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """An actor in a role, or an actor that is not assessed in any (`card` is None)."""

    actor: ProjectActor
    card: Card | None

    @property
    def role(self) -> str:
        return self.card.candidacy.title if self.card else ""

    @property
    def answers(self) -> dict[Concept, Answer]:
        return self.card.answers if self.card else {}

    @property
    def is_begun(self) -> bool:
        return bool(self.card and self.card.is_begun)

    @property
    def cells(self) -> list[tuple[str, str, bool]]:
        """Per concept: its name, its answer in words, and whether it holds the actor back."""
        weak = {bar.concept for bar in self.card.bars if bar.holds_back} if self.card else set()
        return [(str(one.label), words(self.answers.get(one)), one in weak) for one in Concept]

    @property
    def weakest(self) -> str:
        return get_text_list([str(one.label).lower() for one in weakest_concepts(self.answers)], _("og")).capitalize()

    @property
    def label(self) -> Label | None:
        return self.card.label if self.card and self.is_begun else None

    @property
    def choice(self) -> str:
        return str(self.card.candidacy.get_choice_display()) if self.card else ""

    @property
    def held_on(self) -> date | None:
        return self.card.held_on if self.card else None

    @property
    def is_old(self) -> bool:
        return bool(self.card and self.card.outdated)

    @property
    def evidence(self) -> str:
        """What it builds on, each kind once, in the order of the concepts."""
        codes = [bar.assessment.evidence for bar in self.card.bars] if self.card else []
        return ", ".join(dict.fromkeys(str(Evidence(code).label) for code in codes if code))


class Column(NamedTuple):
    """What can be sorted by: its name in the address, its heading, and the key of a line."""

    code: str
    label: str | Promise
    key: Callable[[Line], Any]


def _score(concept: Concept) -> Callable[[Line], Any]:
    return lambda line: _number(line.answers.get(concept))


def _number(answer: Answer) -> int:
    return answer if isinstance(answer, int) else HIGHEST


_LABELS: Final = {label: place for place, label in enumerate(Label)}
_CHOICES: Final = {str(choice.label): place for place, choice in enumerate(Choice)}
COLUMNS: Final = (
    Column("aktoer", gettext_lazy("Aktør og rolle"), lambda line: (line.actor.position, line.actor.pk)),
    *(Column(code, concept.label, _score(concept)) for code, concept in zip(
        ("forstaaelse", "mening", "evne", "vilje"), Concept, strict=True)),
    Column("svagest", gettext_lazy("Svagest"), lambda line: weakest_score(line.answers) or HIGHEST),
    Column("etiket", gettext_lazy("Etiket"), lambda line: _LABELS[line.label] if line.label else len(_LABELS)),
    Column("valg", gettext_lazy("Valg"), lambda line: _CHOICES.get(line.choice, len(_CHOICES))),
    Column("vurderet", gettext_lazy("Vurderet"), lambda line: line.held_on or date.max),
    Column("bygger-paa", gettext_lazy("Bygger på"), lambda line: line.evidence or "\U0010ffff"),
)  # fmt: skip
DEFAULT: Final = COLUMNS[0]


class Order(NamedTuple):
    """How the table is sorted. An address nobody offered gives the actors in their own order."""

    column: Column
    is_descending: bool

    @classmethod
    def asked(cls, value: str) -> "Order":
        is_descending, code = value.startswith(DESCENDING), value.removeprefix(DESCENDING)
        column = next((column for column in COLUMNS if column.code == code), None)
        return cls(column, is_descending) if column else cls(DEFAULT, False)

    @property
    def headings(self) -> list[tuple[str | Promise, str, str]]:
        """Per column: its label, the order its link asks for, and how it is sorted now (as aria-sort says it)."""
        return [(column.label, self._next(column), self._state(column)) for column in COLUMNS]

    def _next(self, column: Column) -> str:
        return f"{DESCENDING}{column.code}" if column == self.column and not self.is_descending else column.code

    def _state(self, column: Column) -> str:
        if column != self.column:
            return ""
        return "descending" if self.is_descending else "ascending"


def lines_of(project: Project) -> list[Line]:
    """Every actor of the project with each of its roles; one that is assessed in none has a line too."""
    cards: dict[int, list[Card | None]] = {}
    for card in cards_of(project):
        cards.setdefault(card.candidacy.project_actor_id, []).append(card)
    actors = project.project_actors.named().in_order()
    return [Line(actor, card) for actor in actors for card in cards.get(actor.pk, [None])]


def arranged(lines: Sequence[Line], order: Order) -> list[Line]:
    """Sorted; what is equal stays in the order of the actors, in both directions."""
    return sorted(lines, key=order.column.key, reverse=order.is_descending)
