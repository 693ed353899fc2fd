"""What people call the columns of phase 4's lists in their own sheets."""

from django.utils.translation import gettext_lazy as _

from projects.phases.columns import Columns

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
    },
    example=_("Tiltag, Ansvarlig, Frist"),
)
BUDGET_COLUMNS = Columns(
    words={
        "title": ("udgifter", "post", "hvad", "titel"),
        "amount": ("kr", "beløb", "pris", "pr. år", "årligt beløb"),
        "source": ("betales af", "finansiering", "hvem betaler"),
        "source_note": ("bemærkninger", "bemærkning", "note"),
        "expires_on": ("til og med", "udløb"),
    },
    rest="source_note",
    example=_("Udgift, Beløb, Kilde, Sikkerhed"),
)
INTERFACE_COLUMNS = Columns(
    words={"trigger": ("snitflade", "hændelse", "hvad sker der"), "informed": ("orienteres", "besked til")},
    rest="response",
    example=_("Når, Hvem gør hvad, Hvem orienteres"),
)
QUESTION_COLUMNS = Columns(
    words={
        "question": ("uafklaret", "hvad"),
        "settled_by": ("hvem", "ansvarlig", "afklares af"),
        "deadline": ("senest", "hvornår", "dato"),
    },
    example=_("Spørgsmål, Hvem afklarer, Frist"),
)
