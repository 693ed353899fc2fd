"""What Lektiecaféen's group lives with, by the action or the task and its number."""

from typing import Any

from projects.demo.calendar import Day

ACCEPTED: dict[tuple[str, int], dict[str, Any]] = {
    ("action", 17): {
        "rule": "deadline-after-end",
        "on": Day(-229),
        "reason": (
            "Opfølgningen skal ligge efter projektet. Ellers kan vi ikke se, om caféen kører uden os. "
            "Beboerkonsulenten er ansat i boligforeningen og er her stadig {date:+364}."
        ),
    },
    ("task", 5): {
        "rule": "no-granted-money",
        "on": Day(-229),
        "reason": (
            "Lokalet er uden leje, og aftalen er underskrevet. Boligforeningen betaler varme, internet og rengøring."
        ),
    },
}
