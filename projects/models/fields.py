"""Fields that hold more than one answer. The forms choose how to ask (projects/phases/fields.py)."""

from typing import Any

from django.db import models

from forankring.ui.text import normal


class ListField(models.JSONField):
    """A list of short texts in the order they were typed or of codes from a TextChoices. [] is no answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def to_python(self, value: Any) -> Any:
        return normal(super().to_python(value))

    def get_prep_value(self, value: Any) -> Any:
        return normal(super().get_prep_value(value))
