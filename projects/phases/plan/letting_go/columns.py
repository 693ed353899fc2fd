"""What people call the columns of these lists in their own sheets."""

from django.utils.translation import gettext_lazy as _

from projects.phases.columns import Columns

COST_COLUMNS = Columns(
    words={"title": ("udgifter", "post", "hvad", "titel"), "amount": ("kr", "beløb", "pris", "pr. år", "årligt beløb")},
    example=_("Udgift, Beløb"),
)
RISK_COLUMNS = Columns(
    words={
        "title": ("risici", "hvad kan gå galt", "hændelse", "titel"),
        "countermeasure": ("modtræk", "håndtering", "hvad gør vi"),
        "owner": ("ejer", "ansvarlig", "hvem"),
    },
    example=_("Risiko, Sandsynlighed, Konsekvens, Modtræk, Ansvarlig"),
)
DECISION_COLUMNS = Columns(
    words={
        "text": ("beslutninger", "hvad", "tekst"),
        "decided_on": ("dato", "hvornår", "mødedato"),
        "body": ("hvem", "organ", "møde"),
    },
    example=_("Beslutning, Dato, Hvem"),
)
