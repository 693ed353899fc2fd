"""What people call the columns of phase 4's lists in their own sheets."""

import re
from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from projects.models import FundingSource
from projects.phases.columns import Columns

AMOUNT_WORDS: Final = (
    *("kr", "kroner", "beløb", "pris", "pr. år", "om året", "årligt beløb", "årlig udgift", "årspris"),
    *("udgift pr. år", "udgift om året", "udgift/år", "omkostning", "omkostninger"),
)


def _source_and_note(cell: str) -> Mapping[str, str]:
    """ "Privat fond: Pilebrofonden" is a choice of the list and the payer's own name."""
    source, _colon, note = cell.partition(": ")
    return {"source": source, "source_note": note}


def _start_and_deadline(cell: str) -> Mapping[str, str]:
    """ "17. februar – 17. april 2026 (efter projektet)". A day without its year has that of the last."""
    days = [day.strip() for day in re.split(r"\s[–-]\s", cell.removesuffix("(efter projektet)"))]
    if len(days) == 1:
        return {"deadline": days[0]}
    year = re.search("[0-9]{4}$", days[-1])
    first = days[0] if not year or re.search("[0-9]{4}$", days[0]) else f"{days[0]} {year[0]}"
    return {"start": first, "deadline": days[-1]}


ACTION_COLUMNS = Columns(
    words={
        "title": ("titel", "handling", "hvad", "aktivitet"),
        "responsible": ("ansvarlig", "hvem"),
        "deadline": ("deadline", "senest", "hvornår", "dato"),
        "start": ("fra",),
        "hours": ("timer",),
        "cost": ("udgift", "pris", "beløb"),
        "actors": ("aktør",),
        "tasks": ("opgave",),
        "success_criterion": ("sådan ved vi, det er gjort",),
    },
    split={"start og frist": _start_and_deadline},
    example=_("Tiltag, Ansvarlig, Frist"),
)
BUDGET_COLUMNS = Columns(
    words={
        "title": ("udgifter", "post", "hvad", "titel"),
        "amount": AMOUNT_WORDS,
        "source": ("betales af", "finansiering", "finansieringskilde"),
        "source_note": ("bemærkninger", "bemærkning", "note"),
        "expires_on": ("til og med", "udløb"),
    },
    rest="source_note",
    split={"hvem betaler": _source_and_note},
    otherwise={"source": FundingSource.OTHER},
    example=_("Udgift, Beløb, Kilde, Sikkerhed"),
)
INTERFACE_COLUMNS = Columns(
    words={
        "trigger": ("snitflade", "hændelse", "hvad sker der"),
        "informed": ("orienteres", "hvem orienteres", "besked til"),
        "response": ("hvem gør hvad",),
    },
    rest="response",
    example=_("Når, Hvem gør hvad, Hvem orienteres"),
)
QUESTION_COLUMNS = Columns(
    words={
        "question": ("uafklaret", "hvad"),
        "settled_by": ("hvem", "hvem afklarer", "ansvarlig", "afklares af"),
        "deadline": ("senest", "hvornår", "dato"),
    },
    example=_("Spørgsmål, Hvem afklarer, Frist"),
)
