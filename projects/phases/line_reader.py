"""One pasted line as a list's own form reads it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from projects.models import Project
from projects.phases.kinds import Rows
from projects.phases.pasting import squeezed

_SEPARATORS: Final = re.compile(r"[;,\n/]")


@dataclass(frozen=True, slots=True)
class ReadLine:
    """The form with the line's answers, what was read (a word for the question, the text), and what was not."""

    name: str
    form: forms.ModelForm
    errors: list[str]
    answers: list[tuple[str, str]]
    lost: list[str]


class LineReader:
    """Reads the lines of one paste. The choices of the form's fields are looked up once."""

    def __init__(self, kind: Rows, project: Project, headings: Sequence[str]) -> None:
        self.kind, self.project, self.headings = kind, project, headings
        self.columns = kind.columns.of_form(kind.form)
        blank = kind.form(instance=kind.new(project))
        self.fields = blank.fields
        self.unchanged = {name: value for name in blank.fields if (value := blank[name].value()) is not None}
        self.choices = {name: _choices(asked) for name, asked in blank.fields.items()}

    def read(self, cells: Sequence[str]) -> ReadLine:
        placed, rest = self._placed(cells)
        answers: dict[str, Any] = {}
        for name, cell in placed.items():
            value = self._value(name, cell)
            if value is None:
                rest.append((self._word(name), cell))
            else:
                answers[name] = value
        # What another field than the name's cannot take is moved to the field for the rest.
        for name in self._refused(answers):
            rest.append((self._word(name), placed[name]))
            del answers[name]
        return self._line(placed, answers, rest)

    def _line(self, placed: Mapping[str, str], answers: dict[str, Any], rest: list[tuple[str, str]]) -> ReadLine:
        first = self.columns.places[0]
        shown = [(self._word(name), placed[name]) for name in answers if name not in (first, self.columns.rest)]
        texts = [f"{heading}: {cell}" if heading else cell for heading, cell in rest]
        lost = [] if self.columns.rest else texts
        if self.columns.rest and (texts or self.columns.rest in answers):
            answers[self.columns.rest] = "\n".join([*filter(None, [answers.get(self.columns.rest)]), *texts])
            shown.append((self._word(self.columns.rest), answers[self.columns.rest]))
        form = self._form(answers)
        errors = [str(words) for messages in form.errors.values() for words in messages]
        return ReadLine(" ".join(placed.get(first, "").split()), form, errors, shown, lost)

    def _placed(self, cells: Sequence[str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
        """The cells by field, and those that no field takes, with their heading."""
        placed: dict[str, str] = {}
        rest: list[tuple[str, str]] = []
        for place, cell in enumerate(cells):
            heading = self.headings[place] if place < len(self.headings) else ""
            name: str | None = self.columns.places[place] if place < len(self.columns.places) else None
            if self.headings:
                name = self.columns.field_of(heading)
            if not cell or name == "":
                continue
            if name is None or name in placed or name not in self.fields:
                rest.append((heading, cell))
            else:
                placed[name] = cell
        return placed, rest

    def _refused(self, answers: Mapping[str, Any]) -> list[str]:
        if set(answers) <= {self.columns.places[0], self.columns.rest}:
            return []
        errors = self._form(answers).errors
        return [name for name in answers if name in errors and name not in (self.columns.places[0], self.columns.rest)]

    def _form(self, answers: Mapping[str, Any]) -> forms.ModelForm:
        return self.kind.form({**self.unchanged, **answers}, instance=self.kind.new(self.project))

    def _value(self, name: str, cell: str) -> Any:
        """What the form is sent for the cell; None when it names no choice."""
        choices = self.choices[name]
        asked = self.fields[name]
        if choices is None:
            several_lines = isinstance(asked.widget, forms.Textarea)
            return cell if several_lines else " ".join(cell.split())
        if isinstance(asked, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
            whole = _chosen(choices, cell)
            found = [whole] if whole else [_chosen(choices, part) for part in _SEPARATORS.split(cell) if part.strip()]
            return None if None in found else found
        return _chosen(choices, cell)

    def _word(self, name: str) -> str:
        """The model's word for the question, short enough to stand before an answer."""
        return capfirst(self.columns.words.get(name, (name,))[0])


def _choices(asked: forms.Field) -> dict[str, str] | None:
    """What one may write for each choice of the field → the choice; None where one writes freely."""
    if isinstance(asked, forms.ModelChoiceField):
        words: dict[str, str] = {}
        for row in asked.queryset or ():
            for word in (str(row), getattr(row, "code", ""), getattr(row, "title", "")):
                words.setdefault(squeezed(word), str(row.pk))
        return words
    if isinstance(asked, forms.ChoiceField):
        offered: Any = asked.choices
        pairs = [(code, label) for code, label in offered if code not in ("", None)]
        return {squeezed(str(word)): str(code) for code, label in pairs for word in (code, label)}
    return None


def _chosen(choices: Mapping[str, str], text: str) -> str | None:
    """The choice that the text names: all of its words, or its first ones when no other choice begins like that."""
    word = squeezed(text).rstrip(".")
    if not word:
        return None
    beginning = {choice for words, choice in choices.items() if words.startswith(word)}
    return choices.get(word) or (beginning.pop() if len(beginning) == 1 else None)


def line_error(number: int, words: str) -> str:
    return _("Linje %(number)d: %(words)s") % {"number": number, "words": words}
