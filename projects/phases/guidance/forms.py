"""A form whose questions have guidance beside them, and words an administrator may change."""

from collections.abc import Collection
from typing import ClassVar

from django import forms

from forankring.ui.forms import DanishForm
from projects.phases.guidance.wordings import guidance_of, help_text_of, label_of


class GuidedForm(DanishForm):
    """Mixed into Form and ModelForm in place of DanishForm.

    `asks` is the first part of the questions' keys: "hvorfor" for "hvorfor.problem". `unguided` names fields that
    are asked again and again on the same page, so that their guidance stands there once.
    """

    asks: ClassVar[str]
    unguided: Collection[str] = ()

    @classmethod
    def key_of(cls, name: str) -> str:
        """The key of a field's question. A form that asks the same of several things gives them one key."""
        return f"{cls.asks}.{name}"

    def put_in_words(self, name: str, field: forms.Field) -> None:
        key = self.key_of(name)
        field.label = label_of(key) or field.label
        field.help_text = help_text_of(key) or field.help_text
        if name not in self.unguided:
            field.guidance = guidance_of(key)  # type: ignore[attr-defined]  # read by dkfds/field.html

    @property
    def is_guided(self) -> bool:
        """Whether anything stands beside the questions, so that the page makes room for it."""
        return any(getattr(field, "guidance", None) for field in self.fields.values())
