"""What Lektiecaféen's group lives with, by the number of the action."""

from typing import Any

from projects.demo.calendar import Day

ACCEPTED: dict[int, dict[str, Any]] = {
    17: {
        "rule": "deadline-after-end",
        "on": Day(-229),
        "reason": (
            "Opfølgningen skal ligge efter projektet. Ellers kan vi ikke se, om caféen kører uden os. "
            "Beboerkonsulenten er ansat i boligforeningen og er her stadig {date:+364}."
        ),
    },
}
