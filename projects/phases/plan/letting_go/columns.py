"""What people call the columns of these lists in their own sheets."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from projects.phases.columns import Columns
from projects.phases.plan.columns import AMOUNT_WORDS

COST_COLUMNS = Columns(
    words={"title": ("udgifter", "post", "hvad", "titel"), "amount": AMOUNT_WORDS},
    example=_("Udgift, Beløb"),
)


def _likelihood_and_consequence(cell: str) -> Mapping[str, str]:
    """ "Høj (sandsynlig, alvorlig)": the plan works out the weight from the two in brackets."""
    match = re.search(r"\((.+?)(?:, (.+?))?\)", cell)
    return {"likelihood": match[1], "consequence": match[2] or ""} if match else {}


RISK_COLUMNS = Columns(
    words={
        "title": ("risici", "hvad kan gå galt", "hændelse", "titel"),
        "countermeasure": ("modtræk", "håndtering", "hvad gør vi"),
        "owner": ("ejer", "ansvarlig", "hvem", "hvem holder øje"),
    },
    split={"vægt": _likelihood_and_consequence},
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
