"""The ends of the scale ask for a reason, once: the next press keeps the answer without one."""

from typing import Any, Final

from actors.concepts import SCALE, Concept
from forankring.ui.cautions import Caution

ENDS: Final = frozenset({str(min(SCALE)), str(max(SCALE))})


class AsksForReasons:
    """Mixed into a form with an answer and a reason for each concept, before DanishForm."""

    cleaned_data: dict[str, Any]
    changed_data: list[str]
    fields: dict[str, Any]

    def more_cautions(self) -> dict[str, list[Caution]]:
        asked = {}
        for concept in Concept:
            answer, reason = f"{concept.value}_answer", f"{concept.value}_reason"
            if answer not in self.fields or not {answer, reason} & set(self.changed_data):
                continue
            step = self.cleaned_data.get(answer, "")
            if step in ENDS and not self.cleaned_data.get(reason, ""):
                asked[reason] = [Caution("extreme", (f"{concept.label} {step}",))]
        return asked
