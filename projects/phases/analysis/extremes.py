"""The ends of the scale ask for a reason, once. It is asked for, and never a condition."""

from collections.abc import Callable
from typing import Any, Final

from actors.concepts import SCALE, Concept
from forankring.ui.cautions import Caution

ENDS: Final = frozenset({str(min(SCALE)), str(max(SCALE))})


class AsksForReasons:
    """Mixed into a form with an answer and a reason for each concept, before DanishForm."""

    cleaned_data: dict[str, Any]
    changed_data: list[str]
    fields: dict[str, Any]
    stores_at_once: bool
    written_in: Callable[[str], Any]

    def more_cautions(self) -> dict[str, list[Caution]]:
        asked = {}
        for concept in Concept:
            answer, reason = f"{concept.value}_answer", f"{concept.value}_reason"
            if answer not in self.fields:
                continue
            if not self.stores_at_once and not {answer, reason} & set(self.changed_data):
                continue
            step = self.written_in(answer)
            if step in ENDS and not self.written_in(reason):
                asked[reason] = [Caution("extreme", (f"{concept.label} {step}",))]
        return asked
