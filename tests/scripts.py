"""Names as residents' associations bear them, in ten scripts."""

from collections.abc import Callable
from itertools import cycle
from typing import Final

from django.apps import apps

from forankring.database.columns import CharField, TextField

NAMES: Final = {
    "Latin": "Şişli Ağaç Derneği · Żółć i Łódź · Hội phụ nữ Nguyễn Thị Hương",
    "Greek": "Σύλλογος Γυναικών «Η Ελπίδα»",
    "Cyrillic": "Общество «Надежда» та їхні сусіди",
    "Arabic": "نساء الحي",
    "Persian and Urdu": "انجمن می‌خواهیم پژوهش گچ ٹاؤن ڈھاکہ ہے",
    "Hebrew": "אגודת הנשים",
    "Devanagari": "महिला समिति क्षेत्र",
    "Thai": "สมาคมสตรีที่น้ำ",
    "Tamil": "பெண்கள் சங்கம் கொள்கை",
    "Chinese": "妇女协会臺灣",
    "Tigrinya": "ማሕበር ደቂ ኣንስትዮ",
}
_turn = cycle(NAMES.values())


def next_name() -> str:
    """One after the other, over and over."""
    return next(_turn)


# As Word, a mail and a Mac write it: hyphens, spaces, bullets, boxes, quotes, a ligature, letters in two parts.
FROM_WORD: Final = (
    "\uf0b7\tSkole\u2010hjem\u2011samarbejde\u202f\u2013\u2009\ufb01re m\u00f8der \u2610 ja \u25a1 nej "
    "\u201cA\u030aben d\u00f8r\u201d \u2018A\u030a\u2019 cafe\u0301\u00a0forankrings\u00adplan\u200b \uf0a7 slut\u2026"
)
# Free words in columns that hold a list; the others hold codes.
LISTS: Final = ("present", "apologies", "annexes", "signatures", "core_elements", "adaptable", "stopping")
# What nobody writes: kept by a list of ours, or by the product itself.
NOT_WRITTEN: Final = {"FocusArea", "Municipality", "ActivityTemplate", "TaskTemplate", "ActionTemplate", "Event"} | {
    "Draft", "RemovedRow", "QuestionWording", "AcceptedFinding", "ActorLink", "Seat", "Participant",
}  # fmt: skip
NO_WORDS: Final = {"code", "cvr", "own_cvr", "lbf_number", "lbf_journal_number", "template_code", "kind", "network"}


def write_everywhere(words: Callable[[int], str] | None = None) -> None:
    """Put a name of the next script, alone or within a Danish sentence, into every text that is stored.

    A text that was empty stays so: every outcome keeps its own papers.
    """
    write = words or sentence
    for model in (model for app in ("actors", "projects") for model in apps.get_app_config(app).get_models()):
        if model.__name__ in NOT_WRITTEN:
            continue
        texts = [
            field
            for field in model._meta.concrete_fields
            if isinstance(field, CharField | TextField)
            and not (field.choices or field.primary_key or field.unique or field.name in NO_WORDS)
        ]
        lists = [field for field in model._meta.concrete_fields if field.name in LISTS]
        for number, row in enumerate(model._default_manager.order_by("pk")):
            for field in texts:
                if getattr(row, field.attname):
                    setattr(row, field.attname, write(number)[: field.max_length])
            for field in lists:
                kept = getattr(row, field.attname)
                setattr(row, field.attname, [write(10 * number + each) for each, _text in enumerate(kept)])
            if texts or lists:
                row.save(update_fields=[field.name for field in (*texts, *lists)])


def sentence(number: int) -> str:
    """The next name, told apart by the number from others of its script."""
    name = next_name()
    return f"{name} {number}" if number % 2 else f"Foreningen {name}, hus {number} (blok A)"
