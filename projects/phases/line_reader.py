"""One pasted line as a list's own form reads it. What it does not understand it says, and never guesses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forankring.ui.cautions import improbable
from forankring.ui.dates import write_date, write_month
from forankring.ui.fields import HoursField, KroneField, MonthField
from forankring.ui.misread import Misread
from forankring.ui.numbers import Period, Quantity, read_hours, read_kroner, read_period, write_kroner, write_number
from forankring.ui.text import comparison_key
from projects.models import Project
from projects.phases.columns import Heading
from projects.phases.kinds import Rows
from projects.phases.pasting import CODE

_SEPARATORS: Final = re.compile(r"[;,\n/]")
_EITHER: Final = re.compile(r"\s*/\s*|\s+eller\s+")
_SUM: Final = re.compile(
    r"(?:i ?alt|sum|total|subtotal|samlet|tilsammen)"
    r"(?:\s+(?:kr|timer|udgift(?:er)?|budget|beløb|pr|om|for|alle)\b.*)?[:.]?"
)
# What our own tables write where there is nothing.
_NOTHING: Final = frozenset(
    {"-", "ikke udfyldt", "ingen", "ingen endnu", "ikke oplyst", "ingen dato", "ingen datoer", "ingen frist"}
    | {"ikke aftalt", "ikke afklaret", "ingen særlige", "ingen skrevet", "intet beløb"}
)
_PERIODS: Final[dict[Period | None, Any]] = {
    Period.WEEK: gettext_lazy("%s om ugen"),
    Period.MONTH: gettext_lazy("%s om måneden"),
    Period.YEAR: gettext_lazy("%s om året"),
    Period.TOTAL: gettext_lazy("%s i alt"),
}
UNITS: Final = (Period.WEEK, Period.YEAR)
SHORTEST_BEGINNING: Final = 3  # a letter or two begin too many words to name a choice


@dataclass(frozen=True, slots=True)
class ReadLine:
    """The form with the line's answers, what was read (a word for the question, the text), and what was not.

    `lost` is what no field takes, `unread` says which cells were not understood and why. `asks_unit`: there are hours,
    and nothing says whether they are of a week or of a year. `is_sum`: the line adds up the others.
    """

    name: str
    form: forms.ModelForm
    errors: list[str]
    answers: list[tuple[str, str]]
    lost: list[str]
    unread: list[str]
    asks_unit: bool
    is_sum: bool


@dataclass
class _Cell:
    heading: str
    text: str
    period: Period | None = None
    quantity: Quantity | None = None


@dataclass
class _Reading:
    """A line on its way: cells by field, what the form is sent, the rest with its heading, and what was not read."""

    cells: dict[str, _Cell] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)
    rest: list[tuple[str, str]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    asks_unit: bool = False


class LineReader:
    """Reads the lines of one paste. The choices of the form's fields are looked up once.

    `unit` is what hours count for where the lines do not say it; "" while nobody has been asked. `coded`: each line
    begins with a code, as in our own tables.
    """

    def __init__(
        self, kind: Rows, project: Project, headings: Sequence[str], *, unit: str = "", coded: bool = False
    ) -> None:
        self.kind, self.project, self.unit, self.coded = kind, project, unit, coded
        self.columns = kind.columns.of_form(kind.form)
        self.headings = [(heading, self.columns.read_heading(heading)) for heading in headings]
        blank = kind.form(instance=kind.new(project))
        self.fields = blank.fields
        self.unchanged = {name: value for name in blank.fields if (value := blank[name].value()) is not None}
        self.choices = {name: _choices(asked) for name, asked in blank.fields.items()}

    def read(self, cells: Sequence[str]) -> ReadLine:
        reading = _Reading()
        for heading, known, cell in self._columns(cells):
            self._place(reading, heading, known, cell)
        for name, placed in reading.cells.items():
            try:
                reading.answers[name] = self._value(name, placed)
            except Misread as misread:
                if name in self.columns.otherwise:
                    self._take_otherwise(reading, name)
                else:
                    self._give_up(reading, name, _filled(misread))
        self._settle_unit(reading)
        for name, words in self._refused(reading.answers).items():
            self._give_up(reading, name, words)
        return self._line(reading)

    def _columns(self, cells: Sequence[str]) -> Iterator[tuple[str, Heading, str]]:
        """Each cell that holds something, with its heading and the field that it stands for."""
        places = self.columns.places
        for place, cell in enumerate(cells):
            if self.headings:
                heading, known = self.headings[place] if place < len(self.headings) else ("", Heading(None))
            else:
                heading, known = "", Heading(places[place] if place < len(places) else None)
            if not cell or (known.field is not None and comparison_key(cell) in _NOTHING):
                continue
            if known.split and (parts := known.split(cell)):
                for name, part in parts.items():
                    if part and comparison_key(part) not in _NOTHING:
                        yield self._word(name), Heading(name), part
            else:
                yield heading, Heading(None) if known.split else known, cell

    def _place(self, reading: _Reading, heading: str, known: Heading, cell: str) -> None:
        name = known.field
        if name == "":
            return
        if name is None or name in reading.cells or name not in self.fields:
            reading.rest.append((heading, cell))
            return
        if name == self.columns.places[0] and self.coded:
            cell = CODE.sub("", cell)
            for tag, (answered, value) in self.columns.tags.items():
                if cell.endswith(tag):
                    cell, reading.answers[answered] = cell.removesuffix(tag).rstrip(), value
        reading.cells[name] = _Cell(heading or self._word(name), cell, known.period)

    def _give_up(self, reading: _Reading, name: str, words: str) -> None:
        """Say that the cell was not understood. Its words go to the field for the rest."""
        reading.answers.pop(name, None)
        if name in reading.cells:
            heading, cell = reading.cells[name].heading, reading.cells[name].text
            reading.rest.append((heading, cell))
            reading.unread.append(f"{self._word(name)}: ”{cell}”. {words}")

    def _take_otherwise(self, reading: _Reading, name: str) -> None:
        """The choice for what is not on the list, with the cell's own words kept."""
        code, cell = self.columns.otherwise[name], reading.cells[name].text
        reading.answers[name] = code
        reading.rest.append(("", cell))
        label = next((label for choice, label in _flat(self.fields[name]) if choice == code), code)
        words = _("Det står ikke på listen. Rækken får ”%(label)s” og jeres ord.") % {"label": label}
        reading.unread.append(f"{self._word(name)}: ”{cell}”. {words}")

    def _settle_unit(self, reading: _Reading) -> None:
        """What the hours of the line count for: said in its column, in a heading or beside a number, and only one."""
        unit, answers = self.columns.unit, reading.answers
        counted = [name for name in self.columns.of_unit if name in answers]
        if not unit:
            return
        if unit in reading.cells and unit not in answers:
            for name in counted:
                self._give_up(reading, name, _("Det er ikke til at se, om det er om ugen eller om året."))
            return
        said = {quantity.period for name in counted if (quantity := reading.cells[name].quantity) and quantity.period}
        if unit in answers:
            said.add(Period(answers[unit]))
        if len(said) > 1:
            for name in counted:
                self._give_up(reading, name, _("Her er både timer om ugen og om året. Skriv dem ens."))
        elif said:
            answers[unit] = said.pop().value
        elif counted and self.unit:
            answers[unit] = self.unit
        else:
            reading.asks_unit = bool(counted)

    def _line(self, reading: _Reading) -> ReadLine:
        first, answers = self.columns.places[0], reading.answers
        texts = [f"{heading}: {cell}" if heading else cell for heading, cell in reading.rest]
        lost = [] if self.columns.rest else texts
        read = [name for name in answers if name not in (first, self.columns.rest)]
        if self.columns.rest and (texts or self.columns.rest in answers):
            answers[self.columns.rest] = "\n".join([*filter(None, [answers.get(self.columns.rest)]), *texts])
            read.append(self.columns.rest)
        form = self._form(answers)
        errors = [str(words) for messages in form.errors.values() for words in messages]
        shown = [(self._word(name), self._shown(form, name, answers)) for name in read if name != self.columns.unit]
        unlikely = (improbable(form.fields[name], form.cleaned_data.get(name)) for name in read)
        name = " ".join(reading.cells[first].text.split()) if first in reading.cells else ""
        return ReadLine(
            name,
            form,
            errors,
            shown,
            lost,
            [*reading.unread, *(caution.text for caution in unlikely if caution)],
            reading.asks_unit,
            bool(_SUM.fullmatch(comparison_key(name))) or (not name and bool(answers)),
        )

    def _refused(self, answers: Mapping[str, Any]) -> dict[str, str]:
        """What another field than the name's cannot take, and its words."""
        if set(answers) <= {self.columns.places[0], self.columns.rest}:
            return {}
        errors = self._form(answers).errors
        own = (self.columns.places[0], self.columns.rest)
        return {name: str(errors[name][0]) for name in answers if name in errors and name not in own}

    def _form(self, answers: Mapping[str, Any]) -> forms.ModelForm:
        return self.kind.form({**self.unchanged, **answers}, instance=self.kind.new(self.project))

    def _value(self, name: str, cell: _Cell) -> Any:
        """What the form is sent for the cell.

        Raises:
            Misread: it names no choice, or is no number that fits the question.
        """
        choices = self.choices[name]
        asked = self.fields[name]
        if isinstance(asked, KroneField | HoursField):
            return self._number(name, asked, cell)
        if name == self.columns.unit and (period := read_period(cell.text)):
            return self._unit(period)
        if choices is None:
            several_lines = isinstance(asked.widget, forms.Textarea)
            return cell.text if several_lines else " ".join(cell.text.split())
        chosen: Any
        if isinstance(asked, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
            whole = _chosen(choices, cell.text)
            parts = [part for part in _SEPARATORS.split(cell.text) if part.strip()]
            found = [whole] if whole else [_chosen(choices, part) for part in parts]
            chosen = None if None in found else found
        else:
            chosen = _chosen(choices, cell.text)
        if chosen is None:
            raise Misread(gettext_lazy("Det er ikke et af de svar, man kan vælge."))
        return chosen

    def _number(self, name: str, asked: KroneField | HoursField, cell: _Cell) -> str:
        quantity = (read_kroner if isinstance(asked, KroneField) else read_hours)(cell.text)
        if cell.period and quantity.period and cell.period != quantity.period:
            raise Misread(gettext_lazy("Overskriften siger noget andet end feltet om, hvad tallet gælder for."))
        period = quantity.period or cell.period
        if name in self.columns.of_unit:
            period = Period(self._unit(period)) if period else None
        elif period not in (None, asked.period):
            raise Misread(asked.error_messages["other_period"])
        cell.quantity = Quantity(quantity.number, period)
        return write_number(quantity.number, places=6)

    def _unit(self, period: Period) -> str:
        if period not in UNITS:
            raise Misread(gettext_lazy("Timer tælles om ugen eller om året."))
        return period.value

    def _shown(self, form: forms.ModelForm, name: str, answers: Mapping[str, Any]) -> str:
        """The answer as it was understood, with its unit."""
        value, asked = form.cleaned_data.get(name), self.fields[name]
        if isinstance(asked, KroneField) and value is not None:
            return str(_PERIODS.get(asked.period, "%s")) % write_kroner(value)
        if isinstance(asked, HoursField) and isinstance(value, Decimal):
            unit = Period(answers[self.columns.unit]) if answers.get(self.columns.unit) else asked.period
            return str(_PERIODS.get(unit, "%s")) % _("%s timer") % write_number(value)
        if isinstance(value, date):
            return write_month(value) if isinstance(asked, MonthField) else write_date(value)
        if isinstance(asked, forms.ChoiceField):
            labels = {str(code): str(label) for code, label in _flat(asked)}
            chosen = answers[name] if isinstance(answers[name], list) else [answers[name]]
            return ", ".join(labels.get(str(code), str(code)) for code in chosen)
        if isinstance(asked, forms.ModelMultipleChoiceField) and value is not None:
            return ", ".join(map(str, value))
        return str(value if isinstance(asked, forms.ModelChoiceField) and value else answers[name])

    def _word(self, name: str) -> str:
        """The model's word for the question, short enough to stand before an answer."""
        return capfirst(self.columns.words.get(name, (name,))[0])


def _filled(misread: Misread) -> str:
    return str(misread.words) % misread.params if misread.params else str(misread.words)


def _flat(asked: Any) -> list[tuple[Any, Any]]:
    offered = asked.choices
    return [(code, label) for code, label in offered if code not in ("", None)]


def _choices(asked: forms.Field) -> dict[str, str] | None:
    """What one may write for each choice of the field → the choice; None where one writes freely."""
    if isinstance(asked, forms.ModelChoiceField):
        words: dict[str, str] = {}
        for row in asked.queryset or ():
            for word in (str(row), getattr(row, "code", ""), getattr(row, "title", "")):
                words.setdefault(_choice_key(word), str(row.pk))
        return words
    if isinstance(asked, forms.ChoiceField):
        pairs = _flat(asked)
        named = {_choice_key(str(word)): str(code) for code, label in pairs for word in (code, label)}
        return _halves(named) | named
    return None


def _halves(named: Mapping[str, str]) -> dict[str, str]:
    """ "stat" and "region" name "Stat eller region", where no other choice has the word."""
    found: dict[str, set[str]] = {}
    for words, code in named.items():
        for half in words.split("/") if "/" in words else ():
            found.setdefault(half, set()).add(code)
    return {half: codes.pop() for half, codes in found.items() if len(codes) == 1}


def _choice_key(text: str) -> str:
    """What two ways of writing a choice share: "stat/region" is "Stat eller region"."""
    return _EITHER.sub("/", comparison_key(text)).rstrip(".")


def _chosen(choices: Mapping[str, str], text: str) -> str | None:
    """The choice that the text names: all of its words, or its first ones when no other choice begins like that."""
    word = _choice_key(text)
    if not word:
        return None
    beginning = {choice for words, choice in choices.items() if _begins(words, word)}
    return choices.get(word) or (beginning.pop() if len(beginning) == 1 else None)


def _begins(words: str, beginning: str) -> bool:
    """Whether it is the first of the words, or enough of them: "ja" is "Ja, den er kritisk", "ko" is nothing."""
    rest = words.removeprefix(beginning)
    return words != rest and (len(beginning) >= SHORTEST_BEGINNING or not rest[:1].isalnum())


def line_error(number: int, words: str) -> str:
    return _("Linje %(number)d: %(words)s") % {"number": number, "words": words}
