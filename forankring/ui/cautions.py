"""What a person should think over once before a text is saved. Nothing is refused: saving again keeps the text."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from forankring.ui.dates import is_far_off, write_date, write_month
from forankring.ui.fields import KroneField, MonthField
from forankring.ui.numbers import write_kroner
from forankring.ui.personal import email_addresses, telephone_numbers, texts_of
from forankring.ui.sensitive import Subject, judgements, sensitive_words

KEPT: Final = "behold"  # ends the name of the hidden control that says a caution was read

WORDS: Final[dict[str, Any]] = {
    "email": _("Her står en e-mailadresse: %(found)s. Skriv hellere en rolle."),
    "telephone": _("Her står noget, der ligner et telefonnummer: %(found)s. Skriv hellere en rolle."),
    Subject.HEALTH: _("Her står noget om helbred: %(found)s. Kan nogen se, hvem det er, så skriv det om."),
    Subject.RELIGION: _("Her står noget om tro: %(found)s. Kan nogen se, hvem det er, så skriv det om."),
    Subject.ETHNICITY: _("Her står noget om herkomst: %(found)s. Kan nogen se, hvem det er, så skriv det om."),
    Subject.CRIME: _("Her står noget om strafbare ting: %(found)s. Kan nogen se, hvem det er, så skriv det om."),
    "judgement": _("Ville du være tryg ved, at aktøren læste det? Her står: %(found)s."),
    "far_off": _("%(found)s er mere end 50 år fra i dag. Er det rigtigt?"),
    "large": _("Beløbet er %(found)s. Er det rigtigt?"),
    "extreme": _("%(found)s er det yderste på skalaen. Skriv kort hvorfor."),
}
LARGE_AMOUNT: Final = 100_000_000  # kroner
_SHOWN = 3  # words of one kind that a caution repeats; the rest are as easy to find


@dataclass(frozen=True, slots=True)
class Caution:
    """One kind of thing found in a field, with the words of the text that raised it."""

    kind: str
    found: tuple[str, ...]

    @property
    def text(self) -> str:
        shown = ", ".join(f"”{each}”" for each in self.found[:_SHOWN])
        return str(WORDS[self.kind]) % {"found": shown}

    @property
    def misses_text(self) -> bool:
        """Whether it asks for a text that is not there, not about one that is."""
        return self.kind == "extreme"


def cautions_in(value: Any, *, judges: bool = False) -> list[Caution]:
    """What a text, or a list of texts, should be read once more for. `judges`: it is a reason about an actor."""
    found: dict[str, list[str]] = {}
    for text in texts_of(value):
        kinds: dict[str, list[str]] = {
            "email": email_addresses(text),
            "telephone": telephone_numbers(text),
            **{str(subject): words for subject, words in sensitive_words(text).items()},
            "judgement": judgements(text) if judges else [],
        }
        for kind, words in kinds.items():
            found.setdefault(kind, []).extend(words)
    return [Caution(kind, tuple(dict.fromkeys(words))) for kind, words in found.items() if words]


def improbable(field: forms.Field, value: Any) -> Caution | None:
    """The caution about a day or an amount that is likely a slip of the finger, or None."""
    if isinstance(value, date) and is_far_off(value):
        written = write_month(value) if isinstance(field, MonthField) else write_date(value)
        return Caution("far_off", (written,))
    if isinstance(field, KroneField) and isinstance(value, int) and value > LARGE_AMOUNT:
        return Caution("large", (write_kroner(value),))
    return None


def is_read_for_cautions(field: forms.Field) -> bool:
    """Whether people write freely in the field. An address or a number that is asked for is no surprise."""
    free = isinstance(field.widget, forms.TextInput | forms.Textarea) and not field.widget.is_hidden
    asked_for = isinstance(field, forms.EmailField | forms.URLField | forms.IntegerField | forms.DateField | MonthField)
    return free and not asked_for and not isinstance(field.widget, forms.PasswordInput | forms.EmailInput)


def without(known: set[tuple[str, str]], cautions: list[Caution]) -> list[Caution]:
    """The cautions without the (kind, word in small letters) that are `known`."""
    new = [Caution(each.kind, tuple(w for w in each.found if (each.kind, w.lower()) not in known)) for each in cautions]
    return [each for each in new if each.found]


def mark_of(cautions: list[Caution]) -> str:
    """The same for the same findings, whatever else the text says: a kept caution is not raised by mending a comma."""
    said = "\n".join(sorted(f"{each.kind}\0{word.lower()}" for each in cautions for word in each.found))
    return sha256(said.encode()).hexdigest()[:16]
