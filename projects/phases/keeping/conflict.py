"""Two people, or two tabs of one, saved the same answer: both texts side by side, and a choice for each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.forms import BaseForm, BoundField
from django.forms.widgets import CheckboxInput, ChoiceWidget
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forankring.ui.dates import write_moment
from forankring.ui.fields import RadioField
from forankring.ui.forms import DanishForm
from forankring.ui.versions import Seen, as_sent, changed_meanwhile
from projects.models import Event, Project
from projects.phases.keeping.naming import CHOICE, OF_THE_PAGE, TOLD

MINE, THEIRS = "min", "gemt"
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class ChoiceOfText(DanishForm, forms.Form):
    """Whose answer is to stand, for one question. Nothing is chosen until somebody has chosen it."""

    valg = RadioField(
        label=gettext_lazy("Hvad skal stå?"),
        choices=[(THEIRS, gettext_lazy("Behold det, der er gemt")), (MINE, gettext_lazy("Gem det, der står i feltet"))],
    )

    def __init__(self, data: Any, *, name: str, question: str) -> None:
        self.name = name
        super().__init__(data)
        words = _("Vælg, hvad der skal stå: %(question)s") % {"question": question}
        self.fields["valg"].error_messages["required"] = words

    def add_prefix(self, field_name: str) -> str:
        """One page asks it of several questions at once."""
        return f"{CHOICE}-{self.name}"


@dataclass(frozen=True)
class Difference:
    """One question that two people answered."""

    question: str
    theirs: str
    mine: BoundField
    choice: BoundField


@dataclass(frozen=True)
class Conflict:
    """What the page of a conflict shows. `sent` holds the other answers, which nobody else changed."""

    differences: Sequence[Difference]
    choices: Sequence[ChoiceOfText]
    saved_by: Sequence[str]
    sent: Sequence[tuple[str, str]]


def settle(data: QueryDict, forms_: Sequence[BaseForm], seen: Seen, told: Seen | None) -> tuple[QueryDict, list[str]]:
    """What is to be saved when others saved meanwhile, and the names of the answers the person must choose about.

    An answer that only somebody else changed becomes theirs. One that both changed is chosen about on the conflict
    page; the choice counts as long as what that page `told` is still what is stored.
    """
    answers, open_ = data.copy(), []
    for each in changed_meanwhile(forms_, seen):
        choice = data.get(f"{CHOICE}-{each.html_name}")
        is_told = told is not None and told.of(each.html_name) == each.now
        if each.mine and not (is_told and choice in {MINE, THEIRS}):
            open_.append(each.html_name)
        elif not each.mine or choice == THEIRS:
            put(answers, each.html_name, as_sent(each.form, each.name))
    return answers, open_


def put(answers: QueryDict, name: str, values: list[str]) -> None:
    """Let the browser have sent these values for the field; none is what it sends for an empty group."""
    if values:
        answers.setlist(name, values)
    else:
        answers.pop(name, None)


def conflict_of(answers: QueryDict, forms_: Sequence[BaseForm], open_: Iterable[str], saved_by: list[str]) -> Conflict:
    """The page's content. `forms_` are bound to the answers."""
    names, differences, choices = set(open_), [], []
    for form in forms_:
        for name in form.fields:
            html_name = form.add_prefix(name)
            if html_name in names:
                mine = form[name]
                asked = ChoiceOfText(answers if TOLD in answers else None, name=html_name, question=str(mine.label))
                choices.append(asked)
                differences.append(Difference(str(mine.label), stored_in_words(form, name), mine, asked["valg"]))
    sent = [
        (name, value)
        for name, values in answers.lists()
        if name not in names | OF_THE_PAGE and not name.startswith(f"{CHOICE}-")
        for value in values
    ]
    return Conflict(differences, choices, saved_by, sent)


def who_saved(project: Project, about: str, seen: Seen, *, reader: Any) -> list[str]:
    """ "Bo Lund rettede opgaven O3 kl. 14.32." for what was done since the page was shown, the latest first.

    Three at most. When the page cannot say since when, the latest alone.
    """
    if seen.digests is not None and (since := Event.objects.since(seen.at, project, about)[:3]):
        return [_sentence(event, reader) for event in since]
    return [_sentence(event, reader) for event in Event.objects.since(LONG_AGO, project, about)[:1]]


def _sentence(event: Event, reader: Any) -> str:
    words = {"who": event.by or _("En anden"), "what": event.text, "when": write_moment(event.at)}
    if event.by_id == reader.pk:
        return _("Du %(what)s %(when)s i et andet vindue.") % words
    return _("%(who)s %(what)s %(when)s.") % words


def stored_in_words(form: BaseForm, name: str) -> str:
    """What is stored, as a person reads it; "" when there is nothing."""
    return _in_words(form, name, as_sent(form, name))


def said(form: BaseForm, name: str) -> str:
    """What was typed in a bound form, as a person reads it."""
    data: Any = form.data
    return _in_words(form, name, data.getlist(form.add_prefix(name)))


def _in_words(form: BaseForm, name: str, values: list[str]) -> str:
    widget = form.fields[name].widget
    if isinstance(widget, CheckboxInput):
        return _("Ja") if values else _("Nej")
    if isinstance(widget, ChoiceWidget):
        options = (option for _group, options, _place in widget.optgroups(name, values) for option in options)
        return "\n".join(str(option["label"]) for option in options if option["selected"] and option["value"] != "")
    return "\n".join(values)
