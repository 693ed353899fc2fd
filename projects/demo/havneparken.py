"""The second helhedsplan: small, and closed to everybody in Pilebro but the consultant."""

from typing import Any

from projects.demo.calendar import Day
from projects.demo.people import HAVNEPARKEN

PROGRAMME: dict[str, Any] = {
    "name": HAVNEPARKEN,
    "area": "Havneparken: 236 boliger ved den gamle lystbådehavn.",
    "start": Day(-900),
    "end": Day(560),
    "vision": "Beboerne i Havneparken skal kende hinanden og have et sted at mødes hele året.",
}
PARTIES = ["Havneparkens Boligforening (fiktiv)", "Havneby Kommune (fiktiv)"]
