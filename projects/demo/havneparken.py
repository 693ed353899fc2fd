"""The second helhedsplan: small, and closed to everybody in Pilebro but the consultant."""

from typing import Any

from projects.demo.calendar import Day
from projects.demo.people import HAVNEPARKEN
from projects.demo.shape import Example
from projects.models import AnchoredObject, OperationLevel, TaskType

PROGRAMME: dict[str, Any] = {
    "name": HAVNEPARKEN,
    "area": "Havneparken: 236 boliger ved den gamle lystbådehavn.",
    "start": Day(-900),
    "end": Day(560),
    "vision": "Beboerne i Havneparken skal kende hinanden og have et sted at mødes hele året.",
}
PARTIES = ["Havneparkens Boligforening (fiktiv)", "Havneby Kommune (fiktiv)"]

VAERKSTEDET = Example(
    project={"name": "Cykelværkstedet", "slug": "cykelvaerkstedet", "start": Day(-900), "end": Day(560)},
    focus_area="Sammenhængskraft og medborgerskab",
    why_what={
        "problem": "Mange børn i området har ingen cykel, der kan køre, og få voksne kender deres naboer.",
        "target_group": "Børn og voksne i Havneparken, som vil lære at reparere en cykel.",
        "target_count": 40,
        "consequence": "Værktøjet bliver pakket væk, og et fast mødested forsvinder.",
        "goal": "Fra {month:+590} holder frivillige åbent hver onsdag uden projektansatte.",
        "goal_date": Day(590),
        "anchored_objects": [AnchoredObject.ACTIVITY],
        "core_elements": ["Åbent hver onsdag", "Gratis hjælp til selvhjælp"],
    },
    tasks=[
        {
            "title": "Holde åbent hver onsdag",
            "task_type": TaskType.DELIVERY,
            "solved_today_by": "Boligsocial medarbejder og to frivillige",
            "is_critical": True,
            "operation_level": OperationLevel.KEEP,
        },
        {
            "title": "Passe på værktøj og lokale",
            "task_type": TaskType.PREMISES,
            "solved_today_by": "Driftskontoret",
            "is_critical": True,
            "operation_level": OperationLevel.KEEP,
        },
    ],
)
