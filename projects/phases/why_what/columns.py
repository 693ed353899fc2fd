"""Cells of the plan's table of tasks that answer two questions, divided again."""

import re
from collections.abc import Mapping

from forankring.ui.text import comparison_key
from projects.models import LegalRequirement


def level_and_hours(cell: str) -> Mapping[str, str]:
    """ "Bevares, 7,5 timer om ugen" is the level and the hours in operation; either may be missing."""
    level, _comma, hours = cell.partition(", ")
    if re.match("[0-9½]", level):
        return {"hours_operation": cell}
    return {"operation_level": level, "hours_operation": hours}


def requirements(cell: str) -> Mapping[str, str]:
    """ "Børneattest, Tavshedspligt. Tale dansk": first what the law asks for, then what one must be able to do."""
    legal, rest = [], cell
    known = {comparison_key(str(label)) for label in LegalRequirement.labels}
    while match := re.match(r"(.+?)(?:,\s+|\.\s+|\.?$)", rest, re.DOTALL):
        if comparison_key(match[1]) not in known:
            break
        legal.append(match[1])
        rest = rest[match.end() :]
    return {"legal_requirements": ", ".join(legal), "competences": rest}
